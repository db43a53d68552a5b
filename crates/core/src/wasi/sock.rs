//! Sockets: there are none, and no way to make one.

use super::{Call, Errno, Fault};
use crate::guest::Guest;

impl<G: Guest> Call<'_, G> {
    fn no_socket(&self, fd: u32) -> Result<(), Fault> {
        self.world.fds.get(fd)?;
        Err(Errno::NotSock.into())
    }

    pub(super) fn sock_accept(&mut self, fd: u32, _: u32, _: u32) -> Result<(), Fault> {
        self.no_socket(fd)
    }

    pub(super) fn sock_recv(
        &mut self,
        fd: u32,
        _ri_data: u32,
        _ri_data_len: u32,
        _ri_flags: u32,
        _ro_datalen: u32,
        _ro_flags: u32,
    ) -> Result<(), Fault> {
        self.no_socket(fd)
    }

    pub(super) fn sock_send(
        &mut self,
        fd: u32,
        _si_data: u32,
        _si_data_len: u32,
        _si_flags: u32,
        _so_datalen: u32,
    ) -> Result<(), Fault> {
        self.no_socket(fd)
    }

    pub(super) fn sock_shutdown(&mut self, fd: u32, _how: u32) -> Result<(), Fault> {
        self.no_socket(fd)
    }
}
