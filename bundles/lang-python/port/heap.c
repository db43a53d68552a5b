// Linear memory: the program's data, then what malloc has, then the Python heap, which has the end
// of it to itself and so can grow in place. malloc serves wasi-libc alone: the arguments, the
// current directory, open directories.
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "py/cstack.h"
#include "py/gc.h"
#include "py/mpstate.h"
#include "py/pystack.h"
#include "py/runtime.h"
#include "heap.h"

#define PAGE ((size_t)65536)

// The heap has at least this much at first, and all of the initial memory that is left (see the
// Makefile). It doubles when it has to.
#define HEAP_MIN PAGE

// What malloc has, and cannot exceed once the heap lies above it: some 30 directories open at once.
#define MALLOC_RESERVE (2 * PAGE)

extern char __heap_base; // the first byte after the program's data (wasm-ld)

static char *malloc_end;
static char *heap_start, *heap_end;
static size_t heap_cap; // -X heapsize=

static char *memory_end(void) {
    return (char *)(__builtin_wasm_memory_size(0) * PAGE);
}

// False: the host refuses it, and memory is as before.
static bool extend_memory(size_t bytes) {
    size_t pages = bytes / PAGE + (bytes % PAGE != 0);
    return __builtin_wasm_memory_grow(0, pages) != SIZE_MAX;
}

size_t hognose_heap_bytes(void) {
    return heap_end - heap_start;
}

void hognose_heap_set_cap(size_t cap) {
    heap_cap = MAX(cap, hognose_heap_bytes());
}

size_t hognose_heap_extend(size_t least, size_t wanted) {
    wanted = MIN(wanted, heap_cap - hognose_heap_bytes());
    while (wanted >= least) {
        if (wanted <= (size_t)(memory_end() - heap_end) || extend_memory(wanted - (memory_end() - heap_end))) {
            heap_end += wanted;
            break;
        }
        if (wanted == least) {
            break;
        }
        // The host's ceiling is somewhere in between: come closer by halves.
        wanted = MAX(least, wanted / 2);
    }
    return hognose_heap_bytes();
}

// The frames of Python-to-Python calls. They live here and not on the wasm stack, so a deep
// recursion of Python functions costs no native stack at all; see recursion.h.
static mp_obj_t frames[HOGNOSE_FRAME_BYTES / sizeof(mp_obj_t)];

extern char __stack_high; // top of the wasm shadow stack (wasm-ld)

static bool add_chunk(size_t size); // of malloc

bool hognose_heap_init(size_t cap) {
    mp_cstack_init_with_top(&__stack_high, HOGNOSE_C_STACK_BYTES + MICROPY_STACK_CHECK_MARGIN);
    mp_pystack_init(frames, frames + MP_ARRAY_SIZE(frames));
    if (malloc_end == NULL && !add_chunk(0)) { // nothing has asked for memory yet
        return false;
    }
    heap_start = heap_end = malloc_end;
    heap_cap = cap;
    size_t size = MAX(HEAP_MIN, (size_t)(memory_end() - heap_start));
    if (hognose_heap_extend(HEAP_MIN, size) == 0) {
        return false;
    }
    gc_init(heap_start, heap_end);
    return true;
}

void gc_collect(void) {
    void **sp;
    __asm__ volatile (".globaltype __stack_pointer, i32\n\tglobal.get __stack_pointer\n\tlocal.set %0" : "=r" (sp));
    gc_collect_start();
    hognose_gc_collect_stack(sp, (void **)MP_STATE_THREAD(stack_top));
    gc_collect_end();
}

// ---- malloc -----------------------------------------------------------------------------------
//
// First fit over a row of chunks in address order. wasi-libc asks for little and seldom; its own
// malloc would take pages at the end of memory, where the heap has to grow.

typedef union {
    struct {
        size_t size; // of the chunk with this header
        bool used;
    };
    max_align_t align;
} chunk_t;

static chunk_t *first_chunk, *chunks_end;

static chunk_t *next_chunk(chunk_t *chunk) {
    return (void *)chunk + chunk->size;
}

// Give malloc so many bytes more, if it may have them.
static bool add_chunk(size_t size) {
    if (first_chunk == NULL) {
        uintptr_t base = ((uintptr_t)&__heap_base + sizeof(chunk_t) - 1) & -sizeof(chunk_t);
        first_chunk = chunks_end = (chunk_t *)base;
        malloc_end = (char *)(base + PAGE - base % PAGE);
        size = MAX(size, MALLOC_RESERVE);
    }
    char *end = malloc_end + (size + PAGE - 1) / PAGE * PAGE;
    if (heap_start != NULL || (end > memory_end() && !extend_memory(end - memory_end()))) {
        return false;
    }
    *chunks_end = (chunk_t) { { .size = end - (char *)chunks_end, .used = false } };
    malloc_end = end;
    chunks_end = (chunk_t *)end;
    return true;
}

static chunk_t *find_chunk(size_t size) {
    for (chunk_t *chunk = first_chunk; chunk < chunks_end; chunk = next_chunk(chunk)) {
        if (chunk->used) {
            continue;
        }
        while (next_chunk(chunk) < chunks_end && !next_chunk(chunk)->used) {
            chunk->size += next_chunk(chunk)->size;
        }
        if (chunk->size >= size) {
            return chunk;
        }
    }
    return NULL;
}

void *malloc(size_t n_bytes) {
    if (n_bytes > INT32_MAX) {
        return NULL;
    }
    size_t size = sizeof(chunk_t) + ((n_bytes + sizeof(chunk_t) - 1) & -sizeof(chunk_t));
    chunk_t *chunk = find_chunk(size);
    if (chunk == NULL && add_chunk(size)) {
        chunk = find_chunk(size);
    }
    if (chunk == NULL) {
        hognose_set_enomem();
        return NULL;
    }
    if (chunk->size > size) {
        chunk_t *rest = (void *)chunk + size;
        *rest = (chunk_t) { { .size = chunk->size - size, .used = false } };
        chunk->size = size;
    }
    chunk->used = true;
    return chunk + 1;
}

void free(void *ptr) {
    if (ptr != NULL) {
        ((chunk_t *)ptr - 1)->used = false;
    }
}

void *calloc(size_t n, size_t size) {
    size_t n_bytes;
    void *ptr = __builtin_mul_overflow(n, size, &n_bytes) ? NULL : malloc(n_bytes);
    return ptr == NULL ? NULL : memset(ptr, 0, n_bytes);
}

void *realloc(void *ptr, size_t n_bytes) {
    void *moved = malloc(n_bytes);
    if (moved != NULL && ptr != NULL) {
        size_t had = ((chunk_t *)ptr - 1)->size - sizeof(chunk_t);
        memcpy(moved, ptr, MIN(had, n_bytes));
        free(ptr);
    }
    return moved;
}
