//! Workspace paths: see `hognose_fuzz::paths`.
#![cfg_attr(fuzzing, no_main)]

hognose_fuzz::target!(paths);
