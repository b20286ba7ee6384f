"""From claims to disputes: keys, blocks, comparisons, decisions, clusters. Pure: values in, values out, whatever their order.

Claims of different articles meet here and only here, through keys; :func:`careo.link.claims.link_claims` is the whole line.
"""
