#ifndef HOGNOSE_LONG_TEXT_H
#define HOGNOSE_LONG_TEXT_H

#include "py/obj.h"

// The number of characters of a text in UTF-8, and where the one with this number begins (from 0 to that number). What
// was found is kept for the texts that were asked for last: a loop over the places of a text is not quadratic.
size_t hognose_text_count(const byte *data, size_t len);
const byte *hognose_text_place(const byte *data, size_t len, size_t i);

// A sum of so many bytes may be made by hognose_text_add; a shorter one may be a qstr.
#define HOGNOSE_LONG_SUM (256)

// left + right as a str or bytes. What is the sum of a long left side has room behind it, in which the next sum is made,
// so that a text that grows in a loop is not copied each time. Both share the memory then, and what is behind the shorter
// one is no zero byte: see mp_obj_str_get_str.
mp_obj_t hognose_text_add(const mp_obj_type_t *type, const byte *left, size_t left_len, const byte *right, size_t right_len);

// The collector frees: nothing is known of any text any more.
void hognose_text_forget(void);

#endif
