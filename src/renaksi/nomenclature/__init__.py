"""Official names: programs, activities and sub-activities with their codes, and regions.

`catalogue` holds the nomenclature, `resolver` finds a plan's elements in it, `regions`
finds provinces, regencies and districts. The data and its terms are told in ``data/README.md``.
"""
