// setjmp for LLVM's WebAssembly lowering (see sjlj.c): four words, where wasi-libc's
// header reserves more than 150 bytes. Every `try` of Python holds one of these on the
// stack, so its size decides how deep Python can nest.
#ifndef HOGNOSE_SETJMP_H
#define HOGNOSE_SETJMP_H

typedef struct hognose_jmp_buf {
    void *function_invocation;
    unsigned label;
    struct {
        void *env;
        int value;
    } thrown;
} jmp_buf[1];

int setjmp(jmp_buf) __attribute__((__returns_twice__));
_Noreturn void longjmp(jmp_buf, int);

#endif
