"""Export packages: BagIt 1.0 folders with FHIR, AR's field names and one detached signature."""
