// `re`: Python's regular expressions on PCRE2. What its files know of each other.
//
//     syntax.c, escape.c   Python's syntax, checked and told to PCRE2 in its own
//     engine.c             PCRE2: its memory, its errors
//     text.c               what is searched: bytes, and indices that count characters
//     pattern.c, match.c   the two types
//     template.c           what `sub` puts in
//     flags.c, error.c     re.I and the others; re.error
//     name.c               which characters a group's name may have
//     ../modre.c           the module's functions, and its cache
#ifndef HOGNOSE_RE_H
#define HOGNOSE_RE_H

#include "py/obj.h"
#include "py/runtime.h"

// CPython's numbers.
enum {
    RE_IGNORECASE = 2,
    RE_LOCALE = 4,
    RE_MULTILINE = 8,
    RE_DOTALL = 16,
    RE_UNICODE = 32,
    RE_VERBOSE = 64,
    RE_DEBUG = 128,
    RE_ASCII = 256,
};

#define RE_GROUPS_MAX (0x7fff)
#define RE_IN_LOOKAROUND (0x8000)

typedef struct {
    mp_obj_base_t base;
    mp_obj_t pattern;   // as it was given
    bool is_str;
    mp_uint_t flags;
    size_t groups;
    mp_obj_t names;     // a dict: name of a group to its number
    uint16_t *closing;  // the groups in the order of their closing brackets, with RE_IN_LOOKAROUND
    void *code;         // PCRE2's, in Python's heap
    size_t code_bytes;
} re_pattern_t;

// What is searched. `data` does not change and does not move while `owner` lives.
typedef struct {
    mp_obj_t string;    // as it was given
    mp_obj_t owner;     // the str or bytes that has the data
    const byte *data;
    size_t len;         // in bytes
    bool is_str;
    bool ascii;         // an index is an offset
    size_t at_offset;   // one place of which both are known
    size_t at_index;
    size_t chars;       // the last index; 0: not counted yet
} re_text_t;

// Offsets of a group's begin and end, or RE_UNSET. (PCRE2's.)
#define RE_UNSET SIZE_MAX

typedef struct {
    mp_obj_base_t base;
    const re_pattern_t *pattern;
    re_text_t text;     // at_offset, at_index: of the match's begin
    mp_int_t pos, endpos;
    size_t spans[];     // 2 * (groups + 1)
} re_match_t;

// One search after another through a text, as finditer, findall, split and sub do it.
typedef struct {
    const re_pattern_t *pattern;
    re_text_t text;
    mp_int_t pos, endpos;
    size_t from, end;   // offsets
    bool must_advance;  // the last match was empty: another one there would be it again
} re_scan_t;

typedef enum { RE_SEARCH, RE_MATCH, RE_FULLMATCH } re_mode_t;

// A replacement: runs of literal bytes, each followed by a group's text.
typedef struct {
    vstr_t literal;
    size_t pieces;
    struct { size_t literal_end; size_t group; } *piece;
} re_template_t;

extern const mp_obj_type_t re_type_pattern, re_type_match, re_type_flag;

// ---- error.c
NORETURN void re_raise(mp_obj_t pattern, const byte *at, vstr_t *message); // at NULL: no place
mp_obj_t re_error_type(void);

// ---- flags.c
mp_obj_t re_flag(mp_uint_t value);
mp_uint_t re_flags_arg(mp_obj_t arg);

// ---- text.c
void re_text_open(re_text_t *text, mp_obj_t string);
void re_text_forget(void);
mp_uint_t re_index(re_text_t *text, size_t offset);     // moves the known place there
size_t re_offset(re_text_t *text, mp_int_t index);      // the same; clamped to the text
mp_uint_t re_index_near(const re_text_t *text, size_t offset);
mp_uint_t re_length(re_text_t *text);                   // in characters; counted once
mp_obj_t re_slice(const re_text_t *text, size_t from, size_t to);
bool re_valid_utf8(const byte *data, size_t len, bool *ascii);
mp_obj_t re_native(mp_obj_t object);                     // the str or bytes in an instance of a class made from it
mp_int_t re_int_arg(mp_obj_t arg);                      // clamped to what an index can be

// ---- name.c
bool re_is_name(const byte *text, size_t len);

// ---- engine.c
void re_engine_forget(void);
void re_engine_compile(re_pattern_t *pattern, const char *text, size_t len);
// The spans of a match, until the next one; NULL if there is none.
const size_t *re_engine_match(const re_pattern_t *pattern, const byte *data, size_t len, size_t from,
    re_mode_t mode, bool must_advance);

// ---- syntax.c
void re_translate(re_pattern_t *pattern, vstr_t *out);

// ---- pattern.c
void re_scan_open(re_scan_t *scan, const re_pattern_t *pattern, mp_obj_t string, mp_obj_t pos, mp_obj_t endpos);
mp_obj_t re_do_match(const re_pattern_t *pattern, re_mode_t mode, mp_obj_t string, mp_obj_t pos, mp_obj_t endpos);
mp_obj_t re_do_findall(const re_pattern_t *pattern, mp_obj_t string, mp_obj_t pos, mp_obj_t endpos);
mp_obj_t re_do_finditer(const re_pattern_t *pattern, mp_obj_t string, mp_obj_t pos, mp_obj_t endpos);
mp_obj_t re_do_split(const re_pattern_t *pattern, mp_obj_t string, mp_int_t maxsplit);
mp_obj_t re_do_sub(const re_pattern_t *pattern, mp_obj_t repl, mp_obj_t string, mp_int_t count, bool with_count);

// ---- match.c
mp_obj_t re_match_new(re_scan_t *scan, const size_t *spans);

// ---- template.c
void re_template_parse(re_template_t *out, const re_pattern_t *pattern, mp_obj_t template);
void re_template_add(const re_template_t *t, vstr_t *out, const byte *data, const size_t *spans);

#endif
