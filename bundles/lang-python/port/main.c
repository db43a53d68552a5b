// The `python` command: what to run, with which arguments, and what its end means. An engine that
// knows nothing of us calls _start, and so main, for one run. A runner can have the interpreter made
// ready first (hognose_open), keep that image, and run commands in it (hognose_run).
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "py/builtin.h"
#include "py/compile.h"
#include "py/gc.h"
#include "py/lexer.h"
#include "py/mphal.h"
#include "py/objlist.h"
#include "py/objmodule.h"
#include "py/runtime.h"
#include "extmod/vfs.h"
#include "extmod/vfs_posix.h"
#include "genhdr/mpversion.h"
#include "heap.h"
#include "host.h"
#include "interrupt.h"
#include "report.h"
#include "result.h"

#define WORKDIR "/workspace"

// CPython's codes: 1 for an uncaught exception, 2 for a command line it does not understand.
// An interrupted run has none.
enum { EXIT_INTERRUPTED = -1, EXIT_OK = 0, EXIT_EXCEPTION = 1, EXIT_USAGE = 2 };

typedef enum { FROM_STDIN, FROM_STRING, FROM_MODULE, FROM_FILE } source_t;

typedef struct {
    source_t source;
    const char *what;  // the code, the module's name or the file's path
    char **argv;       // what follows it
    int argc;
    size_t heap_cap;
    bool is_turn;      // of a session, which goes on when it is over
    int code;          // how it ended
} command_t;

static const char usage[] =
    "usage: python [-X heapsize=BYTES[K|M]] [-V] [-c CODE | -m MODULE | FILE | -] [ARG]...\n";

static int usage_error(const char *message, const char *what) {
    mp_printf(&hognose_stderr, "python: %s%s\n%s", message, what, usage);
    return EXIT_USAGE;
}

// "192K" -> 196608; 0 when it is not a size.
static size_t parse_size(const char *text) {
    char *end;
    unsigned long long n = strtoull(text, &end, 10);
    if (end != text && (*end | 0x20) == 'k') {
        n <<= 10;
        end++;
    } else if (end != text && (*end | 0x20) == 'm') {
        n <<= 20;
        end++;
    }
    return *end == '\0' && n <= INT32_MAX ? (size_t)n : 0;
}

// Read the command line. Returns -1 to go on, or an exit code.
static int parse_command(int argc, char **argv, command_t *cmd) {
    int i = 1;
    for (; i < argc && argv[i][0] == '-' && argv[i][1] != '\0'; i++) {
        const char *opt = argv[i];
        if (strcmp(opt, "-V") == 0 || strcmp(opt, "--version") == 0) {
            mp_hal_stdout_tx_str(MICROPY_BANNER_NAME_AND_VERSION "; " MICROPY_BANNER_MACHINE "\n");
            return EXIT_OK;
        }
        // The value may be glued to the letter (-cCODE), as CPython allows.
        char letter = opt[1];
        if (letter != 'c' && letter != 'm' && letter != 'X') {
            return usage_error("unknown option ", opt);
        }
        const char *value = opt + 2;
        if (*value == '\0') {
            if (++i == argc) {
                return usage_error("an argument is missing after ", opt);
            }
            value = argv[i];
        }
        if (letter == 'X') {
            if (strncmp(value, "heapsize=", 9) != 0) {
                return usage_error("unknown -X option ", value);
            }
            cmd->heap_cap = parse_size(value + 9);
            if (cmd->heap_cap < 64 * 1024) {
                return usage_error("the heap must be a size from 64K up, not ", value + 9);
            }
            continue;
        }
        cmd->source = letter == 'c' ? FROM_STRING : FROM_MODULE;
        cmd->what = value;
        break;
    }
    if (cmd->source == FROM_STDIN && i < argc) {
        cmd->what = argv[i];
        if (strcmp(argv[i], "-") != 0) {
            cmd->source = FROM_FILE;
        }
    }
    cmd->argv = argv + i + 1;
    cmd->argc = i < argc ? argc - i - 1 : 0;
    return -1;
}

static mp_obj_t new_str(const char *s) {
    return mp_obj_new_str_from_cstr(s);
}

static void init_argv(const command_t *cmd) {
    // sys.argv[0]: "-c", "-m" (the module's file is not known here), the path, "-" or "".
    const char *argv0 = cmd->source == FROM_STRING ? "-c" : cmd->what != NULL ? cmd->what : "";
    if (MP_STATE_VM(sys_set) != NULL) { // what a turn before this one made of it
        mp_map_lookup(&MP_STATE_VM(sys_set)->map, MP_OBJ_NEW_QSTR(MP_QSTR_argv), MP_MAP_LOOKUP_REMOVE_IF_FOUND);
    }
    mp_obj_list_init(MP_OBJ_TO_PTR(mp_sys_argv), 0);
    mp_obj_list_append(mp_sys_argv, new_str(argv0));
    for (int i = 0; i < cmd->argc; i++) {
        mp_obj_list_append(mp_sys_argv, new_str(cmd->argv[i]));
    }
}

static void init_path(const command_t *cmd) {
    mp_sys_path = mp_obj_new_list(0, NULL);
    const char *slash = cmd->source == FROM_FILE ? strrchr(cmd->what, '/') : NULL;
    mp_obj_list_append(mp_sys_path, slash == NULL ? MP_OBJ_NEW_QSTR(MP_QSTR_)
        : mp_obj_new_str(cmd->what, slash == cmd->what ? 1 : slash - cmd->what));
    mp_map_elem_t *found = mp_map_lookup(mp_obj_dict_get_map(hognose_environ()), MP_OBJ_NEW_QSTR(MP_QSTR_PYTHONPATH), MP_MAP_LOOKUP);
    for (const char *p = found == NULL ? "" : mp_obj_str_get_str(found->value); *p != '\0';) {
        size_t n = strcspn(p, ":");
        if (n != 0) {
            mp_obj_list_append(mp_sys_path, mp_obj_new_str(p, n));
        }
        p += n + (p[n] == ':');
    }
    mp_obj_list_append(mp_sys_path, MP_OBJ_NEW_QSTR(MP_QSTR__dot_frozen));
}

// The os module has read the environment of the turn that imported it: lay this turn's over it.
static void refresh_environ(void) {
    mp_obj_t environ[2] = { MP_OBJ_NULL };
    mp_map_elem_t *os = mp_map_lookup(&MP_STATE_VM(mp_loaded_modules_dict).map, MP_OBJ_NEW_QSTR(MP_QSTR_os), MP_MAP_LOOKUP);
    if (os != NULL) {
        mp_load_method_maybe(os->value, MP_QSTR_environ, environ);
    }
    if (environ[0] == MP_OBJ_NULL || !mp_obj_is_exact_type(environ[0], &mp_type_dict)) {
        return;
    }
    const mp_map_t *now = mp_obj_dict_get_map(hognose_environ());
    for (size_t i = 0; i < now->alloc; i++) {
        if (mp_map_slot_is_filled(now, i)) {
            mp_obj_dict_store(environ[0], now->table[i].key, now->table[i].value);
        }
    }
}

static void init_files(void) {
    mp_obj_t args[2] = {
        MP_OBJ_TYPE_GET_SLOT(&mp_type_vfs_posix, make_new)(&mp_type_vfs_posix, 0, 0, NULL),
        MP_OBJ_NEW_QSTR(MP_QSTR__slash_),
    };
    mp_vfs_mount(2, args, (mp_map_t *)&mp_const_empty_map);
    MP_STATE_VM(vfs_cur) = MP_STATE_VM(vfs_mount_table);
    chdir(WORKDIR); // a host without one leaves us in its root
}

// Returns the value of the last expression of a turn.
static mp_obj_t run_lexer(const command_t *cmd, mp_lexer_t *lex) {
    qstr source_name = lex->source_name;
    mp_parse_tree_t tree = mp_parse(lex, MP_PARSE_FILE_INPUT);
    return mp_call_function_0(mp_compile(&tree, source_name, cmd->is_turn ? MP_COMPILE_RESULT : MP_COMPILE_FILE));
}

static mp_obj_t run_text(const command_t *cmd, const char *text, size_t len, qstr name) {
    return run_lexer(cmd, mp_lexer_new_from_str_len(name, text, len, 0));
}

// The whole of stdin is the program, as with CPython; input() then meets the end of file.
static mp_obj_t run_stdin(const command_t *cmd) {
    vstr_t text;
    vstr_init(&text, 4096);
    for (;;) {
        char *room = vstr_add_len(&text, 4096);
        ssize_t n = hognose_read(STDIN_FILENO, room, 4096);
        text.len -= 4096 - (n > 0 ? n : 0);
        if (n <= 0) {
            break;
        }
    }
    return run_text(cmd, text.buf, text.len, MP_QSTR__lt_stdin_gt_);
}

static mp_obj_t run_file(const command_t *cmd) {
    qstr name = qstr_from_str(cmd->what);
    mp_store_global(MP_QSTR___file__, MP_OBJ_NEW_QSTR(name));
    return run_lexer(cmd, mp_lexer_new_from_file(name));
}

static void run_module(const char *name) {
    mp_obj_t args[4] = { mp_obj_new_str_from_cstr(name), mp_const_none, mp_const_none, mp_const_false };
    mp_obj_t module = mp_builtin___import__(4, args);
    mp_obj_t path[2];
    mp_load_method_protected(module, MP_QSTR___path__, path, true);
    if (path[0] != MP_OBJ_NULL) { // a package: run its __main__
        vstr_t main_name;
        vstr_init(&main_name, 32);
        vstr_printf(&main_name, "%s.__main__", name);
        args[0] = mp_obj_new_str_from_vstr(&main_name);
        mp_builtin___import__(4, args);
    }
}

static void run_source(command_t *cmd) {
    mp_obj_t result = mp_const_none;
    switch (cmd->source) {
        case FROM_STDIN:
            result = run_stdin(cmd);
            break;
        case FROM_STRING:
            result = run_text(cmd, cmd->what, strlen(cmd->what), MP_QSTR__lt_string_gt_);
            break;
        case FROM_MODULE:
            run_module(cmd->what);
            break;
        case FROM_FILE:
            result = run_file(cmd);
            break;
    }
    hognose_keep_result(result);
}

// The exit code of an exception that nobody caught.
static int exit_code(mp_obj_t exc) {
    if (!mp_obj_is_subclass_fast(MP_OBJ_FROM_PTR(mp_obj_get_type(exc)), MP_OBJ_FROM_PTR(&mp_type_SystemExit))) {
        hognose_report(exc);
        return EXIT_EXCEPTION;
    }
    mp_obj_t value = mp_obj_exception_get_value(exc);
    if (value == mp_const_none) {
        return EXIT_OK;
    }
    mp_int_t code;
    if (mp_obj_is_exact_type(value, &mp_type_int) || mp_obj_is_small_int(value) || mp_obj_is_bool(value)) {
        nlr_buf_t nlr;
        if (nlr_push(&nlr) == 0) {
            code = mp_obj_get_int_truncated(value);
            nlr_pop();
            return code & 0xff;
        }
        return EXIT_EXCEPTION;
    }
    hognose_print_exit_value(value);
    return EXIT_EXCEPTION;
}

// Every step that can raise, in one protected place.
static int run_protected(void (*step)(command_t *), command_t *cmd) {
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        step(cmd);
        nlr_pop();
        return EXIT_OK;
    }
    return exit_code(MP_OBJ_FROM_PTR(nlr.ret_val));
}

static void init_step(command_t *cmd) {
    hognose_undo_interrupted();
    init_argv(cmd);
    if (mp_sys_path == MP_OBJ_NULL) {
        init_path(cmd);
    } else {
        refresh_environ();
    }
}

static void atexit_step(command_t *cmd) {
    (void)cmd;
    if (mp_obj_is_callable(MP_STATE_VM(sys_exitfunc))) {
        mp_call_function_0(MP_STATE_VM(sys_exitfunc));
    }
}

static int run_command(command_t *cmd) {
    struct stat st;
    if (cmd->source == FROM_FILE && stat(cmd->what, &st) != 0) {
        mp_printf(&hognose_stderr, "python: can't open file '%s': [Errno %d] %s\n", cmd->what, errno,
            errno == ENOENT ? "No such file or directory" : "cannot be read");
        return EXIT_USAGE;
    }
    int code = run_protected(init_step, cmd);
    if (code == EXIT_OK) {
        code = run_protected(run_source, cmd);
        int atexit_code = cmd->is_turn ? EXIT_OK : run_protected(atexit_step, cmd);
        if (atexit_code != EXIT_OK) {
            code = atexit_code;
        }
    }
    return code;
}

// False: there is no memory for it.
static bool open_interpreter(size_t heap_cap) {
    if (!hognose_heap_init(heap_cap)) {
        mp_print_str(&hognose_stderr, "python: the host gives no memory for the heap\n");
        return false;
    }
    mp_init();
    mp_obj_dict_store(MP_OBJ_FROM_PTR(&MP_STATE_VM(mp_loaded_modules_dict)), MP_OBJ_NEW_QSTR(MP_QSTR___main__), MP_OBJ_FROM_PTR(&mp_module___main__));
    init_files();
    return true;
}

int main(int argc, char **argv) {
    command_t cmd = { .heap_cap = SIZE_MAX };
    int code = parse_command(argc, argv, &cmd);
    if (code < 0) {
        code = open_interpreter(cmd.heap_cap) ? run_command(&cmd) : EXIT_EXCEPTION;
    }
    hognose_stdout_flush();
    return code;
}

// ---- for a runner that keeps the interpreter -----------------------------------------------------

extern void __wasm_call_ctors(void); // libc's, from the linker: _start would call it

// Makes the interpreter ready: 0 when it is. Whatever the run will be, memory is the same after it.
__attribute__((export_name("hognose_open"), used))
int hognose_open(void) {
    __wasm_call_ctors();
    return open_interpreter(SIZE_MAX) ? EXIT_OK : EXIT_EXCEPTION;
}

static void args_step(command_t *cmd) {
    cmd->argv = hognose_args(&cmd->argc);
}

static void run_host_command(void *data) {
    command_t *cmd = data;
    cmd->code = run_protected(args_step, cmd);
    if (cmd->code == EXIT_OK && (cmd->code = parse_command(cmd->argc, cmd->argv, cmd)) < 0) {
        hognose_heap_set_cap(cmd->heap_cap);
        cmd->code = run_command(cmd);
    }
}

// Runs the command of the host's arguments, alone or as a turn of a session. Returns its exit code,
// or -1 if it was interrupted.
__attribute__((export_name("hognose_run"), used))
int hognose_run(int is_turn) {
    command_t cmd = { .heap_cap = SIZE_MAX, .is_turn = is_turn };
    // What the turn before left.
    hognose_forget_report();
    hognose_forget_result();
    hognose_forget_stdin();
    MP_STATE_THREAD(vm) = NULL;
    MP_STATE_THREAD(stop_iteration_arg) = MP_OBJ_NULL;
    if (!hognose_interruptible(run_host_command, &cmd)) {
        hognose_forget_report();
        hognose_forget_result();
        cmd.code = EXIT_INTERRUPTED;
    }
    hognose_stdout_flush();
    return cmd.code;
}

// An exception with no handler at all: a bug in the port, since run_protected is always there.
void nlr_jump_fail(void *val) {
    (void)val;
    mp_print_str(&hognose_stderr, "python: fatal: exception without a handler\n");
    __builtin_trap();
}
