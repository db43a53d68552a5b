// The charges that the interpreter makes by itself. The metering pass finds this function by its
// export and writes a charge in the place of each call; without metering it does nothing.
#include "py/mpconfig.h"

__attribute__((export_name("hognose_charge"), noinline)) void hognose_charge(uint32_t units) {
    __asm__ volatile ("" : : "r" (units)); // or the compiler would leave out the calls
}
