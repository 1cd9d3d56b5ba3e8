"""The installation's own chain is one, whoever begins it.

Several people who acted at the same moment each began one, and every act after it failed. The
oldest goes on. The others cannot be joined to it without writing their hashes anew, which is
what a chain is there to show: they stay as branches that grow no more and are verified as ever.
"""

from __future__ import annotations

from typing import Any

from django.db import migrations, models


def number_branches(apps: Any, _editor: Any) -> None:
    """The oldest is branch 0; where there is none it is made, so that nobody has to."""
    chains = apps.get_model("audit", "Chain").objects
    own = list(chains.filter(organisation=None).order_by("pk").values_list("pk", flat=True))
    for branch, pk in enumerate(own):
        chains.filter(pk=pk).update(branch=branch)
    if not own:
        chains.create(organisation=None)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="chain",
            name="branch",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.RunPython(number_branches, migrations.RunPython.noop, elidable=False),
    ]
