# Errors that are caught and kept.
# --- turn
def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError('no number: ' + text) from error
# --- turn
try:
    parse('x1')
except RuntimeError as error:
    kept = error
str(kept), type(kept.__cause__).__name__
#= ('no number: x1', 'ValueError')
# --- turn
parse('y2')
#! RuntimeError: no number: y2
# --- turn
class Stop(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code
try:
    raise Stop(5)
except Stop as stop:
    code = stop.code
finally:
    print('finally')
code
#> finally
#= 5
# --- turn
raise kept
#! RuntimeError: no number: x1
# --- turn
kept.args, code
#= (('no number: x1',), 5)
