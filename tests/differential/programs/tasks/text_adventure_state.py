"""A tiny text adventure driven by scripted commands."""
ROOMS = {
    "hall": {"desc": "A dusty hall.", "exits": {"north": "library", "east": "kitchen"}, "items": ["lamp"]},
    "library": {"desc": "Rows of books.", "exits": {"south": "hall"}, "items": ["book", "key"]},
    "kitchen": {"desc": "It smells of soup.", "exits": {"west": "hall"}, "items": [], "locked": True},
}


class Game:
    def __init__(self):
        self.room, self.bag, self.moves = "hall", [], 0

    def do(self, line):
        verb, *rest = line.split()
        method = getattr(self, "cmd_" + verb, None)
        if method is None:
            return f"I don't know how to {verb!r}."
        self.moves += 1
        return method(*rest)

    def cmd_look(self):
        room = ROOMS[self.room]
        text = room["desc"]
        if room["items"]:
            text += " You see: " + ", ".join(sorted(room["items"])) + "."
        return text

    def cmd_go(self, where):
        exits = ROOMS[self.room]["exits"]
        if where not in exits:
            return f"No way {where}; exits are {', '.join(exits)}."
        target = exits[where]
        if ROOMS[target].get("locked") and "key" not in self.bag:
            return "It is locked."
        self.room = target
        return self.cmd_look()

    def cmd_take(self, item):
        try:
            ROOMS[self.room]["items"].remove(item)
        except ValueError:
            return f"There is no {item}."
        self.bag.append(item)
        return f"Taken: {item}."

    def cmd_inventory(self):
        return "You carry " + (" and ".join(self.bag) or "nothing") + "."


game = Game()
for line in ["look", "inventory", "take lamp", "go east", "go north", "take key", "take sword", "go south", "go east", "dance", "inventory", "go up"]:
    print("> " + line)
    print(game.do(line))
print(game.moves, "moves")
try:
    game.do("take")
except TypeError as e:
    print("TypeError", "missing 1 required positional argument" in str(e))
