"""Prints what this CPython 3.11 compiles sources to, in the simulator's instructions.

Standard input: a JSON list of sources. Standard output: a JSON list with, for each, its code objects: the module's
first, then those among its constants, each followed by its own. CACHE, PRECALL, EXTENDED_ARG and NOP are left out, what
the simulator writes in another way is written in that way, and jumps count what is left.
"""

import dis
import json
import sys
import warnings

CODE = type((lambda: None).__code__)
LEFT_OUT = {"NOP", "CACHE", "PRECALL", "EXTENDED_ARG"}


def constant(value):
    if isinstance(value, tuple):
        return "(" + ", ".join(map(constant, value)) + ("," if len(value) == 1 else "") + ")"
    if isinstance(value, frozenset):
        return "frozenset({" + ", ".join(sorted(map(constant, value))) + "})"
    if isinstance(value, CODE):
        return f"<code object {value.co_name}, line {value.co_firstlineno}>"
    return repr(value)


def name(instruction):
    opname = instruction.opname
    if opname == "JUMP_BACKWARD_NO_INTERRUPT":
        return "JUMP_FORWARD"
    return opname.replace("POP_JUMP_FORWARD_", "POP_JUMP_")


def operand(instruction, code):
    opcode = instruction.opcode
    if instruction.opname == "KW_NAMES":
        return constant(code.co_consts[instruction.arg])
    if opcode in dis.hasconst:
        return constant(instruction.argval)
    if opcode in dis.hasjrel or opcode in dis.hasjabs:
        return ("to", instruction.argval)
    if opcode in dis.hasname or opcode in dis.haslocal or opcode in dis.hasfree:
        return instruction.argval
    if instruction.opname in ("BINARY_OP", "COMPARE_OP"):
        return instruction.argrepr
    return "" if instruction.arg is None else str(instruction.arg)


def instructions(code):
    found = []
    offsets = []
    for instruction in dis.get_instructions(code):
        line = instruction.positions.lineno
        if instruction.opname in LEFT_OUT:
            continue
        if instruction.opname == "LOAD_GLOBAL" and instruction.arg & 1:
            found.append(["PUSH_NULL", "", "any"])
            offsets.append(instruction.offset)
        if instruction.opname.startswith("POP_JUMP_BACKWARD_IF_"):
            spread_jump(found, offsets, instruction, line)
        elif instruction.opname == "BUILD_CONST_KEY_MAP":
            spread_keys(found, offsets, instruction.arg, line)
        else:
            found.append([name(instruction), operand(instruction, code), line])
            offsets.append(instruction.offset)
    for one in found:
        if isinstance(one[1], tuple):
            one[1] = "to " + str(index_of(one[1][1], offsets))
    return found, offsets


def spread_jump(found, offsets, instruction, line):
    """A conditional jump back: the opposite jump over a jump back."""
    condition = instruction.opname[len("POP_JUMP_BACKWARD_IF_") :]
    opposite = {"TRUE": "FALSE", "FALSE": "TRUE", "NONE": "NOT_NONE", "NOT_NONE": "NONE"}[condition]
    found.append(["POP_JUMP_IF_" + opposite, ("to", instruction.offset + 2), line])
    found.append(["JUMP_BACKWARD", ("to", instruction.argval), line])
    offsets.extend([instruction.offset, instruction.offset])


class JumpInValue(Exception):
    """Where a value begins is not known when it jumps."""


def spread_keys(found, offsets, size, line):
    """LOAD_CONST keys, BUILD_CONST_KEY_MAP: each key before its value, BUILD_MAP."""
    keys = eval(found.pop()[1])
    offset = offsets.pop()
    at = len(found)
    for key in reversed(keys):
        depth = 0
        while depth < 1:
            at -= 1
            depth += effect(found[at])
        if any(isinstance(one[1], tuple) and offsets[at] < one[1][1] <= offset for one in found[:at]):
            raise JumpInValue
        found.insert(at, ["LOAD_CONST", repr(key), "any"])
        offsets.insert(at, offsets[at])
    found.append(["BUILD_MAP", str(size), line])
    offsets.append(offset)


def builds_from_keys(code):
    """BUILD_MAP has the keys on the stack as well."""
    return any(one.opname == "BUILD_CONST_KEY_MAP" for one in dis.get_instructions(code))


def effect(one):
    if isinstance(one[1], tuple):
        raise JumpInValue
    if one[0] in ("LOAD_CONST", "LOAD_GLOBAL"):
        return 1
    if one[0] == "CALL":
        return -1 - int(one[1])
    argument = int(one[1]) if one[1].isdigit() else 0
    opcode = dis.opmap[one[0]]
    return dis.stack_effect(opcode, argument if opcode >= dis.HAVE_ARGUMENT else None)


def index_of(offset, offsets):
    return sum(1 for other in offsets if other < offset)


def exception_table(code, offsets):
    entries = []
    for one in dis._parse_exception_table(code):
        start, end, target = (index_of(offset, offsets) for offset in (one.start, one.end, one.target))
        if start < end:
            entries.append(f"{start} to {end} -> {target} [{one.depth}]{' lasti' if one.lasti else ''}")
    return entries


def describe(code):
    try:
        found, offsets = instructions(code)
    except JumpInValue:
        found, offsets = None, []
    return {
        "name": code.co_name,
        "qualname": code.co_qualname,
        "line": code.co_firstlineno,
        "arguments": [code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount],
        "flags": [bool(code.co_flags & bit) for bit in (0x04, 0x08, 0x20, 0x01, 0x10)],
        "locals": code.co_varnames,
        "cells": sorted(code.co_cellvars),
        "free": code.co_freevars,
        "names": code.co_names,
        "stack": None if builds_from_keys(code) else code.co_stacksize,
        "instructions": found,
        "table": None if found is None else exception_table(code, offsets),
    }


def with_inner(code):
    inner = [one for one in code.co_consts if isinstance(one, type(code))]
    return [describe(code)] + [found for one in inner for found in with_inner(one)]


def main():
    warnings.simplefilter("ignore")
    sources = json.load(sys.stdin)
    print(json.dumps([with_inner(compile(source, "<string>", "exec")) for source in sources]))


main()
