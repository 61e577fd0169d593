"""Everything that stands in files: order and registry readers, packages, workspace, settings."""
