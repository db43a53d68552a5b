// The three limits of recursion, and where each number comes from.
//
// All three raise RecursionError. They are constants, not settings: the same program must
// fail at the same depth in a browser and on a server.
#ifndef HOGNOSE_RECURSION_H
#define HOGNOSE_RECURSION_H

// Nested calls of Python functions, generators included: CPython's default.
#define HOGNOSE_PYTHON_DEPTH (1000)

// Memory for the frames of those calls: 1000 frames of 262 bytes. An ordinary recursive
// function takes 60 to 120; one with 60 local variables still reaches its 800th level.
#define HOGNOSE_FRAME_BYTES (256 * 1024)

// C recursion (parser, compiler, repr, ==, json, re, sort keys, generators in generators,
// __init__, __getattr__): measured on the wasm shadow stack, because nothing else can be
// measured from inside. V8's native stack (984 KiB by default) is what really overflows.
#define HOGNOSE_C_STACK_BYTES (190 * 1024)

#endif
