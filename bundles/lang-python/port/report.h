// How a program ended, told twice: to people on stderr, to the host through hognose_error.
#ifndef HOGNOSE_REPORT_H
#define HOGNOSE_REPORT_H

#include "py/obj.h"

void hognose_report(mp_obj_t exc);
void hognose_print_exit_value(mp_obj_t value);

// The whole text that CPython shows of an exception: where it comes from, with what it follows from.
void hognose_print_exception(const mp_print_t *print, mp_obj_t exc);

// Its last part: type, message and notes.
void hognose_print_exception_only(const mp_print_t *print, mp_obj_t exc);

// exc.__traceback__: None, or the first of its entries.
mp_obj_t hognose_traceback(mp_obj_t exc);

#endif
