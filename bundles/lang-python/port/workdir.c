// The current directory.
//
// WASI has none: wasi-libc keeps one as text and joins paths to it, and would report
// "/workspace/a/.." as it stands. Normalising on the way in keeps os.getcwd() as Python
// has it. The workspace has no symbolic links, so ".." may be taken off as text.
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "py/mphal.h"
#include "py/mpconfig.h"

int hognose_chdir(const char *path) {
    static char joined[2 * MICROPY_ALLOC_PATH_MAX + 2];
    size_t len = 0;
    if (path[0] == '\0') {
        return chdir(path); // ENOENT
    }
    if (path[0] != '/') {
        if (getcwd(joined, MICROPY_ALLOC_PATH_MAX) == NULL) {
            return -1;
        }
        len = strlen(joined);
    }
    if (len + 1 + strlen(path) >= sizeof(joined)) {
        return chdir(path); // longer than any path can be: let libc say so
    }
    joined[len] = '/';
    strcpy(joined + len + 1, path);

    // Rewrite in place: `out` never overtakes `in`.
    char *out = joined, *in = joined;
    while (*in != '\0') {
        while (*in == '/') {
            in++;
        }
        size_t n = strcspn(in, "/");
        if (n == 2 && in[0] == '.' && in[1] == '.') {
            while (out > joined && *--out != '/') {
            }
        } else if (n != 0 && !(n == 1 && in[0] == '.')) {
            *out++ = '/';
            memmove(out, in, n);
            out += n;
        }
        in += n;
    }
    if (out == joined) {
        *out++ = '/';
    }
    *out = '\0';
    return chdir(joined);
}
