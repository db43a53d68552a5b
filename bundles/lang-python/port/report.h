#ifndef HOGNOSE_REPORT_H
#define HOGNOSE_REPORT_H

#include "py/obj.h"

// Write the traceback of an uncaught exception to stderr and keep it, with the exception's
// type and message, for the host (export hognose_error).
void hognose_report(mp_obj_t exc);
void hognose_forget_report(void);

// The text that CPython prints when an exception leaves the program through sys.exit(obj).
void hognose_print_exit_value(mp_obj_t value);

// The whole text that CPython shows of an exception: where it comes from, with what it follows from. Of
// each message there is not more than so many bytes.
void hognose_print_exception(const mp_print_t *print, mp_obj_t exc, size_t message_max);

// Its last part: type, message and notes.
void hognose_print_exception_only(const mp_print_t *print, mp_obj_t exc, size_t message_max);

// What str(obj) gives. That runs the program's own code, which may raise, recurse or run out of memory: then
// it is false, and what was written so far stands.
bool hognose_print_str(const mp_print_t *print, mp_obj_t obj);

// exc.__traceback__: None, or the first of its entries.
mp_obj_t hognose_traceback(mp_obj_t exc);

// A frame, shown by the innermost of an exception's entries; what its variables are.
mp_obj_t hognose_new_frame(mp_obj_t exc, mp_obj_t locals, mp_obj_t globals);

// What is in one: (file, line, function) of each frame, innermost first.
size_t *hognose_traceback_entries(mp_obj_t traceback, size_t *n);

#endif
