//! The community, its departments, its settings.
