// re.Match: what was found, as offsets into the text; indices and strings are made when asked for.
#include <string.h>

#include "py/objstr.h"
#include "re.h"

mp_obj_t re_match_new(re_scan_t *scan, const size_t *spans) {
    size_t n = 2 * (scan->pattern->groups + 1);
    re_match_t *m = mp_obj_malloc_var(re_match_t, spans, size_t, n, &re_type_match);
    memcpy(m->spans, spans, n * sizeof(size_t));
    m->pattern = scan->pattern;
    re_index(&scan->text, m->spans[0]);
    m->text = scan->text;
    m->pos = scan->pos;
    m->endpos = scan->endpos;
    return MP_OBJ_FROM_PTR(m);
}

static NORETURN void no_such_group(void) {
    mp_raise_msg(&mp_type_IndexError, MP_ERROR_TEXT("no such group"));
}

static size_t group_arg(const re_match_t *m, mp_obj_t arg) {
    mp_int_t group = -1;
    if (mp_obj_is_str(arg)) {
        mp_map_elem_t *found = mp_map_lookup(mp_obj_dict_get_map(m->pattern->names), arg, MP_MAP_LOOKUP);
        if (found != NULL) {
            group = MP_OBJ_SMALL_INT_VALUE(found->value);
        }
    } else if (!mp_obj_get_int_maybe(arg, &group)) {
        group = -1;
    }
    if (group < 0 || (size_t)group > m->pattern->groups) {
        no_such_group();
    }
    return group;
}

static mp_obj_t group_text(const re_match_t *m, size_t group, mp_obj_t unset) {
    size_t from = m->spans[2 * group];
    return from == RE_UNSET ? unset : re_slice(&m->text, from, m->spans[2 * group + 1]);
}

static mp_obj_t match_group(size_t n_args, const mp_obj_t *args) {
    const re_match_t *m = MP_OBJ_TO_PTR(args[0]);
    if (n_args <= 2) {
        return group_text(m, n_args == 1 ? 0 : group_arg(m, args[1]), mp_const_none);
    }
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(n_args - 1, NULL));
    for (size_t i = 1; i < n_args; i++) {
        tuple->items[i - 1] = group_text(m, group_arg(m, args[i]), mp_const_none);
    }
    return MP_OBJ_FROM_PTR(tuple);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR(match_group_obj, 1, match_group);

static mp_obj_t match_subscr(mp_obj_t self_in, mp_obj_t index, mp_obj_t value) {
    if (value != MP_OBJ_SENTINEL) {
        return MP_OBJ_NULL;
    }
    const re_match_t *m = MP_OBJ_TO_PTR(self_in);
    return group_text(m, group_arg(m, index), mp_const_none);
}

static mp_obj_t default_arg(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    static const mp_arg_t allowed[] = { { MP_QSTR_default, MP_ARG_OBJ, { .u_obj = MP_ROM_NONE } } };
    mp_arg_val_t val[1];
    mp_arg_parse_all(n_args - 1, args + 1, kw, 1, allowed, val);
    return val[0].u_obj;
}

static mp_obj_t match_groups(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    const re_match_t *m = MP_OBJ_TO_PTR(args[0]);
    mp_obj_t unset = default_arg(n_args, args, kw);
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(m->pattern->groups, NULL));
    for (size_t i = 0; i < m->pattern->groups; i++) {
        tuple->items[i] = group_text(m, i + 1, unset);
    }
    return MP_OBJ_FROM_PTR(tuple);
}
static MP_DEFINE_CONST_FUN_OBJ_KW(match_groups_obj, 1, match_groups);

static mp_obj_t match_groupdict(size_t n_args, const mp_obj_t *args, mp_map_t *kw) {
    const re_match_t *m = MP_OBJ_TO_PTR(args[0]);
    mp_obj_t unset = default_arg(n_args, args, kw);
    mp_obj_t dict = mp_obj_dict_copy(m->pattern->names);
    mp_map_t *map = mp_obj_dict_get_map(dict);
    for (size_t i = 0; i < map->alloc; i++) {
        if (mp_map_slot_is_filled(map, i)) {
            size_t group = MP_OBJ_SMALL_INT_VALUE(map->table[i].value);
            map->table[i].value = group_text(m, group, unset);
        }
    }
    return dict;
}
static MP_DEFINE_CONST_FUN_OBJ_KW(match_groupdict_obj, 1, match_groupdict);

static mp_obj_t place(const re_match_t *m, size_t span) {
    size_t offset = m->spans[span];
    return offset == RE_UNSET ? MP_OBJ_NEW_SMALL_INT(-1) : MP_OBJ_NEW_SMALL_INT(re_index_near(&m->text, offset));
}

static mp_obj_t pair(const re_match_t *m, size_t group) {
    mp_obj_t items[2] = { place(m, 2 * group), place(m, 2 * group + 1) };
    return mp_obj_new_tuple(2, items);
}

static size_t optional_group(size_t n_args, const mp_obj_t *args) {
    return n_args == 1 ? 0 : group_arg(MP_OBJ_TO_PTR(args[0]), args[1]);
}

static mp_obj_t match_start(size_t n_args, const mp_obj_t *args) {
    return place(MP_OBJ_TO_PTR(args[0]), 2 * optional_group(n_args, args));
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(match_start_obj, 1, 2, match_start);

static mp_obj_t match_end(size_t n_args, const mp_obj_t *args) {
    return place(MP_OBJ_TO_PTR(args[0]), 2 * optional_group(n_args, args) + 1);
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(match_end_obj, 1, 2, match_end);

static mp_obj_t match_span(size_t n_args, const mp_obj_t *args) {
    return pair(MP_OBJ_TO_PTR(args[0]), optional_group(n_args, args));
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(match_span_obj, 1, 2, match_span);

static mp_obj_t match_expand(mp_obj_t self_in, mp_obj_t template) {
    const re_match_t *m = MP_OBJ_TO_PTR(self_in);
    re_template_t t;
    re_template_parse(&t, m->pattern, template);
    vstr_t out;
    vstr_init(&out, 32);
    re_template_add(&t, &out, m->text.data, m->spans);
    return m->text.is_str ? mp_obj_new_str_from_utf8_vstr(&out) : mp_obj_new_bytes_from_vstr(&out);
}
static MP_DEFINE_CONST_FUN_OBJ_2(match_expand_obj, match_expand);

static mp_obj_t match_itself(size_t n_args, const mp_obj_t *args) {
    (void)n_args;
    return args[0];
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(match_itself_obj, 1, 2, match_itself);

// The group whose bracket closed last; 0 if none did. PCRE2 does not tell when that was, but it
// was where the group ends: of two that end in one place, the one that closes later. That is not
// so for what was seen ahead or behind, of which the order of the brackets tells.
static size_t last_group(const re_match_t *m) {
    size_t best = 0;
    bool best_aside = false;
    for (size_t i = 0; i < m->pattern->groups; i++) {
        size_t group = m->pattern->closing[i] & RE_GROUPS_MAX;
        bool aside = m->pattern->closing[i] & RE_IN_LOOKAROUND;
        size_t end = m->spans[2 * group + 1];
        if (end != RE_UNSET && (best == 0 || aside || best_aside || end >= m->spans[2 * best + 1])) {
            best = group;
            best_aside = aside;
        }
    }
    return best;
}

static mp_obj_t name_of(const re_match_t *m, size_t group) {
    mp_map_t *map = mp_obj_dict_get_map(m->pattern->names);
    for (size_t i = 0; i < map->alloc; i++) {
        if (mp_map_slot_is_filled(map, i) && map->table[i].value == MP_OBJ_NEW_SMALL_INT(group)) {
            return map->table[i].key;
        }
    }
    return mp_const_none;
}

static void match_attr(mp_obj_t self_in, qstr attr, mp_obj_t *dest) {
    if (dest[0] != MP_OBJ_NULL) {
        return;
    }
    const re_match_t *m = MP_OBJ_TO_PTR(self_in);
    size_t last;
    switch (attr) {
        case MP_QSTR_re:
            dest[0] = MP_OBJ_FROM_PTR(m->pattern);
            break;
        case MP_QSTR_string:
            dest[0] = m->text.string;
            break;
        case MP_QSTR_pos:
            dest[0] = MP_OBJ_NEW_SMALL_INT(m->pos);
            break;
        case MP_QSTR_endpos:
            dest[0] = MP_OBJ_NEW_SMALL_INT(m->endpos);
            break;
        case MP_QSTR_lastindex:
            last = last_group(m);
            dest[0] = last == 0 ? mp_const_none : MP_OBJ_NEW_SMALL_INT(last);
            break;
        case MP_QSTR_lastgroup:
            last = last_group(m);
            dest[0] = last == 0 ? mp_const_none : name_of(m, last);
            break;
        case MP_QSTR_regs: {
            mp_obj_tuple_t *regs = MP_OBJ_TO_PTR(mp_obj_new_tuple(m->pattern->groups + 1, NULL));
            for (size_t i = 0; i < regs->len; i++) {
                regs->items[i] = pair(m, i);
            }
            dest[0] = MP_OBJ_FROM_PTR(regs);
            break;
        }
        default:
            dest[1] = MP_OBJ_SENTINEL; // a method
    }
}

// At most 50 characters of the match's repr, as CPython shows it.
static void match_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind) {
    (void)kind;
    const re_match_t *m = MP_OBJ_TO_PTR(self_in);
    size_t from = m->spans[0], to = m->spans[1];
    if (to - from > 4 * 50) {
        to = from + 4 * 50;
        while (m->text.is_str && (m->text.data[to] & 0xc0) == 0x80) {
            to--;
        }
    }
    vstr_t repr;
    mp_print_t to_repr;
    vstr_init_print(&repr, 64, &to_repr);
    mp_obj_print_helper(&to_repr, re_slice(&m->text, from, to), PRINT_REPR);
    size_t shown = 0;
    for (size_t chars = 0; shown < repr.len; shown++) {
        if ((repr.buf[shown] & 0xc0) != 0x80 && ++chars > 50) {
            break;
        }
    }
    mp_printf(print, "<re.Match object; span=(%d, %d), match=%.*s>", (int)re_index_near(&m->text, from),
        (int)re_index_near(&m->text, m->spans[1]), (int)shown, repr.buf);
}

static const mp_rom_map_elem_t match_locals_table[] = {
    { MP_ROM_QSTR(MP_QSTR_group), MP_ROM_PTR(&match_group_obj) },
    { MP_ROM_QSTR(MP_QSTR_groups), MP_ROM_PTR(&match_groups_obj) },
    { MP_ROM_QSTR(MP_QSTR_groupdict), MP_ROM_PTR(&match_groupdict_obj) },
    { MP_ROM_QSTR(MP_QSTR_start), MP_ROM_PTR(&match_start_obj) },
    { MP_ROM_QSTR(MP_QSTR_end), MP_ROM_PTR(&match_end_obj) },
    { MP_ROM_QSTR(MP_QSTR_span), MP_ROM_PTR(&match_span_obj) },
    { MP_ROM_QSTR(MP_QSTR_expand), MP_ROM_PTR(&match_expand_obj) },
    { MP_ROM_QSTR(MP_QSTR___copy__), MP_ROM_PTR(&match_itself_obj) },
    { MP_ROM_QSTR(MP_QSTR___deepcopy__), MP_ROM_PTR(&match_itself_obj) },
};
static MP_DEFINE_CONST_DICT(match_locals, match_locals_table);

MP_DEFINE_CONST_OBJ_TYPE(
    re_type_match, MP_QSTR_Match, MP_TYPE_FLAG_NONE,
    print, match_print,
    subscr, match_subscr,
    attr, match_attr,
    locals_dict, &match_locals
    );
