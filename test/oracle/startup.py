"""What the collector knows in a fresh process, before the program has done anything.

isolated  python -I -S -c CODE: no site-packages, nothing of the user's environment
plain     python FILE, as a learner starts it, in a new virtual environment, because what is installed on a machine may
          import much at the start of every process; PYTHON* variables are left out

For each: gc.get_count() at the first statement; the collections of each generation by then, from gc.get_stats(); the
tracked objects before and after gc.collect(), what it returned, and after a second one; gc.get_count() right after the
first one. `trackedByClass`: what a `class Leak(object): pass` adds.
"""

import json
import os
import subprocess
import sys
import tempfile

CODE = """
import gc
count = gc.get_count()
stats = [generation["collections"] for generation in gc.get_stats()]
before = len(gc.get_objects())
collected = gc.collect()
count_after_collect = gc.get_count()
after = len(gc.get_objects())
gc.collect()
settled = len(gc.get_objects())
class Leak(object):
    pass
with_class = len(gc.get_objects())
print(list(count), stats, before, collected, list(count_after_collect), after, settled, with_class - settled, sep="|")
"""

KEYS = [
    "countAtStart",
    "collectionsAtStart",
    "trackedBefore",
    "collected",
    "countAfterCollect",
    "trackedAfter",
    "trackedSettled",
    "trackedByClass",
]


def output(*command):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout.decode()


def facts(printed):
    return dict(zip(KEYS, (json.loads(field) for field in printed.split("|"))))


def isolated():
    return facts(output(sys.executable, "-I", "-S", "-c", CODE))


def plain():
    with tempfile.TemporaryDirectory() as folder:
        output(sys.executable, "-I", "-m", "venv", "--without-pip", folder)
        program = os.path.join(folder, "program.py")
        with open(program, "w") as file:
            file.write(CODE)
        windows = sys.platform == "win32"
        return facts(output(os.path.join(folder, "Scripts/python.exe" if windows else "bin/python"), program))


json.dump({"isolated": isolated(), "plain": plain()}, sys.stdout)
