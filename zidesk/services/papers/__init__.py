"""A workspace's papers: what they are made from, making and noting them, their signed copies, where they stand.

Imports storage, the domain and `zidesk.services.documents`; what draws is loaded when something is drawn.
"""
