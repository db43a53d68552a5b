//! Every preview-1 call: see `hognose_fuzz::wasi`.
#![cfg_attr(fuzzing, no_main)]

hognose_fuzz::target!(wasi);
