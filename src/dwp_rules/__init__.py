"""A pure, cited rules engine for the DWP's contracted employment programmes."""
