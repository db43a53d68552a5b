users = [{"id": 1, "name": "ann"}, {"id": 2, "name": "bob"}]
orders = [{"uid": 1, "amt": 5.5}, {"uid": 1, "amt": 4}, {"uid": 3, "amt": 1}]
by = {u["id"]: u for u in users}
inner = [{**by[o["uid"]], **o} for o in orders if o["uid"] in by]; print(inner)
left = [(u["name"], sum(o["amt"] for o in orders if o["uid"] == u["id"])) for u in users]; print(left)
print([o for o in orders if o["uid"] not in by], sorted(users, key=lambda u: u["name"], reverse=True)[0])
