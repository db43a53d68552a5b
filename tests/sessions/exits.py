# A turn that exits is over, and no more.
# --- turn
import sys
state = ['kept']
# --- turn
state.append('before')
sys.exit(3)
# --- turn
state
#= ['kept', 'before']
# --- turn
sys.exit('with words')
# --- turn
try:
    sys.exit()
except SystemExit as error:
    state.append(error.code)
state
#= ['kept', 'before', None]
# --- turn
raise SystemExit
