/** CPython 3.11's messages for common mistakes. Mirrors the `invalid_` rules of Grammar/python.gram. */

import { beginsValue, endsValue, type Item, lastIndexOf, type Mistake } from "./mistake";
import { type Rule, statementRules } from "./statement-mistakes";

const rules: readonly Rule[] = [
  ...statementRules,
  yieldTarget,
  comprehensionTarget,
  dictEntry,
  doubleStar,
  keywordArgument,
  equalsForCompare,
  missingElse,
  missingComma,
];

/** The message of the first rule that knows the mistake. */
export function mistakeMessage(mistake: Mistake): string {
  for (const rule of rules) {
    const message = rule(mistake);
    if (message !== null) return message;
  }
  return "invalid syntax";
}

/** `yield = 3` */
function yieldTarget({ line, next, level }: Mistake): string | null {
  if (level.bracket !== "" || next.text !== "=") return null;
  const values = line.slice(lastIndexOf(line, "=") + 1);
  return values[0]?.text === "yield" ? "assignment to yield expression not possible" : null;
}

/** `[x, y for x in z]` */
function comprehensionTarget({ next, level }: Mistake): string | null {
  const isList = next.text === "for" && (level.bracket === "[" || level.bracket === "{");
  return isList && level.items.some((item) => item.text === ",")
    ? "did you forget parentheses around the comprehension target?"
    : null;
}

/** `{1: 2, 3}`, `{1:}`, `{1: *a}` */
function dictEntry({ next, last, level }: Mistake): string | null {
  const colon = lastIndexOf(level.items, ":");
  if (level.bracket !== "{" || colon < 0) return null;
  const ends = next.text === "}" || next.text === ",";
  if (last?.text === ":" && ends) return "expression expected after dictionary key and ':'";
  if (last?.text === ":" && next.text === "*") return "cannot use a starred expression in a dictionary value";
  const comma = lastIndexOf(level.items, ",");
  return ends && comma > colon && endsValue(last) ? "':' expected after dictionary key" : null;
}

/** `(**a)` */
function doubleStar({ next, last, level }: Mistake): string | null {
  const isGroup = level.bracket === "(" && !level.follows && last === undefined;
  return isGroup && next.text === "**" ? "cannot use double starred expression here" : null;
}

/** `f(a.b=1)` */
function keywordArgument({ next, level }: Mistake): string | null {
  if (next.text !== "=" || level.bracket !== "(" || !level.follows) return null;
  const argument = lastOf(level.items, ",");
  const [first] = argument;
  if (argument.length === 1 && /^(True|False|None)$/.test(first!.text))
    return `cannot assign to ${first!.text}`;
  if (!endsValue(argument.at(-1)) || (argument.length === 1 && first!.type === "name")) return null;
  return argument.some((item) => /^(:=|=|for)$/.test(item.text))
    ? null
    : 'expression cannot contain assignment, perhaps you meant "=="?';
}

/** `if x = 3`, `(x.y = 1)` */
function equalsForCompare({ next, last, level, line }: Mistake): string | null {
  const head = line[0]?.text ?? "";
  const inTest =
    level.bracket === "" ? /^(if|elif|while)$/.test(head) : level.bracket !== "{" && !level.follows;
  if (next.text !== "=" || !inTest || last === undefined || !endsValue(last)) return null;
  const boundary = [...level.items].reverse().findIndex((item) => isBoundary(item));
  const operand = boundary < 0 ? level.items : level.items.slice(level.items.length - boundary);
  if (operand.length === 1 && last.type === "name")
    return /^(True|False|None)$/.test(last.text)
      ? `cannot assign to ${last.text}`
      : "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
  const kind = operandKind(operand);
  return kind === null ? null : `cannot assign to ${kind} here. Maybe you meant '==' instead of '='?`;
}

function operandKind(operand: readonly Item[]): string | null {
  const last = operand.at(-1)!;
  if (operand.some((item) => item.type === "op" && item.text !== ".")) return null;
  if (operand.length === 1) return last.type === "number" || last.type === "string" ? "literal" : null;
  if (last.type === "name") return "attribute";
  if (last.text === "()") return "function call";
  return last.text === "[]" ? "subscript" : null;
}

function isBoundary({ text }: Item): boolean {
  return /^(if|elif|while|,|:|:=|and|or|not|else|in|lambda)$/.test(text);
}

/** `x if y` */
function missingElse({ next, level, line }: Mistake): string | null {
  const { items } = level;
  const at = lastIndexOf(items, "if");
  const isHead = level.bracket === "" && at === 0;
  if (at < 1 || isHead || line[0]?.text === "case" || next.text === ":" || next.text === "else") return null;
  const isOpen = !items.slice(at).some((item) => /^(else|:|,|;)$/.test(item.text));
  const inComprehension = items.slice(0, at).some((item) => item.text === "for");
  return isOpen && !inComprehension && endsValue(items[at - 1]) && endsValue(items.at(-1))
    ? "expected 'else' after 'if' expression"
    : null;
}

/** `(a b)` */
function missingComma({ next, last, level }: Mistake): string | null {
  if (level.bracket === "" || !endsValue(last) || !beginsValue(next)) return null;
  // A string behind a name looks like a prefix that does not exist.
  return last!.type === "name" && next.type === "string"
    ? null
    : "invalid syntax. Perhaps you forgot a comma?";
}

function lastOf(items: readonly Item[], separator: string): readonly Item[] {
  return items.slice(lastIndexOf(items, separator) + 1);
}
