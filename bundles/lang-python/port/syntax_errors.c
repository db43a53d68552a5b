// What CPython says of a text that is no program. The parser knows only the token at which it fails; this reads the
// source once more and looks for what is usually wrong, in the words that CPython has for it, which tell a model what
// to mend.
#include <string.h>

#include "py/objexcept.h"
#include "py/runtime.h"
#include "syntax_errors.h"

// CPython's limit as well.
#define BRACKETS_MAX (200)
#define BLOCKS_MAX (100)
#define NESTED_STRINGS_MAX (8)
#define TAB (8)

typedef enum { END, NEWLINE, NAME, KEYWORD, NUMBER, STRING, OPERATOR } kind_t;

typedef struct {
    kind_t kind;
    const byte *text;
    size_t len, line, column;
} token_t;

typedef struct {
    byte open;
    bool is_ternary; // an "if" behind a value has no "else" yet
    bool is_comprehension;
    size_t line;
} bracket_t;

typedef struct {
    const byte *at, *end, *line_start;
    size_t line;
    mp_obj_t error; // the first that tokens alone show; MP_OBJ_NULL if there is none
    size_t error_line;
    size_t depth;
    bracket_t brackets[BRACKETS_MAX + 1]; // 0: outside of all
} scanner_t;

// ---- tokens -------------------------------------------------------------------------------------

static void fail(scanner_t *self, size_t line, mp_obj_t error) {
    if (self->error == MP_OBJ_NULL) {
        self->error = error;
        self->error_line = line;
    }
    self->at = self->end;
}

#define SYNTAX_ERROR(text, ...) mp_obj_new_exception_msg_varg(&mp_type_SyntaxError, MP_ERROR_TEXT(text), ##__VA_ARGS__)
#define INDENTATION_ERROR(text, ...) mp_obj_new_exception_msg_varg(&mp_type_IndentationError, MP_ERROR_TEXT(text), ##__VA_ARGS__)

static byte peek(const scanner_t *self, size_t ahead) {
    return (size_t)(self->end - self->at) > ahead ? self->at[ahead] : 0;
}

static void next_line(scanner_t *self) { // over one end of a line
    self->at += peek(self, 0) == '\r' && peek(self, 1) == '\n' ? 2 : 1;
    self->line++;
    self->line_start = self->at;
}

static bool is_end_of_line(byte c) {
    return c == '\n' || c == '\r';
}

static bool is_name_byte(byte c) {
    return unichar_isalnum(c) || c == '_' || c >= 0x80;
}

static size_t column(const scanner_t *self) {
    size_t column = 1;
    for (const byte *at = self->line_start; at < self->at; at++) {
        column = *at == '\t' ? (column - 1 + TAB) / TAB * TAB + 1 : column + 1;
    }
    return column;
}

static void scan_string(scanner_t *self, bool is_fstring, bool is_raw, int nested);

// What is between { and } of an f-string; self->at is behind the {.
static bool scan_field(scanner_t *self, bool is_triple, byte quote, size_t line, int nested) {
    size_t depth = 0;
    bool is_empty = true, in_spec = false;
    while (self->at < self->end) {
        byte c = *self->at;
        if (is_end_of_line(c)) {
            next_line(self);
            continue;
        }
        bool ends = c == '}' || (depth == 0 && (c == ':' || (c == '!' && peek(self, 1) != '=')));
        if (ends && depth == 0 && is_empty && !in_spec) {
            fail(self, self->line, SYNTAX_ERROR("f-string: valid expression required before '%c'", c));
            return false;
        }
        if (c == '}' && depth == 0) {
            self->at++;
            return true;
        }
        if (in_spec && c == quote && (!is_triple || (peek(self, 1) == c && peek(self, 2) == c))) {
            break;
        }
        if (!in_spec && (c == '\'' || c == '"')) {
            if (nested == NESTED_STRINGS_MAX) {
                fail(self, line, SYNTAX_ERROR("f-string: expressions nested too deeply"));
                return false;
            }
            byte before = self->at[-1] | 0x20, two_before = self->at[-2] | 0x20;
            bool is_outer = c == quote && is_triple == (peek(self, 1) == c && peek(self, 2) == c);
            scan_string(self, before == 'f' || (before == 'r' && two_before == 'f'), before == 'r' || two_before == 'r', nested + 1);
            if (is_outer && self->error != MP_OBJ_NULL) {
                break; // it was the end of the string around
            }
        } else {
            in_spec |= depth == 0 && c == ':';
            depth += !in_spec && (c == '(' || c == '[' || c == '{');
            depth -= !in_spec && depth > 0 && (c == ')' || c == ']' || c == '}');
            self->at++;
            if (in_spec && c == '{' && !scan_field(self, is_triple, quote, line, nested)) {
                return false;
            }
        }
        is_empty &= c == ' ' || c == '\t';
    }
    self->error = MP_OBJ_NULL;
    fail(self, line, SYNTAX_ERROR("f-string: expecting '}'"));
    return false;
}

// A string literal; self->at is at its quote.
static void scan_string(scanner_t *self, bool is_fstring, bool is_raw, int nested) {
    byte quote = *self->at;
    bool is_triple = peek(self, 1) == quote && peek(self, 2) == quote;
    size_t line = self->line;
    self->at += is_triple ? 3 : 1;
    while (self->at < self->end) {
        byte c = *self->at;
        if (c == quote && (!is_triple || (peek(self, 1) == quote && peek(self, 2) == quote))) {
            self->at += is_triple ? 3 : 1;
            return;
        }
        if (c == '\\' && self->end - self->at > 1) {
            self->at++;
            if (is_fstring && (*self->at == '{' || *self->at == '}')) {
                continue; // the backslash is itself
            }
            if (is_fstring && !is_raw && *self->at == 'N' && peek(self, 1) == '{') {
                self->at++; // the name of a character
            }
            c = *self->at;
        } else if (is_fstring && (c == '{' || c == '}')) {
            self->at++;
            if (peek(self, 0) == c) {
                self->at++;
            } else if (c == '}') {
                fail(self, self->line, SYNTAX_ERROR("f-string: single '}' is not allowed"));
                return;
            } else if (!scan_field(self, is_triple, quote, line, nested)) {
                return;
            }
            continue;
        } else if (is_end_of_line(c) && !is_triple) {
            break;
        }
        if (is_end_of_line(c)) {
            next_line(self);
        } else {
            self->at++;
        }
    }
    fail(self, line, SYNTAX_ERROR("unterminated %s%sstring literal (detected at line %u)", is_triple ? "triple-quoted " : "",
        is_fstring ? "f-" : "", (unsigned)(self->at == self->end && is_triple && self->line_start == self->at && self->line > line ? self->line - 1 : self->line)));
}

static void scan_number(scanner_t *self) {
    const byte *start = self->at;
    bool is_based = *start == '0' && strchr("xXoObB", peek(self, 1)) != NULL && peek(self, 1) != 0, is_float = *start == '.';
    while (self->at < self->end && ((is_name_byte(*self->at) && *self->at < 0x80) || *self->at == '.'
        || (!is_based && (*self->at == '-' || *self->at == '+') && (self->at[-1] | 0x20) == 'e' && self->at > start))) {
        is_float |= *self->at == '.' || (!is_based && strchr("eEjJ", *self->at) != NULL);
        self->at++;
    }
    if (is_based || is_float || *start != '0') {
        return;
    }
    for (const byte *at = start; at < self->at; at++) {
        if (!unichar_isdigit(*at) && *at != '_') {
            return;
        }
        if (*at > '0') {
            fail(self, self->line, SYNTAX_ERROR("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"));
            return;
        }
    }
}

static void scan_bracket(scanner_t *self, byte c) {
    static const char open[] = "([{", close[] = ")]}";
    if (strchr(open, c) != NULL) {
        if (self->depth == BRACKETS_MAX) {
            fail(self, self->line, SYNTAX_ERROR("too many nested parentheses"));
            return;
        }
        self->brackets[++self->depth] = (bracket_t) { .open = c, .line = self->line };
        return;
    }
    const bracket_t *last = &self->brackets[self->depth];
    if (self->depth == 0) {
        fail(self, self->line, SYNTAX_ERROR("unmatched '%c'", c));
    } else if (strchr(open, last->open) - open == strchr(close, c) - close) {
        self->depth--;
    } else if (last->line == self->line) {
        fail(self, self->line, SYNTAX_ERROR("closing parenthesis '%c' does not match opening parenthesis '%c'", c, last->open));
    } else {
        fail(self, self->line, SYNTAX_ERROR("closing parenthesis '%c' does not match opening parenthesis '%c' on line %u", c, last->open, (unsigned)last->line));
    }
}

static bool is_one_of(const token_t *token, const char *words) { // each with a zero behind it, and one more
    for (; *words != 0; words += strlen(words) + 1) {
        if (token->len == strlen(words) && memcmp(token->text, words, token->len) == 0) {
            return true;
        }
    }
    return false;
}

static bool is(const token_t *token, const char *word) {
    return token->len == strlen(word) && memcmp(token->text, word, token->len) == 0;
}

static const char keywords[] = "False\0None\0True\0and\0as\0assert\0async\0await\0break\0class\0continue\0def\0del\0elif\0else\0except\0finally\0for\0"
    "from\0global\0if\0import\0in\0is\0lambda\0nonlocal\0not\0or\0pass\0raise\0return\0try\0while\0with\0yield\0";

bool hognose_is_identifier_char(unichar c) {
    // Signs and spaces; letters of all scripts and what is unknown may be in a name.
    static const uint16_t signs[][2] = {
        { 0x80, 0xa9 }, { 0xab, 0xb4 }, { 0xb6, 0xb6 }, { 0xb8, 0xb9 }, { 0xbb, 0xbf }, { 0xd7, 0xd7 }, { 0xf7, 0xf7 }, { 0x2000, 0x203e },
        { 0x2041, 0x2053 }, { 0x2055, 0x2070 }, { 0x2072, 0x207e }, { 0x2080, 0x208f }, { 0x20a0, 0x20cf }, { 0x2190, 0x2bff },
        { 0x3000, 0x3004 }, { 0x3008, 0x3020 }, { 0xd800, 0xf8ff }, { 0xfeff, 0xff0f }, { 0xff1a, 0xff20 }, { 0xff3b, 0xff3e },
        { 0xff40, 0xff40 }, { 0xff5b, 0xff65 }, { 0xffe0, 0xffff },
    };
    for (size_t i = 0; i < MP_ARRAY_SIZE(signs); i++) {
        if (signs[i][0] <= c && c <= signs[i][1]) {
            return false;
        }
    }
    return c < 0x1f000 || (c > 0x1faff && c < 0xe0000);
}

static bool is_printable(unichar c) {
    static const uint16_t hidden[][2] = { { 0x80, 0xa0 }, { 0xad, 0xad }, { 0x2000, 0x200f }, { 0x2028, 0x202f }, { 0x205f, 0x206f }, { 0x3000, 0x3000 }, { 0xd800, 0xf8ff }, { 0xfeff, 0xfeff }, { 0xfff9, 0xfffb } };
    for (size_t i = 0; i < MP_ARRAY_SIZE(hidden); i++) {
        if (hidden[i][0] <= c && c <= hidden[i][1]) {
            return false;
        }
    }
    return true;
}

static void scan_name(scanner_t *self, token_t *token) {
    while (self->at < self->end && is_name_byte(*self->at)) {
        if (*self->at < 0x80) {
            self->at++;
            continue;
        }
        const byte *next = utf8_next_char(self->at);
        if (next > self->end) {
            next = self->end;
        }
        unichar c = next - self->at > 1 ? utf8_get_char(self->at) : 0xfffd;
        if (!hognose_is_identifier_char(c)) {
            fail(self, self->line, is_printable(c)
                ? SYNTAX_ERROR("invalid character '%.*s' (U+%04X)", (int)(next - self->at), (const char *)self->at, (unsigned)c)
                : SYNTAX_ERROR("invalid non-printable character U+%04X", (unsigned)c));
            return;
        }
        self->at = next;
    }
    token->len = self->at - token->text;
    token->kind = is_one_of(token, keywords) ? KEYWORD : NAME;
}

static token_t next_token(scanner_t *self) {
    for (;;) {
        byte c = peek(self, 0);
        if (c == ' ' || c == '\t' || c == '\f') {
            self->at++;
        } else if (c == '#') {
            while (self->at < self->end && !is_end_of_line(*self->at)) {
                self->at++;
            }
        } else if (is_end_of_line(c) && self->depth > 0) {
            next_line(self);
        } else if (c == '\\' && self->end - self->at > 1) {
            self->at++;
            if (!is_end_of_line(*self->at)) {
                fail(self, self->line, SYNTAX_ERROR("unexpected character after line continuation character"));
            } else {
                next_line(self);
            }
        } else {
            break;
        }
    }
    token_t token = { END, self->at, 0, self->line, column(self) };
    if (self->at == self->end) {
        return token;
    }
    byte c = *self->at;
    if (is_end_of_line(c)) {
        token.kind = NEWLINE;
        next_line(self);
        return token;
    }
    size_t prefix = 0;
    while (prefix < 3 && peek(self, prefix) != 0 && strchr("rRbBuUfF", peek(self, prefix)) != NULL) {
        prefix++;
    }
    byte quote = peek(self, prefix);
    if (prefix < 3 && (quote == '\'' || quote == '"')) {
        bool is_fstring = false, is_raw = false;
        for (; prefix > 0; prefix--) {
            is_fstring |= (*self->at | 0x20) == 'f';
            is_raw |= (*self->at++ | 0x20) == 'r';
        }
        token.kind = STRING;
        scan_string(self, is_fstring, is_raw, 0);
    } else if (unichar_isdigit(c) || (c == '.' && unichar_isdigit(peek(self, 1)))) {
        token.kind = NUMBER;
        scan_number(self);
    } else if (is_name_byte(c)) {
        scan_name(self, &token);
    } else {
        token.kind = OPERATOR;
        if (strchr("()[]{}", c) != NULL) {
            scan_bracket(self, c);
        }
        if (self->at < self->end) {
            self->at++;
            // Those that must not be taken for one of their characters.
            byte next = peek(self, 0);
            if ((next == '=' && strchr("=!<>:+-*/%&|^@", c) != NULL) || (c == '-' && next == '>') || (next == c && strchr("*/<>", c) != NULL)) {
                self->at++;
            }
        }
    }
    token.len = self->at - token.text;
    return token;
}

// ---- what is wrong ------------------------------------------------------------------------------

// A line that begins a block.
typedef struct {
    size_t indent, line;
    token_t word;
} block_t;

static bool ends_value(const token_t *token) {
    return token->kind == NAME || token->kind == NUMBER || token->kind == STRING
        || is_one_of(token, token->kind == KEYWORD ? "True\0False\0None\0" : ")\0]\0}\0");
}

static bool begins_value(const token_t *token) {
    return token->kind == NAME || token->kind == NUMBER || token->kind == STRING
        || is_one_of(token, token->kind == KEYWORD ? "True\0False\0None\0lambda\0await\0" : "{\0~\0");
}

static bool begins_block(const token_t *word) {
    return is_one_of(word, "if\0elif\0else\0for\0while\0with\0try\0except\0finally\0def\0class\0match\0case\0");
}

static mp_obj_t no_block(const block_t *block) {
    const char *what = is(&block->word, "def") ? "function definition" : is(&block->word, "class") ? "class definition" : NULL;
    if (what != NULL) {
        return INDENTATION_ERROR("expected an indented block after %s on line %u", what, (unsigned)block->line);
    }
    return INDENTATION_ERROR("expected an indented block after '%.*s' statement on line %u", (int)block->word.len, (const char *)block->word.text, (unsigned)block->line);
}

typedef struct {
    token_t first, last, before_last; // of the logical line; "first" is what says what it is: behind "async"
    size_t n, indent;                 // how many there are so far; spaces before them
    bool is_header;                   // a block begins behind a colon that did not come yet
} line_t;

// What is wrong with a token behind those of its line, so many brackets deep.
static mp_obj_t at_token(const scanner_t *self, size_t depth, const line_t *line, const token_t *token, size_t *error_line) {
    const token_t *last = &line->last;
    bool is_end = token->kind == NEWLINE || token->kind == END;
    if (line->n > 0 && line->is_header && depth == 0) {
        bool is_short = is_one_of(&line->first, "else\0try\0finally\0") && line->n == 1;
        if (is_short || (is_end && ends_value(last) && !is(&line->first, "for"))
            || (is_end && is(&line->first, "for") && ends_value(last) && line->n > 3) || (is_end && is(last, "except"))) {
            return SYNTAX_ERROR("expected ':'");
        }
        if (is(token, "=") && is_one_of(&line->first, "if\0elif\0while\0") && ends_value(last)) {
            if (last->kind == NAME && !is(&line->before_last, ".")) {
                return SYNTAX_ERROR("invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
            }
            const char *what = last->kind == NAME ? "attribute" : is(last, "]") ? "subscript" : is(last, ")") ? "function call" : "literal";
            return SYNTAX_ERROR("cannot assign to %s here. Maybe you meant '==' instead of '='?", what);
        }
    }
    if (line->n == 1 && last->kind == NAME && is_one_of(last, "print\0exec\0") && begins_value(token)) {
        return SYNTAX_ERROR("Missing parentheses in call to '%.*s'. Did you mean %.*s(...)?",
            (int)last->len, (const char *)last->text, (int)last->len, (const char *)last->text);
    }
    if (self->brackets[depth].is_ternary && ends_value(last)) {
        return SYNTAX_ERROR("expected 'else' after 'if' expression");
    }
    bool is_def = line->is_header && is(&line->first, "def");
    if (is_def && depth > 0 && is(last, "=") && is_one_of(token, ")\0,\0")) {
        return SYNTAX_ERROR("expected default value expression");
    }
    if (!is_def && depth > 0 && ends_value(last) && begins_value(token) && !(last->kind == NAME && token->kind == STRING)) {
        *error_line = last->line;
        return SYNTAX_ERROR("invalid syntax. Perhaps you forgot a comma?");
    }
    return MP_OBJ_NULL;
}

// What came since the last of the brackets around it.
static void note_if_and_for(scanner_t *self, const line_t *line, const token_t *token) {
    bracket_t *around = &self->brackets[self->depth];
    if (token->kind == NEWLINE) {
        around->is_ternary = around->is_comprehension = false;
    } else if (token->kind == KEYWORD) {
        around->is_comprehension |= is(token, "for");
        around->is_ternary |= is(token, "if") && line->n > 0 && !around->is_comprehension;
        around->is_ternary &= !is(token, "else");
    } else if (is_one_of(token, ",\0:\0")) {
        around->is_ternary = false;
    }
}

mp_obj_t hognose_invalid_syntax(const mp_lexer_t *lex, size_t *error_line) {
    scanner_t self = { .at = lex->source, .end = lex->source + lex->source_len, .line_start = lex->source, .line = 1 };
    mp_obj_t found = MP_OBJ_NULL;
    size_t at_line = lex->tok_line, found_line = at_line, n_blocks = 0;
    block_t blocks[BLOCKS_MAX];
    bool passed = false, at_end = false, expects_block = false;
    line_t line = { 0 };
    for (token_t token; ; ) {
        size_t depth = self.depth;
        token = next_token(&self);
        if (self.error != MP_OBJ_NULL) {
            break;
        }
        bool ends_line = token.kind == NEWLINE || token.kind == END;
        if (!ends_line && line.n == 0) { // a line begins
            line.indent = token.column - 1;
            bool is_block = line.indent > (n_blocks > 0 ? blocks[n_blocks - 1].indent : 0) || n_blocks == 0;
            if (expects_block && !is_block && !passed) {
                found = no_block(&blocks[n_blocks - 1]);
                found_line = token.line;
                passed = true;
            }
            expects_block = false;
            while (n_blocks > 0 && blocks[n_blocks - 1].indent > line.indent) {
                n_blocks--;
            }
            block_t *same = n_blocks > 0 && blocks[n_blocks - 1].indent == line.indent ? &blocks[n_blocks - 1] : NULL;
            if (same != NULL) {
                if (!passed && is(&same->word, "try") && !is_one_of(&token, "except\0finally\0")) {
                    found = SYNTAX_ERROR("expected 'except' or 'finally' block");
                    found_line = token.line;
                    passed = true;
                }
                n_blocks--;
            }
        }
        if (!passed && (token.kind == END || token.line > lex->tok_line || (token.line == lex->tok_line && token.column >= lex->tok_column))) {
            passed = true;
            at_end = token.kind == END;
            at_line = found_line = at_end ? MAX(line.last.line, 1) : token.line;
            if (lex->tok_kind == MP_TOKEN_INDENT) {
                found = INDENTATION_ERROR("unexpected indent");
            } else if (lex->tok_kind == MP_TOKEN_DEDENT_MISMATCH) {
                found = INDENTATION_ERROR("unindent does not match any outer indentation level");
                found_line = lex->line;
            } else {
                found = at_token(&self, depth, &line, &token, &found_line);
            }
        }
        if (token.kind == END) {
            break;
        }
        note_if_and_for(&self, &line, &token);
        if (token.kind == NEWLINE) {
            line.n = 0;
            continue;
        }
        if (line.n == 0 || (line.n == 1 && is(&line.first, "async"))) {
            line.first = token;
            line.is_header = begins_block(&token);
        }
        line.before_last = line.last;
        line.last = token;
        line.n++;
        if (line.is_header && self.depth == 0 && is(&token, ":")) {
            line.is_header = false;
            scanner_t rest = self;
            token_t next = next_token(&rest);
            if ((next.kind == NEWLINE || next.kind == END || is(&line.first, "try")) && n_blocks < BLOCKS_MAX) {
                blocks[n_blocks++] = (block_t) { line.indent, line.first.line, line.first };
                expects_block = next.kind == NEWLINE || next.kind == END;
            }
        }
    }
    if (self.error != MP_OBJ_NULL) {
        *error_line = self.error_line;
        return self.error;
    }
    *error_line = found_line;
    const bracket_t *open = &self.brackets[self.depth];
    if (self.depth > 0 && (lex->tok_kind == MP_TOKEN_END || at_line > open->line)) {
        *error_line = open->line;
        return SYNTAX_ERROR("'%c' was never closed", open->open);
    }
    if (found != MP_OBJ_NULL) {
        return found;
    }
    if (at_end && expects_block) {
        return no_block(&blocks[n_blocks - 1]);
    }
    if (at_end && n_blocks > 0 && is(&blocks[n_blocks - 1].word, "try")) {
        return SYNTAX_ERROR("expected 'except' or 'finally' block");
    }
    return SYNTAX_ERROR("invalid syntax");
}
