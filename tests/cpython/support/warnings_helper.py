import contextlib
import warnings

ignore_warnings = lambda *, category=Warning: (lambda f: f)


class _Recorder:
    def __init__(self, caught):
        self.warnings = caught

    def __getattr__(self, name):
        return getattr(self.warnings[-1], name)


@contextlib.contextmanager
def check_warnings(*filters, quiet=True):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield _Recorder(caught)


check_no_warnings = check_no_resource_warning = lambda case, *args, **kwargs: contextlib.nullcontext()


@contextlib.contextmanager
def save_restore_warnings_filters():
    yield


def check_syntax_warning(testcase, statement, errtext="", *, lineno=1, offset=None):
    testcase.skipTest("warnings of the compiler")


def check_no_warnings(testcase, message="", category=Warning, force_gc=False):
    return contextlib.nullcontext()
