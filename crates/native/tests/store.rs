//! Bundles from registries: fetched, verified, moved to their place in one step, whatever the registry,
//! the way or another process does meanwhile.
#![cfg(all(unix, feature = "cli", feature = "http"))]

mod support;

use hognose::{
    Bundle, BundleStore, Install, InstallError, Registry, Runner, TrustPolicy, trust::SecretKey,
};
use hognose_core::meter::meter;
use std::{
    collections::BTreeMap,
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// A guest that exits with this code, and some bytes more, so that it is not fetched at once.
fn wasm(code: u8) -> Vec<u8> {
    let filler = "x".repeat(300_000);
    let body = format!(
        r#"(data (i32.const 8) "{}") (func (export "_start") (call $exit (i32.const {code})))"#,
        &filler[..60_000]
    );
    let mut wasm = meter(&support::module(&body)).expect("the guest can be metered");
    // A custom section.
    wasm.extend([0, 0x81, 0x80, 0x10, 0]);
    wasm.extend(vec![0; 0x4_0000]);
    wasm
}

fn sign(key: &SecretKey, wasm: &[u8], version: &str) -> String {
    let text = support::unsigned_manifest(wasm).replace("0.0.1", version);
    key.sign(text.as_bytes()).expect("valid")
}

/// A registry with two versions of `lang-test`, whose guests exit with 1 and 2.
fn registry() -> TempDir {
    let dir = tempfile::tempdir().expect("a directory");
    for (version, code) in [("1.0.0", 1), ("2.0.0", 2)] {
        let at = dir.path().join("lang-test").join(version);
        fs::create_dir_all(&at).expect("made");
        fs::write(at.join("python.wasm"), wasm(code)).expect("written");
        let manifest = sign(&SecretKey::development(), &wasm(code), version);
        fs::write(at.join("manifest.json"), manifest).expect("written");
    }
    let index = r#"{ "bundles": { "lang-test": ["1.0.0", "2.0.0", "3.0.0-rc.1"] } }"#;
    fs::write(dir.path().join("index.json"), index).expect("written");
    dir
}

fn local(dir: &TempDir) -> Registry {
    Registry::new(dir.path().to_str().expect("UTF-8")).expect("a registry")
}

fn store() -> (TempDir, BundleStore) {
    let dir = tempfile::tempdir().expect("a directory");
    let store = BundleStore::at(dir.path().join("bundles"));
    (dir, store)
}

fn version(text: &str) -> Install {
    Install::new("lang-test").version(text.parse().expect("a version"))
}

fn install(store: &BundleStore, from: &Registry, what: &Install) -> Result<Bundle, InstallError> {
    store.install(from, what, &TrustPolicy::default(), &mut |_| ())
}

fn why(result: Result<Bundle, InstallError>) -> String {
    result.expect_err("refused").to_string()
}

fn names(store: &BundleStore) -> Vec<String> {
    store.list().iter().map(|it| format!("{}@{}", it.name, it.version)).collect()
}

fn exit_code(bundle: &Bundle) -> Option<u8> {
    let runner = Runner::with_cache(bundle, &support::ENGINE, &hognose::ModuleCache::off());
    let request = support::request(hognose::Limits::default());
    runner.expect("compiles").run(request).expect("runs").exit_code
}

/// What a server is to do with requests whose path ends with a text.
#[derive(Clone, Copy)]
enum Trick {
    /// Ends the answer after so many bytes, once.
    CutOnce(usize),
    /// Sends a byte now and then.
    Drip,
    /// Sends more than there is.
    Endless,
    /// Knows no ranges.
    NoRanges,
    /// Flips a bit at this byte.
    Flip(usize),
    /// Sends elsewhere.
    Redirect(&'static str),
}

/// A registry over HTTP, and what was asked of it.
struct Server {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn start(dir: PathBuf, tricks: &[(&'static str, Trick)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let (log, tricks) = (Arc::clone(&asked), tricks.to_vec());
        let tricks = Arc::new(Mutex::new(tricks));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (dir, log, tricks) = (dir.clone(), Arc::clone(&log), Arc::clone(&tricks));
                thread::spawn(move || answer(stream, &dir, &log, &tricks));
            }
        });
        Self { address, asked }
    }

    fn registry(&self) -> Registry {
        Registry::with_timeout(&self.address, Duration::from_secs(2)).expect("a registry")
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("whole").clone()
    }
}

fn answer(
    mut stream: TcpStream,
    dir: &Path,
    log: &Mutex<Vec<String>>,
    tricks: &Mutex<Vec<(&'static str, Trick)>>,
) {
    let mut lines = BufReader::new(stream.try_clone().expect("a stream")).lines();
    let mut head: Vec<String> = Vec::new();
    while let Some(Ok(line)) = lines.next() {
        if line.is_empty() {
            break;
        }
        head.push(line);
    }
    let Some(first) = head.first() else { return };
    let path = first.split(' ').nth(1).unwrap_or("/").trim_start_matches('/').to_owned();
    log.lock().expect("whole").push(head.join("\n"));
    let trick = {
        let mut tricks = tricks.lock().expect("whole");
        let at = tricks.iter().position(|(end, _)| path.ends_with(end));
        let trick = at.map(|at| tricks[at].1);
        if let (Some(at), Some(Trick::CutOnce(_))) = (at, trick) {
            tricks.remove(at);
        }
        trick
    };
    let Ok(mut bytes) = fs::read(dir.join(&path)) else {
        let _ =
            stream.write_all(b"HTTP/1.1 404 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        return;
    };
    let range = head.iter().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        let start = value.strip_prefix("bytes=")?.strip_suffix('-')?;
        name.eq_ignore_ascii_case("range").then(|| start.parse::<usize>().ok())?
    });
    let mut say = |text: &str| stream.write_all(text.as_bytes()).is_ok();
    match trick {
        Some(Trick::Redirect(to)) => {
            say(&format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n"));
            return;
        }
        Some(Trick::Flip(at)) => bytes[at] ^= 1,
        Some(Trick::Endless) => {
            say("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            while stream.write_all(&vec![0; 65_536]).is_ok() {}
            return;
        }
        Some(Trick::Drip) => {
            say(&format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", bytes.len()));
            for byte in bytes {
                if stream.write_all(&[byte]).is_err() {
                    return;
                }
                thread::sleep(Duration::from_millis(20));
            }
            return;
        }
        _ => {}
    }
    let length = bytes.len();
    match range.filter(|_| !matches!(trick, Some(Trick::NoRanges))) {
        Some(start) if start < length => {
            say(&format!(
                "HTTP/1.1 206 Partial\r\nContent-Range: bytes {start}-{}/{length}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                length - 1,
                length - start
            ));
            bytes.drain(..start);
        }
        _ => {
            say(&format!(
                "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
            ));
        }
    }
    if let Some(Trick::CutOnce(after)) = trick {
        bytes.truncate(after);
    }
    let _ = stream.write_all(&bytes);
}

#[test]
fn the_newest_release_is_installed_loaded_and_removed() {
    let from = registry();
    let server = Server::start(from.path().to_owned(), &[]);
    for registry in [local(&from), server.registry()] {
        let (_dir, store) = store();
        let mut told = Vec::new();
        let newest = Install::new("lang-test");
        let bundle = store
            .install(&registry, &newest, &TrustPolicy::default(), &mut |it| {
                told.push((it.path.to_owned(), it.have, it.size));
            })
            .expect("installed");
        assert_eq!((bundle.name().as_str(), exit_code(&bundle)), ("lang-test@2.0.0", Some(2)));
        assert!(told.is_sorted_by_key(|it| it.1) && told.len() > 2, "{told:?}");
        assert_eq!(told.last().map(|it| it.1), told.last().map(|it| it.2));
        assert_eq!(names(&store), ["lang-test@2.0.0"]);
        let loaded = store.load("lang-test", None, &TrustPolicy::default()).expect("loaded");
        assert_eq!(loaded.manifest_sha256(), bundle.manifest_sha256());
        let left = fs::read_dir(store.dir().join(".partial")).expect("there").count();
        assert_eq!(left, 1, "only the lock is left");

        assert_eq!(store.remove("lang-test", None).expect("removed").len(), 1);
        assert!(names(&store).is_empty());
        let none = "lang-test is not installed";
        assert_eq!(why(store.load("lang-test", None, &TrustPolicy::default())), none);
        assert_eq!(store.remove("lang-test", None).expect_err("none").to_string(), none);
    }
    let asked = server.asked().join("\n").to_lowercase();
    assert!(asked.contains("user-agent: hognose/"), "{asked}");
    for secret in ["cookie", "authorization", "referer"] {
        assert!(!asked.contains(secret), "{asked}");
    }
}

#[test]
fn what_nobody_vouches_for_is_not_fetched() {
    let from = registry();
    let manifest = from.path().join("lang-test/1.0.0/manifest.json");
    let server = Server::start(from.path().to_owned(), &[]);
    let (_dir, store) = store();
    let theirs = SecretKey::from_bytes(&[7; 32]);
    let strict = TrustPolicy::default().with_development(false);
    let install = |policy: &TrustPolicy| {
        store.install(&server.registry(), &version("1.0.0"), policy, &mut |_| ())
    };
    assert!(why(install(&strict)).contains("which everybody has and which does not count here"));
    for (text, reason) in [
        (support::unsigned_manifest(&wasm(1)), "is not signed"),
        (sign(&theirs, &wasm(1), "1.0.0"), "which is not known"),
        ("{}".to_owned(), "is no manifest"),
        (" ".repeat(70_000), "more than the 65536 bytes that are allowed"),
        // Another bundle, validly signed: the registry does not choose what is installed.
        (sign(&SecretKey::development(), &wasm(1), "0.9.0"), "asked for lang-test@1.0.0, but"),
    ] {
        fs::write(&manifest, text).expect("written");
        let refusal = why(install(&TrustPolicy::default()));
        assert!(refusal.contains(reason), "{refusal}");
    }
    assert!(server.asked().iter().all(|it| !it.contains("python.wasm")), "it was fetched");
    assert!(names(&store).is_empty());
    fs::write(&manifest, sign(&theirs, &wasm(1), "1.0.0")).expect("written");
    assert!(install(&strict.with_key(theirs.public())).is_ok());
}

#[test]
fn files_that_are_not_the_manifests_are_not_installed() {
    let from = registry();
    for (trick, reason) in [
        (Trick::Flip(0), "python.wasm: its SHA-256 is"),
        (Trick::Flip(200_000), "python.wasm: its SHA-256 is"),
        (Trick::Endless, "bytes that are allowed"),
        (Trick::Redirect("https://127.0.0.1:1/x"), "127.0.0.1"),
    ] {
        let server = Server::start(from.path().to_owned(), &[("python.wasm", trick)]);
        let (_dir, store) = store();
        for _ in 0..2 {
            let refusal = why(install(&store, &server.registry(), &version("1.0.0")));
            assert!(refusal.contains(reason), "{refusal}");
            assert!(names(&store).is_empty());
        }
        // A registry that is well again is not spoilt by what came before.
        assert_eq!(
            exit_code(&install(&store, &local(&from), &version("1.0.0")).expect("well")),
            Some(1)
        );
    }
}

#[test]
fn a_download_that_was_cut_goes_on_where_it_ended() {
    let from = registry();
    for (tricks, is_resumed) in [
        (vec![("python.wasm", Trick::CutOnce(100_000))], true),
        (vec![("python.wasm", Trick::CutOnce(100_000)), ("python.wasm", Trick::NoRanges)], false),
    ] {
        let server = Server::start(from.path().to_owned(), &tricks);
        let (_dir, store) = store();
        let refusal = why(install(&store, &server.registry(), &version("2.0.0")));
        assert!(refusal.contains("127.0.0.1"), "{refusal}");
        assert!(names(&store).is_empty());
        let mut first = None;
        let bundle = store
            .install(&server.registry(), &version("2.0.0"), &TrustPolicy::default(), &mut |it| {
                first.get_or_insert(it.have);
            })
            .expect("installed");
        assert_eq!(exit_code(&bundle), Some(2));
        assert_eq!(first.is_some_and(|have| have > 0), is_resumed, "{first:?}");
        assert!(server.asked().iter().any(|it| it.to_lowercase().contains("range: bytes=")));
    }
}

/// What is left of a try may be the beginning of something else.
#[test]
fn a_beginning_that_is_not_the_files_is_fetched_anew() {
    let from = registry();
    let (_dir, store) = store();
    let text = fs::read(from.path().join("lang-test/2.0.0/manifest.json")).expect("there");
    let files = BTreeMap::from([("python.wasm".to_owned(), wasm(2))]);
    let bundle = Bundle::from_bytes(&text, files, &TrustPolicy::default()).expect("verified");
    let stage = store.dir().join(".partial").join(bundle.manifest_sha256());
    let private = |dir: &Path| {
        use std::os::unix::fs::DirBuilderExt as _;
        fs::DirBuilder::new().recursive(true).mode(0o700).create(dir).expect("made");
    };
    let size = wasm(2).len();
    for left in [vec![1; 1000], vec![1; size], vec![1; size + 1000], vec![]] {
        private(&stage);
        fs::write(stage.join("python.wasm"), &left).expect("written");
        let bundle = install(&store, &local(&from), &version("2.0.0")).expect("installed");
        assert_eq!(exit_code(&bundle), Some(2));
        store.remove("lang-test", None).expect("removed");
    }
}

#[test]
fn a_server_that_drips_is_left() {
    let from = registry();
    let server = Server::start(from.path().to_owned(), &[("python.wasm", Trick::Drip)]);
    let (_dir, store) = store();
    let started = Instant::now();
    let refusal = why(install(&store, &server.registry(), &version("1.0.0")));
    assert!(refusal.contains("timeout"), "{refusal}");
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
}

#[test]
fn an_older_version_is_not_taken_for_a_newer_one() {
    let from = registry();
    let (_dir, store) = store();
    install(&store, &local(&from), &version("2.0.0")).expect("installed");
    assert_eq!(
        why(install(&store, &local(&from), &version("1.0.0"))),
        "lang-test@1.0.0 is older than 2.0.0, which is installed: an old version may have faults that are known"
    );
    // Neither where the registry says that the old one is the newest, nor in the new one's place.
    fs::write(from.path().join("index.json"), r#"{ "bundles": { "lang-test": ["1.0.0"] } }"#)
        .expect("written");
    assert!(why(install(&store, &local(&from), &Install::new("lang-test"))).contains("is older"));
    let (old, new) = (from.path().join("lang-test/1.0.0"), from.path().join("lang-test/2.0.0"));
    for name in ["manifest.json", "python.wasm"] {
        fs::copy(old.join(name), new.join(name)).expect("copied");
    }
    let replayed = why(install(&store, &local(&from), &version("2.0.0")));
    assert_eq!(replayed, "asked for lang-test@2.0.0, but the registry gave lang-test@1.0.0");
    install(&store, &local(&from), &version("1.0.0").allow_downgrade()).expect("asked for");
    assert_eq!(names(&store), ["lang-test@2.0.0", "lang-test@1.0.0"]);
}

#[test]
fn what_was_changed_after_it_was_verified_does_not_run_and_is_mended() {
    let from = registry();
    let (_dir, store) = store();
    let at = store.dir().join("lang-test/2.0.0/python.wasm");
    install(&store, &local(&from), &version("2.0.0")).expect("installed");
    let whole = fs::read(&at).expect("there");
    let modified = fs::metadata(&at).expect("there").modified().expect("a time");
    for at_byte in [0, whole.len() / 2, whole.len() - 1] {
        let mut changed = whole.clone();
        changed[at_byte] ^= 1;
        fs::write(&at, &changed).expect("written");
        // The same size and the same time as before.
        fs::File::options()
            .write(true)
            .open(&at)
            .and_then(|it| it.set_modified(modified))
            .expect("set");
        let refusal = why(store.load("lang-test", None, &TrustPolicy::default()));
        assert!(refusal.contains("python.wasm: its SHA-256 is"), "{refusal}");
        let bundle = install(&store, &local(&from), &version("2.0.0")).expect("mended");
        assert_eq!(exit_code(&bundle), Some(2));
        assert_eq!(fs::read(&at).expect("there"), whole);
    }
    // A key that was withdrawn meanwhile counts no more.
    let revoked = TrustPolicy::default().without_key(SecretKey::development().public().id());
    assert!(why(store.load("lang-test", None, &revoked)).contains("which is revoked"));
}

#[test]
fn an_address_that_is_not_safe_to_ask_is_refused() {
    for at in [
        "http://example.org/",
        "ftp://example.org/",
        "https://user:secret@example.org/",
        "https://example.org/?token=1",
        "http://127.0.0.1.example.org/",
        "/no/such/directory",
        "://",
    ] {
        let refusal = Registry::new(at).expect_err(at).to_string();
        assert!(refusal.contains("must be a directory, or an https:// address"), "{refusal}");
    }
    assert!(Registry::new("https://example.org/hognose").is_ok());
    let from = registry();
    let (_dir, store) = store();
    for name in ["../lang-test", "lang-test/..", "", "a b"] {
        let refusal = why(install(
            &store,
            &local(&from),
            &Install::new(name).version("1.0.0".parse().expect("a version")),
        ));
        assert!(refusal.contains("there is no such file"), "{refusal}");
    }
}

fn hognose(cache: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hognose"));
    command.args(args).env_clear().env("HOGNOSE_CACHE", cache);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn told(mut command: Command) -> (i32, String, String) {
    let output = command.output().expect("hognose starts");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

#[test]
fn processes_that_install_at_once_all_succeed() {
    let from = registry();
    let server = Server::start(from.path().to_owned(), &[]);
    let dir = tempfile::tempdir().expect("a directory");
    let args = ["bundle", "install", "lang-test", "--from", &server.address, "--allow-development"];
    let children: Vec<_> =
        (0..4).map(|_| hognose(dir.path(), &args).spawn().expect("it starts")).collect();
    for child in children {
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let fetched = server.asked().iter().filter(|it| it.contains("2.0.0/python.wasm")).count();
    assert_eq!(fetched, 1, "the others wait, and find it");
    assert_eq!(told(hognose(dir.path(), &["exec", "python"])).0, 2);
}

#[test]
fn a_process_that_is_killed_in_the_middle_leaves_nothing_that_runs_and_nothing_in_the_way() {
    let from = registry();
    let server = Server::start(from.path().to_owned(), &[("python.wasm", Trick::Drip)]);
    let dir = tempfile::tempdir().expect("a directory");
    let install = |from: &str| {
        hognose(
            dir.path(),
            &["bundle", "install", "lang-test", "--from", from, "--allow-development"],
        )
    };
    let mut child = install(&server.address).spawn().expect("it starts");
    let partial = || {
        let stages = fs::read_dir(dir.path().join("bundles/.partial")).ok()?;
        let files = stages.flatten().map(|it| it.path().join("python.wasm"));
        files.filter_map(|it| it.metadata().ok()).map(|it| it.len()).max()
    };
    let end = Instant::now() + Duration::from_secs(20);
    while partial().is_none_or(|length| length < 3) {
        assert!(Instant::now() < end, "nothing is fetched");
        thread::sleep(Duration::from_millis(10));
    }
    child.kill().expect("killed");
    let mut stderr = String::new();
    child.wait().expect("it ends");
    child.stderr.take().expect("piped").read_to_string(&mut stderr).expect("UTF-8");
    let (code, list, _) = told(hognose(dir.path(), &["bundle", "list"]));
    assert_eq!((code, list.as_str()), (0, ""), "{stderr}");

    let (code, stdout, stderr) = told(install(from.path().to_str().expect("UTF-8")));
    assert_eq!(code, 0, "{stderr}");
    assert!(stdout.starts_with("lang-test@2.0.0: installed; development-signed"), "{stdout}");
    assert_eq!(told(hognose(dir.path(), &["exec", "python"])).0, 2);
}

#[test]
fn the_command_line_installs_lists_runs_and_removes() {
    let from = registry();
    let dir = tempfile::tempdir().expect("a directory");
    let at = from.path().to_str().expect("UTF-8");
    let run = |args: &[&str]| told(hognose(dir.path(), args));
    let (code, _, stderr) = run(&["bundle", "install", "lang-test", "--from", at]);
    assert_eq!(code, 125);
    assert!(stderr.contains("which everybody has and which does not count here"), "{stderr}");
    let install = |name| run(&["bundle", "install", name, "--from", at, "--allow-development"]);
    assert_eq!(install("lang-test@1.0.0").0, 0);
    assert_eq!(install("lang-test").0, 0);
    assert_eq!(run(&["exec", "python"]).0, 2);
    assert_eq!(run(&["exec", "lang-test@1.0.0:python"]).0, 1);
    assert_eq!(run(&["exec", "lang-test:python"]).0, 2);
    let (code, _, stderr) = run(&["exec", "lang-test:ruby"]);
    assert_eq!(
        (code, stderr.as_str()),
        (125, "hognose: lang-test@2.0.0 has no command \"ruby\" (it has: python)\n")
    );
    let (code, _, stderr) = run(&["exec", "ruby"]);
    assert_eq!(code, 125);
    assert!(stderr.starts_with("hognose: ruby: no installed bundle has it"), "{stderr}");
    let (_, list, _) = run(&["bundle", "list"]);
    assert!(list.starts_with("lang-test@2.0.0 (python): development-signed"), "{list}");
    assert!(list.contains("\nlang-test@1.0.0 (python): development-signed"), "{list}");
    let (_, list, _) = run(&["bundle", "list", "--no-development"]);
    assert!(list.contains("lang-test@2.0.0 (): does not run: bundle "), "{list}");
    let (_, list, _) = run(&["bundle", "list", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&list).expect("JSON");
    assert_eq!(json[0]["trust"], "development");
    assert_eq!(run(&["bundle", "remove", "lang-test@2.0.0"]).1, "lang-test@2.0.0: removed\n");
    assert_eq!(run(&["exec", "python"]).0, 1);
    assert_eq!(run(&["bundle", "remove", "lang-test"]).1, "lang-test@1.0.0: removed\n");
    assert_eq!(run(&["bundle", "remove", "lang-test"]).2, "hognose: lang-test is not installed\n");
    let (code, _, stderr) = install("lang-test@x");
    assert_eq!(code, 2);
    assert!(stderr.contains("x: must be a version such as 1.2.3"), "{stderr}");
    let (code, _, stderr) = install("lang-none");
    assert_eq!(code, 125);
    assert!(stderr.contains("index.json: has no bundle \"lang-none\""), "{stderr}");
}
