// What the files from musl take from its own internal header.
#ifndef HOGNOSE_LIBM_INTERNAL_H
#define HOGNOSE_LIBM_INTERNAL_H

#include <math.h>
#include <stdint.h>

#define WANT_ROUNDING 1
#define predict_false(x) __builtin_expect(x, 0)
#define asuint64(f) ((union { double _f; uint64_t _i; }) { f })._i
#define asdouble(i) ((union { uint64_t _i; double _f; }) { i })._f
#define issignaling_inline(x) 0
#define fp_force_eval(x) ((void)(x)) // wasm has no floating-point flags
#define fp_barrier(x) (x)
#define eval_as_double(x) (x)
#define __math_invalid(x) ((void)(x), (double)NAN)
#define __math_uflow(sign) ((sign) ? -0.0 : 0.0)
#define __math_oflow(sign) ((sign) ? -INFINITY : INFINITY)

#endif
