// setjmp/longjmp over WebAssembly exceptions.
//
// clang -mllvm -wasm-enable-sjlj rewrites every setjmp and longjmp into calls of these
// three functions; longjmp becomes a throw of the tag below, caught in the function that
// called setjmp. No other C++ or C exception exists in this module.
#include <stdint.h>
#include "setjmp.h"

void __wasm_setjmp(void *env, uint32_t label, void *function_invocation) {
    struct hognose_jmp_buf *buf = env;
    buf->function_invocation = function_invocation;
    buf->label = label;
}

// 0: this throw is meant for a setjmp of another function, keep unwinding.
uint32_t __wasm_setjmp_test(void *env, void *function_invocation) {
    struct hognose_jmp_buf *buf = env;
    return buf->function_invocation == function_invocation ? buf->label : 0;
}

_Noreturn void __wasm_longjmp(void *env, int value) {
    struct hognose_jmp_buf *buf = env;
    buf->thrown.env = env;
    buf->thrown.value = value != 0 ? value : 1;
    __builtin_wasm_throw(1, &buf->thrown); // 1: LLVM's number of the C longjmp tag
}

// LLVM >= 20 expects the runtime to define the tag.
__asm__(".globl __c_longjmp\n"
        ".tagtype __c_longjmp i32\n"
        "__c_longjmp:\n");
