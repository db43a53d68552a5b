// The translator's state, for syntax.c and escape.c.
#ifndef HOGNOSE_RE_SYNTAX_H
#define HOGNOSE_RE_SYNTAX_H

#include "re.h"

// How many characters something matches, at least and at most. UINT64_MAX: without end.
typedef struct {
    uint64_t least, most;
} re_width_t;

typedef struct {
    re_pattern_t *pattern;
    const byte *start, *next, *end;
    vstr_t *out;
    mp_uint_t flags;        // of the whole pattern
    mp_uint_t now;          // with those of the brackets that we are in
    size_t groups;          // opened so far, and 1 for the whole
    size_t room;            // of the two arrays
    re_width_t *widths;     // of each group; least > most: it is still open
    uint16_t *closing;
    size_t closed;
    size_t lookarounds;     // that we are in
    size_t lookbehind_from; // the first group of the lookbehind that we are in; 0: in none
    bool bad_lookbehind;    // one that has no fixed width
    size_t far_group;       // the first condition on a group that was not opened before it
    const byte *far_at;
} re_syntax_t;

// A character, a set like \d, a place like \b, or a group's text.
typedef enum { ESCAPED_CHAR, ESCAPED_SET, ESCAPED_PLACE, ESCAPED_GROUP } re_escaped_t;

// After the backslash, which is at `from`. A char or a group is written to `value` and not to the output.
re_escaped_t re_escape(re_syntax_t *s, const byte *from, bool in_set, uint32_t *value);
void re_set(re_syntax_t *s, const byte *from); // after the [ at `from`
void re_put_char(re_syntax_t *s, uint32_t c);
bool re_folds_ascii(const re_syntax_t *s); // only ASCII letters have another case, which PCRE2 does not know
uint32_t re_take(re_syntax_t *s);       // the next character; there must be one
NORETURN void re_wrong(re_syntax_t *s, const byte *at, const char *message, ...);
void re_check_group(re_syntax_t *s, size_t group, const byte *at);

#endif
