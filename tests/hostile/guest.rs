//! A guest and the file that it is read from.

use hognose_core::{
    contract::{Determinism, Limits, Request},
    wasi::Errno,
    workspace::Tree,
    world::CommandWorld,
};
use std::{error::Error, fmt::Write as _, path::Path};

/// Every guest, embedded when this is compiled, so that a browser can run it too: its path from
/// this folder, its text, and what its snapshot says.
const FILES: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/hostile.rs"));

/// One hostile program.
#[derive(Clone, Debug)]
pub struct Guest {
    /// Its path from this folder.
    pub name: &'static str,
    /// Its source.
    pub text: &'static str,
    /// What it runs under.
    pub limits: Limits,
    /// Whether clock and chance are virtual and nothing else of the machine shows, so that every
    /// run of it is the same.
    pub is_deterministic: bool,
    snapshot: &'static str,
}

/// All guests, by name.
///
/// # Errors
/// Names the guest whose comment cannot be read.
pub fn all() -> Result<Vec<Guest>, String> {
    let mut guests = Vec::new();
    for (name, text, snapshot) in FILES {
        let guest = Guest::read(name, text, snapshot);
        guests.push(guest.map_err(|error| format!("{name}: {error}"))?);
    }
    Ok(guests)
}

impl Guest {
    /// Reads it, and in the comment on its top what it runs under: `limits: NAME=VALUE …`, and
    /// `figures: none` where it meets the machine: its clock, its stack, its allocator.
    fn read(
        name: &'static str,
        text: &'static str,
        snapshot: &'static str,
    ) -> Result<Self, Box<dyn Error>> {
        // As much real time as it likes: what a slow machine makes of a guest must not depend on it.
        let mut limits = Limits::default().with_wall_ms(600_000).with_fuel(2_000_000_000);
        let mut is_deterministic = true;
        for line in text.lines().map_while(comment) {
            if let Some(list) = line.strip_prefix("limits: ") {
                for limit in list.split(' ') {
                    let (name, value) = limit.split_once('=').ok_or("limits: NAME=VALUE")?;
                    limits.set(name, value.parse()?)?;
                }
            }
            is_deterministic &= line != "figures: none";
        }
        Ok(Self { name, text, limits, is_deterministic, snapshot })
    }

    /// Whether it is a program for the Python runtime, and not a module of its own.
    pub fn is_python(&self) -> bool {
        Path::new(self.name).extension().is_some_and(|it| it == "py")
    }

    /// The run of a program.
    pub fn request(&self) -> Request {
        let mut request = Request::code(self.text).with_limits(self.limits.clone());
        request.determinism = self.determinism();
        request
    }

    /// What a module finds itself in.
    pub fn world(&self) -> CommandWorld {
        let tree = Tree::new()
            .with_file("file", "text")
            .with_file("dir/inner", "inner")
            .with_symlink("link", "dir/inner")
            .with_symlink("loop", "loop")
            .with_symlink("out", "../../etc/passwd")
            .with_symlink("root", "/etc/passwd");
        CommandWorld {
            args: vec!["guest".into(), "one".into()],
            env: vec![("NAME".into(), "value".into())],
            preopens: vec![("/".into(), tree)],
            stdin: "standard input".into(),
            limits: self.limits.clone(),
            determinism: self.determinism(),
        }
    }

    fn determinism(&self) -> Option<Determinism> {
        self.is_deterministic.then(Determinism::default)
    }

    /// What its snapshot says: what the native runner makes of it.
    pub fn expected(&self) -> &'static str {
        // Behind insta's head.
        self.snapshot.splitn(3, "---\n").nth(2).unwrap_or_default().trim_end()
    }

    /// A module: what the file says, with the prelude, unless it is a whole module itself.
    pub fn wasm(&self) -> Result<Vec<u8>, wat::Error> {
        let whole = self.text.lines().any(|line| line.starts_with("(module"));
        if whole {
            return wat::parse_str(self.text);
        }
        let prelude = include_str!("prelude.wat");
        let names = errno_names();
        wat::parse_str(format!("(module {IMPORTS} {prelude} {names} {})", with_texts(self.text)))
    }
}

/// The text of a line that is a comment.
fn comment(line: &str) -> Option<&str> {
    line.strip_prefix(";;").or_else(|| line.strip_prefix('#')).map(str::trim)
}

/// Where the names of errnos are, and where texts are, in the prelude's memory.
const ERRNOS: u32 = 65_536;
const TEXTS: u32 = 67_584;

fn errno_names() -> String {
    let names = Errno::ALL.iter().enumerate();
    names.fold(String::new(), |mut data, (index, name)| {
        let _ = write!(data, "(data (i32.const {}) \"{name:?}\")", ERRNOS as usize + index * 16);
        data
    })
}

/// Puts every `(text "…")` into memory: it stands for its address and its length.
fn with_texts(body: &str) -> String {
    let (mut code, mut texts, mut at) = (String::new(), String::new(), TEXTS as usize);
    let mut rest = body;
    while let Some((before, after)) = rest.split_once("(text \"") {
        let (text, after) = after.split_once("\")").unwrap_or((after, ""));
        let length = text.replace("\\n", "\n").len();
        let _ = write!(code, "{before}(i32.const {at}) (i32.const {length})");
        at += length;
        texts.push_str(text);
        rest = after;
    }
    format!("{code}{rest} (data (i32.const {TEXTS}) \"{texts}\")")
}

macro_rules! wasm {
    (u32) => {
        "i32"
    };
    (u64) => {
        "i64"
    };
}

macro_rules! result {
    (()) => {
        ""
    };
    (i32) => {
        " (result i32)"
    };
}

/// An import of every preview-1 call, under its own name.
macro_rules! imports {
    ($($name:ident($($arg:ident: $ty:ident),* $(,)?) -> $ret:tt;)*) => {
        const IMPORTS: &str = concat!($(
            "(import \"wasi_snapshot_preview1\" \"", stringify!($name), "\" (func $",
            stringify!($name), $(" (param ", wasm!($ty), ")",)* result!($ret), "))\n",
        )*);
    };
}
hognose_core::for_each_preview1_call!(imports);
