//! Where a call may write: what its arguments name, and nothing else.

use crate::session::{OUT, Session, TestGuest};
use hognose_core::guest::GuestMemory as _;
use std::ops::Range;

/// How many arguments and environment variables there are, and how many bytes they have.
pub struct Texts {
    args: (u64, u64),
    environ: (u64, u64),
}

impl Texts {
    /// Those that the guest is told of.
    pub fn of(session: &mut Session) -> Self {
        let saved = session.get(OUT, 16);
        session.call(|p| p.args_sizes_get(OUT, OUT + 4)).expect("it has arguments");
        session.call(|p| p.environ_sizes_get(OUT + 8, OUT + 12)).expect("it has an environment");
        let [args, args_bytes, vars, vars_bytes] =
            [0, 4, 8, 12].map(|at| u64::from(session.u32(OUT + at)));
        session.put(OUT, &saved);
        Self { args: (args, args_bytes), environ: (vars, vars_bytes) }
    }
}

/// The places that this call may write to.
pub fn places(
    call: &str,
    parameters: &[&str],
    arguments: &[u64],
    texts: &Texts,
    guest: &TestGuest,
) -> Vec<Range<u64>> {
    let argument = |name: &str| {
        let place = parameters.iter().position(|parameter| *parameter == name);
        // What the call gets of it.
        place.map_or(0, |place| arguments[place] & u64::from(u32::MAX))
    };
    let mut places = Vec::new();
    for name in parameters {
        let len = match (call, *name) {
            ("fd_read" | "fd_pread", "iovs") => {
                places.extend(buffers(argument("iovs"), argument("iovs_len"), guest));
                continue;
            }
            ("fd_prestat_dir_name", "path") => argument("path_len"),
            ("fd_readdir" | "path_readlink" | "random_get", "buf") => argument("buf_len"),
            ("poll_oneoff", "events") => 32 * argument("nsubscriptions"),
            ("args_get", "argv") => 4 * texts.args.0,
            ("args_get", "argv_buf") => texts.args.1,
            ("environ_get", "environ") => 4 * texts.environ.0,
            ("environ_get", "environ_buf") => texts.environ.1,
            (
                _,
                "argc" | "argv_buf_size" | "environ_count" | "environ_buf_size" | "nread"
                | "nwritten" | "bufused" | "opened_fd" | "nevents",
            ) => 4,
            ("fd_tell", "offset") | (_, "resolution" | "time" | "prestat" | "newoffset") => 8,
            (_, "fdstat") => 24,
            (_, "filestat") => 64,
            _ => continue,
        };
        let at = argument(name);
        places.push(at..at + len);
    }
    places
}

/// The buffers of an array of `iovec`, as far as it is in memory.
fn buffers(at: u64, count: u64, guest: &TestGuest) -> Vec<Range<u64>> {
    let mut buffers = Vec::new();
    for index in 0..count.min(1_024) {
        let mut iovec = [0; 8];
        let Ok(at) = u32::try_from(at + index * 8) else { break };
        if guest.read(at, &mut iovec).is_err() {
            break;
        }
        let [at, len] = [0, 4].map(|part| {
            u64::from(u32::from_le_bytes([
                iovec[part],
                iovec[part + 1],
                iovec[part + 2],
                iovec[part + 3],
            ]))
        });
        buffers.push(at..at + len);
    }
    buffers
}
