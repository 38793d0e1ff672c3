"""Prints the instructions of the first function of sources, as CPython 3.12 compiles it, in the simulator's words.

Standard input: a JSON list of sources. Standard output: a JSON list with, for each, "NAME argument" in CPython's order;
jumps are without their targets. Instructions that 3.12 has made of two are two again; the jump over a handler, which
3.12 moves to the end, is added.
"""

import dis
import json
import sys

SIMPLE = {"CACHE", "NOP", "END_FOR", "EXTENDED_ARG"}


def argument(instruction, code):
    if instruction.opcode in dis.hasjrel:
        return []
    if instruction.opcode in dis.hasconst:
        value = instruction.argval
        return [f"<code object {value.co_name}, line {value.co_firstlineno}>" if hasattr(value, "co_name") else repr(value)]
    if instruction.opcode in dis.hasname + dis.haslocal + dis.hasfree:
        return [instruction.argval]
    if instruction.opname == "BINARY_OP":
        return [instruction.argrepr]
    return [] if instruction.arg is None else [str(instruction.arg)]


def instructions(code):
    found = []
    for instruction in dis.get_instructions(code):
        name = instruction.opname.replace("LOAD_FAST_CHECK", "LOAD_FAST")
        if name in SIMPLE:
            continue
        if name == "LOAD_GLOBAL" and instruction.arg & 1:
            found.append("PUSH_NULL")
        if name == "RETURN_CONST":
            found += ["LOAD_CONST " + repr(instruction.argval), "RETURN_VALUE"]
        else:
            found.append(" ".join([name] + argument(instruction, code)))
    return found


def without_handlers(code):
    """The jumps over the handlers that follow a comprehension in the simulator."""
    handlers = {one.target for one in dis._parse_exception_table(code)}
    return ["JUMP_FORWARD"] * len(handlers)


def function(source):
    module = compile(source, "<string>", "exec")
    return next(one for one in module.co_consts if hasattr(one, "co_code"))


print(json.dumps([instructions(function(one)) + without_handlers(function(one)) for one in json.load(sys.stdin)]))
