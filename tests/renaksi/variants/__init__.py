"""Plans with known truth: made, damaged, read and judged.

`plans` draws a plan from the official nomenclature, or `retelling` tells the Kemangkon
plan again; `cascade` and `listing` lay it out as a `paper`, `damage` harms it, `borders`
writes it as text. `judge` lays a reading (`renaksi/plan/1`) beside the `truth`. Nothing
here imports the package but `readings`, which asks it for a reading.
"""
