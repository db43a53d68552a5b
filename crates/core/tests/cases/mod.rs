//! How many cases a property is held against.

use proptest::test_runner::Config;

/// So many, unless `PROPTEST_CASES` says how many.
pub fn cases(usual: u32) -> Config {
    let mut config = Config { failure_persistence: None, ..Config::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = usual;
    }
    config
}
