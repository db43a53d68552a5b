// What MicroPython's portable sources expect of a port, beyond mpconfigport.h.
#ifndef HOGNOSE_MPHALPORT_H
#define HOGNOSE_MPHALPORT_H

#include <errno.h>
#include <stdint.h>
#include <sys/types.h>

// errno is read once: it is a call (see errno.h).
#define MP_HAL_RETRY_SYSCALL(ret, syscall, raise) \
    { \
        for (;;) { \
            ret = syscall; \
            if (ret == -1) { \
                int err = errno; \
                if (err == EINTR) { \
                    continue; \
                } \
                raise; \
            } \
            break; \
        } \
    }

#define mp_hal_set_interrupt_char(c) (void)(c) // there is no keyboard

// stdio.c
void hognose_stdout_flush(void);
ssize_t hognose_read(int fd, void *buf, size_t len);
ssize_t hognose_write(int fd, const void *buf, size_t len);
int hognose_fsync(int fd);
void hognose_forget_stdin(void);

// workdir.c
int hognose_chdir(const char *path);

// clock.c
void hognose_sleep_ns(uint64_t ns);
void mp_hal_get_random(size_t n, void *buf);

#endif
