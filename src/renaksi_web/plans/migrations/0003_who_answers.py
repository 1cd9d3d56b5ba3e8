"""Who answers for an element whose row names no indicator."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0002_bringing_in")]

    operations = [
        migrations.AddField(
            model_name="element", name="responsible", field=models.TextField(blank=True)
        ),
    ]
