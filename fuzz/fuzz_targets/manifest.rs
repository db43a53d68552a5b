//! Manifests: see `hognose_fuzz::manifest`.
#![cfg_attr(fuzzing, no_main)]

hognose_fuzz::target!(manifest);
