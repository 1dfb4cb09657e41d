"""The bundle: evidence in folders that follow the sheet, with index, score sheet, letter and manifests.

Start at `recipe.py`; every step it names is a module here.
"""
