# Command lines, taken apart by a description of them.
import sys

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = _name_of(argument)
        self.message = message
        super().__init__(argument, message)

    def __str__(self):
        return self.message if self.argument_name is None else "argument %s: %s" % (self.argument_name, self.message)


class ArgumentTypeError(Exception):
    pass


def _name_of(a):
    if a is None:
        return None
    if a.option_strings:
        return "/".join(a.option_strings)
    if a.metavar not in (None, SUPPRESS):
        return a.metavar if isinstance(a.metavar, str) else "/".join(a.metavar)
    if a.dest not in (None, SUPPRESS):
        return a.dest
    return "{" + ",".join([str(c) for c in a.choices]) + "}" if a.choices else None


class Namespace:
    def __init__(self, **kwargs):
        for k, v in kwargs.items():
            setattr(self, k, v)

    def __repr__(self):
        return "Namespace(" + ", ".join(["%s=%r" % item for item in self.__dict__.items()]) + ")"

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__


class FileType:
    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode = mode

    def __call__(self, string):
        if string == "-":
            return sys.stdin if "r" in self._mode else sys.stdout
        try:
            return open(string, self._mode)
        except OSError as e:
            raise ArgumentTypeError("can't open '%s': %s" % (string, e))


class HelpFormatter:
    raw_text = raw_help = defaults = metavar_type = False

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            from os import environ

            width = int(environ.get("COLUMNS", 80)) - 2
        self._prog = prog
        self._width = width
        self._indent = indent_increment
        self._max = min(max_help_position, max(width - 20, indent_increment * 2))

    def _metavar(self, a, default):
        if a.metavar is not None:
            return a.metavar
        if a.choices is not None:
            return "{" + ",".join([str(c) for c in a.choices]) + "}"
        if self.metavar_type and a.type:
            return a.type.__name__
        return default

    def _args(self, a, default):
        m = self._metavar(a, default)

        def names(n):
            return m if isinstance(m, tuple) else (m,) * n

        n = a.nargs
        if n is None:
            return "%s" % names(1)[0]
        if n == OPTIONAL:
            return "[%s]" % names(1)[0]
        if n == ZERO_OR_MORE:
            return "[%s ...]" % names(1)[0] if len(names(1)) == 1 else "[%s [%s ...]]" % names(2)
        if n == ONE_OR_MORE:
            return "%s [%s ...]" % names(2)[:2] if len(names(2)) == 2 else "%s [%s ...]" % (names(1)[0], names(1)[0])
        if n == REMAINDER:
            return "..."
        if n == PARSER:
            return "%s ..." % names(1)[0]
        if n == SUPPRESS:
            return ""
        return " ".join(names(n))

    def usage(self, parser, prefix="usage: "):
        if parser.usage is not None:
            return prefix + parser.usage % {"prog": parser.prog} + "\n"
        prog = parser.prog
        optionals = [a for a in parser._actions if a.option_strings and a.help != SUPPRESS]
        positionals = [a for a in parser._actions if not a.option_strings and a.help != SUPPRESS]
        opt = self._usage_parts(parser, optionals)
        pos = self._usage_parts(parser, positionals)
        text = " ".join([prog] + opt + pos)
        width = self._width
        if len(prefix) + len(text) > width:
            indent = " " * (len(prefix) + len(prog) + 1)
            if len(prefix) + len(prog) <= 0.75 * width:
                if opt:
                    lines = self._lines([prog] + opt, indent, prefix)
                    lines += self._lines(pos, indent)
                else:
                    lines = self._lines([prog] + pos, indent, prefix)
            else:
                indent = " " * len(prefix)
                lines = self._lines(opt + pos, indent)
                if len(lines) > 1:
                    lines = self._lines(opt, indent) + self._lines(pos, indent)
                lines = [prog] + lines
            text = "\n".join(lines)
        return prefix + text + "\n"

    def _lines(self, parts, indent, prefix=None):
        lines = []
        line = []
        length = (len(prefix) if prefix is not None else len(indent)) - 1
        for part in parts:
            if length + 1 + len(part) > self._width and line:
                lines.append(indent + " ".join(line))
                line = []
                length = len(indent) - 1
            line.append(part)
            length += len(part) + 1
        if line:
            lines.append(indent + " ".join(line))
        if prefix is not None and lines:
            lines[0] = lines[0][len(indent) :]
        return lines

    def _usage_parts(self, parser, actions):
        parts = []
        i = 0
        while i < len(actions):
            a = actions[i]
            for group in parser._exclusive:
                members = [m for m in group._members if m.help != SUPPRESS]
                if members and actions[i : i + len(members)] == members:
                    inner = " | ".join([self._usage_part(m, True, True) for m in members])
                    if len(members) == 1 and not group.required:
                        inner = self._usage_part(members[0], True, True)
                    parts.append(("(%s)" if group.required else "[%s]") % inner)
                    i += len(members)
                    break
            else:
                parts.append(self._usage_part(a, False))
                i += 1
        return parts

    def _usage_part(self, a, bare, grouped=False):
        if not a.option_strings:
            part = self._args(a, self._positional_default(a))
            if grouped and part[:1] == "[" and part[-1:] == "]":
                part = part[1:-1]
            return part
        if a.nargs == 0:
            part = a.format_usage()
        else:
            part = a.option_strings[0] + " " + self._args(a, a.dest.upper())
        return part if a.required or bare else "[%s]" % part

    def _positional_default(self, a):
        return a.dest

    def _invocation(self, a):
        if not a.option_strings:
            m = self._metavar(a, a.dest)
            return m if isinstance(m, str) else " ".join(m)
        if a.nargs == 0:
            return ", ".join(a.option_strings)
        args = self._args(a, a.dest.upper())
        return ", ".join(["%s %s" % (o, args) for o in a.option_strings])

    def _expand(self, a):
        text = a.help
        d = a.default
        if self.defaults and "%(default)" not in text and d is not SUPPRESS and (a.option_strings or a.nargs in (OPTIONAL, ZERO_OR_MORE)) and d is not None or self.defaults and "%(default)" not in text and d is None and a.option_strings and a.nargs != 0:
            text += " (default: %(default)s)"
        params = dict([(k, v.__name__ if hasattr(v, "__name__") else v) for k, v in a.__dict__.items() if v is not SUPPRESS])
        params["prog"] = self._prog
        if a.choices is not None:
            params["choices"] = ", ".join([str(c) for c in a.choices])
        return text % params

    def _entries(self, actions, indent):
        for a in actions:
            if a.help == SUPPRESS:
                continue
            yield a, self._invocation(a), indent
            if hasattr(a, "_subactions"):
                for s in a._subactions:
                    yield s, self._invocation(s), indent + self._indent

    def help(self, parser):
        parts = [self.usage(parser)]
        if parser.description:
            parts.append(self._text(parser.description))
        groups = []
        most = 0
        for g in parser._groups:
            entries = list(self._entries(g._members, self._indent))
            groups.append((g, entries))
            for a, inv, indent in entries:
                most = max(most, len(inv) + indent)
        position = min(most + 2, self._max)
        for g, entries in groups:
            body = ""
            if g.description:
                body += self._text(g.description, self._indent) + ("\n" if entries else "")
            for a, inv, indent in entries:
                body += self._entry(a, inv, indent, position)
            if body:
                parts.append("%s:\n%s" % (g.title, body) if g.title is not None else body)
        if parser.epilog:
            parts.append(self._text(parser.epilog))
        return "\n".join(parts)

    def _entry(self, a, inv, indent, position):
        lead = " " * indent
        if not a.help or not a.help.strip():
            return lead + inv + "\n"
        width = max(self._width - position, 11)
        text = self._expand(a)
        lines = text.splitlines() if self.raw_help else _wrap(" ".join(text.split()), width)
        room = position - indent - 2
        if len(inv) <= room:
            out = lead + inv + " " * (room - len(inv)) + "  " + lines[0] + "\n"
            lines = lines[1:]
        else:
            out = lead + inv + "\n"
        for line in lines:
            out += " " * position + line + "\n"
        return out

    def _text(self, text, indent=0):
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        lead = " " * indent
        if self.raw_text:
            return "".join([lead + line for line in text.splitlines(True)]).rstrip("\n") + "\n"
        width = max(self._width - indent, 11)
        return "\n".join([lead + line for line in _wrap(" ".join(text.split()), width)]) + "\n"


def _wrap(text, width):
    from textwrap import wrap

    return wrap(text, width)


class RawDescriptionHelpFormatter(HelpFormatter):
    raw_text = True


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    raw_help = True


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    defaults = True


class MetavarTypeHelpFormatter(HelpFormatter):
    metavar_type = True

    def _positional_default(self, a):
        return a.type.__name__ if a.type else a.dest


class Action:
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None, metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")

    def __repr__(self):
        names = "option_strings dest nargs const default type choices required help metavar".split()
        return type(self).__name__ + "(" + ", ".join(["%s=%r" % (n, getattr(self, n)) for n in names]) + ")"


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, **kw):
        if nargs == 0:
            raise ValueError("nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store const may be more appropriate")
        Action.__init__(self, option_strings, dest, nargs, **kw)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        Action.__init__(self, option_strings, dest, 0, const, default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        _StoreConstAction.__init__(self, option_strings, dest, True, default, required, help)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        _StoreConstAction.__init__(self, option_strings, dest, False, default, required, help)


class _AppendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = list(getattr(namespace, self.dest, None) or [])
        items.append(values)
        setattr(namespace, self.dest, items)


class _ExtendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, list(getattr(namespace, self.dest, None) or []) + list(values))


class _AppendConstAction(_StoreConstAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, list(getattr(namespace, self.dest, None) or []) + [self.const])


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        Action.__init__(self, option_strings, dest, 0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        Action.__init__(self, option_strings, dest, 0, default=default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, version=None, default=SUPPRESS, help="show program's version number and exit"):
        Action.__init__(self, option_strings, dest, 0, default=default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        parser._print_message((self.version or parser.version) % {"prog": parser.prog} + "\n", sys.stdout)
        parser.exit()


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None, metavar=None):
        both = []
        for o in option_strings:
            both.append(o)
            if o.startswith("--"):
                both.append("--no-" + o[2:])
        Action.__init__(self, both, dest, 0, default=default, type=type, choices=choices, required=required, help=help, metavar=metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def format_usage(self):
        return " | ".join(self.option_strings)


class _SubParsersAction(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog = prog
        self._class = parser_class
        self._parsers = {}
        self._subactions = []
        Action.__init__(self, option_strings, dest, PARSER, choices=self._parsers, required=required, help=help, metavar=metavar)

    def add_parser(self, name, *, aliases=(), **kw):
        if kw.get("prog") is None:
            kw["prog"] = self._prog + " " + name
        if "help" in kw:
            s = Action([], name, help=kw.pop("help"), metavar=name + (" (%s)" % ", ".join(aliases) if aliases else ""))
            self._subactions.append(s)
        parser = self._class(**kw)
        for n in (name,) + tuple(aliases):
            self._parsers[n] = parser
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        name = values[0]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        if name not in self._parsers:
            raise ArgumentError(self, "unknown parser %r (choices: %s)" % (name, ", ".join(self._parsers)))
        sub, rest = self._parsers[name].parse_known_args(values[1:], None)
        for k, v in sub.__dict__.items():
            setattr(namespace, k, v)
        if rest:
            namespace._unrecognized = getattr(namespace, "_unrecognized", []) + rest


_actions = {
    None: _StoreAction, "store": _StoreAction, "store_const": _StoreConstAction, "store_true": _StoreTrueAction,
    "store_false": _StoreFalseAction, "append": _AppendAction, "append_const": _AppendConstAction, "count": _CountAction,
    "help": _HelpAction, "version": _VersionAction, "extend": _ExtendAction, "parsers": _SubParsersAction,
}


class _Container:
    def add_argument(self, *args, **kw):
        parser = self._parser
        chars = parser.prefix_chars
        if not args or len(args) == 1 and args[0][0] not in chars:
            if args and "dest" in kw:
                raise ValueError("dest supplied twice for positional argument")
            dest = args[0] if args else kw.pop("dest")
            options = []
            if "required" in kw:
                raise TypeError("'required' is an invalid argument for positionals")
            if kw.get("nargs") not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS) and kw.get("nargs") != 0 or kw.get("nargs") == ZERO_OR_MORE and "default" not in kw:
                kw["required"] = True
        else:
            options = list(args)
            for o in options:
                if o[0] not in chars:
                    raise ValueError("invalid option string %r: must start with a character %r" % (o, chars))
            dest = kw.pop("dest", None)
            if dest is None:
                long = [o for o in options if len(o) > 1 and o[1] in chars]
                dest = (long or options)[0].lstrip(chars)
                if not dest:
                    raise ValueError("dest= is required for options like %r" % (options[0],))
                dest = dest.replace("-", "_")
        if "default" not in kw:
            if dest in parser._defaults:
                kw["default"] = parser._defaults[dest]
            elif parser.argument_default is not None:
                kw["default"] = parser.argument_default
        name = kw.pop("action", None)
        cls = _actions.get(name, name) if isinstance(name, str) or name is None else name
        if not callable(cls):
            raise ValueError("unknown action %r" % (cls,))
        if not options and cls in (_StoreTrueAction, _StoreFalseAction, _StoreConstAction, _CountAction, _HelpAction, _VersionAction):
            kw.pop("required", None)
        a = cls(options, dest, **kw)
        if a.type is not None and not callable(a.type):
            raise ValueError("%r is not callable" % (a.type,))
        return self._add(a)

    def _add(self, a):
        parser = self._parser
        for o in a.option_strings:
            if o in parser._options:
                if parser.conflict_handler == "resolve":
                    old = parser._options[o]
                    old.option_strings.remove(o)
                    if not old.option_strings:
                        parser._actions.remove(old)
                        for g in parser._groups:
                            if old in g._members:
                                g._members.remove(old)
                else:
                    both = [s for s in a.option_strings if s in parser._options]
                    raise ArgumentError(a, "conflicting option string%s: %s" % ("s" if len(both) > 1 else "", ", ".join(both)))
        for o in a.option_strings:
            parser._options[o] = a
        parser._actions.append(a)
        self._place(a)
        return a


class _Group(_Container):
    def __init__(self, parser, title=None, description=None):
        self._parser = parser
        self.title = title
        self.description = description
        self._members = []

    def _place(self, a):
        self._members.append(a)

    def add_mutually_exclusive_group(self, *, required=False):
        g = _Exclusive(self._parser, required, self)
        self._parser._exclusive.append(g)
        return g


class _Exclusive(_Container):
    def __init__(self, parser, required, inside):
        self._parser = parser
        self.required = required
        self._members = []
        self._inside = inside

    def _place(self, a):
        if a.required and not (a.nargs in (OPTIONAL, ZERO_OR_MORE)):
            raise ValueError("mutually exclusive arguments must be optional")
        self._members.append(a)
        self._inside._place(a)


class ArgumentParser(_Container):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter, prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error", add_help=True, allow_abbrev=True, exit_on_error=True):
        if prog is None:
            prog = (sys.argv[0] if sys.argv else "").split("/")[-1]
        self.prog = prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.prefix_chars = prefix_chars
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.argument_default = argument_default
        self.conflict_handler = conflict_handler
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._parser = self
        self._actions = []
        self._options = {}
        self._defaults = {}
        self._exclusive = []
        self._positionals = _Group(self, "positional arguments")
        self._optionals = _Group(self, "options")
        self._groups = [self._positionals, self._optionals]
        self._subparsers = None
        if add_help:
            c = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(c + "h", c * 2 + "help", action="help", default=SUPPRESS, help="show this help message and exit")
        for p in parents:
            for g in p._groups:
                mine = self if g.title in ("positional arguments", "options") else self.add_argument_group(g.title, g.description)
                for a in g._members:
                    mine._add(a)
            self._exclusive += p._exclusive
            self._defaults.update(p._defaults)

    def _place(self, a):
        (self._optionals if a.option_strings else self._positionals)._members.append(a)

    def add_argument_group(self, title=None, description=None, **kw):
        g = _Group(self, title, description)
        self._groups.append(g)
        return g

    def add_mutually_exclusive_group(self, *, required=False):
        g = _Exclusive(self, required, self)
        self._exclusive.append(g)
        return g

    def add_subparsers(self, *, title=None, description=None, prog=None, parser_class=None, **kw):
        if self._subparsers is not None:
            self.error("cannot have multiple subparser arguments")
        kw.pop("action", None)
        if prog is None:
            f = self.formatter_class("")
            positionals = [a for a in self._actions if not a.option_strings]
            prog = " ".join([self.prog] + f._usage_parts(self, positionals))
        group = self.add_argument_group(title or "subcommands", description) if title or description else self._positionals
        self._subparsers = _SubParsersAction([], prog, parser_class or type(self), **kw)
        self._actions.append(self._subparsers)
        group._members.append(self._subparsers)
        return self._subparsers

    def set_defaults(self, **kw):
        self._defaults.update(kw)
        for a in self._actions:
            if a.dest in kw:
                a.default = kw[a.dest]

    def get_default(self, dest):
        for a in self._actions:
            if a.dest == dest and a.default is not None:
                return a.default
        return self._defaults.get(dest)

    def register(self, registry, value, object):
        _actions[value] = object

    def parse_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_args(args, namespace)
        if rest:
            message = "unrecognized arguments: " + " ".join(rest)
            if self.exit_on_error:
                self.error(message)
            raise ArgumentError(None, message)
        return namespace

    parse_intermixed_args = parse_args

    def parse_known_args(self, args=None, namespace=None):
        args = sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for a in self._actions:
            if a.dest is not SUPPRESS and not hasattr(namespace, a.dest) and a.default is not SUPPRESS:
                setattr(namespace, a.dest, a.default)
        for dest, v in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, v)
        if not self.exit_on_error:
            rest = self._parse(args, namespace)
        else:
            try:
                rest = self._parse(args, namespace)
            except ArgumentError as e:
                self.error(str(e))
        if hasattr(namespace, "_unrecognized"):
            rest = rest + namespace._unrecognized
            delattr(namespace, "_unrecognized")
        return namespace, rest

    def _from_files(self, args):
        out = []
        for arg in args:
            if arg and arg[0] in self.fromfile_prefix_chars:
                try:
                    with open(arg[1:]) as f:
                        lines = []
                        for line in f.read().splitlines():
                            lines += self.convert_arg_line_to_args(line)
                except OSError as e:
                    raise ArgumentError(None, str(e))
                out += self._from_files(lines)
            else:
                out.append(arg)
        return out

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _option(self, arg):
        # None for a positional; else (action or None, the option as it is named, what was given with "=").
        if not arg or arg[0] not in self.prefix_chars:
            return None
        if arg in self._options:
            return self._options[arg], arg, None
        if len(arg) == 1:
            return None
        if "=" in arg:
            name, value = arg.split("=", 1)
            if name in self._options:
                return self._options[name], name, value
        found = self._abbreviated(arg)
        if len(found) > 1:
            raise ArgumentError(None, "ambiguous option: %s could match %s" % (arg, ", ".join([f[1] for f in found])))
        if found:
            return found[0]
        if _negative_number(arg) and not any([_negative_number(o) for o in self._options]):
            return None
        if " " in arg:
            return None
        return None, arg, None

    def _abbreviated(self, arg):
        chars = self.prefix_chars
        found = []
        name, eq, value = arg.partition("=")
        value = value if eq else None
        if arg[1] in chars:
            if self.allow_abbrev:
                for o in self._options:
                    if o.startswith(name):
                        found.append((self._options[o], o, value))
            return found
        short = arg[:2]
        for o in self._options:
            if o == short:
                found.append((self._options[o], o, arg[2:]))
            elif self.allow_abbrev and o.startswith(name) and len(o) > 2:
                found.append((self._options[o], o, value))
        return found

    def _parse(self, args, namespace):
        if self.fromfile_prefix_chars is not None:
            args = self._from_files(args)
        kinds = []
        for i, arg in enumerate(args):
            if arg == "--":
                kinds += [None] * (len(args) - i)
                break
            kinds.append(self._option(arg))
        letters = "".join(["-" if a == "--" and "--" not in args[:i] else "A" if k is None else "O" for i, (a, k) in enumerate(zip(args, kinds))])
        positionals = [a for a in self._actions if not a.option_strings]
        seen = set()
        conflicts = {}
        for g in self._exclusive:
            for m in g._members:
                conflicts.setdefault(id(m), []).extend([x for x in g._members if x is not m])
        extras = []
        seen_non_default = set()

        def take(action, values, option=None):
            seen.add(id(action))
            values_ = self._values(action, values)
            if values_ is not action.default:
                seen_non_default.add(id(action))
                for other in conflicts.get(id(action), ()):
                    if id(other) in seen_non_default:
                        raise ArgumentError(action, "not allowed with argument " + _name_of(other))
            if values_ is not SUPPRESS:
                action(self, namespace, values_, option)

        def consume_positionals(i):
            match = []
            for n in range(len(positionals), 0, -1):
                match = _match_positionals(positionals[:n], letters[i:])
                if match is not None:
                    break
            else:
                match = []
            for a, n in zip(list(positionals), match):
                if n == 0 and "O" in letters[i:] and a.nargs not in (PARSER, REMAINDER) and (a.nargs in (OPTIONAL, ZERO_OR_MORE)) and "A" in letters[i:]:
                    # There may be something for it behind the options.
                    return i
                values = args[i : i + n]
                i += n
                positionals.remove(a)
                take(a, values)
            return i

        def consume_option(i):
            action, name, explicit = kinds[i]
            while True:
                if action is None:
                    extras.append(args[i])
                    return i + 1
                if explicit is not None:
                    n = _match_one(action, "A")
                    if n == 0 and name[1:2] not in self.prefix_chars and explicit != "" and len(name) == 2:
                        take(action, [], name)
                        short = name[0] + explicit[0]
                        if short not in self._options:
                            raise ArgumentError(action, "ignored explicit argument %r" % explicit)
                        action, name, explicit = self._options[short], short, explicit[1:] or None
                        if explicit is not None and explicit[0] == "=" and _match_one(action, "A"):
                            explicit = explicit[1:]
                        if explicit is None:
                            continue_with = i + 1
                            n = _match_one(action, letters[continue_with:])
                            if n is None:
                                raise ArgumentError(action, _expected(action))
                            take(action, args[continue_with : continue_with + n], name)
                            return continue_with + n
                        continue
                    if n == 1:
                        take(action, [explicit], name)
                        return i + 1
                    raise ArgumentError(action, "ignored explicit argument %r" % explicit)
                n = _match_one(action, letters[i + 1 :])
                if n is None:
                    raise ArgumentError(action, _expected(action))
                take(action, args[i + 1 : i + 1 + n], name)
                return i + 1 + n

        i = 0
        options = [k for k, c in enumerate(letters) if c == "O"]
        last = options[-1] if options else -1
        while i <= last:
            nxt = min([k for k in options if k >= i])
            if i != nxt:
                j = consume_positionals(i)
                if j > i:
                    i = j
                    continue
            if i not in options:
                extras += args[i:nxt]
                i = nxt
            i = consume_option(i)
        i = consume_positionals(i)
        extras += args[i:]
        missing = []
        for a in self._actions:
            if id(a) in seen:
                continue
            if a.required:
                missing.append(_name_of(a))
            elif isinstance(a.default, str) and a.dest is not SUPPRESS and getattr(namespace, a.dest, None) is a.default:
                setattr(namespace, a.dest, self._value(a, a.default))
        if missing:
            raise ArgumentError(None, "the following arguments are required: " + ", ".join(missing))
        for g in self._exclusive:
            if g.required and not any([id(m) in seen_non_default for m in g._members]):
                names = [_name_of(m) for m in g._members if m.help is not SUPPRESS]
                raise ArgumentError(None, "one of the arguments %s is required" % " ".join(names))
        return extras

    def _value(self, a, string):
        f = a.type
        if f is None:
            return string
        try:
            return f(string)
        except ArgumentTypeError as e:
            raise ArgumentError(a, str(e))
        except (TypeError, ValueError):
            raise ArgumentError(a, "invalid %s value: %r" % (getattr(f, "__name__", repr(f)), string))

    def _check(self, a, value):
        choices = a.choices
        if choices is not None and value not in choices:
            raise ArgumentError(a, "invalid choice: %r (choose from %s)" % (value, ", ".join([repr(c) for c in choices])))

    def _values(self, a, strings):
        if a.nargs not in (PARSER, REMAINDER) and "--" in strings:
            strings = list(strings)
            strings.remove("--")
        n = a.nargs
        if not strings and n == OPTIONAL:
            value = a.const if a.option_strings else a.default
            if isinstance(value, str):
                value = self._value(a, value)
            return value
        if not strings and n == ZERO_OR_MORE and not a.option_strings:
            return a.default if a.default is not None else strings
        if len(strings) == 1 and n in (None, OPTIONAL):
            value = self._value(a, strings[0])
            self._check(a, value)
            return value
        if n == REMAINDER:
            return [self._value(a, s) for s in strings]
        if n == PARSER:
            self._check(a, strings[0])
            return strings
        if n == SUPPRESS:
            return SUPPRESS
        values = [self._value(a, s) for s in strings]
        for v in values:
            self._check(a, v)
        return values

    def format_usage(self):
        return self.formatter_class(self.prog).usage(self)

    def format_help(self):
        return self.formatter_class(self.prog).help(self)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), file or sys.stdout)

    def print_help(self, file=None):
        self._print_message(self.format_help(), file or sys.stdout)

    def _print_message(self, message, file=None):
        if message:
            (file or sys.stderr).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, "%s: error: %s\n" % (self.prog, message))


def _negative_number(s):
    if s[:1] != "-":
        return False
    digits = s[1:].replace(".", "", 1)
    return bool(digits) and digits.isdigit() and not s.endswith(".")


def _bounds(a):
    # How few and how many arguments an action takes.
    n = a.nargs
    if n is None:
        return 1, 1
    if n == OPTIONAL:
        return 0, 1
    if n == ZERO_OR_MORE:
        return 0, None
    if n == ONE_OR_MORE:
        return 1, None
    if n == SUPPRESS:
        return 0, 0
    return n, n


def _match_one(a, letters):
    n = a.nargs
    if n == REMAINDER:
        return len(letters)
    if n == PARSER:
        return len(letters) if letters[:1] == "A" else None
    low, high = _bounds(a)
    count = 0
    if a.option_strings:
        while count < len(letters) and letters[count] == "A" and (high is None or count < high):
            count += 1
        return count if count >= low else None
    return _match_positionals([a], letters)[0]


def _match_positionals(actions, letters):
    # Each takes as much as leaves enough for those behind it. None if they do not all fit.
    run = 0
    while run < len(letters) and letters[run] in "A-":
        run += 1
    counts = []
    at = 0
    for k, a in enumerate(actions):
        n = a.nargs
        if n == REMAINDER:
            counts.append(len(letters) - at)
            at = len(letters)
            continue
        if n == PARSER:
            if at >= run:
                return None
            counts.append(len(letters) - at)
            at = len(letters)
            continue
        low, high = _bounds(a)
        need = sum([1 if b.nargs == PARSER else 0 if b.nargs == REMAINDER else _bounds(b)[0] for b in actions[k + 1 :]])
        room = sum([1 for c in letters[at:run] if c == "A"]) - need
        if room < low:
            return None
        want = room if high is None else min(room, high)
        taken = 0
        start = at
        while at < run and (taken < want or letters[at] == "-"):
            taken += letters[at] == "A"
            at += 1
        counts.append(at - start)
    return counts


def _expected(a):
    n = a.nargs
    if n is None:
        return "expected one argument"
    if n == OPTIONAL:
        return "expected at most one argument"
    if n == ONE_OR_MORE:
        return "expected at least one argument"
    return "expected %s argument%s" % (n, "" if n == 1 else "s")
