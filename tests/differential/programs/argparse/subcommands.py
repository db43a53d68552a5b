"""A tool with subcommands, choices, types and defaults."""
import argparse


def positive(text):
    value = int(text)
    if value <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not positive")
    return value


def build():
    p = argparse.ArgumentParser(prog="todo", description="Keep a list.")
    p.add_argument("-v", "--verbose", action="count", default=0)
    sub = p.add_subparsers(dest="command", required=True)
    add = sub.add_parser("add", help="add an item")
    add.add_argument("title", nargs="+")
    add.add_argument("-p", "--priority", choices=["low", "mid", "high"], default="mid")
    add.add_argument("--tag", action="append", default=[])
    done = sub.add_parser("done", help="finish items")
    done.add_argument("ids", nargs="*", type=positive)
    done.add_argument("--all", action="store_true")
    return p


parser = build()
for line in (
    "add buy milk -p high --tag food --tag home",
    "-vv done 3 4",
    "done --all",
    "add x --priority=low",
):
    args = parser.parse_args(line.split())
    print(sorted(vars(args).items()))
for line in ("done 0", "add", "add x -p urgent", "fly", ""):
    try:
        parser.parse_args(line.split())
    except SystemExit as e:
        print(repr(line), "->", e.code)
