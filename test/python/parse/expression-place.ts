/** What the generator of expressions knows about grammar. */

/** What may stand in an expression, by what stands around it. */
export interface ExpressionPlace {
  /** A function without a comprehension between. */
  readonly yields: boolean;
  /** Not in the iterable of a comprehension, nor in a comprehension of a class body. */
  readonly names: boolean;
  readonly inClass: boolean;
  /** An f-string up to CPython 3.11: no quotation marks, backslashes, comments, line ends. */
  readonly inFormat: boolean;
}

/** How tightly a form binds, as in Grammar/python.gram. */
export enum Level {
  Named = 0,
  Test = 1,
  Or = 2,
  And = 3,
  Not = 4,
  Compare = 5,
  BitOr = 6,
  BitXor = 7,
  BitAnd = 8,
  Shift = 9,
  Sum = 10,
  Term = 11,
  Factor = 12,
  Power = 13,
  Primary = 14,
  Atom = 15,
}

/** Operators of two operands by level. */
export const binary: readonly (readonly [level: Level, operators: readonly string[]])[] = [
  [Level.BitOr, ["|"]],
  [Level.BitXor, ["^"]],
  [Level.BitAnd, ["&"]],
  [Level.Shift, ["<<", ">>"]],
  [Level.Sum, ["+", "-"]],
  [Level.Term, ["*", "/", "//", "%", "@"]],
];
/** They all have one level, and chain. */
export const comparisons = ["<", ">", "==", ">=", "<=", "!=", " in ", " not in ", " is ", " is not "];
