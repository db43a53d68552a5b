// The command line and the environment, from WASI.
#include <string.h>
#include <wasi/api.h>

#include "py/runtime.h"
#include "host.h"

typedef __wasi_errno_t sizes_get_t(__wasi_size_t *n, __wasi_size_t *bytes);
typedef __wasi_errno_t texts_get_t(uint8_t **texts, uint8_t *buf);

// A row of texts, with NULL behind the last.
static char **host_texts(sizes_get_t *sizes_get, texts_get_t *texts_get, int *n) {
    __wasi_size_t count = 0, bytes = 0;
    if (sizes_get(&count, &bytes) != 0) {
        count = bytes = 0;
    }
    char **texts = m_new0(char *, count + 1);
    char *buf = m_new(char, bytes + 1);
    if (texts_get((uint8_t **)texts, (uint8_t *)buf) != 0) {
        count = 0;
    }
    texts[count] = NULL;
    *n = count;
    return texts;
}

char **hognose_args(int *argc) {
    return host_texts(__wasi_args_sizes_get, __wasi_args_get, argc);
}

mp_obj_t hognose_environ(void) {
    int n;
    char **texts = host_texts(__wasi_environ_sizes_get, __wasi_environ_get, &n);
    mp_obj_t dict = mp_obj_new_dict(n);
    for (int i = 0; i < n; i++) {
        const char *eq = strchr(texts[i], '=');
        if (eq != NULL) {
            mp_obj_dict_store(dict, mp_obj_new_str(texts[i], eq - texts[i]), mp_obj_new_str_from_cstr(eq + 1));
        }
    }
    return dict;
}
