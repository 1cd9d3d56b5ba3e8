"""An office's people, and what stands on its papers."""

from __future__ import annotations

from renaksi_web.web.access import FILE, page
from renaksi_web.web.views import office_data, people

pages = [
    page(
        "opd/<slug:office>/data-kantor/",
        office_data.show, "office-data", "organisation.view",
        post="organisation.manage", takes=FILE,
    ),
    page(
        "opd/<slug:office>/data-kantor/logo/", office_data.logo, "office-logo", "organisation.view"
    ),
    page(
        "opd/<slug:office>/data-kantor/pejabat/",
        office_data.staff, "office-staff", "organisation.view", post="organisation.manage",
    ),
    page(
        "opd/<slug:office>/data-kantor/templat-word/",
        office_data.word_template, "word-template", "organisation.view",
        post="organisation.manage", takes=FILE,
    ),
    page(
        "opd/<slug:office>/data-kantor/templat-word/berkas/",
        office_data.take_word_template, "take-word-template", "organisation.view",
    ),
    page("opd/<slug:office>/pengguna/", people.show, "people", "people.manage"),
    page("opd/<slug:office>/pengguna/undang/", people.invite, "invite", "people.manage", get=False),
    page(
        "opd/<slug:office>/pengguna/<int:user>/peran/",
        people.set_roles, "set-roles", "people.manage", get=False,
    ),
    page(
        "opd/<slug:office>/pengguna/<int:user>/tautan/",
        people.password_link, "password-link", "people.manage", get=False,
    ),
    page(
        "opd/<slug:office>/pengguna/<int:user>/nonaktifkan/",
        people.close, "close-account", "people.manage", get=False,
    ),
    page(
        "opd/<slug:office>/pengguna/<int:user>/aktifkan/",
        people.reopen, "reopen-account", "people.manage", get=False,
    ),
    page(
        "opd/<slug:office>/undangan/<int:invitation>/tarik/",
        people.withdraw, "withdraw-invitation", "people.manage", get=False,
    ),
]  # fmt: skip
