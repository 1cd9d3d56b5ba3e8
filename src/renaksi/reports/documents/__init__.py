"""One module for each official document; `renaksi.reports.REPORTS` names them."""
