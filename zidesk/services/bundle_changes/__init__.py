"""What has changed between two bundles: the record each one carries, reading it back, comparing two.
May import the domain, storage and the sources of `services.verify`; works without a workspace."""
