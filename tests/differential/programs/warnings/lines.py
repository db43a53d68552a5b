import warnings


def old():
    warnings.warn("old is deprecated", DeprecationWarning, stacklevel=2)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old()
    for i in range(2):
        warnings.warn("again")
print([(w.lineno, str(w.message), w.category.__name__) for w in caught])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("default")
    for i in range(2):
        warnings.warn("in a loop")
    warnings.warn("in a loop")
print([w.lineno for w in caught])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.filterwarnings("ignore", message=r".*skip")
    warnings.warn("please skip")
    warnings.warn("stay")
print([str(w.message) for w in caught])
from datetime import datetime
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    datetime.utcnow()
print(caught[0].message, caught[0].lineno)
warnings.warn("shown with its line")
