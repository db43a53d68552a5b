//! The table of the preview-1 calls: their names and WebAssembly signatures, written once.

/// Calls the macro `$each` with every preview-1 call, as `name(argument: type, …) -> result;`, so
/// that an engine binds them all without writing one out. Each is a method of
/// [`Preview1`](crate::wasi::Preview1) with these arguments that returns
/// `Result<result, Halt>`; a result of `i32` is an errno.
#[macro_export]
macro_rules! for_each_preview1_call {
    ($each:ident) => {
        $each! {
            args_get(argv: u32, argv_buf: u32) -> i32;
            args_sizes_get(argc: u32, argv_buf_size: u32) -> i32;
            clock_res_get(id: u32, resolution: u32) -> i32;
            clock_time_get(id: u32, precision: u64, time: u32) -> i32;
            environ_get(environ: u32, environ_buf: u32) -> i32;
            environ_sizes_get(environ_count: u32, environ_buf_size: u32) -> i32;
            fd_advise(fd: u32, offset: u64, len: u64, advice: u32) -> i32;
            fd_allocate(fd: u32, offset: u64, len: u64) -> i32;
            fd_close(fd: u32) -> i32;
            fd_datasync(fd: u32) -> i32;
            fd_fdstat_get(fd: u32, fdstat: u32) -> i32;
            fd_fdstat_set_flags(fd: u32, flags: u32) -> i32;
            fd_fdstat_set_rights(fd: u32, base: u64, inheriting: u64) -> i32;
            fd_filestat_get(fd: u32, filestat: u32) -> i32;
            fd_filestat_set_size(fd: u32, size: u64) -> i32;
            fd_filestat_set_times(fd: u32, atim: u64, mtim: u64, fst_flags: u32) -> i32;
            fd_pread(fd: u32, iovs: u32, iovs_len: u32, offset: u64, nread: u32) -> i32;
            fd_prestat_dir_name(fd: u32, path: u32, path_len: u32) -> i32;
            fd_prestat_get(fd: u32, prestat: u32) -> i32;
            fd_pwrite(fd: u32, iovs: u32, iovs_len: u32, offset: u64, nwritten: u32) -> i32;
            fd_read(fd: u32, iovs: u32, iovs_len: u32, nread: u32) -> i32;
            fd_readdir(fd: u32, buf: u32, buf_len: u32, cookie: u64, bufused: u32) -> i32;
            fd_renumber(from: u32, to: u32) -> i32;
            fd_seek(fd: u32, offset: u64, whence: u32, newoffset: u32) -> i32;
            fd_sync(fd: u32) -> i32;
            fd_tell(fd: u32, offset: u32) -> i32;
            fd_write(fd: u32, iovs: u32, iovs_len: u32, nwritten: u32) -> i32;
            path_create_directory(fd: u32, path: u32, path_len: u32) -> i32;
            path_filestat_get(fd: u32, flags: u32, path: u32, path_len: u32, filestat: u32) -> i32;
            path_filestat_set_times(
                fd: u32, flags: u32, path: u32, path_len: u32, atim: u64, mtim: u64, fst_flags: u32
            ) -> i32;
            path_link(
                old_fd: u32, old_flags: u32, old_path: u32, old_path_len: u32,
                new_fd: u32, new_path: u32, new_path_len: u32
            ) -> i32;
            path_open(
                fd: u32, dirflags: u32, path: u32, path_len: u32, oflags: u32,
                base: u64, inheriting: u64, fdflags: u32, opened_fd: u32
            ) -> i32;
            path_readlink(
                fd: u32, path: u32, path_len: u32, buf: u32, buf_len: u32, bufused: u32
            ) -> i32;
            path_remove_directory(fd: u32, path: u32, path_len: u32) -> i32;
            path_rename(
                old_fd: u32, old_path: u32, old_path_len: u32,
                new_fd: u32, new_path: u32, new_path_len: u32
            ) -> i32;
            path_symlink(
                old_path: u32, old_path_len: u32, fd: u32, new_path: u32, new_path_len: u32
            ) -> i32;
            path_unlink_file(fd: u32, path: u32, path_len: u32) -> i32;
            poll_oneoff(subscriptions: u32, events: u32, nsubscriptions: u32, nevents: u32) -> i32;
            proc_exit(code: u32) -> ();
            proc_raise(signal: u32) -> i32;
            random_get(buf: u32, buf_len: u32) -> i32;
            sched_yield() -> i32;
            sock_accept(fd: u32, flags: u32, accepted_fd: u32) -> i32;
            sock_recv(
                fd: u32, ri_data: u32, ri_data_len: u32, ri_flags: u32, ro_datalen: u32, ro_flags: u32
            ) -> i32;
            sock_send(fd: u32, si_data: u32, si_data_len: u32, si_flags: u32, so_datalen: u32) -> i32;
            sock_shutdown(fd: u32, how: u32) -> i32;
        }
    };
}
