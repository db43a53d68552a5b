// str.encode, bytes.decode, and their errors.
#ifndef HOGNOSE_UNICODE_ERROR_H
#define HOGNOSE_UNICODE_ERROR_H

#include "py/obj.h"

// str() of a UnicodeError with its five arguments: encoding, object, start, end, reason.
void hognose_print_unicode_error(const mp_print_t *print, const mp_obj_t *args);

// encoding and errors may be null.
mp_obj_t hognose_decode(const byte *data, size_t len, mp_obj_t encoding, mp_obj_t errors);
mp_obj_t hognose_encode(mp_obj_t text, mp_obj_t encoding, mp_obj_t errors);

extern const mp_obj_fun_builtin_var_t codec_encode_obj, codec_decode_obj;

#endif
