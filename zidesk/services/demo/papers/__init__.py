"""Papers of the demo school: composed once as blocks, then printed as PDF or drawn as a scan."""
