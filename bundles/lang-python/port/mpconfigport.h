// MicroPython's configuration for Hognose: everything portable, nothing that reaches out of
// the sandbox, nothing that can run bytecode or machine code that the compiler did not make.
#include <stddef.h>
#include <stdint.h>
#include <unistd.h>

#include "recursion.h"

#define HOGNOSE (1) // as opposed to the compiler that freezes modules, which is built from the same files
#define MICROPY_CONFIG_ROM_LEVEL (MICROPY_CONFIG_ROM_LEVEL_EVERYTHING)

// ---- types: wasm32 --------------------------------------------------------------------
typedef int mp_int_t;
typedef unsigned mp_uint_t;
typedef long long mp_off_t;
#define INT_FMT "%d"
#define UINT_FMT "%u"
#define MP_SSIZE_MAX (0x7fffffff)
#define MICROPY_LONGINT_IMPL (MICROPY_LONGINT_IMPL_MPZ)
#define MPZ_DIG_SIZE (16)
#define MICROPY_FLOAT_IMPL (MICROPY_FLOAT_IMPL_DOUBLE)
#define MICROPY_FLOAT_USE_NATIVE_FLT16 (0)

// ---- control flow and memory ----------------------------------------------------------
#define MICROPY_NLR_SETJMP (1)
#define MICROPY_GCREGS_SETJMP (1)
#define MICROPY_OPT_COMPUTED_GOTO (1)

// A call from Python to Python does not nest in C: frames live on MicroPython's own stack
// (heap.c), so recursion is bounded by a count and not by the host's native stack.
#define MICROPY_STACKLESS (1)
#define MICROPY_ENABLE_PYSTACK (1)
#define MICROPY_STACK_CHECK (1)
#define MICROPY_STACK_CHECK_MARGIN (32 * 1024)

// Fuel (py/vm.c, charge.c): the price of a byte of bytecode, in wasm instructions of the dispatch
// loop. What the functions that it calls do, they charge by themselves.
void hognose_charge(uint32_t units);
#define HOGNOSE_UNITS_PER_BYTE (8)

#define MICROPY_ENABLE_GC (1)
#define MICROPY_ENABLE_FINALISER (1)
#define MICROPY_ALLOC_GC_STACK_SIZE (1) // of upstream's collector; ours is gc.c

// An exception must be raisable when there is no memory left to build it in.
#define MICROPY_ENABLE_EMERGENCY_EXCEPTION_BUF (1)
#define MICROPY_EMERGENCY_EXCEPTION_BUF_SIZE (256)

// One thread, no signals, no callbacks from outside.
#define MICROPY_ENABLE_SCHEDULER (0)
#define MICROPY_KBD_EXCEPTION (0)
#define MICROPY_PY_THREAD (0)

// ---- language -------------------------------------------------------------------------
#define MICROPY_ERROR_REPORTING (MICROPY_ERROR_REPORTING_DETAILED)
#define MICROPY_ENABLE_SOURCE_LINE (1)
#define MICROPY_ENABLE_DOC_STRING (1)
#define MICROPY_WARNINGS (0)
#define MICROPY_QSTR_BYTES_IN_HASH (4)
#define MICROPY_MODULE_OVERRIDE_MAIN_IMPORT (1) // python -m
#define MICROPY_PERSISTENT_CODE_LOAD (0)        // .mpy files are trusted by MicroPython: never
#define MICROPY_PY_GENERATOR_PEND_THROW (0)     // what waits of an asynchronous generator is kept there
#define MICROPY_PY_MARSHAL (0)                  // the same, from a bytes object
#define MICROPY_PY_FUNCTION_ATTRS_CODE (0)
#define MICROPY_HELPER_REPL (0)
#define MICROPY_REPL_EMACS_KEYS (0)
#define MICROPY_USE_INTERNAL_PRINTF (0)
#define MICROPY_EPOCH_IS_1970 (1)
#define MICROPY_ALLOC_PATH_MAX (1024)
#define MICROPY_PY_BUILTINS_HELP (1)
#define MICROPY_PY_BUILTINS_INPUT (0) // ours: stdio.c
extern const struct _mp_obj_fun_builtin_var_t hognose_builtin_input_obj, hognose_builtin_format_obj, hognose_builtin_vars_obj, hognose_builtin_pow_obj, hognose_builtin_round_obj, hognose_builtin_sum_obj, hognose_builtin_iter_obj, hognose_builtin___function___obj, hognose_builtin_anext_obj;
extern const struct _mp_obj_fun_builtin_fixed_t hognose_builtin_ascii_obj, hognose_builtin___annotate___obj, hognose_builtin___tuple___obj, hognose_builtin___match___obj, hognose_builtin_aiter_obj, hognose_builtin___asyncgens___obj;
extern const struct _mp_obj_type_t type_union, type_generic_alias;
#define MICROPY_PORT_EXTRA_BUILTINS \
    { MP_ROM_QSTR(MP_QSTR___annotate__), MP_ROM_PTR(&hognose_builtin___annotate___obj) }, \
    { MP_ROM_QSTR(MP_QSTR___asyncgens__), MP_ROM_PTR(&hognose_builtin___asyncgens___obj) }, \
    { MP_ROM_QSTR(MP_QSTR___function__), MP_ROM_PTR(&hognose_builtin___function___obj) }, \
    { MP_ROM_QSTR(MP_QSTR___match__), MP_ROM_PTR(&hognose_builtin___match___obj) }, \
    { MP_ROM_QSTR(MP_QSTR___tuple__), MP_ROM_PTR(&hognose_builtin___tuple___obj) }, \
    { MP_ROM_QSTR(MP_QSTR_aiter), MP_ROM_PTR(&hognose_builtin_aiter_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_anext), MP_ROM_PTR(&hognose_builtin_anext_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_ascii), MP_ROM_PTR(&hognose_builtin_ascii_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_format), MP_ROM_PTR(&hognose_builtin_format_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_input), MP_ROM_PTR(&hognose_builtin_input_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_iter), MP_ROM_PTR(&hognose_builtin_iter_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_pow), MP_ROM_PTR(&hognose_builtin_pow_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_round), MP_ROM_PTR(&hognose_builtin_round_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_sum), MP_ROM_PTR(&hognose_builtin_sum_obj) }, \
    { MP_ROM_QSTR(MP_QSTR_vars), MP_ROM_PTR(&hognose_builtin_vars_obj) },

// ---- streams and files ----------------------------------------------------------------
#define MICROPY_USE_INTERNAL_ERRNO (1) // Linux's numbers; see errno.h
const char *hognose_strerror(int number);
#define MICROPY_STREAMS_POSIX_API (0)
#define MICROPY_VFS (1)
#define MICROPY_VFS_POSIX (1)
#define MICROPY_VFS_ROM (0)
#define MICROPY_PY_VFS (0)
#define MICROPY_READER_VFS (1)
#define _DIRENT_HAVE_D_TYPE (1)
#define _DIRENT_HAVE_D_INO (1)

extern const struct _mp_print_t hognose_stderr;
#define MICROPY_DEBUG_PRINTER (&hognose_stderr)
#define MICROPY_ERROR_PRINTER (&hognose_stderr)

// ---- modules --------------------------------------------------------------------------
#define MICROPY_PY_SYS_PLATFORM "wasi"
#define MICROPY_BANNER_MACHINE "wasm32-wasi"
#define MICROPY_PY_SYS_PATH_ARGV_DEFAULTS (0)
#define MICROPY_PY_SYS_ATEXIT (1)
#define MICROPY_PY_SYS_EXC_INFO (1)
#define MICROPY_PY_SYS_STDIO_BUFFER (1)
#define MICROPY_PY_SYS_PS1_PS2 (0)
#define MICROPY_PY_SYS_TRACEBACKLIMIT (0)
#define MICROPY_PY_GC_COLLECT_RETVAL (1)

#define MICROPY_PY_ERRNO_LIST \
    X(EPERM) X(ENOENT) X(EINTR) X(EIO) X(EBADF) X(EAGAIN) X(ENOMEM) X(EACCES) X(EFAULT) X(EBUSY) \
    X(EEXIST) X(EXDEV) X(ENODEV) X(ENOTDIR) X(EISDIR) X(EINVAL) X(ENFILE) X(EMFILE) X(ENOTTY) \
    X(EFBIG) X(ENOSPC) X(ESPIPE) X(EROFS) X(EMLINK) X(EPIPE) X(EDOM) X(ERANGE) X(ENAMETOOLONG) \
    X(ENOSYS) X(ENOTEMPTY) X(ELOOP) X(EOVERFLOW) X(EOPNOTSUPP) X(EADDRINUSE) X(ECONNABORTED) \
    X(ECONNRESET) X(ENOBUFS) X(ENOTCONN) X(ETIMEDOUT) X(ECONNREFUSED) X(EHOSTUNREACH) X(EALREADY) \
    X(EINPROGRESS) X(EDQUOT) X(ECANCELED)
// Those that py/mperrno.h does not have.
#define MP_ENAMETOOLONG (36)
#define MP_ENOSYS (38)
#define MP_ENOTEMPTY (39)
#define MP_ELOOP (40)
#define MP_EOVERFLOW (75)
#define MP_EDQUOT (122)

#define MICROPY_PY_OS_INCLUDEFILE "ports/hognose/modos.c"
#define MICROPY_PY_OS_STATVFS (0)
#define MICROPY_PY_OS_URANDOM (1)
#define MICROPY_PY_TIME_TIME_TIME_NS (1)
#define MICROPY_PY_TIME_CUSTOM_SLEEP (1)
#define MICROPY_PY_TIME_INCLUDEFILE "ports/hognose/modtime.c"
#define MICROPY_PY_JSON (0) // ours: modjson.c, below json
#define MICROPY_PY_CMATH (0) // ours: cmath.py
#define MICROPY_PY_RANDOM (0) // ours: modrandom.c, below random.py
#define MICROPY_PY_HASHLIB_SHA256 (1)
#define MICROPY_PY_HASHLIB_SHA1 (0)
#define MICROPY_PY_HASHLIB_MD5 (0)
#define MICROPY_PY_RE (0) // ours: modre.c
#define MICROPY_PY_DEFLATE_COMPRESS (1)
#define MICROPY_PY_PLATFORM (0)
#define MICROPY_PY_ASYNCIO (0) // ours: asyncio.py

// Waiting is sleeping, in slices that let it look again.
#define MICROPY_PY_SELECT (1)
#define MICROPY_PY_SELECT_SELECT (0)
#define MICROPY_PY_SELECT_POSIX_OPTIMISATIONS (0)
void hognose_sleep_ns(uint64_t ns);
#define MICROPY_INTERNAL_WFE(TIMEOUT_MS) \
    do { \
        if ((TIMEOUT_MS) != 0) { \
            hognose_sleep_ns((TIMEOUT_MS) > 0 ? (uint64_t)(TIMEOUT_MS) * 1000000 : 1000000); \
        } \
    } while (0)

// Hardware, raw memory, network, and MicroPython's own knobs: absent. (The name `micropython`
// exists as frozen Python with what portable code imports from it: lib/micropython.py.)
#define MICROPY_PY_MICROPYTHON (0)
#define MICROPY_PY_MACHINE (0)
#define MICROPY_PY_UCTYPES (0)
#define MICROPY_PY_FRAMEBUF (0)
#define MICROPY_PY_BTREE (0)
#define MICROPY_PY_CRYPTOLIB (0)
#define MICROPY_PY_SSL (0)
#define MICROPY_PY_SOCKET (0)
#define MICROPY_PY_NETWORK (0)
#define MICROPY_PY_LWIP (0)
#define MICROPY_PY_WEBSOCKET (0)
#define MICROPY_PY_WEBREPL (0)
#define MICROPY_PY_ONEWIRE (0)
#define MICROPY_PY_BLUETOOTH (0)

#define MP_STATE_PORT MP_STATE_VM
