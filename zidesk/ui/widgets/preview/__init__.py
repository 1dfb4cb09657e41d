"""The preview of one evidence: pages and photos with zoom, turning and search. Qt; asks `services.pictures`."""
