"""Word documents (WordprocessingML): paragraphs and tables as the page shows them."""
