# What json makes of it and back.
# --- turn
import json
document = {'name': 'é', 'sizes': [1, 2.5, -3], 'nested': {'ok': True, 'none': None}}
document
#= {'name': 'é', 'sizes': [1, 2.5, -3], 'nested': {'ok': True, 'none': None}}
# --- turn
text = json.dumps(document)
text
#= '{"name": "\\u00e9", "sizes": [1, 2.5, -3], "nested": {"ok": true, "none": null}}'
# --- turn
again = json.loads(text)
again == document
#= True
# --- turn
again['sizes'].append({'deep': [[]]})
json.dumps(again['sizes'])
#= '[1, 2.5, -3, {"deep": [[]]}]'
# --- turn
json.loads('{"broken": ')
#! JSONDecodeError: Expecting value: line 1 column 12 (char 11)
# --- turn
(1, 'two', [3.0], {'k': None})
#= (1, 'two', [3.0], {'k': None})
