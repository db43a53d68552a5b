from collections import ChainMap
defaults = {"color": "red", "user": "guest"}
env = {"user": "ann"}
cm = ChainMap({}, env, defaults)
print(cm["user"], cm["color"], sorted(cm), len(cm))
cm["color"] = "blue"
print(cm.maps[0], defaults, cm.parents["color"], "x" in cm, cm.get("x", 0))
child = cm.new_child({"z": 1}); print(child["z"], child["user"])
try:
    cm["nope"]
except KeyError as e:
    print("KeyError", e)
