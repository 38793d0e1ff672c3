import { expect, test } from "vitest";
import { NotSupported } from "../../../lib/python/not-supported";
import { parse } from "../../../lib/python/parse/parse";

/** Valid Python outside of the subset, with the construct that the error names. */
const outside: readonly (readonly [construct: string, source: string])[] = [
  ["match statement", "match x:\n  case 1:\n    pass\n"],
  ["match statement", 'match x:\n  case {"a": 1, **rest} if y: pass\n'],
  ["type statement", "type X = int\n"],
  ["type parameter list", "def f[T](x: T): pass\n"],
  ["type parameter list", "class A[T]: pass\n"],
  ["async statement", "async def f(): pass\n"],
  ["async statement", "async with x: pass\n"],
  ["async statement", "async for x in y: pass\n"],
  ["async comprehension", "x = [a async for a in b]\n"],
  ["await expression", "x = await y\n"],
  ["except*", "try:\n  pass\nexcept* E:\n  pass\n"],
  ["star import", "from x import *\n"],
  ["starred expression behind in", "for x in *a, b: pass\n"],
  ["starred expression behind in", "for x in a, *b: pass\n"],
  ["starred expression in an augmented assignment", "x += *a, b\n"],
  ["starred expression in an index", "x[*a]\n"],
  ["starred target in a comprehension", "[a for *b, c in d]\n"],
  ["starred annotation", "def f(*a: *b): pass\n"],
  ["parenthesized with items", "with (a as b, c as d): pass\n"],
  ["target of with that is not a name", "with a as b.c: pass\n"],
  ["target of with that is not a name", "with a as (b, c): pass\n"],
  ["decorator other than a name or its call", "@a[0]\ndef f(): pass\n"],
  ["decorator other than a name or its call", "@(a)\ndef f(): pass\n"],
  ["decorator other than a name or its call", "@a().b\ndef f(): pass\n"],
  ["positional-only parameter of a lambda", "lambda a, /: 0\n"],
  ["comma behind the parameters of a lambda", "lambda a,: 0\n"],
  ["named expression in a set", "{a := 1}\n"],
  ["character by name", '"\\N{BULLET}"\n'],
  ["half of a surrogate pair", '"\\ud800"\n'],
  ["double brace in a format spec", 'f"{a:{{}}}"\n'],
  ["continued line without a token", "if x:\n  \\\n  y\n"],
];

test.each(outside)("%s is outside of the subset: %s", (construct, source) => {
  expect(() => parse(source)).toThrow(NotSupported);
  expect(() => parse(source)).toThrow(
    new RegExp(
      `^${construct.replace("*", "\\*")} at line \\d+, column \\d+ \\(this simulator runs a subset of Python; .+\\)$`,
    ),
  );
});

test("the error names the place and what to write instead", () => {
  try {
    parse("x = 1\nif x:\n  match x:\n    case 1: pass\n");
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({
      construct: "match statement",
      instead: "use if and elif",
      line: 3,
      column: 2,
      message:
        "match statement at line 3, column 3 (this simulator runs a subset of Python; use if and elif)",
    });
  }
});

test("names that are words of newer statements, or of Python 2's, remain names", () => {
  const source = "match = type = case = print = _ = exec = 1\nmatch(x)\ntype[0]\nprint, case\nprint = 3\n";
  expect(parse(source).body).toHaveLength(5);
});
