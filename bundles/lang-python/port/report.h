#ifndef HOGNOSE_REPORT_H
#define HOGNOSE_REPORT_H

#include "py/obj.h"

// Write the traceback of an uncaught exception to stderr and keep it, with the exception's
// type and message, for the host (export hognose_error).
void hognose_report(mp_obj_t exc);

// The text that CPython prints when an exception leaves the program through sys.exit(obj).
void hognose_print_exit_value(mp_obj_t value);

#endif
