//! Reading and writing.

use super::{Call, Errno, Fault, Rights, fd_table::Target, memory::Buffers};
use crate::{guest::Guest, guest::Stream, workspace::InodeId};

/// Bytes that one call moves at most. A guest can name the same buffer a thousand times and so ask
/// for gigabytes of work with a handful of instructions; POSIX lets a call do less than it is asked.
const MAX_CALL_BYTES: u32 = 16 << 20;
/// Bytes on their way to a stream.
const CHUNK_BYTES: u32 = 4 << 10;
/// How long a read waits for live input before it looks at the clock and the cancel handle.
pub(crate) const WAIT_STEP_NS: u64 = 10_000_000;

impl<G: Guest> Call<'_, G> {
    pub(super) fn fd_read(
        &mut self,
        fd: u32,
        iovs: u32,
        iovs_len: u32,
        nread: u32,
    ) -> Result<(), Fault> {
        let descriptor = self.world.fds.get(fd)?;
        descriptor.base.check(Rights::FD_READ)?;
        let (target, nonblock) = (descriptor.target, descriptor.flags.nonblock());
        let buffers = self.buffers(iovs, iovs_len)?;
        let nread = self.span(nread, 4)?;
        let count = match target {
            Target::Input => self.read_input(&buffers, nonblock)?,
            Target::File { id, offset } => {
                let count = self.read_file(id, offset, &buffers)?;
                self.world.fds.set_offset(fd, offset.saturating_add(u64::from(count)))?;
                count
            }
            Target::Output(_) | Target::Directory { .. } => return Err(Errno::BadF.into()),
        };
        self.put_u32(nread, count)
    }

    pub(super) fn fd_pread(
        &mut self,
        fd: u32,
        iovs: u32,
        iovs_len: u32,
        offset: u64,
        nread: u32,
    ) -> Result<(), Fault> {
        let (id, _) = self.world.fds.file(fd, Rights::FD_READ)?;
        if i64::try_from(offset).is_err() {
            return Err(Errno::Inval.into());
        }
        let buffers = self.buffers(iovs, iovs_len)?;
        let nread = self.span(nread, 4)?;
        let count = self.read_file(id, offset, &buffers)?;
        self.put_u32(nread, count)
    }

    pub(super) fn fd_write(
        &mut self,
        fd: u32,
        iovs: u32,
        iovs_len: u32,
        nwritten: u32,
    ) -> Result<(), Fault> {
        let descriptor = self.world.fds.get(fd)?;
        descriptor.base.check(Rights::FD_WRITE)?;
        let (target, append) = (descriptor.target, descriptor.flags.append());
        let buffers = self.buffers(iovs, iovs_len)?;
        let nwritten = self.span(nwritten, 4)?;
        let count = match target {
            Target::Output(stream) => self.write_output(stream, &buffers)?,
            Target::File { id, offset } => {
                let offset = if append { self.world.workspace.stat(id)?.size } else { offset };
                let count = self.write_file(id, offset, &buffers)?;
                self.world.fds.set_offset(fd, offset.saturating_add(u64::from(count)))?;
                count
            }
            Target::Input | Target::Directory { .. } => return Err(Errno::BadF.into()),
        };
        self.put_u32(nwritten, count)
    }

    /// Writes at the offset even where the file is open for appending, as POSIX (not Linux) has it.
    pub(super) fn fd_pwrite(
        &mut self,
        fd: u32,
        iovs: u32,
        iovs_len: u32,
        offset: u64,
        nwritten: u32,
    ) -> Result<(), Fault> {
        let (id, _) = self.world.fds.file(fd, Rights::FD_WRITE)?;
        if i64::try_from(offset).is_err() {
            return Err(Errno::Inval.into());
        }
        let buffers = self.buffers(iovs, iovs_len)?;
        let nwritten = self.span(nwritten, 4)?;
        let count = self.write_file(id, offset, &buffers)?;
        self.put_u32(nwritten, count)
    }

    fn read_file(&mut self, id: InodeId, offset: u64, buffers: &Buffers) -> Result<u32, Fault> {
        let bytes = self.world.workspace.bytes_from(id, offset)?;
        scatter(self.guest, bytes, buffers)
    }

    /// Reads standard input, waiting for it where it is live.
    fn read_input(&mut self, buffers: &Buffers, nonblock: bool) -> Result<u32, Fault> {
        if buffers.bytes == 0 {
            return Ok(0);
        }
        while self.world.stdin.must_wait() {
            self.go_on_waiting()?;
            let left = self.world.real_left_ns(self.host);
            let wait = if nonblock { 0 } else { left.min(WAIT_STEP_NS) };
            self.world.stdin.ask(self.host, wait);
            if nonblock && self.world.stdin.must_wait() {
                return Err(Errno::Again.into());
            }
        }
        let count = scatter(self.guest, self.world.stdin.available(), buffers)?;
        self.world.stdin.consume(count as usize);
        Ok(count)
    }

    fn write_file(&mut self, id: InodeId, offset: u64, buffers: &Buffers) -> Result<u32, Fault> {
        let want = u64::from(buffers.bytes.min(MAX_CALL_BYTES));
        let now = self.now();
        let mut window = self.world.workspace.window(id, offset, want, now)?;
        let mut count = 0;
        for span in &buffers.spans {
            let length = window.len().min(span.len as usize);
            let (place, rest) = window.split_at_mut(length);
            self.guest.read(span.at, place)?;
            // A window is not larger than `MAX_CALL_BYTES`.
            count += u32::try_from(length).unwrap_or(0);
            window = rest;
        }
        Ok(count)
    }

    fn write_output(&mut self, stream: Stream, buffers: &Buffers) -> Result<u32, Fault> {
        let mut left = buffers.bytes.min(MAX_CALL_BYTES);
        let total = left;
        let mut chunk = [0; CHUNK_BYTES as usize];
        for span in &buffers.spans {
            let mut rest = span.first(left);
            left -= rest.len;
            while rest.len > 0 {
                let now = rest.first(CHUNK_BYTES);
                let bytes = &mut chunk[..now.len as usize];
                self.guest.read(now.at, bytes)?;
                self.world.write_output(stream, bytes);
                rest = rest.skip(CHUNK_BYTES);
            }
        }
        self.world.flush_output(stream, self.host);
        Ok(total)
    }
}

/// Copies bytes into buffers, one after the other, as many as there are and fit.
fn scatter<G: Guest>(guest: &mut G, bytes: &[u8], buffers: &Buffers) -> Result<u32, Fault> {
    let mut rest = &bytes[..bytes.len().min(MAX_CALL_BYTES as usize)];
    let mut count = 0;
    for span in &buffers.spans {
        let (now, later) = rest.split_at(rest.len().min(span.len as usize));
        guest.write(span.at, now)?;
        count += u32::try_from(now.len()).unwrap_or(0);
        rest = later;
    }
    Ok(count)
}
