//! The test files, and how one is run.

use hognose::{Determinism, Limits, Outcome, Request, Runner, Status};
use std::{
    error::Error,
    fs, io,
    path::{Path, PathBuf},
    process::Command,
};

/// The folders of MicroPython's tests that are about the language and its library. Left out:
/// `micropython` (native code, viper, memory reports), `cmdline` (its prompt), `thread`, `ports`,
/// `net_*`, `multi_*`, `frozen`, `inlineasm`, `jni`, `perf_bench`, `cpydiff` and hardware.
const FOLDERS: [&str; 8] =
    ["basics", "extmod", "float", "import", "io", "misc", "stress", "unicode"];

/// MicroPython's `tests` folder.
pub struct Suite {
    folder: PathBuf,
}

/// One test.
pub struct TestFile {
    /// Its path in the suite: `basics/list1.py`.
    pub path: String,
    folder: &'static str,
    name: String,
}

impl Suite {
    /// Finds the folder by the script `sources`.
    pub fn find() -> Result<Self, Box<dyn Error>> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("micropython/sources");
        let found = Command::new(&script).output()?;
        if !found.status.success() {
            return Err(String::from_utf8_lossy(&found.stderr).trim_end().into());
        }
        Ok(Self { folder: String::from_utf8(found.stdout)?.trim_end().into() })
    }

    /// Where a file of the suite is.
    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.join(file)
    }

    /// All tests, in order.
    pub fn files(&self) -> io::Result<Vec<TestFile>> {
        let mut files = Vec::new();
        for folder in FOLDERS {
            for entry in fs::read_dir(self.path(folder))? {
                let name = entry?.file_name().to_string_lossy().into_owned();
                if Path::new(&name).extension().is_some_and(|extension| extension == "py") {
                    files.push(TestFile { path: format!("{folder}/{name}"), folder, name });
                }
            }
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(files)
    }

    /// Runs a test and returns all that it printed.
    pub fn run(&self, runner: &Runner, file: &TestFile) -> Result<Vec<u8>, Box<dyn Error>> {
        Ok(printed(&runner.run(self.request(file)?)?))
    }

    fn request(&self, file: &TestFile) -> io::Result<Request> {
        let mut request = Request::script(&file.name)
            // Sleeping costs no time then, and a result is the same tomorrow.
            .with_determinism(Determinism::new(1, 1_700_000_000))
            // Several fill the memory, which upstream's port has 1 to 2 MiB of; a few raise to
            // large powers or print whole tables.
            .with_limits(
                Limits::default()
                    .with_memory_bytes(4 << 20)
                    .with_fuel(50_000_000_000)
                    .with_wall_ms(120_000)
                    .with_stdout_bytes(1 << 20)
                    .with_stderr_bytes(1 << 20),
            );
        let folder = self.path(file.folder);
        request = request.with_file(&file.name, fs::read(folder.join(&file.name))?);
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.file_type()?.is_dir() {
                request = with_folder(request, &entry.path(), &name)?;
            } else if file.folder == "import" && name != file.name {
                // There, a test is what another one imports.
                request = request.with_file(name, fs::read(entry.path())?);
            }
        }
        Ok(request)
    }
}

fn with_folder(mut request: Request, from: &Path, to: &str) -> io::Result<Request> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = format!("{to}/{}", entry.file_name().to_string_lossy());
        if entry.file_name() == "__pycache__" {
            continue;
        }
        request = if entry.file_type()?.is_dir() {
            with_folder(request, &entry.path(), &to)?
        } else {
            request.with_file(to, fs::read(entry.path())?)
        };
    }
    Ok(request)
}

/// Standard output, then standard error, then, where the test did not end well, how it ended.
fn printed(outcome: &Outcome) -> Vec<u8> {
    let mut printed = outcome.stdout.bytes().to_vec();
    printed.extend_from_slice(outcome.stderr.bytes());
    if outcome.status != Status::Ok {
        let message = outcome.error.as_ref().map_or("", |error| &error.message);
        printed.extend_from_slice(format!("[{}] {message}\n", outcome.status.name()).as_bytes());
    }
    printed
}
