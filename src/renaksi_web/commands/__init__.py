"""The commands of ``python -m renaksi_web``, one file each: ``arguments`` and ``run``."""
