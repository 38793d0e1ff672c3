/** Valid Python that Lezer 1.1.19 has no rule for, told by the token at which it stops. */

import { beginsValue, endsValue, lastIndexOf, type Mistake } from "./mistake";

/** What was meant, as far as the tokens can tell, and what to write in its place. */
export interface LezerLimit {
  readonly construct: string;
  readonly instead: string;
}

type Rule = (mistake: Mistake) => boolean;

const parenthesize = "put a tuple in parentheses";

const limits: readonly (readonly [rule: Rule, construct: string, instead: string])[] = [
  [starredIterable, "starred expression behind in", parenthesize],
  [starredUpdate, "starred expression in an augmented assignment", parenthesize],
  [starredIndex, "starred expression in an index", parenthesize],
  [starredLoopTarget, "starred target in a comprehension", "unpack the element in a for statement"],
  [starredAnnotation, "starred annotation", "leave the star out"],
  [itemsInParentheses, "parenthesized with items", "leave the parentheses out"],
  [withTarget, "target of with that is not a name", "bind a name and assign it in the block"],
  [decorator, "decorator other than a name or its call", "assign it to a name and use that"],
  [lambdaSlash, "positional-only parameter of a lambda", "define the function with def"],
  [lambdaComma, "comma behind the parameters of a lambda", "leave the comma out"],
  [matchClause, "match statement", "use if and elif"],
  [namedElement, "named expression in a set", "put it in parentheses"],
];

/** @returns Null when the mistake is none of them: then the source is invalid. */
export function lezerLimit(mistake: Mistake): LezerLimit | null {
  for (const [rule, construct, instead] of limits) if (rule(mistake)) return { construct, instead };
  return null;
}

/** `for x in *a, b:` */
function starredIterable({ line, next, last, level }: Mistake): boolean {
  const isFor = line[0]?.text === "for" && line.some((item) => item.text === "in");
  return isFor && level.bracket === "" && next.text === "*" && /^(in|,)$/.test(last?.text ?? "");
}

/** `x += *a, b` */
function starredUpdate({ line, next, level }: Mistake): boolean {
  return level.bracket === "" && next.text === "*" && line.some((item) => /^[^=!<>:]+=$/.test(item.text));
}

/** `x[*a]` */
function starredIndex({ next, last, level }: Mistake): boolean {
  const begins = last === undefined || last.text === ",";
  return level.bracket === "[" && level.follows && begins && next.text === "*";
}

/** `[x for *a, b in c]` */
function starredLoopTarget({ next, level }: Mistake): boolean {
  const at = lastIndexOf(level.items, "for");
  const inTargets = at >= 0 && !level.items.slice(at).some((item) => item.text === "in");
  return level.bracket !== "" && inTargets && next.text === "*";
}

/** `def f(*args: *Ts)` */
function starredAnnotation({ line, next, last, level }: Mistake): boolean {
  const before = level.items.at(-3)?.text;
  return line[0]?.text === "def" && before === "*" && last?.text === ":" && next.text === "*";
}

/** `with (a as b, c as d):` */
function itemsInParentheses({ line, next, last, level }: Mistake): boolean {
  const isFirst = line[0]?.text === "with" && line.length === 1;
  return isFirst && level.bracket === "(" && next.text === "as" && endsValue(last);
}

/** `with a as b.c:`, `with a as (b, c):` */
function withTarget({ line, next, last, level }: Mistake): boolean {
  if (line[0]?.text !== "with" || level.bracket !== "") return false;
  if (last?.text === "as") return next.text === "(" || next.text === "[";
  return line.at(-2)?.text === "as" && last?.type === "name" && /^[.[(]$/.test(next.text);
}

/** `@a[0]`, `@(a)`, `@a().b` */
function decorator({ line, next, last, level }: Mistake): boolean {
  if (line[0]?.text !== "@" || level.bracket !== "") return false;
  if (last?.text === "@")
    return /^([([{~+-]|\.\.\.)$/.test(next.text) || beginsValue(next) || next.text === "not";
  return endsValue(last) && /^([.[(*/%@+&|^<>-]|and|or|if|in|is|not)/.test(next.text) && !beginsValue(next);
}

/** `lambda a, /: 0` */
function lambdaSlash({ next, last, level }: Mistake): boolean {
  return next.text === "/" && last?.text === "," && inLambdaParameters(level.items);
}

/** `lambda a,: 0` */
function lambdaComma({ next, last, level }: Mistake): boolean {
  return next.text === ":" && last?.text === "," && inLambdaParameters(level.items);
}

function inLambdaParameters(items: Mistake["level"]["items"]): boolean {
  const at = lastIndexOf(items, "lambda");
  return at >= 0 && !items.slice(at).some((item) => item.text === ":");
}

/** `{a := 1}` */
function namedElement({ next, last, level }: Mistake): boolean {
  const isSet = level.bracket === "{" && !level.items.some((item) => item.text === ":");
  return isSet && next.text === ":=" && last?.type === "name" && endsValue(last);
}

/** `match x:`, `case 1:` with a form that Lezer does not know. */
function matchClause({ line, level }: Mistake): boolean {
  const [first, second] = line;
  if (first?.text !== "match" && first?.text !== "case") return false;
  return second !== undefined ? beginsValue(second) : level.bracket !== "";
}
