"""For each act of the policy that writes: how ten people do it at the same moment, and who wins.

A new act gets its race here; `test_every_act_at_once` fails for one that has none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from renaksi_web.accounts import founding, services
from renaksi_web.accounts.models import Membership, Organisation, User
from renaksi_web.bundles.models import Bundle
from renaksi_web.bundles.services import order
from renaksi_web.files.models import StoredFile
from renaksi_web.offices.models import StaffMember
from renaksi_web.offices.services import Signing, enter
from renaksi_web.offices.staffing import Post, enter_staff
from renaksi_web.plans import reading_on
from renaksi_web.plans.models import Element, Import, Indicator, Plan, Queue, QueuedFile
from renaksi_web.plans.services import editing, importing, queueing, versions
from renaksi_web.tracking.measuring import set_measuring
from tests.renaksi_web.office import (
    PASSWORD,
    found,
    hire,
    plan_of,
)
from tests.renaksi_web.paper import PAPER, brought_in
from tests.renaksi_web.plans.test_importing import settle
from tests.renaksi_web.race import MANY, Act, Race, kemangkon, race, ten
from tests.renaksi_web.races_of_a_quarter import (
    START,
    all_the_same,
    cells,
    each_its_own,
    one_proof,
    proof_removed,
    said,
    windows_set,
    written,
)

# -- accounts --------------------------------------------------------------------------


def one_password() -> Race:
    user = kemangkon().operator.user

    def change(number: int) -> None:
        mine = User.objects.get(pk=user.pk)
        services.change_password(by=mine, old=PASSWORD, new=f"sandi lain {number} di kantor")

    return race(ten(change), 1)


def passwords_of_ten() -> Race:
    office = kemangkon()
    people = [hire(office.organisation, f"orang{n}", ["operator"]).user for n in range(MANY)]

    def change(number: int) -> None:
        services.change_password(by=people[number], old=PASSWORD, new=f"sandi {number} di kantor")

    return race(ten(change), MANY)


def office_data() -> Race:
    office = kemangkon()

    def save(number: int) -> None:
        signing = {"head": Signing(name=f"Camat {number}")}
        enter(by=office.admin, seen=0, texts={"address": f"Jalan {number}"}, signing=signing)

    return race(ten(save), 1)


def staff() -> Race:
    office = kemangkon()

    def save(number: int) -> None:
        enter_staff(by=office.admin, seen=0, posts=[Post(f"Kasi {number}", f"Nama {number}")])

    return race(ten(save), 1, posts=(StaffMember.objects.count, 1))


def new_offices() -> Race:
    admin = kemangkon().admin
    wanted = [founding.NewOffice("Kecamatan Bukateja"), founding.NewOffice("Dinas Kesehatan")]
    acts = ten(lambda _: founding.found_offices(by=admin, offices=wanted))
    return race(acts, MANY, offices=(Organisation.objects.count, 3))


def one_link() -> Race:
    office = kemangkon()
    token = services.invite(by=office.admin, name="Siti", role="operator")

    def join(number: int) -> User:
        return services.join(token=token, username=f"siti{number}", password=PASSWORD)

    return race(ten(join), 1, people=(User.objects.count, 5))


def one_user_name() -> Race:
    office = kemangkon()
    tokens = [services.invite(by=office.admin, name="Siti", role="operator") for _ in range(MANY)]

    def join(number: int) -> User:
        return services.join(token=tokens[number], username="siti", password=PASSWORD)

    return race(ten(join), 1, people=(User.objects.count, 5))


def roles() -> Race:
    office = kemangkon()
    user = office.operator.user
    choices = (["operator"], ["verifikator", "operator"], ["pimpinan"])

    def give(number: int) -> None:
        services.set_roles(by=office.admin, user_id=user.pk, roles=choices[number % 3])

    held = lambda: tuple(  # noqa: E731
        Membership.objects.filter(user=user).order_by("role").values_list("role", flat=True)
    )
    one_of = lambda: held() in {("operator",), ("operator", "verifikator"), ("pimpinan",)}  # noqa: E731
    return race(ten(give), MANY, is_one_choice=(one_of, True))


def last_admins() -> Race:
    office = kemangkon()
    admins = [office.admin, hire(office.organisation, "admin2", ["admin"])]

    def close(number: int) -> None:
        other = admins[(number + 1) % 2].user
        services.close_account(by=admins[number % 2], user_id=other.pk)

    open_ = User.objects.filter(memberships__role="admin", is_active=True)
    # Of the ten, who closes what is closed already does nothing and is not refused.
    return race(ten(close), MANY // 2, admins=(open_.count, 1))


# -- plans -----------------------------------------------------------------------------


def documents() -> Race:
    office = kemangkon()
    acts = ten(lambda _: brought_in(office))
    return race(acts, MANY, files=(StoredFile.objects.count, 1))


def confirmed() -> Race:
    office = kemangkon()
    imported = brought_in(office)
    settle(office, imported)
    acts = ten(lambda _: importing.confirm(by=office.operator, imported_id=imported.pk))
    return race(acts, 1, plans=(Plan.objects.count, 1))


def undone() -> Race:
    office = kemangkon()
    imported = brought_in(office)
    settle(office, imported)
    importing.confirm(by=office.operator, imported_id=imported.pk)
    acts = ten(lambda _: importing.undo(by=office.operator, imported_id=imported.pk))
    return race(acts, 1, plans=(Plan.objects.count, 0))


def dropped() -> Race:
    office = kemangkon()
    files = [queueing.Dropped(f"{n}.txt", f"{PAPER}\n{n}".encode()) for n in range(3)]
    acts = ten(lambda _: queueing.drop(by=office.operator, files=files))
    return race(acts, MANY, queues=(Queue.objects.count, MANY), files=(StoredFile.objects.count, 3))


def handed_over() -> Race:
    """Two offices, each file to either of them: all ten could wait for each other in a circle."""
    office, other = kemangkon(), found("Kecamatan Bukateja", "Kabupaten Purbalingga")
    services.give(office.operator.user, other.organisation, ["operator"])
    slugs = [office.organisation.slug, other.organisation.slug]
    made = []
    for number in range(MANY):
        files = [queueing.Dropped(f"{n}.txt", f"{PAPER}\n{number} {n}".encode()) for n in range(2)]
        made.append(queueing.drop(by=office.operator, files=files))
    while reading_on.read_next():
        pass

    def hand(number: int) -> None:
        ids = QueuedFile.objects.filter(queue=made[number]).order_by("pk")
        to = {row.pk: slugs[(n + number) % 2] for n, row in enumerate(ids)}
        queueing.hand_over(by=office.operator, queue_id=made[number].pk, to=to)

    return race(ten(hand), MANY, imports=(Import.objects.count, 2 * MANY))


def begun() -> Race:
    office = kemangkon()
    acts = ten(lambda _: versions.start(by=office.operator, year=2024))
    return race(acts, 1, plans=(Plan.objects.count, 1))


def elements() -> Race:
    office = kemangkon()
    plan = plan_of(office, status="draft")
    before = Element.objects.count()

    def add(number: int) -> Element:
        return editing.add_element(
            by=office.operator, plan_id=plan.pk, level="goal", parent_id=None,
            values={"name": f"Tujuan {number}"},
        )  # fmt: skip

    places = Element.objects.filter(plan=plan).values("position").distinct()
    after = before + MANY
    return race(ten(add), MANY, rows=(Element.objects.count, after), places=(places.count, after))


def led_on(act: str, status: str) -> Callable[[], Race]:
    """Leading a version from this status on: one does it."""

    def made() -> Race:
        office = kemangkon()
        plan = plan_of(office, status=status)
        Indicator.objects.update(confirm=[])
        acts: dict[str, Act] = {
            "plan.verify": lambda: versions.verify(by=office.verifikator, plan_id=plan.pk),
            "plan.set": lambda: versions.set_in_force(by=office.pimpinan, plan_id=plan.pk),
            "plan.return": lambda: versions.give_back(
                by=office.pimpinan, plan_id=plan.pk, reason="sebab"
            ),
            "plan.revise": lambda: versions.revise(
                by=office.operator, plan_id=plan.pk, reason="sebab"
            ),
        }
        return race([acts[act]] * MANY, 1)

    return made


def measuring() -> Race:
    admin = kemangkon().admin
    return race(ten(lambda _: set_measuring(by=admin, late_as_zero=True)), MANY)


def bundled() -> Race:
    office = kemangkon()
    plan_of(office)
    acts = ten(lambda _: order(by=office.admin, year=2022))
    return race(acts, 1, bundles=(Bundle.objects.count, 1))


RACES: Final[Mapping[str, tuple[Callable[[], Race], ...]]] = {
    "self.manage": (one_password, passwords_of_ten),
    "organisation.manage": (office_data, staff, new_offices),
    "people.manage": (one_link, one_user_name, roles, last_admins),
    "measuring.set": (measuring,),
    "plan.import": (documents, confirmed, undone),
    "plan.queue": (dropped, handed_over),
    "plan.edit": (begun, elements),
    "plan.verify": (led_on("plan.verify", "draft"),),
    "plan.set": (led_on("plan.set", "verified"),),
    "plan.return": (led_on("plan.return", "verified"),),
    "plan.revise": (led_on("plan.revise", "set"),),
    "window.set": (windows_set,),
    "entry.edit": (cells, said),
    **{act: (each_its_own(act), all_the_same(act)) for act in START},
    "evidence.edit": (one_proof, proof_removed),
    "writing.edit": (written,),
    "bundle.make": (bundled,),
}
