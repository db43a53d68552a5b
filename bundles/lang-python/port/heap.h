// Where the Python heap's memory comes from (heap.c), for the collector (gc.c).
#ifndef HOGNOSE_HEAP_H
#define HOGNOSE_HEAP_H

#include <stdbool.h>
#include <stddef.h>

// The shadow stack's end must be above the caller's frame. `cap` is -X heapsize=.
bool hognose_heap_init(size_t cap);

// -X heapsize= of a heap that is there already: what it has it keeps.
void hognose_heap_set_cap(size_t cap);

size_t hognose_heap_bytes(void);

// Extend the heap at its end by `wanted` bytes or less, but not by less than `least`; returns how
// many bytes it has then: as many as before if that much is refused.
size_t hognose_heap_extend(size_t least, size_t wanted);

// For a run that is interrupted in a collection.
void hognose_gc_abandon(void);

// Mark what the words between the two point to or into.
void hognose_gc_collect_stack(void **ptrs, void **end);

#endif
