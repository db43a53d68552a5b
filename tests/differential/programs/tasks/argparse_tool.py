"""A command line tool's parser, fed with lists of arguments."""
import argparse

parser = argparse.ArgumentParser(prog="tool", description="Do things.", exit_on_error=False)
parser.add_argument("files", nargs="+", help="input files")
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("--out", metavar="FILE", default="-", help="where to write (default: %(default)s)")
parser.add_argument("-n", type=int, choices=range(1, 5), default=2)
parser.add_argument("--fast", action="store_true")
parser.add_argument("--tag", action="append")
parser.add_argument("--ratio", type=float)
for args in (["a.txt"], ["a", "b", "-vv", "--fast", "-n", "3"], ["x", "--tag", "q", "--tag=w", "--ratio", "0.5", "--out", "o"]):
    print(sorted(vars(parser.parse_args(args)).items()))
for args in (["a", "-n", "9"], ["a", "--ratio", "x"]):
    try:
        print(parser.parse_args(args))
    except argparse.ArgumentError as e:
        print(e)
print(parser.format_usage().strip()[:30])
sub = argparse.ArgumentParser(prog="git")
commands = sub.add_subparsers(dest="command")
c = commands.add_parser("commit")
c.add_argument("-m", required=True)
p = commands.add_parser("push")
p.add_argument("remote", nargs="?", default="origin")
print(sub.parse_args(["commit", "-m", "msg"]), sub.parse_args(["push"]), sub.parse_args(["push", "up"]).remote)
known, rest = parser.parse_known_args(["f", "--zzz", "1"])
print(known.files, rest)
