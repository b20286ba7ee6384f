"""Where the stages meet: bytes to articles to documents to claims to the ledger and its pages.

One module for each thing to do; they are imported one by one, so that reading a ledger does not load what builds one.
"""
