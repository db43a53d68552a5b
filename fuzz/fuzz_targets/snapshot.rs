//! Snapshots: see `hognose_fuzz::snapshot`.
#![cfg_attr(fuzzing, no_main)]

hognose_fuzz::target!(snapshot);
