// The Python heap: where it comes from, how it grows, and how the collector finds roots.
#include <stdlib.h>

#include "py/cstack.h"
#include "py/gc.h"
#include "py/mpstate.h"
#include "py/pystack.h"
#include "py/runtime.h"
#include "heap.h"

// A fresh guest touches little memory; growth doubles it, so an allocation loop costs a
// logarithmic number of steps. 128 KiB holds most one-line programs.
#define HEAP_INITIAL (128u * 1024)

// Every area begins with the bookkeeping of how large it is, so that a freed area gives
// its bytes back to the cap.
typedef union {
    size_t size;
    char align[16]; // MicroPython's blocks are 16 bytes
} area_header_t;

static size_t heap_cap = SIZE_MAX; // -X heapsize=
static size_t heap_used;

void *hognose_heap_alloc(size_t size) {
    area_header_t *area = malloc(size + sizeof(area_header_t));
    if (area == NULL) {
        return NULL; // memory.grow was refused: MicroPython raises MemoryError
    }
    area->size = size;
    heap_used += size;
    return area + 1;
}

void hognose_heap_free(void *ptr) {
    area_header_t *area = (area_header_t *)ptr - 1;
    heap_used -= area->size;
    free(area);
}

// What the heap may still grow by. The host's own ceiling is found by trying.
size_t gc_get_max_new_split(void) {
    size_t left = heap_cap - heap_used;
    return left < INT32_MAX ? left : INT32_MAX;
}

// The frames of Python-to-Python calls. They live here and not on the wasm stack, so a deep
// recursion of Python functions costs no native stack at all; see recursion.h.
static mp_obj_t frames[HOGNOSE_FRAME_BYTES / sizeof(mp_obj_t)];

extern char __stack_high; // top of the wasm shadow stack (wasm-ld)

bool hognose_heap_init(size_t cap) {
    heap_cap = cap;
    mp_cstack_init_with_top(&__stack_high, HOGNOSE_C_STACK_BYTES + MICROPY_STACK_CHECK_MARGIN);
    mp_pystack_init(frames, frames + MP_ARRAY_SIZE(frames));
    size_t size = cap < HEAP_INITIAL ? cap : HEAP_INITIAL;
    char *start = hognose_heap_alloc(size);
    if (start == NULL) {
        return false;
    }
    gc_init(start, start + size);
    return true;
}

static inline uintptr_t *stack_pointer(void) {
    uintptr_t *sp;
    __asm__ volatile ("global.get __stack_pointer\n\tlocal.set %0" : "=r" (sp));
    return sp;
}

// Scan the shadow stack conservatively.
//
// WebAssembly locals cannot be seen from inside; binaryen's --spill-pointers pass (see the
// build script) stores every live pointer here before each call. The optimiser may have kept
// only a pointer into the middle of an object (re.sub does), so, unlike gc_collect_root, any
// address inside a block keeps the whole block alive.
static void scan_stack(void) {
    uintptr_t *end = (uintptr_t *)MP_STATE_THREAD(stack_top);
    for (uintptr_t *p = stack_pointer(); p < end; p++) {
        void *head = gc_block_head((void *)*p);
        if (head != NULL) {
            gc_collect_root(&head, 1);
        }
    }
}

void gc_collect(void) {
    gc_collect_start();
    scan_stack();
    gc_collect_end();
}
