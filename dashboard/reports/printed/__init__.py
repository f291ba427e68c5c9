"""Tagged PDF files of an edition, for paper and for reading aloud; no browser makes them."""
