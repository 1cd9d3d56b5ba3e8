"""Plans: bringing in, reviewing, writing, changing."""

from __future__ import annotations

from renaksi_web.web.access import FILES, page
from renaksi_web.web.views import (
    charges,
    documents,
    imports,
    money,
    placing,
    plan_editing,
    plan_versions,
    plans,
    queues,
    renstra,
)

OFFICE = "opd/<slug:office>"
IMPORT = f"{OFFICE}/impor/<int:imported>"
QUEUE = f"{OFFICE}/antrean/<int:queue>"
PLAN = f"{OFFICE}/rencana/<int:plan>"
ELEMENT = f"{PLAN}/unsur/<int:element>"
INDICATOR = f"{PLAN}/indikator/<int:indicator>"

pages = [
    page(f"{OFFICE}/rencana/", plans.index, "plans", "plan.view"),
    page(f"{OFFICE}/rencana/baru/", plans.start, "plan-new", "plan.edit", post="plan.edit"),
    page(f"{OFFICE}/rencana/unggah/", imports.upload, "upload", "plan.import", post="plan.import",
         takes=FILES),
    page(f"{OFFICE}/dokumen/<int:document>/", documents.download, "document", "plan.view"),
    page(f"{OFFICE}/dokumen/<int:document>/halaman/<int:page>.png", documents.picture,
         "page-picture", "plan.view"),
    page(f"{IMPORT}/", imports.show, "import", "plan.view"),
    page(f"{IMPORT}/koreksi/", imports.correct, "import-correct", "plan.import", get=False),
    page(f"{IMPORT}/putuskan/", imports.decide, "import-decide", "plan.import", get=False),
    page(f"{IMPORT}/urungkan/", imports.take_back, "import-take-back", "plan.import", get=False),
    page(f"{IMPORT}/masukkan/", imports.confirm, "import-confirm", "plan.import", get=False),
    page(f"{IMPORT}/jangan-pakai/", imports.give_up, "import-give-up", "plan.import", get=False),
    page(f"{IMPORT}/ingatan/", imports.remember, "import-remember", "plan.import", get=False),
    page(f"{IMPORT}/bandingkan/", placing.place, "import-place", "plan.import",
         post="plan.import"),
    page(f"{IMPORT}/batalkan/", imports.undo, "import-undo", "plan.import", get=False),
    page(f"{OFFICE}/antrean/", queues.index, "queues", "plan.queue", post="plan.queue",
         takes=FILES),
    page(f"{QUEUE}/", queues.show, "queue", "plan.queue"),
    page(f"{QUEUE}/serahkan/", queues.hand_over, "queue-hand-over", "plan.queue", get=False),
    page(f"{QUEUE}/berkas/<int:file>/sisihkan/", queues.put_aside, "queue-put-aside",
         "plan.queue", get=False),
    page(f"{PLAN}/", plans.show, "plan", "plan.view"),
    page(f"{PLAN}/anggaran/", money.budgets, "budgets", "plan.view", post="plan.edit"),
    page(f"{PLAN}/penanggung-jawab/", charges.show, "charges", "plan.view", post="plan.edit"),
    page(f"{PLAN}/renstra/", renstra.show, "renstra", "plan.view", post="plan.edit"),
    page(f"{PLAN}/nama/", plans.describe, "plan-describe", "plan.edit", post="plan.edit"),
    page(f"{PLAN}/hapus/", plans.delete, "plan-delete", "plan.edit", get=False),
    page(f"{PLAN}/salin/", plans.copy, "plan-copy", "plan.edit", post="plan.edit"),
    page(f"{PLAN}/verifikasi/", plan_versions.verify, "plan-verify", "plan.verify", get=False),
    page(f"{PLAN}/tetapkan/", plan_versions.set_in_force, "plan-set", "plan.set", get=False),
    page(f"{PLAN}/kembalikan/", plan_versions.give_back, "plan-return", "plan.return", get=False),
    page(f"{PLAN}/ubah/", plan_versions.revise, "plan-revise", "plan.revise", post="plan.revise"),
    page(
        f"{PLAN}/bandingkan/<int:other>/", plan_versions.compare, "plan-compare", "plan.view"
    ),
    page(f"{PLAN}/unsur/baru/", plan_editing.new_element, "element-new", "plan.edit",
         post="plan.edit"),
    page(f"{ELEMENT}/", plan_editing.element, "element", "plan.edit", post="plan.edit"),
    page(f"{ELEMENT}/pindah/", plan_editing.move_element, "element-move", "plan.edit", get=False),
    page(f"{ELEMENT}/hapus/", plan_editing.remove_element, "element-remove", "plan.edit",
         get=False),
    page(f"{ELEMENT}/indikator/baru/", plan_editing.new_indicator, "indicator-new", "plan.edit",
         post="plan.edit"),
    page(f"{INDICATOR}/ubah/", plan_editing.indicator, "indicator-edit", "plan.edit",
         post="plan.edit"),
    page(f"{INDICATOR}/periksa/", plan_editing.check_indicator, "indicator-check", "plan.edit",
         get=False),
    page(f"{INDICATOR}/pindah/", plan_editing.move_indicator, "indicator-move", "plan.edit",
         get=False),
    page(f"{INDICATOR}/sama/", plan_editing.join_indicator, "indicator-join", "plan.edit",
         get=False),
    page(f"{INDICATOR}/hapus/", plan_editing.remove_indicator, "indicator-remove", "plan.edit",
         get=False),
    page(f"{PLAN}/nomenklatur/", plan_editing.nomenclature, "nomenclature", "plan.edit"),
]  # fmt: skip
