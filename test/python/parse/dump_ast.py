"""Prints CPython's own trees in the shape of lib/python/parse/ast.ts.

Standard input: a JSON list of sources. Standard output: a JSON list with, for each, {"tree": ...} or
{"error": {"type", "message", "line"}}. A source is compiled as well, so that what only the compiler refuses counts as
an error. A node whose place this CPython does not know, or gets wrong, has none.
"""

import ast
import json
import re
import struct
import sys
import warnings

SKIPPED = {"ctx", "kind", "type_comment", "type_ignores", "type_params", "is_async"}
# Up to 3.11 an f-string's parts have the places that they would have in a source of their own.
HAS_FSTRING_PLACES = sys.version_info >= (3, 12)


def camel_case(name):
    return re.sub("_(.)", lambda match: match.group(1).upper(), name)


def constant(value):
    name = {type(None): "None", type(...): "Ellipsis"}.get(type(value), type(value).__name__)
    if name == "int":
        return {"type": name, "value": hex(value)}
    if name in ("float", "complex"):
        number = value.imag if name == "complex" else value
        return {"type": name, "value": struct.pack(">d", number).hex()}
    if name == "bytes":
        return {"type": name, "value": value.decode("latin-1")}
    if name in ("str", "bool"):
        return {"type": name, "value": value}
    return {"type": name}


class Dumper:
    def __init__(self, source):
        self.lines = [line.encode("utf-8", "surrogatepass") for line in source.split("\n")]
        self.fstring_depth = 0

    def column(self, line, byte_offset):
        return len(self.lines[line - 1][:byte_offset].decode("utf-8", "replace"))

    def dump(self, node):
        if isinstance(node, list):
            return [self.dump(item) for item in node]
        if not isinstance(node, ast.AST):
            return node
        kind = type(node).__name__
        if kind == "Index":  # up to 3.8
            return self.dump(node.value)
        if kind == "ExtSlice":  # up to 3.8
            return {"kind": "Tuple", "elts": self.dump(node.dims)}
        if not node._fields and not isinstance(node, ast.stmt):
            return kind  # an operator
        self.fstring_depth += kind == "JoinedStr"
        fields = {"kind": kind}
        for name in node._fields:
            if name in SKIPPED:
                continue
            value = getattr(node, name, None)
            fields[camel_case(name)] = constant(value) if kind == "Constant" else self.dump(value)
        self.add_place(node, fields)
        self.fstring_depth -= kind == "JoinedStr"
        return fields

    def add_place(self, node, fields):
        if not hasattr(node, "lineno") or (self.fstring_depth and not HAS_FSTRING_PLACES):
            return
        if sys.version_info < (3, 9) and isinstance(node, (ast.Tuple, ast.Starred)):
            return  # without the parentheses of what it begins or ends with
        fields["line"] = node.lineno
        fields["column"] = self.column(node.lineno, node.col_offset)
        if isinstance(node, ast.expr):
            fields["endLine"] = node.end_lineno
            fields["endColumn"] = self.column(node.end_lineno, node.end_col_offset)


def answer(source):
    try:
        tree = ast.parse(source)
        compile(source, "<string>", "exec", dont_inherit=True)
    except SyntaxError as error:
        return {"error": {"type": type(error).__name__, "message": error.msg, "line": error.lineno}}
    except (ValueError, MemoryError, RecursionError) as error:
        return {"error": {"type": type(error).__name__, "message": str(error), "line": 0}}
    return {"tree": Dumper(source).dump(tree)}


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10000)
    sources = json.load(sys.stdin)
    json.dump([answer(source) for source in sources], sys.stdout)


main()
