// str.encode, bytes.decode, and their errors: UTF-8, UTF-16, UTF-32, ASCII and Latin-1.
#include <string.h>

#include "py/objstr.h"
#include "py/runtime.h"
#include "py/unicode.h"
#include "op_errors.h"
#include "unicode_error.h"

typedef enum { UTF8, UTF8_SIG, ASCII, LATIN1, ESCAPES, UTF16, UTF16_LE, UTF16_BE, UTF32, UTF32_LE, UTF32_BE } encoding_t;
typedef enum { STRICT, IGNORE, REPLACE, BACKSLASH, XML } errors_t;

static const struct {
    const char *name;
    encoding_t encoding;
    const char *shown;
} encodings[] = {
    { "utf8", UTF8, "utf-8" }, { "u8", UTF8, "utf-8" }, { "utf8sig", UTF8_SIG, "utf-8" },
    { "ascii", ASCII, "ascii" }, { "usascii", ASCII, "ascii" },
    { "latin1", LATIN1, "latin-1" }, { "latin", LATIN1, "latin-1" }, { "iso88591", LATIN1, "iso8859-1" }, { "l1", LATIN1, "latin-1" },
    { "unicodeescape", ESCAPES, "unicodeescape" },
    { "utf16", UTF16, "utf-16" }, { "utf16le", UTF16_LE, "utf-16-le" }, { "utf16be", UTF16_BE, "utf-16-be" },
    { "utf32", UTF32, "utf-32" }, { "utf32le", UTF32_LE, "utf-32-le" }, { "utf32be", UTF32_BE, "utf-32-be" },
};

// Letters and digits count: "UTF-8", "utf_8" and "utf8" are one.
static size_t find_encoding(mp_obj_t given) {
    if (given == MP_OBJ_NULL) {
        return 0;
    }
    const char *text = mp_obj_str_get_str(given);
    char name[16];
    size_t n = 0;
    for (const char *s = text; *s != '\0' && n < sizeof(name) - 1; s++) {
        if (unichar_isalnum(*s)) {
            name[n++] = unichar_isupper(*s) ? *s | 0x20 : *s;
        }
    }
    name[n] = '\0';
    for (size_t i = 0; i < MP_ARRAY_SIZE(encodings); i++) {
        if (strcmp(name, encodings[i].name) == 0) {
            return i;
        }
    }
    mp_raise_msg_varg(&mp_type_LookupError, MP_ERROR_TEXT("unknown encoding: %s"), text);
}

static errors_t find_errors(mp_obj_t given) {
    if (given == MP_OBJ_NULL) {
        return STRICT;
    }
    static const char *const names[] = { "strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace" };
    const char *name = mp_obj_str_get_str(given);
    for (size_t i = 0; i < MP_ARRAY_SIZE(names); i++) {
        if (strcmp(name, names[i]) == 0) {
            return (errors_t)i;
        }
    }
    mp_raise_msg_varg(&mp_type_LookupError, MP_ERROR_TEXT("unknown error handler name '%s'"), name);
}

static NORETURN void raise_unicode(const mp_obj_type_t *type, const char *encoding, mp_obj_t object, size_t start, size_t end, const char *reason) {
    mp_obj_t args[5] = {
        mp_obj_new_str_from_cstr(encoding), object, MP_OBJ_NEW_SMALL_INT(start), MP_OBJ_NEW_SMALL_INT(end), mp_obj_new_str_from_cstr(reason),
    };
    nlr_raise(mp_obj_exception_make_new(type, 5, 0, args));
}

void hognose_print_unicode_error(const mp_print_t *print, const mp_obj_t *args) {
    mp_int_t start = mp_obj_get_int(args[2]), end = mp_obj_get_int(args[3]);
    const char *encoding = mp_obj_str_get_str(args[0]), *reason = mp_obj_str_get_str(args[4]);
    if (mp_obj_is_str(args[1])) {
        size_t len;
        const byte *s = (const byte *)mp_obj_str_get_data(args[1], &len), *top = s + len;
        for (mp_int_t i = 0; i < start && s < top; i++) {
            s = utf8_next_char(s);
        }
        if (end == start + 1 && s < top) {
            unichar c = utf8_get_char(s);
            mp_printf(print, c < 0x100 ? "'%s' codec can't encode character '\\x%02x' in position %d: %s" : c < 0x10000 ? "'%s' codec can't encode character '\\u%04x' in position %d: %s"
                : "'%s' codec can't encode character '\\U%08x' in position %d: %s", encoding, (unsigned)c, (int)start, reason);
        } else {
            mp_printf(print, "'%s' codec can't encode characters in position %d-%d: %s", encoding, (int)start, (int)end - 1, reason);
        }
        return;
    }
    mp_buffer_info_t buffer;
    if (end == start + 1 && mp_get_buffer(args[1], &buffer, MP_BUFFER_READ) && (size_t)start < buffer.len) {
        mp_printf(print, "'%s' codec can't decode byte 0x%02x in position %d: %s", encoding, ((const byte *)buffer.buf)[start], (int)start, reason);
    } else {
        mp_printf(print, "'%s' codec can't decode bytes in position %d-%d: %s", encoding, (int)start, (int)end - 1, reason);
    }
}

// ---- decoding ---------------------------------------------------------------------------------

// How many bytes from s are a character; 0 if they are none, and then how many are wrong and why.
static size_t utf8_step(const byte *s, const byte *end, size_t *wrong, const char **reason) {
    byte c = *s;
    *wrong = 1;
    if (c < 0x80) {
        return 1;
    }
    size_t n = c >= 0xc2 && c <= 0xdf ? 2 : c >= 0xe0 && c <= 0xef ? 3 : c >= 0xf0 && c <= 0xf4 ? 4 : 0;
    if (n == 0) {
        *reason = "invalid start byte";
        return 0;
    }
    for (size_t i = 1; i < n; i++) {
        if (s + i >= end) {
            *reason = "unexpected end of data";
            *wrong = i;
            return 0;
        }
        byte low = i > 1 ? 0x80 : c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
        byte high = i > 1 ? 0xbf : c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
        if (s[i] < low || s[i] > high) {
            *reason = "invalid continuation byte";
            *wrong = i;
            return 0;
        }
    }
    return n;
}

static void add_undecoded(vstr_t *out, const byte *s, size_t n, errors_t errors) {
    if (errors == REPLACE) {
        vstr_add_char(out, 0xfffd);
    }
    for (size_t i = 0; errors == BACKSLASH && i < n; i++) {
        vstr_printf(out, "\\x%02x", s[i]);
    }
}

static uint32_t unit(const byte *s, size_t width, bool big) {
    uint32_t value = 0;
    for (size_t i = 0; i < width; i++) {
        value |= (uint32_t)s[i] << 8 * (big ? width - 1 - i : i);
    }
    return value;
}

static void decode_wide(vstr_t *out, const byte *data, size_t len, encoding_t encoding, const char *shown, errors_t errors) {
    size_t width = encoding >= UTF32 ? 4 : 2, i = 0;
    bool big = encoding == UTF16_BE || encoding == UTF32_BE;
    if ((encoding == UTF16 || encoding == UTF32) && len >= width) {
        big = unit(data, width, true) == 0xfeff;
        i = big || unit(data, width, false) == 0xfeff ? width : 0;
    }
    while (i < len) {
        const char *reason = "truncated data";
        size_t wrong = len - i;
        if (len - i >= width) {
            uint32_t c = unit(data + i, width, big);
            wrong = width;
            reason = width == 2 ? "illegal encoding" : "code point not in range(0x110000)";
            if (width == 2 && c >= 0xd800 && c < 0xdc00 && len - i >= 4) {
                uint32_t low = unit(data + i + 2, 2, big);
                if (low >= 0xdc00 && low < 0xe000) {
                    vstr_add_char(out, 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00));
                    i += 4;
                    continue;
                }
            }
            if (c < 0x110000 && !(c >= 0xd800 && c < 0xe000)) {
                vstr_add_char(out, c);
                i += width;
                continue;
            }
        }
        if (errors == STRICT) {
            raise_unicode(&mp_type_UnicodeDecodeError, shown, mp_obj_new_bytes(data, len), i, i + wrong, reason);
        }
        add_undecoded(out, data + i, wrong, errors);
        i += wrong;
    }
}

// A program's escapes in bytes that are Latin-1 otherwise.
static void decode_escapes(vstr_t *out, const byte *data, size_t len, errors_t errors) {
    static const char plain[] = "\\\\''\"\"a\ab\bf\fn\nr\rt\tv\v";
    const byte *s = data, *end = data + len;
    while (s < end) {
        const byte *start = s;
        unichar c = *s++;
        if (c != '\\') {
            vstr_add_char(out, c);
            continue;
        }
        c = s < end ? *s++ : 0;
        const char *found = c == 0 ? NULL : strchr(plain, c);
        size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        const char *reason = s == start + 1 ? "\\ at end of string" : NULL;
        if (digits != 0) {
            unichar value = 0;
            size_t n = 0;
            for (; n < digits && s < end && unichar_isxdigit(*s); n++) {
                value = value << 4 | unichar_xdigit_value(*s++);
            }
            if (n == digits && value < 0x110000 && (value < 0xd800 || value >= 0xe000)) {
                vstr_add_char(out, value);
                continue;
            }
            reason = n == digits ? "illegal Unicode character" : c == 'x' ? "truncated \\xXX escape" : c == 'u' ? "truncated \\uXXXX escape" : "truncated \\UXXXXXXXX escape";
        } else if (c >= '0' && c <= '7') {
            c -= '0';
            for (size_t n = 1; n < 3 && s < end && *s >= '0' && *s <= '7'; n++) {
                c = c * 8 + *s++ - '0';
            }
            vstr_add_char(out, c);
            continue;
        } else if (c == '\n') {
            continue;
        } else if (found != NULL && (found - plain) % 2 == 0) {
            vstr_add_char(out, found[1]);
            continue;
        }
        if (reason == NULL) { // not an escape: it stays
            vstr_add_char(out, '\\');
            vstr_add_char(out, c);
        } else if (errors == STRICT) {
            raise_unicode(&mp_type_UnicodeDecodeError, "unicodeescape", mp_obj_new_bytes(data, len), start - data, s - data, reason);
        } else {
            add_undecoded(out, start, s - start, errors);
        }
    }
}

mp_obj_t hognose_decode(const byte *data, size_t len, mp_obj_t given_encoding, mp_obj_t given_errors) {
    size_t which = find_encoding(given_encoding);
    encoding_t encoding = encodings[which].encoding;
    const char *shown = encodings[which].shown;
    errors_t errors = given_errors == MP_OBJ_NULL ? STRICT : find_errors(given_errors);
    vstr_t out;
    vstr_init(&out, len + 1);
    if (encoding == LATIN1) {
        for (size_t i = 0; i < len; i++) {
            vstr_add_char(&out, data[i]);
        }
    } else if (encoding == ESCAPES) {
        decode_escapes(&out, data, len, errors);
    } else if (encoding >= UTF16) {
        decode_wide(&out, data, len, encoding, shown, errors);
    } else {
        const byte *s = data, *end = data + len;
        if (encoding == UTF8_SIG && len >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0) {
            s += 3;
        }
        while (s < end) {
            const byte *plain = s;
            while (s < end && *s < 0x80) {
                HOGNOSE_SAFE_POINT();
                s++;
            }
            vstr_add_strn(&out, (const char *)plain, s - plain);
            if (s == end) {
                break;
            }
            size_t wrong = 1;
            const char *reason = "ordinal not in range(128)";
            size_t n = encoding == ASCII ? 0 : utf8_step(s, end, &wrong, &reason);
            if (n != 0) {
                vstr_add_strn(&out, (const char *)s, n);
                s += n;
                continue;
            }
            if (errors == STRICT) {
                raise_unicode(&mp_type_UnicodeDecodeError, shown, mp_obj_new_bytes(data, len), s - data, s - data + wrong, reason);
            }
            add_undecoded(&out, s, wrong, errors);
            s += wrong;
        }
    }
    return mp_obj_new_str_from_vstr(&out);
}

// ---- encoding ---------------------------------------------------------------------------------

static void add_unit(vstr_t *out, uint32_t value, size_t width, bool big) {
    for (size_t i = 0; i < width; i++) {
        vstr_add_byte(out, (byte)(value >> 8 * (big ? width - 1 - i : i)));
    }
}

static void add_unencoded(vstr_t *out, unichar c, errors_t errors) {
    if (errors == REPLACE) {
        vstr_add_byte(out, '?');
    } else if (errors == BACKSLASH) {
        vstr_printf(out, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", (unsigned)c);
    } else if (errors == XML) {
        vstr_printf(out, "&#%u;", (unsigned)c);
    }
}

mp_obj_t hognose_encode(mp_obj_t text, mp_obj_t given_encoding, mp_obj_t given_errors) {
    size_t which = find_encoding(given_encoding), len;
    encoding_t encoding = encodings[which].encoding;
    errors_t errors = given_errors == MP_OBJ_NULL ? STRICT : find_errors(given_errors);
    const byte *s = (const byte *)mp_obj_str_get_data(text, &len), *end = s + len;
    if (encoding == UTF8) {
        return mp_obj_new_bytes(s, len);
    }
    vstr_t out;
    vstr_init(&out, len + 8);
    if (encoding == UTF8_SIG) {
        vstr_add_strn(&out, "\xef\xbb\xbf", 3);
        vstr_add_strn(&out, (const char *)s, len);
        return mp_obj_new_bytes_from_vstr(&out);
    }
    size_t width = encoding >= UTF32 ? 4 : 2;
    bool big = encoding == UTF16_BE || encoding == UTF32_BE;
    if (encoding == UTF16 || encoding == UTF32) {
        add_unit(&out, 0xfeff, width, false);
    }
    unichar limit = encoding == ASCII ? 0x80 : 0x100;
    for (size_t i = 0; s < end; s = utf8_next_char(s), i++) {
        unichar c = utf8_get_char(s);
        if (encoding >= UTF16) {
            if (width == 2 && c >= 0x10000) {
                add_unit(&out, 0xd800 + ((c - 0x10000) >> 10), 2, big);
                add_unit(&out, 0xdc00 + ((c - 0x10000) & 0x3ff), 2, big);
            } else {
                add_unit(&out, c, width, big);
            }
        } else if (encoding == ESCAPES) {
            if (c == '\\' || c == '\n' || c == '\r' || c == '\t') {
                vstr_add_byte(&out, '\\');
                vstr_add_byte(&out, c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : '\\');
            } else if (c >= ' ' && c < 0x7f) {
                vstr_add_byte(&out, (byte)c);
            } else {
                add_unencoded(&out, c, BACKSLASH);
            }
        } else if (c < limit) {
            vstr_add_byte(&out, (byte)c);
        } else if (errors == STRICT) {
            size_t n = 1;
            for (const byte *t = utf8_next_char(s); t < end && utf8_get_char(t) >= limit; t = utf8_next_char(t)) {
                n++;
            }
            raise_unicode(&mp_type_UnicodeEncodeError, encodings[which].shown, text, i, i + n,
                encoding == ASCII ? "ordinal not in range(128)" : "ordinal not in range(256)");
        } else {
            add_unencoded(&out, c, errors);
        }
    }
    return mp_obj_new_bytes_from_vstr(&out);
}

// ---- the methods ------------------------------------------------------------------------------

static void parse(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args, mp_arg_val_t vals[2]) {
    static const mp_arg_t allowed[] = {
        { MP_QSTR_encoding, MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
        { MP_QSTR_errors, MP_ARG_OBJ, { .u_obj = MP_OBJ_NULL } },
    };
    mp_arg_parse_all(n_args - 1, args + 1, kw_args, MP_ARRAY_SIZE(allowed), allowed, vals);
}

static mp_obj_t codec_encode(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    mp_arg_val_t vals[2];
    parse(n_args, args, kw_args, vals);
    return hognose_encode(native_inside(args[0]), vals[0].u_obj, vals[1].u_obj);
}
MP_DEFINE_CONST_FUN_OBJ_KW(codec_encode_obj, 1, codec_encode);

static mp_obj_t codec_decode(size_t n_args, const mp_obj_t *args, mp_map_t *kw_args) {
    mp_arg_val_t vals[2];
    parse(n_args, args, kw_args, vals);
    mp_buffer_info_t buffer;
    mp_get_buffer_raise(args[0], &buffer, MP_BUFFER_READ);
    return hognose_decode(buffer.buf, buffer.len, vals[0].u_obj, vals[1].u_obj);
}
MP_DEFINE_CONST_FUN_OBJ_KW(codec_decode_obj, 1, codec_decode);
