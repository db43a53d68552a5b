# The locale is C's, with UTF-8.
LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127


class Error(Exception):
    pass


def setlocale(category, locale=None):
    if locale not in (None, "", "C", "POSIX", "C.UTF-8", "C.utf8", (None, None), ("C", "UTF-8")):
        raise Error("unsupported locale setting")
    return "C"


def getlocale(category=LC_CTYPE):
    return None, None


def getpreferredencoding(do_setlocale=True):
    return "utf-8"


getencoding = getpreferredencoding


def localeconv():
    empty = "int_curr_symbol currency_symbol mon_decimal_point mon_thousands_sep positive_sign negative_sign thousands_sep".split()
    unknown = "int_frac_digits frac_digits p_cs_precedes p_sep_by_space n_cs_precedes n_sep_by_space p_sign_posn n_sign_posn".split()
    return {"decimal_point": ".", "grouping": [], "mon_grouping": [], **dict.fromkeys(empty, ""), **dict.fromkeys(unknown, CHAR_MAX)}


def format_string(f, val, grouping=False, monetary=False):
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


str = "{:.12g}".format
atof = float
atoi = int


def delocalize(string):
    return string


def strcoll(a, b):
    return (a > b) - (a < b)


def strxfrm(s):
    return s
