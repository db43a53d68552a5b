// Which characters a group's name may have: those of Python's identifiers, by PCRE2's table.
#include "re.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include "pcre2/config.h"
#include "pcre2_internal.h"

static bool may_be_in_name(uint32_t c, bool first) {
    switch (UCD_CHARTYPE(c)) {
        case ucp_Lu:
        case ucp_Ll:
        case ucp_Lt:
        case ucp_Lm:
        case ucp_Lo:
        case ucp_Nl:
            return true;
        case ucp_Mn:
        case ucp_Mc:
        case ucp_Nd:
        case ucp_Pc:
            return !first || c == '_';
        default:
            return false;
    }
}

// The text is valid UTF-8.
bool re_is_name(const byte *text, size_t len) {
    for (const byte *p = text, *end = text + len; p < end;) {
        bool first = p == text;
        uint32_t c;
        GETCHARINC(c, p);
        if (!may_be_in_name(c, first)) {
            return false;
        }
    }
    return true;
}
