"""Prints the variables of the functions that this CPython compiles sources to.

Standard input: a JSON list of sources. Standard output: a JSON list with, for each, its functions, lambdas, generator
expressions and comprehensions as [name, line, locals, cells, free], a function before those in it. Cells are sorted.
"""

import json
import sys
import warnings

CODE = type((lambda: None).__code__)
OPTIMIZED = 1


def functions(code):
    inner = [one for one in code.co_consts if isinstance(one, CODE)]
    own = [code.co_name, code.co_firstlineno, code.co_varnames, sorted(code.co_cellvars), sorted(code.co_freevars)]
    found = [own] if code.co_flags & OPTIMIZED else []
    return found + [one for each in inner for one in functions(each)]


warnings.simplefilter("ignore")
sources = json.load(sys.stdin)
print(json.dumps([functions(compile(source, "<string>", "exec")) for source in sources]))
