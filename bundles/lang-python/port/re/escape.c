// Characters, escapes and sets.
#include <string.h>

#include "py/unicode.h"
#include "syntax.h"

uint32_t re_take(re_syntax_t *s) {
    uint32_t c = *s->next++;
    if (!s->pattern->is_str || c < 0x80) {
        return c;
    }
    size_t more = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
    c &= 0x3f >> more;
    for (; more > 0; more--) {
        c = c << 6 | (*s->next++ & 0x3f);
    }
    return c;
}

void re_put_char(re_syntax_t *s, uint32_t c) {
    if (c == '_' || (c < 0x80 && unichar_isalnum(c))) {
        vstr_add_byte(s->out, c);
    } else if (c > ' ' && c < 0x7f) {
        vstr_add_byte(s->out, '\\');
        vstr_add_byte(s->out, c);
    } else {
        vstr_printf(s->out, "\\x{%x}", (unsigned)c);
    }
}

bool re_folds_ascii(const re_syntax_t *s) {
    return s->pattern->is_str && (s->now & RE_ASCII) && (s->now & RE_IGNORECASE);
}

// Up to `most` digits of the base, to `value`; returns how many there are.
static size_t digits(re_syntax_t *s, unsigned base, size_t most, uint32_t *value) {
    size_t n = 0;
    for (*value = 0; n < most && s->next < s->end; n++, s->next++) {
        byte c = *s->next;
        unsigned digit = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : 99;
        if (digit >= base) {
            break;
        }
        *value = *value * base + digit;
    }
    return n;
}

static uint32_t hex_escape(re_syntax_t *s, const byte *from, size_t n) {
    uint32_t value;
    if (digits(s, 16, n, &value) != n) {
        re_wrong(s, from, "incomplete escape %.*s", (int)(s->next - from), from);
    }
    if (value > 0x10ffff) {
        re_wrong(s, from, "bad escape %.*s", (int)(s->next - from), from);
    }
    return value;
}

// \N{NAME}: there is no table of names.
static NORETURN void named_escape(re_syntax_t *s, const byte *from) {
    if (s->next == s->end || *s->next != '{') {
        re_wrong(s, s->next, "missing {");
    }
    const byte *name = ++s->next;
    while (s->next < s->end && *s->next != '}') {
        s->next++;
    }
    if (s->next == s->end) {
        re_wrong(s, name, name == s->end ? "missing character name" : "missing }, unterminated name");
    }
    if (s->next == name) {
        re_wrong(s, name, "missing character name");
    }
    re_wrong(s, from, "undefined character name '%.*s'", (int)(s->next - name), name);
}

static NORETURN void big_octal(re_syntax_t *s, const byte *from) {
    re_wrong(s, from, "octal escape value %.*s outside of range 0-0o377", (int)(s->next - from), from);
}

void re_check_group(re_syntax_t *s, size_t group, const byte *at) {
    if (s->lookbehind_from == 0) {
        return;
    }
    if (group >= s->groups || s->widths[group].least > s->widths[group].most) {
        re_wrong(s, at, "cannot refer to an open group");
    }
    if (group >= s->lookbehind_from) {
        re_wrong(s, at, "cannot refer to group defined in the same lookbehind subpattern");
    }
}

// \1 to \99, or three octal digits.
static re_escaped_t number_escape(re_syntax_t *s, const byte *from, uint32_t first, uint32_t *value) {
    uint32_t group = first - '0';
    if (s->next < s->end && *s->next >= '0' && *s->next <= '9') {
        byte second = *s->next++;
        group = group * 10 + second - '0';
        if (first < '8' && second < '8' && s->next < s->end && *s->next >= '0' && *s->next < '8') {
            *value = (first - '0') << 6 | (second - '0') << 3 | (*s->next++ - '0');
            if (*value > 0xff) {
                big_octal(s, from);
            }
            return ESCAPED_CHAR;
        }
    }
    if (group >= s->groups) {
        re_wrong(s, from + 1, "invalid group reference %u", (unsigned)group);
    }
    if (s->widths[group].least > s->widths[group].most) {
        re_wrong(s, from, "cannot refer to an open group");
    }
    re_check_group(s, group, s->next);
    *value = group;
    return ESCAPED_GROUP;
}

re_escaped_t re_escape(re_syntax_t *s, const byte *from, bool in_set, uint32_t *value) {
    if (s->next == s->end) {
        re_wrong(s, from, "bad escape (end of pattern)");
    }
    uint32_t c = re_take(s);
    static const char letters[] = "afnrtv", meant[] = "\a\f\n\r\t\v";
    const char *found = c != 0 && c < 0x80 ? strchr(letters, c) : NULL;
    if (found != NULL) {
        *value = meant[found - letters];
        return ESCAPED_CHAR;
    }
    switch (c) {
        case 'd':
        case 'D':
        case 's':
        case 'S':
        case 'w':
        case 'W':
            vstr_add_byte(s->out, '\\');
            vstr_add_byte(s->out, c);
            return ESCAPED_SET;
        case 'b':
            if (in_set) {
                *value = '\b';
                return ESCAPED_CHAR;
            }
            vstr_add_str(s->out, "\\b");
            return ESCAPED_PLACE;
        case 'A':
        case 'B':
        case 'Z':
            if (in_set) {
                break;
            }
            // \B is nowhere in an empty text.
            vstr_add_str(s->out, c == 'A' ? "\\A" : c == 'Z' ? "\\z" : "\\B(?!\\A\\z)");
            return ESCAPED_PLACE;
        case 'x':
            *value = hex_escape(s, from, 2);
            return ESCAPED_CHAR;
        case 'u':
        case 'U':
        case 'N':
            if (!s->pattern->is_str) {
                break;
            }
            if (c == 'N') {
                named_escape(s, from);
            }
            *value = hex_escape(s, from, c == 'u' ? 4 : 8);
            return ESCAPED_CHAR;
        case '0':
            digits(s, 8, 2, value);
            return ESCAPED_CHAR;
        default:
            if (c >= '1' && c <= '9') {
                if (!in_set) {
                    return number_escape(s, from, c, value);
                }
                if (c >= '8') {
                    break;
                }
                s->next--;
                digits(s, 8, 3, value);
                if (*value > 0xff) {
                    big_octal(s, from);
                }
                return ESCAPED_CHAR;
            }
            if (c < 0x80 && unichar_isalpha(c)) {
                break;
            }
            *value = c;
            return ESCAPED_CHAR;
    }
    re_wrong(s, from, "bad escape %.*s", (int)(s->next - from), from);
}

// One member: a character to `value` (true), or a set like \d, written to the output.
static bool set_member(re_syntax_t *s, const byte *set, uint32_t *value) {
    if (s->next == s->end) {
        re_wrong(s, set, "unterminated character set");
    }
    const byte *from = s->next;
    *value = re_take(s);
    return *value != '\\' || re_escape(s, from, true, value) == ESCAPED_CHAR;
}

static void put_range(re_syntax_t *s, uint32_t low, uint32_t high) {
    re_put_char(s, low);
    if (high > low) {
        vstr_add_byte(s->out, '-');
        re_put_char(s, high);
    }
}

static void put_member(re_syntax_t *s, uint32_t low, uint32_t high) {
    put_range(s, low, high);
    if (re_folds_ascii(s)) { // the letters' other case
        for (uint32_t a = 'A'; a <= 'a'; a += 'a' - 'A') {
            uint32_t from = MAX(low, a), to = MIN(high, a + 25);
            if (from <= to) {
                put_range(s, from ^ 0x20, to ^ 0x20);
            }
        }
    }
}

void re_set(re_syntax_t *s, const byte *from) {
    bool folds = re_folds_ascii(s);
    vstr_add_str(s->out, folds ? "(?-i:[" : "[");
    if (s->next < s->end && *s->next == '^') {
        s->next++;
        vstr_add_byte(s->out, '^');
    }
    for (bool first = true;; first = false) {
        if (!first && s->next < s->end && *s->next == ']') {
            s->next++;
            break;
        }
        const byte *member = s->next;
        uint32_t low, high;
        bool is_char = set_member(s, from, &low);
        if (s->next < s->end && *s->next == '-') {
            s->next++;
            if (s->next < s->end && *s->next == ']') {
                s->next++;
                if (is_char) {
                    put_member(s, low, low);
                }
                vstr_add_str(s->out, "\\-");
                break;
            }
            if (!set_member(s, from, &high) || !is_char || high < low) {
                re_wrong(s, member, "bad character range %.*s", (int)(s->next - member), member);
            }
            put_member(s, low, high);
        } else if (is_char) {
            put_member(s, low, low);
        }
    }
    vstr_add_str(s->out, folds ? "])" : "]");
}
