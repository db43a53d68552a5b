#ifndef HOGNOSE_SYNTAX_ERRORS_H
#define HOGNOSE_SYNTAX_ERRORS_H

#include "py/lexer.h"
#include "py/obj.h"

// The exception for a text that the parser does not take, and its line. The lexer is where the parser failed.
mp_obj_t hognose_invalid_syntax(const mp_lexer_t *lex, size_t *line);

// Whether a character that is not ASCII can be in a name.
bool hognose_is_identifier_char(unichar c);

#endif
