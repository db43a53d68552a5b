//! Lists the hostile guests and the sessions, so that they can be embedded.
#![allow(missing_docs, clippy::unwrap_used)]

use std::{env, fmt::Write as _, fs, path::Path};

fn main() {
    let here = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap()).join("hostile");
    println!("cargo::rerun-if-changed=hostile");
    let mut guests = Vec::new();
    for folder in fs::read_dir(&here).unwrap().map(|it| it.unwrap().path()) {
        if folder.is_dir() {
            let files = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
            guests.extend(
                files.filter(|it| it.extension().is_some_and(|it| it == "py" || it == "wat")),
            );
        }
    }
    guests.sort();
    let mut list = String::from("&[");
    for path in guests {
        let name = path.strip_prefix(&here).unwrap().display().to_string();
        let path = path.display().to_string();
        let snapshot = format!("{path}.snap");
        // A guest that is new has none yet.
        let has_one = Path::new(&snapshot).exists();
        let snapshot = if has_one { format!("include_str!({snapshot:?})") } else { "\"\"".into() };
        write!(list, "({name:?}, include_str!({path:?}), {snapshot}),").unwrap();
    }
    list.push(']');
    write("hostile.rs", &list);
    list_sessions();
}

fn list_sessions() {
    let here = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap()).join("sessions");
    println!("cargo::rerun-if-changed=sessions");
    let files = fs::read_dir(here).unwrap().map(|it| it.unwrap().path());
    let mut programs: Vec<_> =
        files.filter(|it| it.extension().is_some_and(|it| it == "py")).collect();
    programs.sort();
    let mut list = String::from("&[");
    for path in programs {
        let name = path.file_stem().unwrap().display().to_string();
        let path = path.display().to_string();
        write!(list, "({name:?}, include_str!({path:?})),").unwrap();
    }
    list.push(']');
    write("sessions.rs", &list);
}

fn write(name: &str, list: &str) {
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join(name), list).unwrap();
}
