// Dicts that keep the order of insertion, and sets in CPython's order.
//
// It stands for upstream's py/map.c, with that file's interface. Upstream's dicts have no order
// and fill up to their last slot, where each lookup searches all of them.
//
// A dict's table is its entries in order of insertion; a deleted one leaves a sentinel. With more
// than SMALL of them there follows, in the same allocation, what finds an entry by its hash:
//
//     mp_map_elem_t entries[alloc]
//     uint32_t hashes[alloc]
//     uint32_t fill        entries that have been used, deleted ones included
//     uint32_t cells_used  cells of the index that are not empty
//     cell_t index[]       an entry's place, plus one, at its hash or one of the next cells
//
// Smaller ones are searched from the start, and end at their first null key.
#include <string.h>

#include "py/runtime.h"

#define SMALL (8)

// Where a key was last found, as upstream's: it serves fixed tables most, which have no index.
#define CACHE_CELL(key) (MP_STATE_VM(map_lookup_cache)[((uintptr_t)(key) >> 2) % MICROPY_OPT_MAP_LOOKUP_CACHE_SIZE])

typedef uint32_t cell_t;

typedef struct {
    mp_map_elem_t *entries;
    uint32_t *hashes;
    uint32_t *fill, *cells_used;
    cell_t *index;
    unsigned bits; // the index has 2**bits cells
} table_t;

// Cells for so many entries: at most two thirds are ever used.
static unsigned index_bits(size_t alloc) {
    return 32 - __builtin_clz(alloc + alloc / 2);
}

static size_t table_bytes(size_t alloc) {
    size_t bytes = alloc * sizeof(mp_map_elem_t);
    return alloc <= SMALL ? bytes : bytes + (alloc + 2) * sizeof(uint32_t) + (sizeof(cell_t) << index_bits(alloc));
}

static table_t open_table(mp_map_elem_t *entries, size_t alloc) {
    uint32_t *hashes = (uint32_t *)(entries + alloc);
    return (table_t) {
        .entries = entries,
        .hashes = hashes,
        .fill = hashes + alloc,
        .cells_used = hashes + alloc + 1,
        .index = hashes + alloc + 2,
        .bits = index_bits(alloc),
    };
}

// A small int holds 31 bits of a hash, a qstr's has 32: compare those that all have.
static uint32_t key_hash(mp_obj_t key) {
    mp_uint_t hash = mp_obj_is_qstr(key)
        ? qstr_hash(MP_OBJ_QSTR_VALUE(key))
        : (mp_uint_t)MP_OBJ_SMALL_INT_VALUE(mp_unary_op(MP_UNARY_OP_HASH, key));
    return hash & 0x3fffffff;
}

static inline size_t first_cell(uint32_t hash, unsigned bits) {
    return (uint32_t)(hash * 0x9e3779b1u) >> (32 - bits);
}

static void add_cell(const table_t *table, uint32_t hash, size_t entry) {
    size_t mask = ((size_t)1 << table->bits) - 1;
    size_t cell = first_cell(hash, table->bits);
    while (table->index[cell] != 0) {
        cell = (cell + 1) & mask;
    }
    table->index[cell] = entry + 1;
    *table->cells_used += 1;
}

static size_t small_fill(const mp_map_t *map) {
    size_t n = 0;
    while (n < map->alloc && map->table[n].key != MP_OBJ_NULL) {
        n++;
    }
    return n;
}

// Entries that have been used: all behind them have a null key.
static size_t map_fill(const mp_map_t *map) {
    if (map->is_fixed) {
        return map->alloc;
    }
    return map->alloc <= SMALL ? small_fill(map) : *open_table(map->table, map->alloc).fill;
}

static mp_map_elem_t *new_table(size_t alloc) {
    if (alloc > SIZE_MAX / 64) {
        m_malloc_fail(SIZE_MAX);
    }
    return m_malloc0(table_bytes(alloc));
}

void mp_map_init(mp_map_t *map, size_t n) {
    map->used = 0;
    map->all_keys_are_qstrs = 1;
    map->is_fixed = 0;
    map->is_ordered = 0;
    map->alloc = n;
    map->table = n == 0 ? NULL : new_table(n);
}

void mp_map_init_fixed_table(mp_map_t *map, size_t n, const mp_obj_t *table) {
    map->alloc = n;
    map->used = n;
    map->all_keys_are_qstrs = 1;
    map->is_fixed = 1;
    map->is_ordered = 1;
    map->table = (mp_map_elem_t *)table;
}

// The map will not be used again.
void mp_map_deinit(mp_map_t *map) {
    if (!map->is_fixed) {
        m_free(map->table);
    }
    map->used = map->alloc = 0;
}

// A table that is replaced is left to the collector: a search of it may be under way, in the
// middle of a key's __eq__.
void mp_map_clear(mp_map_t *map) {
    map->alloc = 0;
    map->used = 0;
    map->all_keys_are_qstrs = 1;
    map->is_fixed = 0;
    map->table = NULL;
}

// Put the filled entries of `from` into a new table with room for `alloc`. A key's __hash__ may
// run the program's code: until the end nothing is changed.
static void rebuild(mp_map_t *map, const mp_map_t *from, size_t alloc) {
    mp_map_elem_t *entries = new_table(alloc);
    bool had_hashes = !from->is_fixed && from->alloc > SMALL;
    const uint32_t *old_hashes = (const uint32_t *)(from->table + from->alloc);
    const mp_map_elem_t *old = from->table;
    size_t fill = map_fill(from), used = 0;
    table_t table = open_table(entries, alloc);
    for (size_t i = 0; i < fill && used < alloc; i++) {
        HOGNOSE_SAFE_POINT();
        if (old[i].key == MP_OBJ_NULL || old[i].key == MP_OBJ_SENTINEL) {
            continue;
        }
        if (alloc > SMALL) {
            uint32_t hash = had_hashes ? old_hashes[i] : key_hash(old[i].key);
            table.hashes[used] = hash;
            add_cell(&table, hash, used);
        }
        entries[used++] = old[i];
    }
    if (alloc > SMALL) {
        *table.fill = used;
    }
    bool all_keys_are_qstrs = from->all_keys_are_qstrs;
    map->alloc = alloc;
    map->used = used;
    map->all_keys_are_qstrs = all_keys_are_qstrs;
    map->table = entries;
}

void mp_map_copy(mp_map_t *map, const mp_map_t *from) {
    mp_map_init(map, 0);
    if (from->used != 0) {
        rebuild(map, from, from->used);
    }
}

// Make room for one more entry: drop the deleted ones, and unless they were many, double.
static void make_room(mp_map_t *map) {
    size_t alloc = map->used + map->used / 4 < map->alloc ? map->alloc : map->alloc * 2;
    rebuild(map, map, MAX(alloc, 4));
}

// The entry with this key, or where the program changed the map meanwhile, `changed`.
static mp_map_elem_t *find(const mp_map_t *map, mp_obj_t key, uint32_t hash, bool compare_only_ptrs, bool *changed) {
    mp_map_elem_t *entries = map->table;
    size_t alloc = map->alloc;
    *changed = false;
    if (map->is_fixed || alloc <= SMALL) {
        for (mp_map_elem_t *entry = entries; entry < entries + alloc && entry->key != MP_OBJ_NULL; entry++) {
            if (entry->key == key) {
                return entry;
            }
            if (!compare_only_ptrs && entry->key != MP_OBJ_SENTINEL) {
                bool equal = mp_obj_equal(entry->key, key);
                if (map->table != entries) {
                    *changed = true;
                    return NULL;
                }
                if (equal) {
                    return entry;
                }
            }
        }
        return NULL;
    }
    table_t table = open_table(entries, alloc);
    size_t mask = ((size_t)1 << table.bits) - 1;
    for (size_t cell = first_cell(hash, table.bits); table.index[cell] != 0; cell = (cell + 1) & mask) {
        size_t i = table.index[cell] - 1;
        mp_map_elem_t *entry = &entries[i];
        if (entry->key == key) {
            return entry;
        }
        if (!compare_only_ptrs && table.hashes[i] == hash && entry->key != MP_OBJ_SENTINEL && entry->key != MP_OBJ_NULL) {
            bool equal = mp_obj_equal(entry->key, key);
            if (map->table != entries) {
                *changed = true;
                return NULL;
            }
            if (equal) {
                return entry;
            }
        }
    }
    return NULL;
}

static mp_map_elem_t *add(mp_map_t *map, mp_obj_t key, uint32_t hash) {
    size_t fill = map_fill(map);
    if (fill == map->alloc || (map->alloc > SMALL && *open_table(map->table, map->alloc).cells_used == map->alloc)) {
        make_room(map);
        fill = map_fill(map);
    }
    if (map->alloc > SMALL) {
        table_t table = open_table(map->table, map->alloc);
        table.hashes[fill] = hash;
        add_cell(&table, hash, fill);
        *table.fill = fill + 1;
    }
    if (!mp_obj_is_qstr(key)) {
        map->all_keys_are_qstrs = 0;
    }
    map->used++;
    mp_map_elem_t *entry = &map->table[fill];
    entry->key = key;
    entry->value = MP_OBJ_NULL;
    return entry;
}

// The value stays, for the caller.
static void remove_entry(mp_map_t *map, mp_map_elem_t *entry) {
    map->used--;
    entry->key = MP_OBJ_SENTINEL;
    // So that taking from the end takes no time: entries that were deleted there are as unused.
    size_t fill = map_fill(map);
    while (fill > 0 && map->table[fill - 1].key == MP_OBJ_SENTINEL) {
        map->table[--fill].key = MP_OBJ_NULL;
    }
    if (map->alloc > SMALL) {
        *open_table(map->table, map->alloc).fill = fill;
    }
}

// MP_MAP_LOOKUP: the entry, or NULL.
// MP_MAP_LOOKUP_ADD_IF_NOT_FOUND: the entry; a new one has a null value.
// MP_MAP_LOOKUP_REMOVE_IF_FOUND: the entry, which is not in the map any more and has its value
// still, or NULL.
mp_map_elem_t *mp_map_lookup(mp_map_t *map, mp_obj_t key, mp_map_lookup_kind_t kind) {
    if (kind != MP_MAP_LOOKUP_REMOVE_IF_FOUND && map->alloc != 0) {
        mp_map_elem_t *entry = &map->table[CACHE_CELL(key) % map->alloc];
        if (entry->key == key) {
            return entry;
        }
    }
    // The hashes of these are no code of the program's, and can wait until one is needed.
    bool plain = mp_obj_is_qstr(key) || mp_obj_is_small_int(key);
    bool indexed = map->alloc > SMALL && !map->is_fixed;
    uint32_t hash = indexed || !plain ? key_hash(key) : 0;
    for (;;) {
        // Interned strings are equal only if they are the same.
        bool compare_only_ptrs = map->all_keys_are_qstrs && plain, changed;
        mp_map_elem_t *entry = find(map, key, hash, compare_only_ptrs, &changed);
        if (changed) {
            hash = key_hash(key);
            continue;
        }
        if (entry == NULL) {
            if (kind != MP_MAP_LOOKUP_ADD_IF_NOT_FOUND) {
                return NULL;
            }
            return add(map, key, plain ? key_hash(key) : hash);
        }
        if (kind == MP_MAP_LOOKUP_REMOVE_IF_FOUND) {
            remove_entry(map, entry);
        } else {
            CACHE_CELL(key) = entry - map->table;
        }
        return entry;
    }
}

// Take out the last entry of a map that is not empty.
mp_map_elem_t mp_map_pop_last(mp_map_t *map) {
    mp_map_elem_t *entry = &map->table[map_fill(map) - 1];
    mp_map_elem_t last = *entry;
    remove_entry(map, entry);
    entry->value = MP_OBJ_NULL;
    return last;
}

// ---- sets -----------------------------------------------------------------------------------
//
// The order of a set is visible to a program that prints one. For numbers it is fixed in CPython,
// and the same here, because this is CPython's own way (Objects/setobject.c) to place them: a
// table of 2**n slots, looked through in runs of ten, spread by the hash's upper bits.
//
//     mp_obj_t slots[alloc]
//     int32_t hashes[alloc]
//     size_t fill      slots that have been used, deleted ones included
//     size_t finger    slots before this one are known to be empty

#define LINEAR_PROBES (9)
#define PERTURB_SHIFT (5)

static int32_t *set_hashes(mp_obj_t *slots, size_t alloc) {
    return (int32_t *)(slots + alloc);
}

static size_t *set_fill(const mp_set_t *set) {
    return (size_t *)(set_hashes(set->table, set->alloc) + set->alloc);
}

static size_t *set_finger(const mp_set_t *set) {
    return set_fill(set) + 1;
}

static size_t slots_bytes(size_t alloc) {
    return alloc * (sizeof(mp_obj_t) + sizeof(int32_t)) + 2 * sizeof(size_t);
}

static mp_obj_t *new_slots(size_t alloc) {
    if (alloc > SIZE_MAX / 64) {
        m_malloc_fail(SIZE_MAX);
    }
    return m_malloc0(slots_bytes(alloc));
}

void mp_set_init(mp_set_t *set, size_t n) {
    (void)n; // a size that is known before would give another order than CPython's
    set->alloc = 0;
    set->used = 0;
    set->table = NULL;
}

void mp_set_copy(mp_set_t *set, const mp_set_t *from) {
    mp_set_init(set, 0);
    if (from->alloc != 0) {
        mp_obj_t *slots = new_slots(from->alloc);
        memcpy(slots, from->table, slots_bytes(from->alloc));
        set->alloc = from->alloc;
        set->used = from->used;
        set->table = slots;
    }
}

static int32_t set_hash(mp_obj_t key) {
    mp_int_t hash = MP_OBJ_SMALL_INT_VALUE(mp_unary_op(MP_UNARY_OP_HASH, key));
    return hash == -1 ? -2 : hash; // CPython keeps -1 for errors
}

// The slot with this key, or the first empty one on its way; NULL where the program changed the
// set meanwhile. With a null key: the first empty one.
static mp_obj_t *find_slot(mp_set_t *set, mp_obj_t *slots, size_t alloc, mp_obj_t key, int32_t hash) {
    size_t mask = alloc - 1;
    const int32_t *hashes = set_hashes(slots, alloc);
    uint64_t perturb = (uint64_t)(int64_t)hash;
    size_t i = perturb & mask;
    for (;;) {
        size_t run = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
        for (mp_obj_t *slot = &slots[i]; slot <= &slots[i + run]; slot++) {
            if (*slot == MP_OBJ_NULL) {
                return slot;
            }
            if (key != MP_OBJ_NULL && hashes[slot - slots] == hash && *slot != MP_OBJ_SENTINEL) {
                bool equal = *slot == key || mp_obj_equal(*slot, key);
                if (set->table != slots) {
                    return NULL;
                }
                if (equal) {
                    return slot;
                }
            }
        }
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

static void set_resize(mp_set_t *set, size_t least) {
    size_t alloc = 8;
    while (alloc <= least) {
        alloc *= 2;
    }
    mp_obj_t *slots = new_slots(alloc);
    mp_obj_t *old = set->table;
    size_t old_alloc = set->alloc, used = 0;
    const int32_t *old_hashes = set_hashes(old, old_alloc);
    for (size_t i = 0; i < old_alloc; i++) {
        HOGNOSE_SAFE_POINT();
        if (old[i] != MP_OBJ_NULL && old[i] != MP_OBJ_SENTINEL) {
            int32_t hash = old_hashes[i];
            mp_obj_t *slot = find_slot(set, slots, alloc, MP_OBJ_NULL, hash);
            *slot = old[i];
            set_hashes(slots, alloc)[slot - slots] = hash;
            used++;
        }
    }
    set->alloc = alloc;
    set->used = used;
    set->table = slots;
    *set_fill(set) = used;
}

// Returns the element that is equal to the key, or the key if it was added, or null.
mp_obj_t mp_set_lookup(mp_set_t *set, mp_obj_t key, mp_map_lookup_kind_t kind) {
    int32_t hash = set_hash(key);
    if (set->alloc == 0) {
        if (!(kind & MP_MAP_LOOKUP_ADD_IF_NOT_FOUND)) {
            return MP_OBJ_NULL;
        }
        set_resize(set, 0);
    }
    mp_obj_t *slot;
    do {
        slot = set->alloc == 0 ? NULL : find_slot(set, set->table, set->alloc, key, hash);
        if (slot == NULL && set->alloc == 0) {
            return MP_OBJ_NULL; // cleared by the key's own __eq__
        }
    } while (slot == NULL);
    if (*slot != MP_OBJ_NULL) {
        mp_obj_t found = *slot;
        if (kind & MP_MAP_LOOKUP_REMOVE_IF_FOUND) {
            *slot = MP_OBJ_SENTINEL;
            set->used--;
        }
        return found;
    }
    if (!(kind & MP_MAP_LOOKUP_ADD_IF_NOT_FOUND)) {
        return MP_OBJ_NULL;
    }
    *slot = key;
    set_hashes(set->table, set->alloc)[slot - set->table] = hash;
    set->used++;
    *set_finger(set) = MIN(*set_finger(set), (size_t)(slot - set->table));
    *set_fill(set) += 1;
    if (*set_fill(set) * 5 >= (set->alloc - 1) * 3) {
        set_resize(set, set->used > 50000 ? set->used * 2 : set->used * 4);
    }
    return key;
}

mp_obj_t mp_set_remove_first(mp_set_t *set) {
    if (set->alloc == 0) {
        return MP_OBJ_NULL;
    }
    for (size_t i = *set_finger(set); i < set->alloc; i++) {
        mp_obj_t key = set->table[i];
        if (key != MP_OBJ_NULL && key != MP_OBJ_SENTINEL) {
            set->table[i] = MP_OBJ_SENTINEL;
            set->used--;
            *set_finger(set) = i + 1;
            return key;
        }
    }
    return MP_OBJ_NULL;
}

void mp_set_clear(mp_set_t *set) {
    set->alloc = 0;
    set->used = 0;
    set->table = NULL;
}
