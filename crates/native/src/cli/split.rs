//! Where hognose's own options end. Behind the program everything is the program's, even what
//! looks like an option, as python has it: `hognose run --json -c CODE --json` gives the program
//! one argument. clap has no such rule, so a `--` is put there.

use clap::Command;
use std::ffi::{OsStr, OsString};

/// The command line with `--` between hognose's part and the program's.
pub(super) fn argv(cli: &Command, mut argv: Vec<OsString>) -> Vec<OsString> {
    let subcommand = match argv.get(1).and_then(|name| name.to_str()) {
        Some(name @ ("run" | "exec" | "wasi")) => cli.find_subcommand(name),
        _ => None,
    };
    if let Some(subcommand) = subcommand
        && let Some(end) = end_of_options(subcommand, &argv)
        && end < argv.len()
    {
        argv.insert(end, "--".into());
    }
    argv
}

/// The index behind the program: behind the value of `-c` or `-m`, or the first that is no option.
fn end_of_options(subcommand: &Command, argv: &[OsString]) -> Option<usize> {
    let mut at = 2;
    while let Some(arg) = argv.get(at) {
        at += 1;
        match takes(subcommand, arg) {
            Takes::Program => return Some(at),
            Takes::NextAsProgram => return Some(at + 1),
            Takes::Next => at += 1,
            Takes::Nothing => {}
            Takes::End => return None,
        }
    }
    None
}

/// What an argument is, and what it takes of those behind it.
enum Takes {
    /// It is the program.
    Program,
    /// The one behind it is the program.
    NextAsProgram,
    /// It is an option; the one behind it is its value.
    Next,
    /// It is an option, whole.
    Nothing,
    /// It is a `--`: the user has said it all.
    End,
}

fn takes(subcommand: &Command, arg: &OsStr) -> Takes {
    let bytes = arg.as_encoded_bytes();
    match bytes {
        b"--" => Takes::End,
        [b'-', b'-', name @ ..] => {
            // With `=` the value is in it.
            let takes_value = |option: &clap::Arg| {
                option.get_long().is_some_and(|long| long.as_bytes() == name)
                    && option.get_action().takes_values()
            };
            if subcommand.get_arguments().any(takes_value) { Takes::Next } else { Takes::Nothing }
        }
        // `-cCODE` and `-mMODULE` are whole.
        [b'-', b'c' | b'm'] if has_short(subcommand, bytes[1]) => Takes::NextAsProgram,
        [b'-', b'c' | b'm', ..] if has_short(subcommand, bytes[1]) => Takes::Program,
        [b'-', _, ..] => Takes::Nothing,
        _ => Takes::Program,
    }
}

fn has_short(subcommand: &Command, short: u8) -> bool {
    subcommand.get_arguments().any(|option| option.get_short() == Some(char::from(short)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Cli;
    use clap::CommandFactory as _;

    #[track_caller]
    fn check(given: &str, expected: &str) {
        let words = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(argv(&Cli::command(), words(given)), words(expected));
    }

    #[test]
    fn all_behind_the_program_is_the_programs() {
        check("hognose run -c CODE", "hognose run -c CODE");
        check("hognose run -c CODE --json -x", "hognose run -c CODE -- --json -x");
        check("hognose run --json -cCODE a", "hognose run --json -cCODE -- a");
        check("hognose run --seed 3 -m mod -c x", "hognose run --seed 3 -m mod -- -c x");
        check("hognose run --seed=3 a.py -- b", "hognose run --seed=3 a.py -- -- b");
        check("hognose run --file a - -c x", "hognose run --file a - -- -c x");
        check("hognose wasi --dir a m.wasm --dir b", "hognose wasi --dir a m.wasm -- --dir b");
        check("hognose exec --file a wc -l a", "hognose exec --file a wc -- -l a");
        check("hognose run -c -c -c", "hognose run -c -c -- -c");
    }

    #[test]
    fn other_commands_are_left_alone() {
        check("hognose schema tool x", "hognose schema tool x");
        check("hognose", "hognose");
    }
}
