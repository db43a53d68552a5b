// What `sub` puts in: text with \1, \g<1>, \g<name> and escapes, taken apart once for all matches.
#include <string.h>

#include "py/objstr.h"
#include "py/unicode.h"
#include "re.h"

typedef struct {
    const re_pattern_t *pattern;
    mp_obj_t template;
    const byte *next, *end;
    size_t room;
} parser_t;

static NORETURN void wrong(parser_t *p, const byte *at, const char *format, int len, const byte *what) {
    vstr_t message;
    vstr_init(&message, 64);
    vstr_printf(&message, format, len, what);
    re_raise(p->template, at, &message);
}

static void add_piece(re_template_t *t, parser_t *p, size_t group) {
    if (t->pieces == p->room) {
        t->piece = m_realloc(t->piece, 2 * p->room * sizeof(*t->piece));
        p->room *= 2;
    }
    t->piece[t->pieces].literal_end = t->literal.len;
    t->piece[t->pieces++].group = group;
}

static void add_group(re_template_t *t, parser_t *p, size_t group, const byte *at, int len) {
    if (group > p->pattern->groups) {
        wrong(p, at, "invalid group reference %.*s", len, at);
    }
    add_piece(t, p, group);
}

static void add_char(re_template_t *t, parser_t *p, uint32_t c) {
    if (p->pattern->is_str) {
        vstr_add_char(&t->literal, c);
    } else {
        vstr_add_byte(&t->literal, c);
    }
}

// \g<name> after the g.
static void named(re_template_t *t, parser_t *p) {
    if (p->next == p->end || *p->next != '<') {
        wrong(p, p->next, "missing <", 0, NULL);
    }
    const byte *name = ++p->next;
    while (p->next < p->end && *p->next != '>') {
        p->next++;
    }
    int len = p->next - name;
    if (len == 0) {
        wrong(p, name, "missing group name", 0, NULL);
    }
    if (p->next == p->end) {
        wrong(p, name, "missing >, unterminated name", 0, NULL);
    }
    p->next++;
    bool number = true, good = true;
    size_t group = 0;
    for (int i = 0; i < len; i++) {
        byte c = name[i];
        bool digit = c >= '0' && c <= '9';
        number = number && digit;
        good = good && (c == '_' || (digit && i > 0) || (c < 0x80 ? unichar_isalpha(c) : p->pattern->is_str));
        group = MIN(group * 10 + (c - '0'), (size_t)1000000);
    }
    if (!number) {
        if (!good) {
            wrong(p, name, "bad character in group name '%.*s'", len, name);
        }
        mp_obj_t key = mp_obj_new_str((const char *)name, len);
        mp_map_elem_t *found = mp_map_lookup(mp_obj_dict_get_map(p->pattern->names), key, MP_MAP_LOOKUP);
        if (found == NULL) {
            mp_raise_msg_varg(&mp_type_IndexError, MP_ERROR_TEXT("unknown group name '%.*s'"), len, name);
        }
        group = MP_OBJ_SMALL_INT_VALUE(found->value);
    }
    add_group(t, p, group, name, len);
}

static bool octal(const parser_t *p) {
    return p->next < p->end && *p->next >= '0' && *p->next <= '7';
}

// \0, \012, \1, \12, \123 after the first digit.
static void numbered(re_template_t *t, parser_t *p, const byte *from) {
    byte first = p->next[-1];
    unsigned value = first - '0';
    if (first == '0') {
        for (int i = 0; i < 2 && octal(p); i++) {
            value = value * 8 + *p->next++ - '0';
        }
        add_char(t, p, value & 0xff);
        return;
    }
    if (p->next < p->end && *p->next >= '0' && *p->next <= '9') {
        byte second = *p->next++;
        if (first < '8' && second < '8' && octal(p)) {
            value = value << 6 | (second - '0') << 3 | (*p->next++ - '0');
            if (value > 0xff) {
                wrong(p, from, "octal escape value %.*s outside of range 0-0o377", p->next - from, from);
            }
            add_char(t, p, value);
            return;
        }
        value = value * 10 + second - '0';
    }
    add_group(t, p, value, from + 1, p->next - from - 1);
}

void re_template_parse(re_template_t *t, const re_pattern_t *pattern, mp_obj_t template) {
    template = re_native(template);
    mp_buffer_info_t buf;
    if (!mp_get_buffer(template, &buf, MP_BUFFER_READ)) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("decoding to str: need a bytes-like object, %s found"),
            mp_obj_get_type_str(template));
    }
    if (mp_obj_is_str(template) != pattern->is_str) {
        mp_raise_msg_varg(&mp_type_TypeError, MP_ERROR_TEXT("%s, %s found"),
            pattern->is_str ? "sequence item 0: expected str instance" : "sequence item 0: expected a bytes-like object",
            mp_obj_get_type_str(template));
    }
    parser_t p = { .pattern = pattern, .template = template, .next = buf.buf, .room = 2 };
    p.end = p.next + buf.len;
    t->pieces = 0;
    t->piece = m_malloc(p.room * sizeof(*t->piece));
    vstr_init(&t->literal, buf.len + 1);
    while (p.next < p.end) {
        const byte *from = p.next;
        const byte *escape = memchr(from, '\\', p.end - from);
        if (escape == NULL) {
            escape = p.end;
        }
        vstr_add_strn(&t->literal, (const char *)from, escape - from);
        if (escape == p.end) {
            break;
        }
        p.next = escape + 1;
        if (p.next == p.end) {
            wrong(&p, escape, "bad escape (end of pattern)", 0, NULL);
        }
        byte c = *p.next++;
        static const char letters[] = "abfnrtv\\", meant[] = "\a\b\f\n\r\t\v\\";
        const char *found = c != 0 ? strchr(letters, c) : NULL;
        if (found != NULL) {
            add_char(t, &p, meant[found - letters]);
        } else if (c == 'g') {
            named(t, &p);
        } else if (c >= '0' && c <= '9') {
            numbered(t, &p, escape);
        } else if (c < 0x80 && unichar_isalpha(c)) {
            wrong(&p, escape, "bad escape %.*s", 2, escape);
        } else {
            vstr_add_byte(&t->literal, '\\');
            vstr_add_byte(&t->literal, c);
        }
    }
    add_piece(t, &p, SIZE_MAX);
}

void re_template_add(const re_template_t *t, vstr_t *out, const byte *data, const size_t *spans) {
    size_t literal = 0;
    for (size_t i = 0; i < t->pieces; i++) {
        vstr_add_strn(out, t->literal.buf + literal, t->piece[i].literal_end - literal);
        literal = t->piece[i].literal_end;
        size_t group = t->piece[i].group;
        if (group != SIZE_MAX && spans[2 * group] != RE_UNSET) {
            vstr_add_strn(out, (const char *)data + spans[2 * group], spans[2 * group + 1] - spans[2 * group]);
        }
    }
}
