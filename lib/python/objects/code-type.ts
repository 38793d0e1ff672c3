/** Code objects as objects of a program. Mirrors `PyCode_Type`. */

import { incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import type { Machine } from "../run/machine";
import { type CodeObject, codeOf } from "./code-object";
import { makeInt, makeStr } from "./make-atom";
import { makeTuple } from "./make-container";
import type { NativeAttribute, NativeType } from "./native-type";
import { addressText } from "./text";

/** `CO_OPTIMIZED` and its like. */
const enum Flag {
  OPTIMIZED = 1,
  NEWLOCALS = 2,
  VARARGS = 4,
  VARKEYWORDS = 8,
  NESTED = 16,
  GENERATOR = 32,
}

export const codeType: NativeType = {
  name: "code",
  id: Static.CODE_TYPE,
  slots: { repr },
  attributes: [
    text("co_name", ({ code }) => code.name),
    text("co_qualname", ({ code }) => code.qualname),
    text("co_filename", ({ fileName }) => fileName),
    number("co_firstlineno", ({ code }) => code.firstLine),
    number("co_argcount", ({ code }) => code.argCount),
    number("co_posonlyargcount", ({ code }) => code.posOnlyArgCount),
    number("co_kwonlyargcount", ({ code }) => code.kwOnlyArgCount),
    number("co_nlocals", ({ code }) => code.localNames.length),
    number("co_stacksize", ({ code }) => code.maxStack),
    number("co_flags", flagsOf),
    names("co_varnames", ({ code }) => code.localNames),
    names("co_cellvars", ({ code }) => code.cellNames),
    names("co_freevars", ({ code }) => code.freeNames),
    names("co_names", ({ code }) => code.names),
    { name: "co_consts", get: constants },
  ],
};

function repr(m: Machine, o: number): string {
  const { code, fileName } = codeOf(m, o);
  return `<code object ${code.name} at ${addressText(m, o)}, file "${fileName}", line ${code.firstLine}>`;
}

function constants(m: Machine, o: number): number {
  const items = [...codeOf(m, o).constants];
  for (const item of items) incref(m.h, item);
  return makeTuple(m, items);
}

function flagsOf({ code }: CodeObject): number {
  const { generator, nested, optimized, varArgs, varKeywords } = code.flags;
  return (
    (optimized ? Flag.OPTIMIZED | Flag.NEWLOCALS : 0) |
    (varArgs ? Flag.VARARGS : 0) |
    (varKeywords ? Flag.VARKEYWORDS : 0) |
    (nested ? Flag.NESTED : 0) |
    (generator ? Flag.GENERATOR : 0)
  );
}

function text(name: string, of: (code: CodeObject) => string): NativeAttribute {
  return { name, get: (m, o) => makeStr(m, of(codeOf(m, o))) };
}

function number(name: string, of: (code: CodeObject) => number): NativeAttribute {
  return { name, get: (m, o) => makeInt(m, of(codeOf(m, o))) };
}

function names(name: string, of: (code: CodeObject) => readonly string[]): NativeAttribute {
  return {
    name,
    get: (m, o) =>
      makeTuple(
        m,
        of(codeOf(m, o)).map((one) => makeStr(m, one)),
      ),
  };
}
