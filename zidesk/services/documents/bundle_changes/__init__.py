"""Apa yang berubah sejak paket terakhir: the differences of two bundles in words, and as a paper."""
