/** The names of special methods, and the operations that they stand for. Mirrors `slotdefs` in `Objects/typeobject.c`. */

import { BinaryOp, CompareOp } from "../compile/opcode";
import type { UnaryOp } from "./native-type";

/** `__lt__`, `__le__`, ... by {@link CompareOp}. */
export const compareNames: readonly string[] = ["__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"];

/** The same comparison with its operands exchanged. */
export const swappedCompare: readonly CompareOp[] = [
  CompareOp.GT,
  CompareOp.GE,
  CompareOp.EQ,
  CompareOp.NE,
  CompareOp.LT,
  CompareOp.LE,
];

/** What stands between the underscores, by {@link BinaryOp}: `__add__`, `__radd__`, `__iadd__`. */
export const binaryNames: readonly string[] = [
  "add",
  "sub",
  "mul",
  "truediv",
  "floordiv",
  "mod",
  "pow",
  "and",
  "or",
  "xor",
  "lshift",
  "rshift",
];

/** Of the unary operators. */
export const unaryNames: Readonly<Record<UnaryOp, string>> = {
  "+": "__pos__",
  "-": "__neg__",
  "~": "__invert__",
};

/** What built-in types with a `binary` slot show of it; reflected: has it the `__r...__` forms too; in place: `__i...__`. */
export interface ShownOperators {
  readonly plain: readonly BinaryOp[];
  readonly reflected?: readonly BinaryOp[];
  readonly inPlace?: readonly BinaryOp[];
}

const arithmetic: readonly BinaryOp[] = [
  BinaryOp.ADD,
  BinaryOp.SUBTRACT,
  BinaryOp.MULTIPLY,
  BinaryOp.TRUE_DIVIDE,
  BinaryOp.FLOOR_DIVIDE,
  BinaryOp.REMAINDER,
  BinaryOp.POWER,
];
const bitwise: readonly BinaryOp[] = [BinaryOp.AND, BinaryOp.OR, BinaryOp.XOR];
const integer: readonly BinaryOp[] = [...arithmetic, ...bitwise, BinaryOp.LSHIFT, BinaryOp.RSHIFT];
const sets: readonly BinaryOp[] = [BinaryOp.SUBTRACT, ...bitwise];
const sequence: readonly BinaryOp[] = [BinaryOp.ADD, BinaryOp.MULTIPLY];

/** By the name of the type. */
export const shownOperators: Readonly<Record<string, ShownOperators>> = {
  int: { plain: integer, reflected: integer },
  bool: { plain: bitwise, reflected: bitwise },
  float: { plain: arithmetic, reflected: arithmetic },
  str: {
    plain: [...sequence, BinaryOp.REMAINDER],
    reflected: [BinaryOp.MULTIPLY, BinaryOp.REMAINDER],
  },
  bytes: { plain: sequence, reflected: [BinaryOp.MULTIPLY] },
  tuple: { plain: sequence, reflected: [BinaryOp.MULTIPLY] },
  list: { plain: sequence, reflected: [BinaryOp.MULTIPLY], inPlace: sequence },
  set: { plain: sets, reflected: sets, inPlace: sets },
  frozenset: { plain: sets, reflected: sets },
  dict: { plain: [BinaryOp.OR], reflected: [BinaryOp.OR], inPlace: [BinaryOp.OR] },
};
