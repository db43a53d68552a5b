// The Python heap: a conservative mark-and-sweep collector that grows in place.
//
// It stands for upstream's py/gc.c, with that file's interface. Upstream's is made for a
// microcontroller's few kilobytes: it looks at one block at a time, and adds separate areas to
// grow. Here the heap is the upper end of a linear memory of megabytes, so it is one piece,
// and its tables are read 64 blocks at a time.
//
// Memory is a pool of 16-byte blocks, then three tables with a bit for each block:
//
//     head  tail
//      0     0    free
//      1     0    an object begins here
//      0     1    an object goes on here
//      1     1    an object begins here, and this collection has reached it
//
// and `final`, set at the head of an object that may have a __del__ method.
#include <string.h>

#include "long_text.h"
#include "py/gc.h"
#include "py/mpstate.h"
#include "py/obj.h"
#include "py/runtime.h"
#include "heap.h"
#include "interrupt.h"

#define BLOCK_BYTES MICROPY_BYTES_PER_GC_BLOCK
#define WORD_BITS (64)
#define NONE SIZE_MAX

// A word of each table, and the blocks that it tells of: the pool grows by so much at least.
#define GROUP_BYTES (WORD_BITS * BLOCK_BYTES + 3 * sizeof(uint64_t))

// Searches for 1 up to this many blocks each remember where to go on; this is less than a word.
#define RUN_MAX (16)

// Objects that were reached and not yet looked into.
#define MARK_STACK_LEN (2048)

static struct {
    byte *pool;
    size_t words;   // of each table
    uint64_t *head, *tail, *final;

    // No run of n free blocks begins in a word before run_from[n]; so run_from never falls as
    // n rises. Longer runs are searched for onwards from where the last one was.
    size_t run_from[RUN_MAX + 1];
    size_t long_from;

    size_t used;    // blocks that the last collection kept
    size_t mark_stack[MARK_STACK_LEN];
    bool mark_stack_overflowed;
    bool marking;
} heap;

static inline size_t blocks(void) {
    return heap.words * WORD_BITS;
}

static inline bool get_bit(const uint64_t *table, size_t block) {
    return table[block / WORD_BITS] >> (block % WORD_BITS) & 1;
}

static inline void set_bit(uint64_t *table, size_t block) {
    table[block / WORD_BITS] |= (uint64_t)1 << (block % WORD_BITS);
}

static inline void clear_bit(uint64_t *table, size_t block) {
    table[block / WORD_BITS] &= ~((uint64_t)1 << (block % WORD_BITS));
}

// Bits first..last of a word, both inclusive.
static inline uint64_t bits_between(size_t first, size_t last) {
    return ~(uint64_t)0 << first & ~(uint64_t)0 >> (WORD_BITS - 1 - last);
}

static void write_tails(size_t first, size_t end, bool value) {
    while (first < end) {
        size_t bit = first % WORD_BITS;
        size_t n = MIN(end - first, WORD_BITS - bit);
        uint64_t bits = bits_between(bit, bit + n - 1);
        uint64_t *word = &heap.tail[first / WORD_BITS];
        *word = value ? *word | bits : *word & ~bits;
        first += n;
    }
}

// How many blocks from `block` on are alike: free ones, or an object's tails.
typedef enum { FREE, TAIL } kind_t;
static size_t count_run(size_t block, kind_t kind, size_t most) {
    size_t n = 0;
    while (n < most && block < blocks()) {
        size_t word = block / WORD_BITS, bit = block % WORD_BITS;
        uint64_t head = heap.head[word], tail = heap.tail[word];
        // Ones where the run ends.
        uint64_t ends = (kind == FREE ? head | tail : head | ~tail) >> bit;
        if (ends != 0) {
            n += __builtin_ctzll(ends);
            break;
        }
        n += WORD_BITS - bit;
        block += WORD_BITS - bit;
    }
    return MIN(n, most);
}

static inline size_t object_blocks(size_t head) {
    return 1 + count_run(head + 1, TAIL, SIZE_MAX);
}

// The head of the object that the tail `block` belongs to.
static size_t head_before(size_t block) {
    size_t word = block / WORD_BITS;
    uint64_t heads = heap.head[word] & bits_between(0, block % WORD_BITS);
    while (heads == 0) {
        heads = heap.head[--word];
    }
    return word * WORD_BITS + WORD_BITS - 1 - __builtin_clzll(heads);
}

static inline byte *block_ptr(size_t block) {
    return heap.pool + block * BLOCK_BYTES;
}

static inline size_t ptr_block(const void *ptr) {
    return ((const byte *)ptr - heap.pool) / BLOCK_BYTES;
}

static inline bool in_pool(const void *ptr) {
    return (uintptr_t)ptr - (uintptr_t)heap.pool < blocks() * BLOCK_BYTES;
}

// ---- layout ---------------------------------------------------------------------------------

static void place_tables(size_t words) {
    heap.words = words;
    heap.head = (uint64_t *)(heap.pool + words * WORD_BITS * BLOCK_BYTES);
    heap.tail = heap.head + words;
    heap.final = heap.tail + words;
}

void gc_init(void *start, void *end) {
    heap.pool = start;
    place_tables(((byte *)end - (byte *)start) / GROUP_BYTES);
    memset(heap.head, 0, 3 * heap.words * sizeof(uint64_t));
    MP_STATE_THREAD(gc_lock_depth) = 0;
    MP_STATE_MEM(gc_auto_collect_enabled) = 1;
    MP_STATE_MEM(gc_alloc_threshold) = (size_t)-1;
    MP_STATE_MEM(gc_alloc_amount) = 0;
}

// Make room for an object that found none: twice the heap if the host gives so much, so that a
// loop that allocates collects and grows a logarithmic number of times.
static bool grow(size_t n_blocks) {
    size_t needed = (n_blocks / WORD_BITS + 2) * GROUP_BYTES;
    size_t total = hognose_heap_bytes();
    // A step that is small for the heap would not be worth the collection before it.
    size_t least = MAX(needed, total / 16);
    size_t now = hognose_heap_extend(least, MAX(least, total));
    if (now == total) {
        return false;
    }
    uint64_t *old[] = { heap.head, heap.tail, heap.final };
    size_t old_words = heap.words;
    place_tables(now / GROUP_BYTES);
    uint64_t *new[] = { heap.head, heap.tail, heap.final };
    for (int i = MP_ARRAY_SIZE(old); i-- > 0;) { // all move upwards: the uppermost first
        memmove(new[i], old[i], old_words * sizeof(uint64_t));
        memset(new[i] + old_words, 0, (heap.words - old_words) * sizeof(uint64_t));
    }
    // Free blocks at the old end, too few until now, may begin a run.
    for (size_t n = 1; n <= RUN_MAX; n++) {
        heap.run_from[n] = MIN(heap.run_from[n], old_words - 1);
    }
    return true;
}

// ---- marking --------------------------------------------------------------------------------

// The object that `ptr` points to, if that is the very start of one that was not reached yet.
static inline size_t unmarked_head(const void *ptr) {
    size_t offset = (uintptr_t)ptr - (uintptr_t)heap.pool;
    if (offset % BLOCK_BYTES != 0 || offset >= blocks() * BLOCK_BYTES) {
        return NONE;
    }
    size_t block = offset / BLOCK_BYTES;
    return get_bit(heap.head, block) && !get_bit(heap.tail, block) ? block : NONE;
}

// Mark what can be reached from a marked object.
static void mark_from(size_t block) {
    size_t sp = 0;
    for (;;) {
        void **ptrs = (void **)block_ptr(block);
        for (size_t n = object_blocks(block) * BLOCK_BYTES / sizeof(void *), part; n > 0; n -= part) {
            HOGNOSE_SAFE_POINT();
            part = MIN(n, 1024);
            for (void **end = ptrs + part; ptrs < end; ptrs++) {
                size_t child = unmarked_head(*ptrs);
                if (child == NONE) {
                    continue;
                }
                set_bit(heap.tail, child);
                if (sp < MARK_STACK_LEN) {
                    heap.mark_stack[sp++] = child;
                } else {
                    heap.mark_stack_overflowed = true;
                }
            }
        }
        if (sp == 0) {
            return;
        }
        block = heap.mark_stack[--sp];
    }
}

void gc_collect_root(void **ptrs, size_t len) {
    for (; len > 0; len--, ptrs++) {
        size_t block = unmarked_head(*ptrs);
        if (block != NONE) {
            set_bit(heap.tail, block);
            mark_from(block);
        }
    }
}

// WebAssembly locals cannot be seen from inside; binaryen's --spill-pointers pass (see the
// build script) stores every live pointer on the shadow stack before each call. The optimiser
// may have kept only a pointer into the middle of an object (re.sub does), so here, unlike in
// gc_collect_root, any address inside an object keeps all of it.
void hognose_gc_collect_stack(void **ptrs, void **end) {
    for (; ptrs < end; ptrs++) {
        if (!in_pool(*ptrs)) {
            continue;
        }
        size_t block = ptr_block(*ptrs);
        if (!get_bit(heap.head, block) && get_bit(heap.tail, block)) {
            block = head_before(block);
        }
        void *head = block_ptr(block);
        gc_collect_root(&head, 1);
    }
}

// Some objects were marked and not looked into: look into all that are marked.
static void finish_marking(void) {
    while (heap.mark_stack_overflowed) {
        heap.mark_stack_overflowed = false;
        for (size_t word = 0; word < heap.words; word++) {
            uint64_t marked = heap.head[word] & heap.tail[word];
            for (; marked != 0; marked &= marked - 1) {
                mark_from(word * WORD_BITS + __builtin_ctzll(marked));
            }
        }
    }
}

void gc_collect_start(void) {
    MP_STATE_THREAD(gc_lock_depth) |= GC_COLLECT_FLAG;
    MP_STATE_MEM(gc_alloc_amount) = 0;
    heap.marking = true;
    hognose_text_forget();

    // The roots that upstream keeps in one row of its state, and the frames of Python calls.
    void **state = (void **)(void *)&mp_state_ctx;
    size_t start = offsetof(mp_state_ctx_t, thread.dict_locals);
    size_t end = offsetof(mp_state_ctx_t, vm.qstr_last_chunk);
    gc_collect_root(state + start / sizeof(void *), (end - start) / sizeof(void *));
    void **frames = (void **)(void *)MP_STATE_THREAD(pystack_start);
    gc_collect_root(frames, (MP_STATE_THREAD(pystack_cur) - MP_STATE_THREAD(pystack_start)) / sizeof(void *));
}

// A collection that has only marked has changed nothing but marks.
void hognose_gc_abandon(void) {
    if (heap.marking) {
        heap.marking = heap.mark_stack_overflowed = false;
        for (size_t word = 0; word < heap.words; word++) {
            heap.tail[word] &= ~heap.head[word];
        }
        MP_STATE_THREAD(gc_lock_depth) &= ~GC_COLLECT_FLAG;
    }
}

// ---- sweeping -------------------------------------------------------------------------------

// Call __del__ of the dead objects that have one. The heap is locked meanwhile.
static void run_finalisers(void) {
    for (size_t word = 0; word < heap.words; word++) {
        uint64_t dead = heap.final[word] & heap.head[word] & ~heap.tail[word];
        heap.final[word] &= ~dead;
        for (; dead != 0; dead &= dead - 1) {
            size_t block = word * WORD_BITS + __builtin_ctzll(dead);
            mp_obj_base_t *obj = (mp_obj_base_t *)block_ptr(block);
            if (!get_bit(heap.head, block) || obj->type == NULL) {
                continue; // freed by the one before; or allocated and never initialised
            }
            mp_obj_t method[2];
            mp_load_method_maybe(MP_OBJ_FROM_PTR(obj), MP_QSTR___del__, method);
            if (method[0] != MP_OBJ_NULL) {
                hognose_call_finaliser(method[0], method[1]);
            }
        }
    }
}

static void sweep(void) {
    size_t used = 0, collected = 0;
    uint64_t carry = 0; // whether the word before ended inside a dead object
    for (size_t word = 0; word < heap.words; word++) {
        uint64_t head = heap.head[word], tail = heap.tail[word];
        uint64_t marked = head & tail, dead = head & ~tail, tails = tail & ~head;
        // Adding a one at the start of a row of ones clears the row, and carries out of the
        // word if the row reaches its end: so the tails of dead objects fall out at once.
        uint64_t first_dead_tails = (dead << 1 | carry) & tails, sum;
        carry = dead >> (WORD_BITS - 1) | __builtin_add_overflow(tails, first_dead_tails, &sum);
        tails &= sum;
        heap.head[word] = marked;
        heap.tail[word] = tails;
        used += __builtin_popcountll(marked | tails);
        collected += __builtin_popcountll(dead);
    }
    heap.used = used;
    MP_STATE_MEM(gc_collected) = collected;
    memset(heap.run_from, 0, sizeof(heap.run_from));
    heap.long_from = 0;
}

void gc_collect_end(void) {
    finish_marking();
    heap.marking = false;
    run_finalisers();
    sweep();
    MP_STATE_THREAD(gc_lock_depth) &= ~GC_COLLECT_FLAG;
}

void gc_sweep_all(void) {
    MP_STATE_THREAD(gc_lock_depth) |= GC_COLLECT_FLAG;
    gc_collect_end();
}

// ---- allocating -----------------------------------------------------------------------------

// The first n free blocks in a row that begin in word `from` or later.
static size_t find_run(size_t n, size_t from) {
    size_t run = 0; // free blocks at the end of the words before
    for (size_t word = from; word < heap.words; word++) {
        uint64_t used = heap.head[word] | heap.tail[word];
        if (used == 0) {
            run += WORD_BITS;
            if (run >= n) {
                return (word + 1) * WORD_BITS - run;
            }
            continue;
        }
        if (run + __builtin_ctzll(used) >= n) {
            return word * WORD_BITS - run;
        }
        if (n < WORD_BITS) {
            // A bit stays where n ones begin.
            uint64_t starts = ~used;
            for (size_t have = 1, step; have < n; have += step) {
                step = MIN(have, n - have);
                starts &= starts >> step;
            }
            if (starts != 0) {
                return word * WORD_BITS + __builtin_ctzll(starts);
            }
        }
        run = __builtin_clzll(used);
    }
    return NONE;
}

// Searches for n blocks have found nothing before `word`; then there is no longer run either.
static inline void note_searched(size_t n, size_t word) {
    for (; n <= RUN_MAX && heap.run_from[n] < word; n++) {
        heap.run_from[n] = word;
    }
}

// Blocks from `block` on have become free: with some before them they may make a run.
static inline void note_free(size_t block) {
    size_t word = block < WORD_BITS ? 0 : block / WORD_BITS - 1;
    for (size_t n = RUN_MAX; n > 0 && heap.run_from[n] > word; n--) {
        heap.run_from[n] = word;
    }
}

static size_t find_free(size_t n) {
    if (n <= RUN_MAX) {
        size_t block = find_run(n, heap.run_from[n]);
        note_searched(n, block == NONE ? heap.words : block / WORD_BITS);
        return block;
    }
    size_t first = heap.run_from[RUN_MAX];
    size_t block = find_run(n, MAX(first, heap.long_from));
    if (block == NONE && heap.long_from > first) {
        block = find_run(n, first);
    }
    heap.long_from = block == NONE ? 0 : block / WORD_BITS;
    return block;
}

void *gc_alloc(size_t n_bytes, unsigned int alloc_flags) {
    size_t n = n_bytes / BLOCK_BYTES + (n_bytes % BLOCK_BYTES != 0);
    if (n == 0 || MP_STATE_THREAD(gc_lock_depth) > 0) {
        return NULL;
    }
    bool collected = !MP_STATE_MEM(gc_auto_collect_enabled), grown = false;
    if (!collected && MP_STATE_MEM(gc_alloc_amount) >= MP_STATE_MEM(gc_alloc_threshold)) {
        gc_collect();
        collected = true;
    }
    size_t block;
    while ((block = find_free(n)) == NONE) {
        if (!collected) {
            gc_collect();
            collected = true;
            // A heap that stays half full would soon be collected again: better grow it now.
            if (heap.used <= blocks() / 2) {
                continue;
            }
            grown = grow(n);
            // And where it cannot grow and is all but full, nearly all time would go into
            // collecting: that is what MemoryError is for.
            if (!grown && heap.used >= blocks() - blocks() / 32) {
                return NULL;
            }
        } else if (grown || !(grown = grow(n))) {
            return NULL;
        }
    }
    set_bit(heap.head, block);
    write_tails(block + 1, block + n, true);
    MP_STATE_MEM(gc_alloc_amount) += n;
    byte *ptr = block_ptr(block);
    // All of it: old pointers there would keep alive what they point to.
    memset(ptr, 0, n * BLOCK_BYTES);
    if (alloc_flags & GC_ALLOC_FLAG_HAS_FINALISER) {
        set_bit(heap.final, block);
    }
    return ptr;
}

void gc_free(void *ptr) {
    // A finaliser may free; else a locked heap stays as it is until the next collection.
    if (ptr == NULL || MP_STATE_THREAD(gc_lock_depth) & ~GC_COLLECT_FLAG) {
        return;
    }
    size_t block = ptr_block(ptr);
    size_t end = block + object_blocks(block);
    clear_bit(heap.final, block);
    clear_bit(heap.head, block);
    write_tails(block, end, false);
    note_free(block);
}

size_t gc_nbytes(const void *ptr) {
    if (!in_pool(ptr) || !get_bit(heap.head, ptr_block(ptr))) {
        return 0;
    }
    return object_blocks(ptr_block(ptr)) * BLOCK_BYTES;
}

void *gc_realloc(void *ptr, size_t n_bytes, bool allow_move) {
    if (ptr == NULL) {
        return gc_alloc(n_bytes, 0);
    }
    if (n_bytes == 0) {
        gc_free(ptr);
        return NULL;
    }
    if (MP_STATE_THREAD(gc_lock_depth) > 0) {
        return NULL;
    }
    size_t block = ptr_block(ptr);
    size_t old = object_blocks(block);
    size_t new = n_bytes / BLOCK_BYTES + (n_bytes % BLOCK_BYTES != 0);
    if (new == old) {
        return ptr;
    }
    if (new < old) {
        write_tails(block + new, block + old, false);
        note_free(block + new);
        return ptr;
    }
    if (count_run(block + old, FREE, new - old) == new - old) {
        write_tails(block + old, block + new, true);
        memset(ptr + old * BLOCK_BYTES, 0, (new - old) * BLOCK_BYTES);
        return ptr;
    }
    if (!allow_move) {
        return NULL;
    }
    void *moved = gc_alloc(n_bytes, get_bit(heap.final, block) ? GC_ALLOC_FLAG_HAS_FINALISER : 0);
    if (moved != NULL) {
        memcpy(moved, ptr, old * BLOCK_BYTES);
        gc_free(ptr);
    }
    return moved;
}

// ---- locking and figures --------------------------------------------------------------------

void gc_lock(void) {
    MP_STATE_THREAD(gc_lock_depth) += 1 << GC_LOCK_DEPTH_SHIFT;
}

void gc_unlock(void) {
    MP_STATE_THREAD(gc_lock_depth) -= 1 << GC_LOCK_DEPTH_SHIFT;
}

bool gc_is_locked(void) {
    return MP_STATE_THREAD(gc_lock_depth) != 0;
}

// For gc.mem_alloc() and gc.mem_free().
void gc_info(gc_info_t *info) {
    memset(info, 0, sizeof(*info));
    for (size_t word = 0; word < heap.words; word++) {
        info->used += __builtin_popcountll(heap.head[word] | heap.tail[word]);
    }
    info->total = blocks() * BLOCK_BYTES;
    info->used *= BLOCK_BYTES;
    info->free = info->total - info->used;
}
