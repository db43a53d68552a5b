// PCRE2: compiled patterns and matching, in Python's heap.
//
// Nothing that PCRE2 allocates needs to be freed: the collector sees its pointers, in the pattern
// object, in the root below and on the stack, as it does ours. So an exception may be raised
// through pcre2_compile(). Backtracking is not nested calls but a block of memory that grows.
#include "py/cstack.h"
#include "py/gc.h"
#include "re.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include "pcre2.h"

// Kept for the next match, unless backtracking has made it large.
#define KEEP_BYTES (64 * 1024)

MP_REGISTER_ROOT_POINTER(void *re_match_data);

static void *heap_alloc(size_t bytes, void *data) {
    (void)data;
    return m_malloc_maybe(bytes);
}

static void heap_free(void *ptr, void *data) {
    (void)data;
    gc_free(ptr);
}

static int check_stack(uint32_t depth, void *data) {
    (void)depth;
    (void)data;
    mp_cstack_check(); // raises RecursionError
    return 0;
}

void re_safe_point(void) {
    HOGNOSE_SAFE_POINT();
}

// A match that was interrupted may have left it large.
void re_engine_forget(void) {
    MP_STATE_VM(re_match_data) = NULL;
}

static pcre2_general_context *memory(void) {
    pcre2_general_context *context = pcre2_general_context_create(heap_alloc, heap_free, NULL);
    if (context == NULL) {
        m_malloc_fail(sizeof(void *) * 3);
    }
    return context;
}

static NORETURN void raise_compile_error(int code, size_t len) {
    switch (code) {
        case PCRE2_ERROR_HEAP_FAILED:
            m_malloc_fail(len);
        case PCRE2_ERROR_PATTERN_TOO_LARGE:
            mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("regular expression code size limit exceeded"));
        case PCRE2_ERROR_PARENTHESES_NEST_TOO_DEEP:
        case PCRE2_ERROR_PARENTHESES_STACK_CHECK:
            mp_raise_recursion_depth();
        default: {
            vstr_t message;
            vstr_init(&message, 64);
            vstr_printf(&message, "this pattern is not supported (PCRE2 error %d)", code);
            re_raise(mp_const_none, NULL, &message);
        }
    }
}

void re_engine_compile(re_pattern_t *pattern, const char *text, size_t len) {
    uint32_t options = PCRE2_ALT_CIRCUMFLEX;
    uint32_t extra = PCRE2_EXTRA_ALLOW_SURROGATE_ESCAPES;
    if (pattern->is_str) {
        options |= PCRE2_UTF | PCRE2_UCP | PCRE2_NO_UTF_CHECK;
        if (pattern->flags & RE_ASCII) {
            extra |= PCRE2_EXTRA_ASCII_BSD | PCRE2_EXTRA_ASCII_BSS | PCRE2_EXTRA_ASCII_BSW | PCRE2_EXTRA_CASELESS_RESTRICT;
        }
    }
    options |= pattern->flags & RE_IGNORECASE ? PCRE2_CASELESS : 0;
    options |= pattern->flags & RE_MULTILINE ? PCRE2_MULTILINE : 0;
    options |= pattern->flags & RE_DOTALL ? PCRE2_DOTALL : 0;

    mp_cstack_check(); // pcre2_compile() takes 16 KiB at once: less than the check's margin
    pcre2_compile_context *context = pcre2_compile_context_create(memory());
    if (context == NULL) {
        m_malloc_fail(len);
    }
    pcre2_set_compile_extra_options(context, extra);
    pcre2_set_compile_recursion_guard(context, check_stack, NULL);
    int error;
    PCRE2_SIZE at;
    pattern->code = pcre2_compile((PCRE2_SPTR)text, len, options, &error, &at, context);
    if (pattern->code == NULL) {
        raise_compile_error(error, len);
    }
    pcre2_pattern_info(pattern->code, PCRE2_INFO_SIZE, &pattern->code_bytes);
}

const size_t *re_engine_match(const re_pattern_t *pattern, const byte *data, size_t len, size_t from,
    re_mode_t mode, bool must_advance) {
    pcre2_match_data *match = MP_STATE_VM(re_match_data);
    if (match == NULL || pcre2_get_ovector_count(match) < pattern->groups + 1) {
        match = pcre2_match_data_create(MAX(pattern->groups + 1, 8), memory());
        if (match == NULL) {
            m_malloc_fail(pattern->groups * sizeof(size_t));
        }
    }
    uint32_t options = PCRE2_NO_UTF_CHECK;
    options |= mode != RE_SEARCH ? PCRE2_ANCHORED : 0;
    options |= mode == RE_FULLMATCH ? PCRE2_ENDANCHORED : 0;
    options |= must_advance ? PCRE2_NOTEMPTY_ATSTART : 0;
    int rc = pcre2_match(pattern->code, data, len, from, options, match, NULL);
    size_t *spans = pcre2_get_ovector_pointer(match);
    bool keep = pcre2_get_match_data_heapframes_size(match) <= KEEP_BYTES;
    MP_STATE_VM(re_match_data) = keep ? match : NULL; // then the spans keep it for as long as they are read
    if (rc > 0) {
        for (size_t i = 2 * rc; i < 2 * (pattern->groups + 1); i++) {
            spans[i] = RE_UNSET;
        }
        return spans;
    }
    switch (rc) {
        case PCRE2_ERROR_NOMATCH:
            return NULL;
        case PCRE2_ERROR_NOMEMORY:
        case PCRE2_ERROR_HEAPLIMIT:
            m_malloc_fail(len);
        default:
            mp_raise_msg_varg(&mp_type_RuntimeError, MP_ERROR_TEXT("matching failed (PCRE2 error %d)"), rc);
    }
}
