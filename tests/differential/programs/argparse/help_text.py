"""The help that a parser prints."""
import argparse

parser = argparse.ArgumentParser(
    prog="resize",
    description="Resize pictures in a folder.",
    epilog="Sizes are in pixels.",
)
parser.add_argument("folder", help="where the pictures are")
parser.add_argument("-w", "--width", type=int, default=800, metavar="N", help="new width (default: %(default)s)")
parser.add_argument("--height", type=int, help="new height")
parser.add_argument("--format", choices=("png", "jpg"), help="output format")
parser.add_argument("-q", "--quiet", action="store_true", help="print nothing")
parser.add_argument("--version", action="version", version="%(prog)s 1.2")
print(parser.format_usage(), end="")
print(parser.format_help(), end="")
args = parser.parse_args(["pics", "-w", "320", "--format", "png"])
print(args.folder, args.width, args.height, args.format, args.quiet)
known, rest = parser.parse_known_args(["pics", "--unknown", "1"])
print(known.folder, rest)
try:
    parser.parse_args(["--version"])
except SystemExit as e:
    print(e.code)
