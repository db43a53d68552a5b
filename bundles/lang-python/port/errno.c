// The one translation from WASI's error numbers to Linux's. See errno.h.
#include <stdint.h>
#include <wasi/api.h>
#include "errno.h"

static const uint8_t linux_errno[] = {
    [__WASI_ERRNO_2BIG] = E2BIG,
    [__WASI_ERRNO_ACCES] = EACCES,
    [__WASI_ERRNO_AGAIN] = EAGAIN,
    [__WASI_ERRNO_ALREADY] = EALREADY,
    [__WASI_ERRNO_BADF] = EBADF,
    [__WASI_ERRNO_BUSY] = EBUSY,
    [__WASI_ERRNO_CANCELED] = ECANCELED,
    [__WASI_ERRNO_CHILD] = ECHILD,
    [__WASI_ERRNO_CONNABORTED] = ECONNABORTED,
    [__WASI_ERRNO_CONNREFUSED] = ECONNREFUSED,
    [__WASI_ERRNO_CONNRESET] = ECONNRESET,
    [__WASI_ERRNO_DEADLK] = EDEADLK,
    [__WASI_ERRNO_DOM] = EDOM,
    [__WASI_ERRNO_DQUOT] = EDQUOT,
    [__WASI_ERRNO_EXIST] = EEXIST,
    [__WASI_ERRNO_FAULT] = EFAULT,
    [__WASI_ERRNO_FBIG] = EFBIG,
    [__WASI_ERRNO_ILSEQ] = EILSEQ,
    [__WASI_ERRNO_INPROGRESS] = EINPROGRESS,
    [__WASI_ERRNO_INTR] = EINTR,
    [__WASI_ERRNO_INVAL] = EINVAL,
    [__WASI_ERRNO_IO] = EIO,
    [__WASI_ERRNO_ISDIR] = EISDIR,
    [__WASI_ERRNO_LOOP] = ELOOP,
    [__WASI_ERRNO_MFILE] = EMFILE,
    [__WASI_ERRNO_MLINK] = EMLINK,
    [__WASI_ERRNO_NAMETOOLONG] = ENAMETOOLONG,
    [__WASI_ERRNO_NFILE] = ENFILE,
    [__WASI_ERRNO_NOBUFS] = ENOBUFS,
    [__WASI_ERRNO_NODEV] = ENODEV,
    [__WASI_ERRNO_NOENT] = ENOENT,
    [__WASI_ERRNO_NOEXEC] = ENOEXEC,
    [__WASI_ERRNO_NOMEM] = ENOMEM,
    [__WASI_ERRNO_NOSPC] = ENOSPC,
    [__WASI_ERRNO_NOSYS] = ENOSYS,
    [__WASI_ERRNO_NOTCONN] = ENOTCONN,
    [__WASI_ERRNO_NOTDIR] = ENOTDIR,
    [__WASI_ERRNO_NOTEMPTY] = ENOTEMPTY,
    [__WASI_ERRNO_NOTSUP] = ENOTSUP,
    [__WASI_ERRNO_NOTTY] = ENOTTY,
    [__WASI_ERRNO_NXIO] = ENXIO,
    [__WASI_ERRNO_OVERFLOW] = EOVERFLOW,
    [__WASI_ERRNO_PERM] = EPERM,
    [__WASI_ERRNO_PIPE] = EPIPE,
    [__WASI_ERRNO_PROTO] = EPROTO,
    [__WASI_ERRNO_RANGE] = ERANGE,
    [__WASI_ERRNO_ROFS] = EROFS,
    [__WASI_ERRNO_SPIPE] = ESPIPE,
    [__WASI_ERRNO_SRCH] = ESRCH,
    [__WASI_ERRNO_TIMEDOUT] = ETIMEDOUT,
    [__WASI_ERRNO_TXTBSY] = ETXTBSY,
    [__WASI_ERRNO_XDEV] = EXDEV,
    // The sandbox's own refusal ("outside of what was granted") is what a Linux
    // program sees as a lack of permission.
    [__WASI_ERRNO_NOTCAPABLE] = EACCES,
};

int hognose_errno_from_wasi(int wasi_errno) {
    if (wasi_errno == 0) {
        return 0;
    }
    if (wasi_errno > 0 && (unsigned)wasi_errno < sizeof(linux_errno) && linux_errno[wasi_errno] != 0) {
        return linux_errno[wasi_errno];
    }
    return EIO;
}

// Linux's words, which programs match on. NULL for a number that this world does not give.
const char *hognose_strerror(int number) {
    static const char *const texts[] = {
        [EPERM] = "Operation not permitted",
        [ENOENT] = "No such file or directory",
        [EINTR] = "Interrupted system call",
        [EIO] = "Input/output error",
        [EBADF] = "Bad file descriptor",
        [EAGAIN] = "Resource temporarily unavailable",
        [ENOMEM] = "Cannot allocate memory",
        [EACCES] = "Permission denied",
        [EFAULT] = "Bad address",
        [EBUSY] = "Device or resource busy",
        [EEXIST] = "File exists",
        [EXDEV] = "Invalid cross-device link",
        [ENODEV] = "No such device",
        [ENOTDIR] = "Not a directory",
        [EISDIR] = "Is a directory",
        [EINVAL] = "Invalid argument",
        [ENFILE] = "Too many open files in system",
        [EMFILE] = "Too many open files",
        [ENOTTY] = "Inappropriate ioctl for device",
        [EFBIG] = "File too large",
        [ENOSPC] = "No space left on device",
        [ESPIPE] = "Illegal seek",
        [EROFS] = "Read-only file system",
        [EMLINK] = "Too many links",
        [EPIPE] = "Broken pipe",
        [EDOM] = "Numerical argument out of domain",
        [ERANGE] = "Numerical result out of range",
        [ENAMETOOLONG] = "File name too long",
        [ENOSYS] = "Function not implemented",
        [ENOTEMPTY] = "Directory not empty",
        [ELOOP] = "Too many levels of symbolic links",
        [EOVERFLOW] = "Value too large for defined data type",
        [EOPNOTSUPP] = "Operation not supported",
        [ETIMEDOUT] = "Connection timed out",
        [EALREADY] = "Operation already in progress",
        [EINPROGRESS] = "Operation now in progress",
        [EDQUOT] = "Disk quota exceeded",
        [ECANCELED] = "Operation canceled",
    };
    return number > 0 && (size_t)number < sizeof(texts) / sizeof(texts[0]) ? texts[number] : NULL;
}

#undef errno
extern _Thread_local int errno; // wasi-libc's own

void hognose_set_enomem(void) {
    errno = __WASI_ERRNO_NOMEM;
}

int hognose_errno(void) {
    return hognose_errno_from_wasi(errno);
}
