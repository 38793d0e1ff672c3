/** CPython 3.11's messages for mistakes in one kind of statement. Mirrors the `invalid_` rules of Grammar/python.gram. */

import { beginsValue, endsValue, type Mistake } from "./mistake";

/** One kind of mistake: CPython's message, or null when it is another. */
export type Rule = (mistake: Mistake) => string | null;

/** The first that knows a mistake decides. */
export const statementRules: readonly Rule[] = [
  legacyStatement,
  missingParameters,
  missingColon,
  parameterDefault,
  parenthesizedParameter,
  starredDelete,
  exceptionTypes,
  withTarget,
];

/** `print "x"` */
function legacyStatement({ line, next, level }: Mistake): string | null {
  const [first] = line;
  if (line.length !== 1 || level.bracket !== "" || !beginsValue(next)) return null;
  return first!.text === "print" || first!.text === "exec"
    ? `Missing parentheses in call to '${first!.text}'. Did you mean ${first!.text}(...)?`
    : null;
}

/** `def f:` */
function missingParameters({ line, level }: Mistake): string | null {
  return line[0]?.text === "def" && line.length === 2 && level.bracket === "" ? "expected '('" : null;
}

/** `if x` without a colon; behind `else`, `try`, `finally` and parameters whatever follows. */
function missingColon({ line, next, last, level }: Mistake): string | null {
  const head = line[0]?.text ?? "";
  if (level.bracket !== "" || line.some((item) => item.text === ":")) return null;
  if (line.length === 1) {
    if (["else", "try", "finally"].includes(head)) return "expected ':'";
    return head === "except" && next.text === "" ? "expected ':'" : null;
  }
  if (head === "def" && (last?.text === "()" || last?.text === "->")) return "expected ':'";
  const isComplete = head !== "for" || line.some((item) => item.text === "in");
  return next.text === "" && endsValue(last) && isComplete && compound.has(head) ? "expected ':'" : null;
}

const compound = new Set(["if", "elif", "while", "for", "with", "except", "class", "def"]);

/** `def f(*a=1)` */
function parameterDefault({ line, next, last, level }: Mistake): string | null {
  if (line[0]?.text !== "def" || level.bracket !== "(" || next.text !== "=" || last?.type !== "name")
    return null;
  const star = level.items.at(-2)?.text;
  if (star === "*") return "var-positional argument cannot have default value";
  return star === "**" ? "var-keyword argument cannot have default value" : null;
}

/** `def f((a, b))` */
function parenthesizedParameter({ line, next, last, level }: Mistake): string | null {
  const isParameter = line[0]?.text === "def" && line.length === 2 && level.bracket === "(";
  return isParameter && next.text === "(" && (last === undefined || last.text === ",")
    ? "Function parameters cannot be parenthesized"
    : null;
}

/** `del *a` */
function starredDelete({ line, next, last }: Mistake): string | null {
  const isTarget = line[0]?.text === "del" && (last?.text === "del" || last?.text === ",");
  return isTarget && next.text === "*" ? "cannot delete starred" : null;
}

/** `except A, B as c` */
function exceptionTypes({ line, next }: Mistake): string | null {
  const isList = line[0]?.text === "except" && line.some((item) => item.text === ",");
  return isList && (next.text === "as" || next.text === ",")
    ? "multiple exception types must be parenthesized"
    : null;
}

/** `with x as 1` */
function withTarget({ line, next, last, level }: Mistake): string | null {
  if (line[0]?.text !== "with" || level.bracket !== "") return null;
  const isLiteral = next.type === "number" || next.type === "string";
  return last?.text === "as" && isLiteral ? "cannot assign to literal" : null;
}
