"""Worked examples as data: cases from the documents, each with its paragraph and what the answer must hold."""
