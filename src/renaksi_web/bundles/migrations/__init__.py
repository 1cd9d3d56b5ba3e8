"""Migrations of the bundles."""
