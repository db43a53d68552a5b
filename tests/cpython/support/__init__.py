"""What CPython's tests ask of its package test.support, as far as it means something here."""
import contextlib
import functools
import io
import sys
import unittest

verbose = False
use_resources = None
is_resource_enabled = lambda resource: False
MISSING_C_DOCSTRINGS = True
HAVE_DOCSTRINGS = False
is_wasi = is_emscripten = is_android = is_apple = False
is_jython = False
check_impl_detail = lambda **guards: guards.get("cpython") is False
PGO = False
Py_DEBUG = False
C_RECURSION_LIMIT = EXCEEDS_RECURSION_LIMIT = 200
LOOPBACK_TIMEOUT = INTERNET_TIMEOUT = SHORT_TIMEOUT = LONG_TIMEOUT = 10
_1M, _1G, _2G, _4G = 1 << 20, 1 << 30, 2 << 30, 4 << 30
MAX_Py_ssize_t = sys.maxsize
EXCEEDS_RECURSION_LIMIT = 5000
NHASHBITS = 32
has_fork_support = has_subprocess_support = has_socket_support = False
REPO_ROOT = TEST_HOME_DIR = "/workspace"
requires_docstrings = unittest.skip("docstrings of builtins")


def _skip(reason):
    def decorate(*args, **kwargs):
        if len(args) == 1 and not kwargs and (isinstance(args[0], type) or hasattr(args[0], "__code__")):
            return unittest.skip(reason)(args[0])
        return unittest.skip(reason)

    return decorate


cpython_only = unittest.skip("CPython's own")
refcount_test = unittest.skip("counts references")
no_tracing = check_sanitizer = lambda *f, **kinds: f[0] if f else False
requires_legacy_unicode_capi = lambda: unittest.skip("CPython's own")
darwin_malloc_err_warning = lambda name: None
anticipate_failure = lambda condition: (lambda f: f)
bigmemtest = bigaddrspacetest = _skip("needs much memory")
requires_fork = requires_subprocess = requires_working_socket = _skip("needs processes or sockets")
requires_resource = _skip("a resource")
requires_limited_api = requires_specialization = _skip("CPython's own")
requires_zlib = requires_gzip = requires_bz2 = requires_lzma = lambda reason="": (lambda f: f)
requires_IEEE_754 = lambda f: f
requires_mac_ver = requires_freebsd_version = requires_linux_version = lambda *version: (lambda f: f)
requires_debug_ranges = lambda reason="": unittest.skip("columns in tracebacks")
has_no_debug_ranges = lambda: True
skip_if_buildbot = lambda reason=None: (lambda f: f)
skip_emscripten_stack_overflow = skip_wasi_stack_overflow = lambda: (lambda f: f)
skip_if_pgo_task = lambda f: f


skip_on_s390x = skip_if_buggy_ucrt_strfptime = lambda f: f
skip_if_sanitizer = lambda *reason, **kinds: (lambda f: f)
has_strftime_extensions = True
PIPE_MAX_SIZE = 1 << 20
HAVE_ASAN_FORK_BUG = False
unix_shell = None


class SuppressCrashReport(contextlib.nullcontext):
    def __init__(self):
        super().__init__()


def get_attribute(obj, name):
    if not hasattr(obj, name):
        raise unittest.SkipTest("no " + name)
    return getattr(obj, name)


def _needs_unraisable():
    raise unittest.SkipTest("exceptions that nobody can catch")


catch_unraisable_exception = _needs_unraisable


def impl_detail(msg=None, **guards):
    return unittest.skip(msg or "CPython's own") if not guards or guards.get("cpython") else (lambda f: f)


def requires(resource, msg=None):
    raise unittest.SkipTest(msg or "resource " + resource)


def gc_collect():
    import gc

    gc.collect()


def run_with_locale(category, *locales):
    return lambda f: f


def run_with_tz(tz):
    return unittest.skip("the only time zone is UTC")


def adjust_int_max_str_digits(n):
    return contextlib.nullcontext()


def infinite_recursion(max_depth=None):
    return contextlib.nullcontext()


def disable_gc():
    return contextlib.nullcontext()


def set_recursion_limit(limit):
    return contextlib.nullcontext()


@contextlib.contextmanager
def captured_output(name):
    before = getattr(sys, name)
    setattr(sys, name, io.StringIO())
    try:
        yield getattr(sys, name)
    finally:
        setattr(sys, name, before)


captured_stdout = functools.partial(captured_output, "stdout")
captured_stderr = functools.partial(captured_output, "stderr")
captured_stdin = functools.partial(captured_output, "stdin")


@contextlib.contextmanager
def swap_attr(obj, attr, value):
    missing = object()
    before = getattr(obj, attr, missing)
    setattr(obj, attr, value)
    try:
        yield before if before is not missing else None
    finally:
        if before is missing:
            delattr(obj, attr)
        else:
            setattr(obj, attr, before)


@contextlib.contextmanager
def swap_item(obj, item, value):
    missing = object()
    before = obj.get(item, missing)
    obj[item] = value
    try:
        yield before if before is not missing else None
    finally:
        if before is missing:
            del obj[item]
        else:
            obj[item] = before


def sortdict(d):
    return "{" + ", ".join(["%r: %r" % pair for pair in sorted(d.items())]) + "}"


def check_syntax_error(case, statement, errtext="", *, lineno=None, offset=None):
    with case.assertRaisesRegex(SyntaxError, errtext):
        compile(statement, "<test string>", "exec")


def check__all__(case, module, name_of_module=None, extra=(), not_exported=()):
    raise unittest.SkipTest("what a module exports")


def check_sizeof(test, o, size):
    raise unittest.SkipTest("sizes of objects")


def check_free_after_iterating(test, *args):
    raise unittest.SkipTest("when objects are freed")


check_disallow_instantiation = check_free_after_iterating


def findfile(file, subdir=None):
    return "/workspace/test/" + (subdir + "/" if subdir else "") + file


def load_package_tests(pkg_dir, loader, standard_tests, pattern):
    return standard_tests


def run_unittest(*classes):
    pass


def run_code(code):
    import textwrap

    names = {}
    exec(textwrap.dedent(code), names)
    return names


def run_in_subinterp(code):
    raise unittest.SkipTest("needs interpreters")


def cpythons_own(*args, **kwargs):
    raise unittest.SkipTest("CPython's own")


class Error(Exception):
    pass


class TestFailed(Error):
    pass


class _ALWAYS_EQ:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NEVER_EQ:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


ALWAYS_EQ, NEVER_EQ = _ALWAYS_EQ(), _NEVER_EQ()


@functools.total_ordering
class _LARGEST:
    def __eq__(self, other):
        return isinstance(other, _LARGEST)

    def __lt__(self, other):
        return False


@functools.total_ordering
class _SMALLEST:
    def __eq__(self, other):
        return isinstance(other, _SMALLEST)

    def __gt__(self, other):
        return False


LARGEST, SMALLEST = _LARGEST(), _SMALLEST()
