"""Documents to files: Word, Excel, proof, text; none of them asks the store anything."""
