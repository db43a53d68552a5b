// Standard streams: one ordered, buffered world.
//
// print(), sys.stdout, sys.stdout.buffer and tracebacks all pass through here. stdout is
// buffered (a host call for each print would dominate small programs); it is flushed before
// anything is written to stderr, before a read of stdin, before a sleep and at exit, so the
// order that a reader sees is the order in which the program wrote.
#include <string.h>
#include <unistd.h>
#include <wasi/api.h>

#include "py/builtin.h"
#include "py/mphal.h"
#include "py/runtime.h"
#include "py/stream.h"

static char out_buf[8192];

// What is in it and not yet written, for a host that stops the guest: two little-endian u32.
static struct {
    const char *buf;
    size_t len;
} out = { out_buf, 0 };

__attribute__((export_name("hognose_stdout"), used))
const void *hognose_stdout(void) {
    return &out;
}

static uint8_t in_buf[4096];
static size_t in_pos, in_end;

// Write all of it, or return -1 with the (Linux) error in *err.
static ssize_t write_all(int fd, const char *buf, size_t len, int *err) {
    size_t done = 0;
    while (done < len) {
        __wasi_ciovec_t vec = { .buf = (const uint8_t *)buf + done, .buf_len = len - done };
        __wasi_size_t written = 0;
        __wasi_errno_t e = __wasi_fd_write(fd, &vec, 1, &written);
        if (e == __WASI_ERRNO_INTR || e == __WASI_ERRNO_AGAIN) {
            continue;
        }
        if (e != 0) {
            *err = hognose_errno_from_wasi(e);
            return done != 0 ? (ssize_t)done : -1;
        }
        if (written == 0) {
            break; // a host that takes nothing more: report the short count
        }
        done += written;
    }
    return done;
}

void hognose_stdout_flush(void) {
    size_t len = out.len;
    int err;
    out.len = 0; // first: a host that ends the guest inside the call must not see it twice
    if (len != 0) {
        write_all(STDOUT_FILENO, out_buf, len, &err);
    }
}

static void stdout_write(const char *buf, size_t len) {
    if (out.len + len > sizeof(out_buf)) {
        hognose_stdout_flush();
    }
    if (len >= sizeof(out_buf)) {
        int err;
        write_all(STDOUT_FILENO, buf, len, &err);
    } else {
        memcpy(out_buf + out.len, buf, len);
        out.len += len;
    }
}

mp_uint_t mp_hal_stdout_tx_strn(const char *str, size_t len) {
    stdout_write(str, len);
    return len;
}

void mp_hal_stdout_tx_strn_cooked(const char *str, size_t len) {
    stdout_write(str, len);
}

void mp_hal_stdout_tx_str(const char *str) {
    stdout_write(str, strlen(str));
}

// These three replace read, write and fsync in extmod/vfs_posix_file.c (see the Makefile).

ssize_t hognose_write(int fd, const void *buf, size_t len) {
    if (fd == STDOUT_FILENO) {
        stdout_write(buf, len);
        return len;
    }
    if (fd == STDERR_FILENO) {
        hognose_stdout_flush();
    }
    return write(fd, buf, len);
}

ssize_t hognose_read(int fd, void *buf, size_t len) {
    if (fd != STDIN_FILENO) {
        return read(fd, buf, len);
    }
    HOGNOSE_SAFE_POINT();
    if (in_pos == in_end) {
        hognose_stdout_flush(); // a prompt must be visible before the wait
        bool direct = len >= sizeof(in_buf);
        ssize_t n = direct ? read(fd, buf, len) : read(fd, in_buf, sizeof(in_buf));
        HOGNOSE_SAFE_POINT(); // the host may have ended the wait
        if (direct || n <= 0) {
            return n;
        }
        in_pos = 0;
        in_end = n;
    }
    size_t n = MIN(len, in_end - in_pos);
    memcpy(buf, in_buf + in_pos, n);
    in_pos += n;
    return n;
}

// The host has another stdin now.
void hognose_forget_stdin(void) {
    in_pos = in_end = 0;
}

int hognose_fsync(int fd) {
    if (fd <= STDERR_FILENO) {
        if (fd == STDOUT_FILENO) {
            hognose_stdout_flush();
        }
        return 0;
    }
    return fsync(fd);
}

static void stderr_print(void *env, const char *str, size_t len) {
    (void)env;
    int err;
    hognose_stdout_flush();
    write_all(STDERR_FILENO, str, len, &err);
}

const mp_print_t hognose_stderr = { NULL, stderr_print };

// Needed by the linker only: nothing polls the console in this port.
int mp_hal_stdin_rx_chr(void) {
    unsigned char c;
    return hognose_read(STDIN_FILENO, &c, 1) == 1 ? c : 4;
}

// input([prompt]): the prompt to sys.stdout, a line of sys.stdin without its end, no echo.
static mp_obj_t builtin_input(size_t n_args, const mp_obj_t *args) {
    mp_obj_t call[3];
    if (n_args == 1) {
        mp_load_method(MP_STATE_VM(sys_mutable[MP_SYS_MUTABLE_STDOUT]), MP_QSTR_write, call);
        call[2] = mp_call_function_1(MP_OBJ_FROM_PTR(&mp_type_str), args[0]);
        mp_call_method_n_kw(1, 0, call);
    }
    hognose_stdout_flush();
    mp_load_method(MP_STATE_VM(sys_mutable[MP_SYS_MUTABLE_STDIN]), MP_QSTR_readline, call);
    mp_obj_t line = mp_call_method_n_kw(0, 0, call);
    size_t len;
    const char *text = mp_obj_str_get_data(line, &len);
    if (len == 0) {
        mp_raise_msg(&mp_type_EOFError, MP_ERROR_TEXT("EOF when reading a line"));
    }
    return text[len - 1] == '\n' ? mp_obj_new_str(text, len - 1) : line;
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(hognose_builtin_input_obj, 0, 1, builtin_input);
