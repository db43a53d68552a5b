// The value of a turn's last expression, for the host (export hognose_result).
#ifndef HOGNOSE_RESULT_H
#define HOGNOSE_RESULT_H

#include "py/obj.h"

// Write it down, and keep it as `_` too, as a REPL does. None is no result.
void hognose_keep_result(mp_obj_t value);
void hognose_forget_result(void);

#endif
