"""The recipe that makes careo's language pipeline from treebanks: ``python -m training --treebanks DIR --out DIR``."""
