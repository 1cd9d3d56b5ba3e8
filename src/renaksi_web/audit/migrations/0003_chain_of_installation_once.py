"""No second chain of the installation; PostgreSQL indexes only after rows are settled."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_one_chain_of_the_installation")]

    operations = [
        migrations.AddConstraint(
            model_name="chain",
            constraint=models.UniqueConstraint(
                condition=models.Q(("organisation__isnull", True)),
                fields=("branch",),
                name="chain_of_installation_once",
            ),
        ),
    ]
