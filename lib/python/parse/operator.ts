/** Names of arithmetic and bit operators. Mirrors the operator classes of Parser/Python.asdl. */

import type { BinaryOperator, UnaryOperator } from "./ast";

/** By the operator's text; without the "=" of an augmented assignment. */
export const binaryOperators: Readonly<Record<string, BinaryOperator>> = {
  "+": "Add",
  "-": "Sub",
  "*": "Mult",
  "@": "MatMult",
  "/": "Div",
  "%": "Mod",
  "**": "Pow",
  "<<": "LShift",
  ">>": "RShift",
  "|": "BitOr",
  "^": "BitXor",
  "&": "BitAnd",
  "//": "FloorDiv",
};

/** By the operator's text; `not` is read elsewhere. */
export const unaryOperators: Readonly<Record<string, UnaryOperator>> = {
  "~": "Invert",
  "+": "UAdd",
  "-": "USub",
};
