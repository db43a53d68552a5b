//! A guest that is only memory, a host that is only numbers, and calls that read like calls.

use hognose_core::{
    contract::{Limits, Request},
    guest::{Guest, GuestMemory, Halt, Host, LiveInput, OutOfBounds, Stream},
    wasi::{Errno, Preview1},
    world::World,
};
use std::collections::VecDeque;

pub const MEMORY_BYTES: u32 = 1 << 20;
/// Where the calls below put what they pass.
pub const OUT: u32 = 64;
pub const IOVS: u32 = 1 << 10;
pub const PATH: u32 = 64 << 10;
pub const PATH2: u32 = 256 << 10;
pub const DATA: u32 = 512 << 10;

pub const READ: u64 = 1 << 1;
pub const WRITE: u64 = 1 << 6;
pub const CREATE: u32 = 1;
pub const DIRECTORY: u32 = 2;
pub const EXCLUSIVE: u32 = 4;
pub const TRUNCATE: u32 = 8;

pub struct TestGuest {
    pub memory: Vec<u8>,
    /// Where the host has written: the place and the length of each piece.
    pub written: Vec<(u32, usize)>,
    pub fuel: i64,
}

impl GuestMemory for TestGuest {
    fn size(&self) -> u64 {
        self.memory.len() as u64
    }

    fn read(&self, at: u32, into: &mut [u8]) -> Result<(), OutOfBounds> {
        let at = at as usize;
        into.copy_from_slice(self.memory.get(at..at + into.len()).ok_or(OutOfBounds)?);
        Ok(())
    }

    fn write(&mut self, at: u32, bytes: &[u8]) -> Result<(), OutOfBounds> {
        self.written.push((at, bytes.len()));
        let at = at as usize;
        self.memory.get_mut(at..at + bytes.len()).ok_or(OutOfBounds)?.copy_from_slice(bytes);
        Ok(())
    }
}

impl Guest for TestGuest {
    fn fuel(&mut self) -> i64 {
        self.fuel
    }

    fn set_fuel(&mut self, fuel: i64) {
        self.fuel = fuel;
    }
}

#[derive(Default)]
pub struct TestHost {
    pub now_ns: u64,
    pub waited_ns: u64,
    pub longest_wait_ns: u64,
    pub cancelled: bool,
    /// Cancels once the time is there.
    pub cancel_at_ns: Option<u64>,
    pub random: u8,
    pub output: Vec<(Stream, Vec<u8>)>,
    /// What a live standard input says next; after that, `Pending` for ever.
    pub input: VecDeque<Option<Vec<u8>>>,
}

impl Host for TestHost {
    fn realtime_ns(&mut self) -> u64 {
        1_700_000_000_000_000_000 + self.now_ns
    }

    fn monotonic_ns(&mut self) -> u64 {
        self.now_ns
    }

    fn fill_random(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.random = self.random.wrapping_add(1);
            *byte = self.random;
        }
    }

    fn wait_ns(&mut self, ns: u64) {
        self.now_ns += ns;
        self.waited_ns += ns;
        self.longest_wait_ns = self.longest_wait_ns.max(ns);
    }

    fn is_cancelled(&mut self) -> bool {
        self.cancelled || self.cancel_at_ns.is_some_and(|at| self.now_ns >= at)
    }

    fn output(&mut self, stream: Stream, bytes: &[u8]) {
        assert!(!bytes.is_empty());
        self.output.push((stream, bytes.to_vec()));
    }

    fn read_stdin(&mut self, into: &mut [u8], wait_ns: u64) -> LiveInput {
        match self.input.pop_front() {
            Some(Some(bytes)) => {
                into[..bytes.len()].copy_from_slice(&bytes);
                LiveInput::Bytes(bytes.len())
            }
            Some(None) => LiveInput::End,
            None => {
                self.wait_ns(wait_ns);
                LiveInput::Pending
            }
        }
    }
}

/// What a call came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    Errno(Errno),
    Halt(Halt),
}

pub type Outcome<T> = Result<T, Errno>;

pub struct Session {
    pub guest: TestGuest,
    pub world: World,
    pub host: TestHost,
}

impl Session {
    pub fn new(world: World) -> Self {
        Self::on(world, TestHost::default())
    }

    pub fn on(mut world: World, mut host: TestHost) -> Self {
        let fuel = world.begin(&mut host);
        let memory = vec![0; MEMORY_BYTES as usize];
        Self { guest: TestGuest { memory, written: Vec::new(), fuel }, world, host }
    }

    pub fn of(request: Request) -> Self {
        Self::new(World::for_request(&request.validate().unwrap()))
    }

    pub fn with_limits(limits: Limits) -> Self {
        Self::of(Request::code("pass").with_limits(limits))
    }

    pub fn preview1(&mut self) -> Preview1<'_, TestGuest> {
        Preview1 { guest: &mut self.guest, world: &mut self.world, host: &mut self.host }
    }

    /// Makes a call that must not end the guest.
    pub fn call(
        &mut self,
        call: impl FnOnce(&mut Preview1<'_, TestGuest>) -> Result<i32, Halt>,
    ) -> Outcome<()> {
        match self.raw(call) {
            Ok(()) => Ok(()),
            Err(Ended::Errno(errno)) => Err(errno),
            Err(Ended::Halt(halt)) => panic!("halted: {halt:?}"),
        }
    }

    pub fn raw(
        &mut self,
        call: impl FnOnce(&mut Preview1<'_, TestGuest>) -> Result<i32, Halt>,
    ) -> Result<(), Ended> {
        match call(&mut self.preview1()) {
            Ok(0) => Ok(()),
            Ok(number) => Err(Ended::Errno(Errno::ALL[usize::try_from(number).unwrap()])),
            Err(halt) => Err(Ended::Halt(halt)),
        }
    }

    pub fn put(&mut self, at: u32, bytes: &[u8]) -> (u32, u32) {
        self.guest.write(at, bytes).unwrap();
        (at, u32::try_from(bytes.len()).unwrap())
    }

    pub fn get(&self, at: u32, len: usize) -> Vec<u8> {
        let mut bytes = vec![0; len];
        self.guest.read(at, &mut bytes).unwrap();
        bytes
    }

    pub fn u32(&self, at: u32) -> u32 {
        u32::from_le_bytes(self.get(at, 4).try_into().unwrap())
    }

    pub fn u64(&self, at: u32) -> u64 {
        u64::from_le_bytes(self.get(at, 8).try_into().unwrap())
    }

    /// One buffer at `DATA`.
    pub fn iov(&mut self, len: u32) {
        self.iovs(&[(DATA, len)]);
    }

    pub fn iovs(&mut self, buffers: &[(u32, u32)]) {
        let bytes: Vec<u8> = buffers
            .iter()
            .flat_map(|(at, len)| [at.to_le_bytes(), len.to_le_bytes()].concat())
            .collect();
        self.put(IOVS, &bytes);
    }

    pub fn open_with(
        &mut self,
        path: &str,
        oflags: u32,
        rights: u64,
        fdflags: u32,
    ) -> Outcome<u32> {
        self.open_at(3, 1, path, oflags, rights, fdflags)
    }

    pub fn open_at(
        &mut self,
        fd: u32,
        follow: u32,
        path: &str,
        oflags: u32,
        rights: u64,
        fdflags: u32,
    ) -> Outcome<u32> {
        let (at, len) = self.put(PATH, path.as_bytes());
        self.call(|p| p.path_open(fd, follow, at, len, oflags, rights, 0, fdflags, OUT))?;
        Ok(self.u32(OUT))
    }

    /// Opens for reading and writing, makes the file where it is missing.
    pub fn create(&mut self, path: &str) -> Outcome<u32> {
        self.open_with(path, CREATE, READ | WRITE, 0)
    }

    pub fn open(&mut self, path: &str) -> Outcome<u32> {
        self.open_with(path, 0, READ, 0)
    }

    pub fn close(&mut self, fd: u32) -> Outcome<()> {
        self.call(|p| p.fd_close(fd))
    }

    pub fn write(&mut self, fd: u32, bytes: &[u8]) -> Outcome<u32> {
        let (_, len) = self.put(DATA, bytes);
        self.iov(len);
        self.call(|p| p.fd_write(fd, IOVS, 1, OUT))?;
        Ok(self.u32(OUT))
    }

    pub fn read(&mut self, fd: u32, len: u32) -> Outcome<Vec<u8>> {
        self.iov(len);
        self.call(|p| p.fd_read(fd, IOVS, 1, OUT))?;
        Ok(self.get(DATA, self.u32(OUT) as usize))
    }

    pub fn seek(&mut self, fd: u32, offset: i64, whence: u32) -> Outcome<u64> {
        self.call(|p| p.fd_seek(fd, offset.cast_unsigned(), whence, OUT))?;
        Ok(self.u64(OUT))
    }

    /// Writes a whole file.
    pub fn save(&mut self, path: &str, bytes: &[u8]) -> Outcome<()> {
        let fd = self.open_with(path, CREATE | TRUNCATE, WRITE, 0)?;
        let result = self.write(fd, bytes);
        self.close(fd)?;
        result.map(|_| ())
    }

    /// Reads a whole file.
    pub fn load(&mut self, path: &str) -> Outcome<Vec<u8>> {
        let fd = self.open(path)?;
        let bytes = self.read(fd, 400 << 10);
        self.close(fd)?;
        bytes
    }

    pub fn mkdir(&mut self, path: &str) -> Outcome<()> {
        let (at, len) = self.put(PATH, path.as_bytes());
        self.call(|p| p.path_create_directory(3, at, len))
    }

    pub fn rmdir(&mut self, path: &str) -> Outcome<()> {
        let (at, len) = self.put(PATH, path.as_bytes());
        self.call(|p| p.path_remove_directory(3, at, len))
    }

    pub fn unlink(&mut self, path: &str) -> Outcome<()> {
        let (at, len) = self.put(PATH, path.as_bytes());
        self.call(|p| p.path_unlink_file(3, at, len))
    }

    pub fn symlink(&mut self, target: &str, path: &str) -> Outcome<()> {
        let (at, len) = self.put(PATH, target.as_bytes());
        let (at2, len2) = self.put(PATH2, path.as_bytes());
        self.call(|p| p.path_symlink(at, len, 3, at2, len2))
    }

    pub fn link(&mut self, from: &str, to: &str) -> Outcome<()> {
        let (at, len) = self.put(PATH, from.as_bytes());
        let (at2, len2) = self.put(PATH2, to.as_bytes());
        self.call(|p| p.path_link(3, 0, at, len, 3, at2, len2))
    }

    pub fn rename(&mut self, from: &str, to: &str) -> Outcome<()> {
        let (at, len) = self.put(PATH, from.as_bytes());
        let (at2, len2) = self.put(PATH2, to.as_bytes());
        self.call(|p| p.path_rename(3, at, len, 3, at2, len2))
    }

    pub fn stat(&mut self, path: &str, follow: u32) -> Outcome<Stat> {
        let (at, len) = self.put(PATH, path.as_bytes());
        self.call(|p| p.path_filestat_get(3, follow, at, len, OUT))?;
        Ok(self.stat_at_out())
    }

    pub fn fstat(&mut self, fd: u32) -> Outcome<Stat> {
        self.call(|p| p.fd_filestat_get(fd, OUT))?;
        Ok(self.stat_at_out())
    }

    fn stat_at_out(&self) -> Stat {
        Stat {
            inode: self.u64(OUT + 8),
            filetype: self.get(OUT + 16, 1)[0],
            links: self.u64(OUT + 24),
            size: self.u64(OUT + 32),
            accessed_ns: self.u64(OUT + 40),
            modified_ns: self.u64(OUT + 48),
        }
    }

    /// One `fd_readdir`: names with their cookies, and whether the buffer was filled.
    pub fn readdir(
        &mut self,
        fd: u32,
        len: u32,
        cookie: u64,
    ) -> Outcome<(Vec<(String, u64)>, bool)> {
        self.call(|p| p.fd_readdir(fd, DATA, len, cookie, OUT))?;
        let used = self.u32(OUT);
        let bytes = self.get(DATA, used as usize);
        let mut entries = Vec::new();
        let mut rest = &bytes[..];
        while rest.len() >= 24 {
            let next = u64::from_le_bytes(rest[..8].try_into().unwrap());
            let length = u32::from_le_bytes(rest[16..20].try_into().unwrap()) as usize;
            let Some(name) = rest.get(24..24 + length) else { break };
            entries.push((String::from_utf8(name.to_vec()).unwrap(), next));
            rest = &rest[24 + length..];
        }
        Ok((entries, used == len))
    }

    pub fn names(&mut self, path: &str) -> Outcome<Vec<String>> {
        let fd = self.open_with(path, DIRECTORY, READ, 0)?;
        let (entries, _) = self.readdir(fd, 400 << 10, 0)?;
        self.close(fd)?;
        Ok(entries.into_iter().map(|(name, _)| name).skip(2).collect())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stat {
    pub inode: u64,
    pub filetype: u8,
    pub links: u64,
    pub size: u64,
    pub accessed_ns: u64,
    pub modified_ns: u64,
}
