"""Reporting a quarter: windows, entries, evidence, checking, approval, frozen results."""
