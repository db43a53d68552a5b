# Settings in sections.
from collections.abc import MutableMapping
import re

DEFAULTSECT = "DEFAULT"
_default_dict = dict
MAX_INTERPOLATION_DEPTH = 10


class Error(Exception):
    def __init__(self, msg="", *args):
        self.message = msg
        Exception.__init__(self, *args or (msg,))

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, "No section: %r" % (section,), section)
        self.section = section


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, "No option %r in section: %r" % (option, section), option, section)
        self.option, self.section = option, section


def _exists(what, source, lineno):
    if source is None:
        return what.capitalize() + "%r already exists"
    return "While reading from %r" % source + (" [line %2d]" % lineno if lineno is not None else "") + ": " + what + "%r already exists"


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        Error.__init__(self, _exists("section ", source, lineno) % section, section, source, lineno)
        self.section, self.source, self.lineno = section, source, lineno


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        Error.__init__(self, _exists("option %r in section ", source, lineno) % (option, section), section, option, source, lineno)
        self.section, self.option, self.source, self.lineno = section, option, source, lineno


class InterpolationError(Error):
    def __init__(self, option, section, msg, *args):
        Error.__init__(self, msg, *args or (option, section, msg))
        self.option, self.section = option, section


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(
            self, option, section, "Bad value substitution: option %r in section %r contains an interpolation key %r which is not a valid option name. Raw value: %r"
            % (option, section, reference, rawval), option, section, rawval, reference
        )
        self.reference = reference


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        InterpolationError.__init__(
            self, option, section, "Recursion limit exceeded in value substitution: option %r in section %r contains an interpolation key which cannot be substituted in %d steps. Raw value: %r"
            % (option, section, MAX_INTERPOLATION_DEPTH, rawval), option, section, rawval
        )


class ParsingError(Error):
    def __init__(self, source):
        Error.__init__(self, "Source contains parsing errors: %r" % source, source)
        self.source = source
        self.errors = []

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += "\n\t[line %2d]: %s" % (lineno, line)


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, "File contains no section headers.\nfile: %r, line: %d\n%r" % (filename, lineno, line), filename, lineno, line)
        self.source, self.lineno, self.line = filename, lineno, line


class Interpolation:
    _pattern = _sign = None

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, section, option, value, value, defaults, 1) if self._pattern and isinstance(value, str) else value

    def before_set(self, parser, section, option, value):
        sign = self._sign
        if sign and sign in re.sub(self._pattern, "", value):
            raise ValueError("invalid interpolation syntax in %r at position %d" % (value, value.find(sign)))
        return value

    def _expand(self, parser, section, option, raw, value, defaults, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        sign = self._sign

        def one(m):
            if m[0] == sign + sign:
                return sign
            place = m[1].split(":")
            try:
                if len(place) == 1:
                    name = parser.optionxform(place[0])
                    part, where = defaults[name], section
                else:
                    where, name = place[0], parser.optionxform(place[1])
                    part = parser.get(where, name, raw=True)
            except (KeyError, NoSectionError, NoOptionError):
                raise InterpolationMissingOptionError(option, section, raw, m[1])
            if sign not in part:
                return part
            return self._expand(parser, where, option, raw, part, defaults if where == section else dict(parser.items(where, raw=True)), depth + 1)

        if sign in re.sub(self._pattern, "", value):
            ends = "'%' must be followed by '%' or '(', found: " if sign == "%" else "'$' must be followed by '$' or '{', found: "
            raise InterpolationSyntaxError(option, section, ends + repr(value[value.find(sign) :]))
        return re.sub(self._pattern, one, value)


class BasicInterpolation(Interpolation):
    _sign = "%"
    _pattern = r"%%|%\(([^)]+)\)s"


class ExtendedInterpolation(Interpolation):
    _sign = "$"
    _pattern = r"\$\$|\$\{([^}]+)\}"


_UNSET = object()


def _texts(pairs):
    return [(k, v if v is None else str(v)) for k, v in pairs.items()]


class RawConfigParser(MutableMapping):
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}
    _interpolation = Interpolation()

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"), comment_prefixes=("#", ";"),
                 inline_comment_prefixes=None, strict=True, empty_lines_in_values=True, default_section=DEFAULTSECT, interpolation=_UNSET, converters={}):
        self._sections = {}
        self._defaults = {}
        self._novalue = allow_no_value
        self._delimiters = tuple(delimiters)
        self._comments = tuple(comment_prefixes or ())
        self._inline = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._empty = empty_lines_in_values
        self.default_section = default_section
        if interpolation is not _UNSET:
            self._interpolation = interpolation or Interpolation()
        self.converters = dict(converters)
        for name, convert in self.converters.items():
            setattr(self, "get" + name, lambda section, option, convert=convert, **kw: self._converted(convert, section, option, **kw))
        if defaults:
            self._defaults.update([(self.optionxform(k), v) for k, v in _texts(defaults)])

    def optionxform(self, optionstr):
        return optionstr.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError("Invalid section name: %r" % section)
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = {}

    def has_section(self, section):
        return section in self._sections

    def _own(self, section):
        if section in self._sections:
            return self._sections[section]
        if section == self.default_section:
            return self._defaults
        raise NoSectionError(section)

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list({**self._sections[section], **self._defaults})

    def has_option(self, section, option):
        option = self.optionxform(option)
        if not section or section == self.default_section:
            return option in self._defaults
        return section in self._sections and (option in self._sections[section] or option in self._defaults)

    def read(self, filenames, encoding=None):
        done = []
        for name in [filenames] if isinstance(filenames, (str, bytes)) or hasattr(filenames, "__fspath__") else filenames:
            try:
                with open(name, encoding=encoding) as f:
                    self._read(f, name)
            except OSError:
                continue
            done.append(name.__fspath__() if hasattr(name, "__fspath__") else name)
        return done

    def read_file(self, f, source=None):
        self._read(f, source or getattr(f, "name", "<???>"))

    def read_string(self, string, source="<string>"):
        self._read(string.splitlines(True), source)

    def read_dict(self, dictionary, source="<dict>"):
        for section, pairs in dictionary.items():
            if section != self.default_section and section not in self._sections:
                self.add_section(section)
            for k, v in pairs.items():
                self.set(section, str(k), v if v is None else str(v))

    def _read(self, lines, source):
        try:
            self._parse(lines, source)
        finally:
            for options in [self._defaults, *self._sections.values()]:
                for key, value in options.items():
                    if isinstance(value, list):
                        options[key] = "\n".join(value).rstrip()

    def _parse(self, lines, source):
        seen = set()
        section = None  # its options
        name = None
        option = None
        indent = 0
        problem = None
        for number, line in enumerate(lines, 1):
            text = line.strip()
            if text.startswith(self._comments) and self._comments:
                text = ""
                was_comment = True
            else:
                was_comment = False
            for prefix in self._inline:
                at = line.find(prefix)
                while at >= 0:
                    if at == 0 or line[at - 1].isspace():
                        text = line[:at].strip()
                        break
                    at = line.find(prefix, at + 1)
            if not text:
                if self._empty and not was_comment and option is not None and isinstance(section[option], list):
                    section[option].append("")
                elif not self._empty:
                    indent = 1 << 30
                continue
            here = len(line) - len(line.lstrip())
            if section is not None and option is not None and here > indent and isinstance(section[option], list):
                section[option].append(text)
                continue
            indent = here
            if text[0] == "[" and "]" in text:
                name = text[1 : text.rindex("]")]
                option = None
                if name == self.default_section:
                    section = self._defaults
                elif name in self._sections:
                    if self._strict and name in seen:
                        raise DuplicateSectionError(name, source, number)
                    section = self._sections[name]
                else:
                    section = self._sections[name] = {}
                seen.add(name)
                continue
            if section is None:
                raise MissingSectionHeaderError(source, number, line)
            ends = [(text.index(d), -len(d)) for d in self._delimiters if d in text]
            if ends:
                at, size = min(ends)
                key, value = text[:at].rstrip(), [text[at - size :].strip()]
            elif self._novalue:
                key, value = text, None
            else:
                key = None
            if not key:
                problem = problem or ParsingError(source)
                problem.append(number, repr(line))
                option = None
                continue
            option = self.optionxform(key)
            if self._strict and (name, option) in seen:
                raise DuplicateOptionError(name, option, source, number)
            seen.add((name, option))
            section[option] = value
        if problem:
            raise problem

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            own = self._own(section)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        values = {**self._defaults, **own}
        if vars:
            values.update([(self.optionxform(k), v) for k, v in _texts(vars)])
        option = self.optionxform(option)
        if option not in values:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = values[option]
        return value if raw or value is None else self._interpolation.before_get(self, section, option, value, values)

    def _converted(self, convert, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            value = self.get(section, option, raw=raw, vars=vars)
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback
        return convert(value)

    def getint(self, section, option, **kw):
        return self._converted(int, section, option, **kw)

    def getfloat(self, section, option, **kw):
        return self._converted(float, section, option, **kw)

    def getboolean(self, section, option, **kw):
        return self._converted(self._boolean, section, option, **kw)

    def _boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError("Not a boolean: %s" % value)
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return [(name, self[name]) for name in self]
        own = self._own(section)
        return [(k, self.get(section, k, raw=raw, vars=vars)) for k in {**self._defaults, **own}]

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        (self._defaults if not section else self._own(section))[self.optionxform(option)] = value

    def remove_option(self, section, option):
        return (self._defaults if not section else self._own(section)).pop(self.optionxform(option), _UNSET) is not _UNSET

    def remove_section(self, section):
        return self._sections.pop(section, None) is not None

    def write(self, fp, space_around_delimiters=True):
        d = " %s " % self._delimiters[0] if space_around_delimiters else self._delimiters[0]
        for name, options in [(self.default_section, self._defaults), *self._sections.items()]:
            if name == self.default_section and not options:
                continue
            fp.write("[%s]\n" % name)
            for key, value in options.items():
                fp.write(key + ("" if value is None and self._novalue else d + str(value).replace("\n", "\n\t")) + "\n")
            fp.write("\n")

    def __getitem__(self, key):
        if key != self.default_section and key not in self._sections:
            raise KeyError(key)
        return SectionProxy(self, key)

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    def popitem(self):
        for key in self._sections:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def __contains__(self, key):
        return key == self.default_section or key in self._sections

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return iter([self.default_section, *self._sections])


class ConfigParser(RawConfigParser):
    _interpolation = BasicInterpolation()

    def set(self, section, option, value=None):
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if not isinstance(value, str) and not (self._novalue and value is None):
            raise TypeError("option values must be strings")
        RawConfigParser.set(self, section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        RawConfigParser.add_section(self, section)


class SectionProxy(MutableMapping):
    def __init__(self, parser, name):
        self.parser = parser
        self.name = name

    def __repr__(self):
        return "<Section: %s>" % self.name

    def __getitem__(self, key):
        if not self.parser.has_option(self.name, key):
            raise KeyError(key)
        return self.parser.get(self.name, key)

    def __setitem__(self, key, value):
        self.parser.set(self.name, key, value)

    def __delitem__(self, key):
        if not (self.parser.has_option(self.name, key) and self.parser.remove_option(self.name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self.parser.has_option(self.name, key)

    def __len__(self):
        return len(list(iter(self)))

    def __iter__(self):
        p = self.parser
        return iter(list(p.defaults()) if self.name == p.default_section else p.options(self.name))

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self.parser.get(self.name, option, raw=raw, vars=vars, fallback=fallback)

    def __getattr__(self, name):
        # getint(), getfloat(), getboolean() and those of converters
        if name[:3] != "get":
            raise AttributeError(name)
        method = getattr(self.parser, name)
        return lambda option, fallback=None, **kw: method(self.name, option, fallback=fallback, **kw)
