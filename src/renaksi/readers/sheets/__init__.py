"""Workbooks (.xlsx, .xls, .ods): sheets of cells as they are shown become rows of a document."""
