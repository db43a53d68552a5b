// The kinds of patterns of a match statement, as the compiler (py/compile.c) hands them to match.c.
#ifndef HOGNOSE_MATCH_H
#define HOGNOSE_MATCH_H

enum {
    PATTERN_ANY,
    PATTERN_VALUE,    // value: equal to it
    PATTERN_CONSTANT, // None, True or False: the very same
    PATTERN_NAME,     // place among the names, pattern
    PATTERN_OR,       // pattern, ...
    PATTERN_SEQUENCE, // place of the star or -1, pattern, ...
    PATTERN_MAPPING,  // place of the name for the rest or -1, key, pattern, ...
    PATTERN_CLASS,    // class, how many by position, pattern, ..., name, pattern, ...
};

#endif
