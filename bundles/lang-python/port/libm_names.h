// Names for MicroPython's own libm (lib/libm_dbl), included before everything else.
//
// Floats must not depend on what libm a toolchain brings. Under their usual names our
// functions would collide with libc's.
#define acos hognose_acos
#define acosh hognose_acosh
#define asin hognose_asin
#define asinh hognose_asinh
#define atan hognose_atan
#define atan2 hognose_atan2
#define atanh hognose_atanh
#define cos hognose_cos
#define cosh hognose_cosh
#define erf hognose_erf
#define erfc hognose_erfc
#define exp hognose_exp
#define expm1 hognose_expm1
#define fmod hognose_fmod
#define frexp hognose_frexp
#define ldexp hognose_ldexp
#define lgamma hognose_lgamma
#define log hognose_log
#define log10 hognose_log10
#define log2 hognose_log2
#define log1p hognose_log1p
#define modf hognose_modf
#define pow hognose_pow
#define round hognose_round
#define scalbn hognose_scalbn
#define sin hognose_sin
#define sinh hognose_sinh
#define tan hognose_tan
#define tanh hognose_tanh
#define tgamma hognose_tgamma
#define lgamma_r hognose_lgamma_r
#define signgam hognose_signgam
#define __lgamma_r hognose___lgamma_r
#define __signgam hognose___signgam
#define __cos hognose___cos
#define __expo2 hognose___expo2
#define __rem_pio2 hognose___rem_pio2
#define __rem_pio2_large hognose___rem_pio2_large
#define __sin hognose___sin
#define __tan hognose___tan
#define __pow_log_data hognose___pow_log_data
#define __exp_data hognose___exp_data
