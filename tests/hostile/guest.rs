//! A guest and the file that it is read from.

use hognose::Limits;
use hognose_core::wasi::Errno;
use std::{
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

/// One hostile program.
pub struct Guest {
    /// Its path from this folder.
    pub name: String,
    /// Its source.
    pub text: String,
    pub limits: Limits,
    /// Whether clock and chance are virtual and nothing else of the machine shows, so that every
    /// run of it is the same.
    pub is_deterministic: bool,
    path: PathBuf,
}

/// All guests, by name.
pub fn all() -> Result<Vec<Guest>, Box<dyn Error>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("hostile");
    let mut guests = Vec::new();
    for folder in fs::read_dir(&here)? {
        let folder = folder?.path();
        if !folder.is_dir() {
            continue;
        }
        for file in fs::read_dir(folder)? {
            let path = file?.path();
            if path.extension().is_some_and(|it| it == "py" || it == "wat") {
                let name = path.strip_prefix(&here)?.display().to_string();
                let guest = Guest::read(name.clone(), path);
                guests.push(guest.map_err(|error| format!("{name}: {error}"))?);
            }
        }
    }
    guests.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(guests)
}

impl Guest {
    /// Reads it, and in the comment on its top what it runs under: `limits: NAME=VALUE …`, and
    /// `figures: none` where it meets the machine: its clock, its stack, its allocator.
    fn read(name: String, path: PathBuf) -> Result<Self, Box<dyn Error>> {
        let text = fs::read_to_string(&path)?;
        // As much real time as it likes: what a slow machine makes of a guest must not depend on it.
        let mut limits = Limits::default().with_wall_ms(600_000);
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
        Ok(Self { name, text, limits, is_deterministic, path })
    }

    pub fn is_python(&self) -> bool {
        self.path.extension().is_some_and(|it| it == "py")
    }

    /// A module: what the file says, with the prelude, unless it is a whole module itself.
    pub fn wasm(&self) -> Result<Vec<u8>, wat::Error> {
        let whole = self.text.lines().any(|line| line.starts_with("(module"));
        if whole {
            return wat::parse_str(&self.text);
        }
        let prelude = include_str!("prelude.wat");
        let names = errno_names();
        wat::parse_str(format!("(module {IMPORTS} {prelude} {names} {})", with_texts(&self.text)))
    }

    /// Fails, with a diff, unless this is what the snapshot beside the guest says.
    pub fn expect(&self, told: &str) {
        let mut settings = insta::Settings::new();
        settings.set_snapshot_path(self.path.parent().unwrap_or(&self.path));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        settings.bind(|| insta::assert_snapshot!(name.as_ref(), told));
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
