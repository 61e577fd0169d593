"""Synthetic worlds: parties, orders and the answers to them, as plain data and by construction.

Nothing here judges an order with the product's own rules: the answers follow from how each order
was made, so that they can be held against what the rules say.
"""
