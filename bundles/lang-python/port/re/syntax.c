// Python's syntax, checked with CPython's words and told to PCRE2 in its own: every construct that
// PCRE2 would understand otherwise, or that Python does not have, ends here.
#include <stdarg.h>
#include <string.h>

#include "py/cstack.h"
#include "py/objstr.h"
#include "py/unicode.h"
#include "syntax.h"

#define REPEATS_MAX (65535) // PCRE2's
#define WIDTH_MAX (UINT64_MAX)

// What a quantifier may follow.
typedef enum { NOTHING, PLACE, REPEAT, ITEM } item_t;

static re_width_t alternatives(re_syntax_t *s, bool nested);

NORETURN void re_wrong(re_syntax_t *s, const byte *at, const char *format, ...) {
    vstr_t message;
    vstr_init(&message, 64);
    va_list args;
    if (s->end - s->next == 1 && *s->next == '\\') { // CPython looks one ahead, and sees that first
        at = s->next;
        format = "bad escape (end of pattern)";
    }
    va_start(args, format);
    vstr_vprintf(&message, format, args);
    va_end(args);
    re_raise(s->pattern->pattern, at, &message);
}

// ---- widths -----------------------------------------------------------------------------------

static uint64_t plus(uint64_t a, uint64_t b) {
    return a > WIDTH_MAX - b ? WIDTH_MAX : a + b;
}

static uint64_t times(uint64_t a, uint64_t n) {
    uint64_t product;
    return __builtin_mul_overflow(a, n, &product) ? WIDTH_MAX : product;
}

static re_width_t joined(re_width_t a, re_width_t b) {
    return (re_width_t) { plus(a.least, b.least), plus(a.most, b.most) };
}

static re_width_t either(re_width_t a, re_width_t b) {
    return (re_width_t) { MIN(a.least, b.least), MAX(a.most, b.most) };
}

// ---- groups -----------------------------------------------------------------------------------

static bool at(const re_syntax_t *s, byte c) {
    return s->next < s->end && *s->next == c;
}

static bool took(re_syntax_t *s, byte c) {
    if (!at(s, c)) {
        return false;
    }
    s->next++;
    return true;
}

// A name or number up to `terminator`, which is taken.
static size_t name_until(re_syntax_t *s, byte terminator, const byte **name) {
    *name = s->next;
    while (s->next < s->end && *s->next != terminator) {
        s->next++;
    }
    size_t len = s->next - *name;
    if (len == 0) {
        re_wrong(s, *name, "missing group name");
    }
    if (s->next == s->end) {
        re_wrong(s, *name, "missing %c, unterminated name", terminator);
    }
    s->next++;
    return len;
}

static mp_obj_t checked_name(re_syntax_t *s, const byte *name, size_t len) {
    bool good = !(name[0] >= '0' && name[0] <= '9');
    for (size_t i = 0; i < len; i++) {
        good = good && (name[i] == '_' || (name[i] < 0x80 ? unichar_isalnum(name[i]) : s->pattern->is_str));
    }
    good = good && (!s->pattern->is_str || re_is_name(name, len));
    mp_obj_t string = s->pattern->is_str ? mp_obj_new_str((const char *)name, len) : mp_obj_new_bytes(name, len);
    if (!good) {
        vstr_t message;
        mp_print_t print;
        vstr_init_print(&message, 64, &print);
        mp_print_str(&print, "bad character in group name ");
        if (s->pattern->is_str) {
            mp_obj_print_helper(&print, string, PRINT_REPR);
        } else {
            mp_obj_print_helper(&print, string, PRINT_REPR);
            vstr_cut_out_bytes(&message, strlen("bad character in group name "), 1); // the b
        }
        re_raise(s->pattern->pattern, name, &message);
    }
    return s->pattern->is_str ? string : mp_obj_new_str((const char *)name, len);
}

static size_t named_group(re_syntax_t *s, const byte *name, size_t len) {
    mp_obj_t key = checked_name(s, name, len);
    mp_map_elem_t *found = mp_map_lookup(mp_obj_dict_get_map(s->pattern->names), key, MP_MAP_LOOKUP);
    if (found == NULL) {
        re_wrong(s, name, "unknown group name '%.*s'", (int)len, name);
    }
    return MP_OBJ_SMALL_INT_VALUE(found->value);
}

static size_t open_group(re_syntax_t *s, const byte *name, size_t name_len) {
    size_t group = s->groups++;
    if (group > RE_GROUPS_MAX) {
        re_wrong(s, s->next, "too many groups");
    }
    if (group >= s->room) {
        s->widths = m_renew(re_width_t, s->widths, s->room, 2 * s->room);
        s->closing = m_renew(uint16_t, s->closing, s->room, 2 * s->room);
        s->room *= 2;
    }
    s->widths[group] = (re_width_t) { 1, 0 };
    if (name != NULL) {
        mp_obj_t key = checked_name(s, name, name_len);
        mp_map_elem_t *old = mp_map_lookup(mp_obj_dict_get_map(s->pattern->names), key, MP_MAP_LOOKUP);
        if (old != NULL) {
            re_wrong(s, name, "redefinition of group name '%.*s' as group %u; was group %u", (int)name_len, name,
                (unsigned)group, (unsigned)MP_OBJ_SMALL_INT_VALUE(old->value));
        }
        mp_obj_dict_store(s->pattern->names, key, MP_OBJ_NEW_SMALL_INT(group));
    }
    return group;
}

static void close_bracket(re_syntax_t *s, const byte *from) {
    if (!took(s, ')')) {
        re_wrong(s, from, "missing ), unterminated subpattern");
    }
    vstr_add_byte(s->out, ')');
}

static re_width_t reference(re_syntax_t *s, size_t group) {
    vstr_printf(s->out, "\\g{%u}", (unsigned)group);
    return s->widths[group];
}

static void lookaround(re_syntax_t *s, const byte *from, bool behind, byte kind) {
    vstr_printf(s->out, "(?%s%c", behind ? "<" : "", kind);
    size_t outer = s->lookbehind_from;
    if (behind && outer == 0) {
        s->lookbehind_from = s->groups;
    }
    s->lookarounds++;
    re_width_t width = alternatives(s, true);
    s->lookarounds--;
    s->lookbehind_from = outer;
    close_bracket(s, from);
    if (behind && width.least != width.most) {
        s->bad_lookbehind = true;
    }
}

static re_width_t sequence(re_syntax_t *s, bool first);

// (?(1)yes|no)
static re_width_t condition(re_syntax_t *s, const byte *from) {
    const byte *name;
    size_t len = name_until(s, ')', &name);
    size_t group = 0;
    bool number = true;
    for (size_t i = 0; i < len; i++) {
        number = number && name[i] >= '0' && name[i] <= '9';
        group = MIN(group * 10 + (name[i] - '0'), (size_t)1000000);
    }
    if (!number) {
        group = named_group(s, name, len);
    } else if (group == 0) {
        re_wrong(s, name, "bad group number");
    } else if (group > RE_GROUPS_MAX) {
        re_wrong(s, name, "invalid group reference %.*s", (int)len, name);
    } else if (group >= s->groups && s->far_at == NULL) {
        s->far_group = group;
        s->far_at = name;
    }
    re_check_group(s, group, s->next);
    vstr_printf(s->out, "(?(%u)", (unsigned)group);
    re_width_t yes = sequence(s, false), no = { 0, 0 };
    if (took(s, '|')) {
        vstr_add_byte(s->out, '|');
        no = sequence(s, false);
        if (at(s, '|')) {
            re_wrong(s, s->next, "conditional backref with more than two branches");
        }
    }
    close_bracket(s, from);
    return either(yes, no);
}

// ---- flags ------------------------------------------------------------------------------------

static mp_uint_t flag_of(byte c) {
    switch (c) {
        case 'i':
            return RE_IGNORECASE;
        case 'L':
            return RE_LOCALE;
        case 'm':
            return RE_MULTILINE;
        case 's':
            return RE_DOTALL;
        case 'x':
            return RE_VERBOSE;
        case 'a':
            return RE_ASCII;
        case 'u':
            return RE_UNICODE;
        default:
            return 0;
    }
}

// The next letter of inline flags; what is wrong if there is none, or another.
static byte flag_letter(re_syntax_t *s, const char *enders, const char *missing) {
    if (s->next == s->end) {
        re_wrong(s, s->next, missing);
    }
    const byte *letter = s->next;
    uint32_t c = re_take(s);
    if (c < 0x80 && (flag_of(c) != 0 || (c != 0 && strchr(enders, c) != NULL))) {
        return c;
    }
    re_wrong(s, letter, c >= 0x80 || unichar_isalpha(c) ? "unknown flag" : missing);
}

#define TYPE_FLAGS (RE_ASCII | RE_LOCALE | RE_UNICODE)

// After (?, with its first letter taken. False: flags of the whole pattern, and the bracket is closed.
static bool inline_flags(re_syntax_t *s, byte c, mp_uint_t *add, mp_uint_t *del) {
    while (c != '-' && c != ':' && c != ')') {
        if (c == (s->pattern->is_str ? 'L' : 'u')) {
            re_wrong(s, s->next, "bad inline flags: cannot use '%c' flag with a %s pattern", c, c == 'L' ? "str" : "bytes");
        }
        mp_uint_t flag = flag_of(c);
        *add |= flag;
        if ((flag & TYPE_FLAGS) && (*add & TYPE_FLAGS) != flag) {
            re_wrong(s, s->next, "bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        }
        c = flag_letter(s, ")-:", "missing -, : or )");
    }
    if (c == ')') {
        s->flags |= *add;
        return false;
    }
    if (c == '-') {
        c = flag_letter(s, "", "missing flag");
        while (c != ':') {
            mp_uint_t flag = flag_of(c);
            if (flag & TYPE_FLAGS) {
                re_wrong(s, s->next, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
            }
            *del |= flag;
            c = flag_letter(s, ":", "missing :");
        }
    }
    if (*add & *del) {
        re_wrong(s, s->next - 1, "bad inline flags: flag turned on and off");
    }
    return true;
}

static void put_flags(re_syntax_t *s, mp_uint_t flags) {
    vstr_add_str(s->out, flags & RE_IGNORECASE ? "i" : "");
    vstr_add_str(s->out, flags & RE_MULTILINE ? "m" : "");
    vstr_add_str(s->out, flags & RE_DOTALL ? "s" : "");
}

static void put_scoped_flags(re_syntax_t *s, mp_uint_t add, mp_uint_t del) {
    vstr_add_str(s->out, "(?");
    put_flags(s, add);
    bool ascii = (add & RE_ASCII) && s->pattern->is_str;
    vstr_add_str(s->out, ascii ? "ra" : "");
    if ((del & ~RE_VERBOSE) || (add & RE_UNICODE)) {
        vstr_add_byte(s->out, '-');
        put_flags(s, del);
        vstr_add_str(s->out, add & RE_UNICODE ? "ra" : "");
    }
    vstr_add_byte(s->out, ':');
}

// ---- one bracket --------------------------------------------------------------------------------

static void comment(re_syntax_t *s, const byte *from) {
    while (!took(s, ')')) {
        if (s->next == s->end) {
            re_wrong(s, from, "missing ), unterminated comment");
        }
        s->next++;
    }
}

static NORETURN void unknown_extension(re_syntax_t *s, const byte *question) {
    if (s->next == s->end) {
        re_wrong(s, s->next, "unexpected end of pattern");
    }
    if (re_take(s) == '\\' && s->next < s->end) {
        re_take(s);
    }
    re_wrong(s, question, "unknown extension %.*s", (int)(s->next - question), question);
}

// After the ( at `from`. Returns what it was: NOTHING for a comment and for flags.
static item_t bracket(re_syntax_t *s, const byte *from, bool first, re_width_t *width) {
    const byte *name = NULL;
    size_t name_len = 0;
    mp_uint_t add = 0, del = 0;
    bool capture = true;
    const byte *question = s->next;
    if (took(s, '?')) {
        capture = false;
        if (took(s, 'P')) {
            if (took(s, '=')) {
                size_t len = name_until(s, ')', &name);
                size_t group = named_group(s, name, len);
                if (s->widths[group].least > s->widths[group].most) {
                    re_wrong(s, name, "cannot refer to an open group");
                }
                re_check_group(s, group, s->next);
                *width = reference(s, group);
                return ITEM;
            }
            if (!took(s, '<')) {
                unknown_extension(s, question);
            }
            name_len = name_until(s, '>', &name);
            checked_name(s, name, name_len);
            capture = true;
        } else if (took(s, '#')) {
            comment(s, from);
            return NOTHING;
        } else if (at(s, '=') || at(s, '!')) {
            lookaround(s, from, false, *s->next++);
            *width = (re_width_t) { 0, 0 };
            return ITEM;
        } else if (took(s, '<')) {
            if (!at(s, '=') && !at(s, '!')) {
                unknown_extension(s, question);
            }
            lookaround(s, from, true, *s->next++);
            *width = (re_width_t) { 0, 0 };
            return ITEM;
        } else if (took(s, '(')) {
            *width = condition(s, from);
            return ITEM;
        } else if (took(s, '>')) {
            vstr_add_str(s->out, "(?>");
        } else if (took(s, ':')) {
            vstr_add_str(s->out, "(?:");
        } else if (s->next < s->end && (*s->next == '-' || flag_of(*s->next) != 0)) {
            if (!inline_flags(s, *s->next++, &add, &del)) {
                if (!first) {
                    re_wrong(s, from, "global flags not at the start of the expression");
                }
                s->now = s->flags;
                return NOTHING;
            }
            put_scoped_flags(s, add, del);
        } else {
            unknown_extension(s, question);
        }
    }
    size_t group = 0;
    if (capture) {
        group = open_group(s, name, name_len);
        vstr_add_byte(s->out, '(');
    }
    mp_uint_t outer = s->now;
    s->now = ((outer & ~(add & TYPE_FLAGS ? TYPE_FLAGS : 0)) | add) & ~del;
    *width = alternatives(s, true);
    s->now = outer;
    close_bracket(s, from);
    if (capture) {
        s->widths[group] = *width;
        s->closing[s->closed++] = group | (s->lookarounds > 0 ? RE_IN_LOOKAROUND : 0);
    }
    return ITEM;
}

// ---- quantifiers ----------------------------------------------------------------------------------

static bool decimal(re_syntax_t *s, uint64_t *value) {
    const byte *from = s->next;
    for (*value = 0; s->next < s->end && *s->next >= '0' && *s->next <= '9'; s->next++) {
        *value = MIN(*value * 10 + (*s->next - '0'), (uint64_t)UINT32_MAX);
    }
    return s->next > from;
}

// {1,2} after its first bracket. False: that is no quantifier, and nothing was taken.
static bool counts(re_syntax_t *s, const byte *from, uint64_t *least, uint64_t *most) {
    const byte *begin = s->next;
    bool have_least = decimal(s, least), comma = took(s, ',');
    bool have_most = comma ? decimal(s, most) : have_least;
    if (!comma) {
        *most = *least;
    } else if (!have_most) {
        *most = WIDTH_MAX;
    }
    if (s->next == begin || !took(s, '}')) {
        s->next = begin;
        return false;
    }
    if ((have_least && *least > REPEATS_MAX) || (have_most && *most > REPEATS_MAX)) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("the repetition number is too large"));
    }
    if (*most < *least) {
        re_wrong(s, from + 1, "min repeat greater than max repeat");
    }
    return true;
}

// ---- sequences and alternatives -------------------------------------------------------------------

static void skip_line(re_syntax_t *s) {
    while (s->next < s->end && *s->next++ != '\n') {
    }
}

static void put_literal(re_syntax_t *s, uint32_t c) {
    bool apart = c >= 0x80 && re_folds_ascii(s);
    vstr_add_str(s->out, apart ? "(?-i:" : "");
    re_put_char(s, c);
    vstr_add_str(s->out, apart ? ")" : "");
}

static re_width_t sequence(re_syntax_t *s, bool first) {
    mp_cstack_check();
    re_width_t before = { 0, 0 }; // all but the last item
    re_width_t width = { 0, 0 };  // the last item
    item_t last = NOTHING;
    while (s->next < s->end && !at(s, '|') && !at(s, ')')) {
        const byte *from = s->next;
        uint32_t c = re_take(s);
        if ((s->now & RE_VERBOSE) && (c == '#' || (c < 0x80 && unichar_isspace(c)))) {
            if (c == '#') {
                skip_line(s);
            }
            continue;
        }
        uint64_t least = 0, most = WIDTH_MAX;
        bool quantifier = c == '*' || c == '+' || c == '?' || (c == '{' && counts(s, from, &least, &most));
        if (quantifier) {
            least = c == '+' ? 1 : least;
            most = c == '?' ? 1 : most;
            if (last == NOTHING || last == PLACE) {
                re_wrong(s, from, "nothing to repeat");
            }
            if (last == REPEAT) {
                re_wrong(s, from, "multiple repeat");
            }
            if (most == WIDTH_MAX) {
                vstr_printf(s->out, "{%u,}", (unsigned)least);
            } else {
                vstr_printf(s->out, "{%u,%u}", (unsigned)least, (unsigned)most);
            }
            if (at(s, '?') || at(s, '+')) {
                vstr_add_byte(s->out, *s->next++);
            }
            width = (re_width_t) { times(width.least, least), times(width.most, most) };
            last = REPEAT;
            continue;
        }
        re_width_t next = { 1, 1 };
        item_t kind = ITEM;
        if (c == '(') {
            kind = bracket(s, from, first && last == NOTHING, &next);
            if (kind == NOTHING) {
                continue;
            }
        } else if (c == '[') {
            re_set(s, from);
        } else if (c == '.') {
            vstr_add_byte(s->out, '.');
        } else if (c == '^' || c == '$') {
            vstr_add_byte(s->out, c);
            kind = PLACE;
        } else if (c == '\\') {
            uint32_t value;
            switch (re_escape(s, from, false, &value)) {
                case ESCAPED_CHAR:
                    put_literal(s, value);
                    break;
                case ESCAPED_PLACE:
                    kind = PLACE;
                    break;
                case ESCAPED_GROUP:
                    next = reference(s, value);
                    break;
                case ESCAPED_SET:
                    break;
            }
        } else {
            put_literal(s, c);
        }
        if (kind == PLACE) {
            next = (re_width_t) { 0, 0 };
        }
        before = joined(before, width);
        width = next;
        last = kind;
    }
    return joined(before, width);
}

static re_width_t alternatives(re_syntax_t *s, bool nested) {
    re_width_t width = sequence(s, !nested);
    while (took(s, '|')) {
        vstr_add_byte(s->out, '|');
        width = either(width, sequence(s, false));
    }
    return width;
}

static mp_uint_t checked_flags(bool is_str, mp_uint_t flags) {
    const char *wrong = NULL;
    if (is_str) {
        if (flags & RE_LOCALE) {
            wrong = "cannot use LOCALE flag with a str pattern";
        } else if (!(flags & RE_ASCII)) {
            flags |= RE_UNICODE;
        } else if (flags & RE_UNICODE) {
            wrong = "ASCII and UNICODE flags are incompatible";
        }
    } else if (flags & RE_UNICODE) {
        wrong = "cannot use UNICODE flag with a bytes pattern";
    } else if ((flags & RE_LOCALE) && (flags & RE_ASCII)) {
        wrong = "ASCII and LOCALE flags are incompatible";
    }
    if (wrong != NULL) {
        mp_raise_msg_varg(&mp_type_ValueError, MP_ERROR_TEXT("%s"), wrong);
    }
    return flags;
}

void re_translate(re_pattern_t *pattern, vstr_t *out) {
    mp_buffer_info_t buf;
    mp_get_buffer_raise(pattern->pattern, &buf, MP_BUFFER_READ);
    bool ascii;
    if (pattern->is_str && !re_valid_utf8(buf.buf, buf.len, &ascii)) {
        mp_raise_msg(&mp_type_UnicodeError, MP_ERROR_TEXT("not valid UTF-8"));
    }
    re_syntax_t s = {
        .pattern = pattern, .out = out, .flags = pattern->flags, .now = pattern->flags, .groups = 1, .room = 4,
        .start = buf.buf, .next = buf.buf, .end = (const byte *)buf.buf + buf.len,
    };
    s.widths = m_new(re_width_t, s.room);
    s.closing = m_new(uint16_t, s.room);
    s.widths[0] = (re_width_t) { 1, 0 };
    alternatives(&s, false);
    pattern->flags = checked_flags(pattern->is_str, s.flags);
    if (s.next < s.end) {
        re_wrong(&s, s.next, "unbalanced parenthesis");
    }
    if (s.far_at != NULL && s.far_group >= s.groups) {
        re_wrong(&s, s.far_at, "invalid group reference %u", (unsigned)s.far_group);
    }
    if (s.bad_lookbehind) {
        re_wrong(&s, NULL, "look-behind requires fixed-width pattern");
    }
    pattern->groups = s.groups - 1;
    pattern->closing = s.closing;
}
