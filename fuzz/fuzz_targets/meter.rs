//! The metering pass: see `hognose_fuzz::meter`.
#![cfg_attr(fuzzing, no_main)]

hognose_fuzz::target!(meter);
