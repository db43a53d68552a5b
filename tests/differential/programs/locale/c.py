import getpass, io, locale, sys
print(locale.setlocale(locale.LC_ALL, "C"), locale.format_string("%.2f", 1234.5, grouping=True), locale.localeconv()["decimal_point"], locale.atof("1.5"), locale.atoi("3"), locale.str(1.25))
try:
    locale.setlocale(locale.LC_ALL, "xx_XX")
except locale.Error as e:
    print(e)
try:
    locale.currency(3)
except ValueError as e:
    print(e)
print(sorted(["b", "a"], key=locale.strxfrm), locale.strcoll("a", "b"))
