"""The people around the plan: the Django project on top of the pure package `renaksi`.

One office registers its plan, reports four quarters with evidence, has them checked and
approved, and sees what it achieved. Meaning lives in `renaksi`; here live tables, acts,
rights and pages.
"""
