// A text of JSON that is being written, or read.
#ifndef HOGNOSE_JSON_TEXT_H
#define HOGNOSE_JSON_TEXT_H

#include "py/obj.h"

// json.encoder and json.decoder call these.
mp_obj_t hognose_json_encode(size_t n_args, const mp_obj_t *args);
mp_obj_t hognose_json_scan(size_t n_args, const mp_obj_t *args);

// Data that is nothing but JSON, as its text; false if it is anything else, or the text is longer
// than `most` bytes. Runs none of the program's code.
bool hognose_json_plain(mp_obj_t value, size_t most, vstr_t *out);

// How many characters so many bytes of UTF-8 are.
size_t hognose_characters(const char *text, size_t bytes);

#endif
