// The combinatoric iterators of itertools: products, permutations, combinations. Each keeps the places of
// the next tuple's items in their pools, and counts on from the right.
#include "py/objtuple.h"
#include "py/runtime.h"

typedef enum { PRODUCT, PERMUTATIONS, COMBINATIONS, COMBINATIONS_WITH_REPLACEMENT } kind_t;

static const uint16_t names[] = { MP_QSTR_product, MP_QSTR_permutations, MP_QSTR_combinations, MP_QSTR_combinations_with_replacement };

// More places than memory has are refused before any arithmetic with them.
#define PLACES_MAX (1 << 24)

typedef struct {
    mp_obj_base_t base;
    kind_t kind;
    bool started, over;
    mp_obj_t pools;     // a product's tuple of tuples; else one tuple
    size_t n, r;        // items of the pool (not a product's), items of a tuple
    uint32_t *at;       // the places; behind a permutation's: those that are left, and r countdowns
} arrange_t;

static const mp_obj_t *pool_of(const arrange_t *self, size_t i, size_t *n) {
    const mp_obj_tuple_t *pool = MP_OBJ_TO_PTR(self->pools);
    if (self->kind == PRODUCT) {
        pool = MP_OBJ_TO_PTR(pool->items[i]);
    }
    *n = pool->len;
    return pool->items;
}

// False: there is no first.
static bool start(arrange_t *self) {
    size_t n = self->n, r = self->r;
    if (self->kind == PRODUCT) {
        for (size_t i = 0; i < r; i++) {
            pool_of(self, i, &n);
            if (n == 0) {
                return false;
            }
        }
    } else if (self->kind == COMBINATIONS_WITH_REPLACEMENT ? n == 0 && r > 0 : r > n) {
        return false;
    }
    size_t places = self->kind == PERMUTATIONS ? n + r : r;
    if (places > PLACES_MAX) {
        mp_raise_type(&mp_type_MemoryError);
    }
    self->at = m_new0(uint32_t, places + 1);
    for (size_t i = 0; (self->kind == PERMUTATIONS && i < n) || (self->kind == COMBINATIONS && i < r); i++) {
        self->at[i] = i;
    }
    for (size_t i = 0; self->kind == PERMUTATIONS && i < r; i++) {
        self->at[n + i] = n - i;
    }
    return true;
}

// The place i of a permutation: the next of those that are left; or, after the last, they as they were.
static bool permute(arrange_t *self, size_t i) {
    uint32_t *at = self->at, *left = at + self->n, kept = at[i];
    size_t n = self->n;
    if (--left[i] != 0) {
        size_t j = n - left[i];
        at[i] = at[j];
        at[j] = kept;
        return true;
    }
    for (size_t j = i; j + 1 < n; j++) {
        at[j] = at[j + 1];
    }
    at[n - 1] = kept;
    left[i] = n - i;
    return false;
}

// False: that was the last.
static bool advance(arrange_t *self) {
    uint32_t *at = self->at;
    size_t n = self->n, r = self->r;
    for (size_t i = r; i-- > 0;) {
        switch (self->kind) {
            case PRODUCT:
                pool_of(self, i, &n);
                if (++at[i] < n) {
                    return true;
                }
                at[i] = 0;
                break;
            case PERMUTATIONS:
                if (permute(self, i)) {
                    return true;
                }
                break;
            default: {
                bool again = self->kind == COMBINATIONS_WITH_REPLACEMENT;
                if (at[i] < (again ? n - 1 : n - r + i)) {
                    at[i]++;
                    for (size_t j = i + 1; j < r; j++) {
                        at[j] = at[j - 1] + !again;
                    }
                    return true;
                }
            }
        }
    }
    return false;
}

static mp_obj_t arrange_next(mp_obj_t self_in) {
    arrange_t *self = MP_OBJ_TO_PTR(self_in);
    if (!self->over && !(self->started ? advance(self) : start(self))) {
        self->over = true;
    }
    self->started = true;
    if (self->over) {
        return MP_OBJ_STOP_ITERATION;
    }
    mp_obj_tuple_t *tuple = MP_OBJ_TO_PTR(mp_obj_new_tuple(self->r, NULL));
    for (size_t i = 0; i < self->r; i++) {
        size_t n;
        tuple->items[i] = pool_of(self, i, &n)[self->at[i]];
    }
    return MP_OBJ_FROM_PTR(tuple);
}

static void arrange_print(const mp_print_t *print, mp_obj_t self, mp_print_kind_t kind) {
    (void)kind;
    mp_printf(print, "<itertools.%q object at %p>", names[((arrange_t *)MP_OBJ_TO_PTR(self))->kind], MP_OBJ_TO_PTR(self));
}

static MP_DEFINE_CONST_OBJ_TYPE(
    type_arrange,
    MP_QSTR_iterator,
    MP_TYPE_FLAG_ITER_IS_ITERNEXT,
    print, arrange_print,
    iter, arrange_next
    );

// arrange(kind, pools, r): pools is a product's tuple of r tuples, else one tuple
static mp_obj_t arrange(mp_obj_t kind, mp_obj_t pools, mp_obj_t r) {
    mp_int_t which = mp_obj_get_int(kind), len = mp_obj_get_int(r);
    bool good = which >= PRODUCT && which <= COMBINATIONS_WITH_REPLACEMENT && len >= 0 && mp_obj_is_exact_type(pools, &mp_type_tuple);
    size_t n = good ? ((mp_obj_tuple_t *)MP_OBJ_TO_PTR(pools))->len : 0;
    if (which == PRODUCT) {
        good = good && n == (size_t)len;
        for (size_t i = 0; good && i < n; i++) {
            good = mp_obj_is_exact_type(((mp_obj_tuple_t *)MP_OBJ_TO_PTR(pools))->items[i], &mp_type_tuple);
        }
    }
    if (!good) {
        mp_raise_TypeError(NULL);
    }
    arrange_t *self = mp_obj_malloc(arrange_t, &type_arrange);
    self->kind = which;
    self->started = self->over = false;
    self->pools = pools;
    self->n = n;
    self->r = len;
    self->at = NULL;
    return MP_OBJ_FROM_PTR(self);
}
MP_DEFINE_CONST_FUN_OBJ_3(hognose_arrange_obj, arrange);
