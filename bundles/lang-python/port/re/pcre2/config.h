// What of PCRE2 is compiled: the 8-bit library with Unicode, and nothing that Python has no use for.
// Backtracking is limited by fuel and memory, not by counts of its own.
#define SUPPORT_PCRE2_8 1
#define SUPPORT_UNICODE 1
#define PCRE2_STATIC 1
#define HAVE_MEMMOVE 1
#define NEWLINE_DEFAULT 2 // LF
#define LINK_SIZE 3       // compiled patterns of up to 16 MiB
#define MATCH_LIMIT 4294967295
#define MATCH_LIMIT_DEPTH 4294967295
#define HEAP_LIMIT 4294967295
#define PARENS_NEST_LIMIT 4294967295 // the C stack is checked
#define MAX_NAME_SIZE 128
#define MAX_NAME_COUNT 10000
#define MAX_VARLOOKBEHIND 255
#define PCRE2_EXPORT
void re_safe_point(void); // ours: where the host may end a match for good
