# What to do instead of importing a module that is not here.
def text(name):
    top = name.split(".")[0]
    table = (
        ("numpy", "no numpy in this sandbox: use lists with math, statistics and array"),
        ("pandas polars pyarrow", "no %s in this sandbox: read tables with csv or json into lists of dicts, group with collections"),
        ("scipy sympy sklearn torch tensorflow networkx", "no %s in this sandbox: write what you need of it with math, statistics, fractions, heapq"),
        ("matplotlib seaborn plotly PIL cv2", "no %s in this sandbox: print text, or write SVG to a file"),
        ("requests httpx aiohttp urllib3 socket ssl http ftplib smtplib imaplib socketserver", "no network in this sandbox: work on files, standard input and arguments"),
        ("_thread multiprocessing", "one process only: call functions in turn, or use concurrent.futures or asyncio"),
        ("subprocess pty signal", "no other processes in this sandbox: do it in Python"),
        ("sqlite3 dbm shelve", "no databases in this sandbox: keep data in dicts, and in files with json or csv"),
        ("marshal", "no marshal in this sandbox: use json or pickle"),
        ("yaml toml tomli", "no %s in this sandbox: use json, tomllib or configparser, or split the lines yourself"),
        ("bs4 lxml", "no %s in this sandbox: use html.parser or xml.etree.ElementTree"),
        ("dateutil pytz pendulum arrow", "no %s in this sandbox: use datetime, and zoneinfo for the best known time zones"),
        ("pydantic attr attrs", "no %s in this sandbox: use dataclasses"),
        ("pytest nose hypothesis", "no %s in this sandbox: use unittest or assert"),
        ("tqdm rich tabulate colorama click typer", "no %s in this sandbox: use print and f-strings, and argparse"),
        ("regex", "no regex in this sandbox: use re"),
        ("bz2 lzma tarfile", "no %s in this sandbox: use zlib, gzip or zipfile"),
        ("ctypes cffi tkinter turtle curses readline", "no %s in this sandbox"),
        ("tokenize dis pdb", "no %s in this sandbox"),
        ("cProfile profile tracemalloc", "no %s in this sandbox: time with timeit or time.perf_counter"),
        ("gettext", "no gettext in this sandbox"),
    )
    for names, advice in table:
        if top in names.split():
            return "No module named '%s' (%s)" % (name, advice.replace("%s", top))
    return "No module named '%s'" % name
