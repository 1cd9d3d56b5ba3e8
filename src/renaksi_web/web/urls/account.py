"""Signing in and out, one's own account, links, and the first page of an empty installation."""

from __future__ import annotations

from renaksi_web.web.access import FILE, page
from renaksi_web.web.views import account, home, links, set_up, sign_in, signatures

pages = [
    page("", home.start, "home", "site.enter"),
    page("siapkan/", set_up.found, "set-up", "site.enter", post="site.enter"),
    page("masuk/", sign_in.enter, "sign-in", "site.enter", post="site.enter"),
    page(
        "tanda-tangan/",
        signatures.check,
        "signatures",
        "signature.check",
        post="signature.check",
        takes=FILE,
    ),
    page("keluar/", sign_in.leave, "sign-out", "site.enter", get=False),
    page("tampilan/", home.choose, "choose", "site.enter", get=False),
    page("undangan/<str:token>/", links.use, "link", "site.enter", post="site.enter"),
    page("akun/", account.show, "account", "self.manage"),
    page("akun/kata-sandi/", account.password, "password", "self.manage", post="self.manage"),
    page(
        "akun/sesi/<str:handle>/akhiri/",
        account.end_session,
        "end-session",
        "self.manage",
        get=False,
    ),
]
