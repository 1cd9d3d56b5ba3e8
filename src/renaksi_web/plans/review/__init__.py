"""Reviewing what was read: the sheet that is corrected, the steps that correct it, what is open.

Pure values only: nothing here knows a request or a table.
"""
