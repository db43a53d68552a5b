# Names that come and go.
# --- turn
x = 1
# --- turn
x += 1
_ = 'mine'
# --- turn
del x
'x' in globals()
#= False
# --- turn
x
#! NameError: name 'x' is not defined
# --- turn
global_list = [name for name in ('x', '_') if name in globals()]
global_list
#= ['_']
# --- turn
exec('y = 40; z = y + 2')
eval('y + z')
#= 82
