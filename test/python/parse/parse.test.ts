import { expect, test } from "vitest";
import type { ConstantValue, Expression } from "../../../lib/python/parse/ast";
import { parse } from "../../../lib/python/parse/parse";
import { PythonSyntaxError } from "../../../lib/python/syntax-error";

/** The one expression of a source. */
function expression(source: string): Expression {
  const [statement] = parse(source).body;
  if (statement?.kind !== "Expr") throw new Error(`${source} is no expression`);
  return statement.value;
}

function constant(source: string): ConstantValue {
  const value = expression(source);
  if (value.kind !== "Constant") throw new Error(`${source} is no literal`);
  return value.value;
}

/** Operators and names with every operation in parentheses. */
function grouped(node: Expression): string {
  if (node.kind === "BoolOp") return `(${node.op} ${node.values.map(grouped).join(" ")})`;
  if (node.kind === "UnaryOp") return `(${node.op} ${grouped(node.operand)})`;
  if (node.kind === "Compare")
    return `(${[grouped(node.left), ...node.comparators.map((value, index) => `${node.ops[index]} ${grouped(value)}`)].join(" ")})`;
  if (node.kind === "BinOp") return `(${node.op} ${grouped(node.left)} ${grouped(node.right)})`;
  return node.kind === "Name" ? node.id : node.kind;
}

test.each([
  ["not a and b", "(And (Not a) b)"],
  ["a and not b or c", "(Or (And a (Not b)) c)"],
  ["not a < b and c", "(And (Not (a Lt b)) c)"],
  ["not not a or not (b or c)", "(Or (Not (Not a)) (Not (Or b c)))"],
  ["a or b and c or d", "(Or a (And b c) d)"],
  ["a < b <= c not in d is not e", "(a Lt b LtE c NotIn d IsNot e)"],
  ["(a < b) < c", "((a Lt b) Lt c)"],
  ["-a ** -b ** c", "(USub (Pow a (USub (Pow b c))))"],
  ["a - b - c * d // e", "(Sub (Sub a b) (FloorDiv (Mult c d) e))"],
])("%s means %s", (source, meaning) => {
  expect(grouped(expression(source))).toBe(meaning);
});

test("1, 1.0, True and 1j are four values", () => {
  expect(["1", "1.0", "True", "1j"].map(constant)).toEqual([
    { type: "int", value: 1n },
    { type: "float", value: 1 },
    { type: "bool", value: true },
    { type: "complex", value: 1 },
  ]);
});

test("an int has every digit, in any base", () => {
  expect(constant("123456789_012345678_901234567890")).toEqual({
    type: "int",
    value: 123456789012345678901234567890n,
  });
  expect([constant("0xFF_ff"), constant("0o17"), constant("0B1_01"), constant("00")]).toEqual(
    [65535n, 15n, 5n, 0n].map((value) => ({ type: "int", value })),
  );
});

test("escapes are decoded, unknown ones kept, raw ones left alone", () => {
  expect(
    constant(String.raw`"\x41\101\u00e9\U0001F600\n\q\
end"`),
  ).toEqual({ type: "str", value: "AAé😀\n\\qend" });
  expect(constant(String.raw`r"\x41\""`)).toEqual({ type: "str", value: '\\x41\\"' });
  expect(constant(String.raw`b"\xff\u1234\377"`)).toEqual({
    type: "bytes",
    value: "\xff\\u1234\xff",
  });
});

test("literals side by side are one, f-strings among them too", () => {
  expect(constant(`"a" 'b' """c"""`)).toEqual({ type: "str", value: "abc" });
  expect(expression(`"a" f"{b}" "c" "d"`)).toMatchObject({
    kind: "JoinedStr",
    values: [
      { kind: "Constant", value: { type: "str", value: "a" } },
      { kind: "FormattedValue", value: { kind: "Name", id: "b" } },
      { kind: "Constant", value: { type: "str", value: "cd" } },
    ],
  });
});

test("f-strings have conversions, nested specs and their own text", () => {
  expect(expression(`f"{{{a!r:>{w}}}}{b = }{c:=5}"`)).toMatchObject({
    values: [
      { value: { value: "{" } },
      {
        conversion: 114,
        formatSpec: {
          values: [{ value: { value: ">" } }, { value: { kind: "Name", id: "w" } }],
        },
      },
      { value: { value: "}b = " } },
      { conversion: 114, formatSpec: null },
      { conversion: -1, formatSpec: { values: [{ value: { value: "=5" } }] } },
    ],
  });
});

test("identifiers are compared in normal form NFKC", () => {
  expect(expression("ﬁ")).toMatchObject({ kind: "Name", id: "fi" });
  expect(expression("𝐱.ª")).toMatchObject({ value: { id: "x" }, attr: "a" });
});

test("columns count characters, not the halves of surrogate pairs", () => {
  expect(expression("'😀'.b + 𝐱")).toMatchObject({
    left: { column: 0, endColumn: 5 },
    right: { column: 8, endColumn: 9 },
  });
});

test("yield needs no operand, in a statement or an expression", () => {
  const [definition] = parse("def f():\n  yield # a\n  x = yield\n  g((yield), [(yield\n)])\n").body;
  expect(definition).toMatchObject({
    body: [
      { value: { kind: "Yield", value: null, column: 2, endColumn: 7 } },
      { value: { kind: "Yield", value: null } },
      { value: { args: [{ kind: "Yield" }, { elts: [{ kind: "Yield" }] }] } },
    ],
  });
});

test("a form feed begins the margin anew", () => {
  expect(parse("if x:\n    y\n\f    z\n  \f\nw\n").body).toHaveLength(2);
});

test("a syntax error carries file, line, column and the line's text", () => {
  expect(() => parse("x = 1\n  é = 2 $ 3\n", "a.py")).toThrow(PythonSyntaxError);
  expect(() => parse("x = 1\né = 2 $ 3\n", "a.py")).toThrow(
    expect.objectContaining({
      type: "SyntaxError",
      message: "invalid syntax",
      file: "a.py",
      line: 2,
      column: 6,
      text: "é = 2 $ 3",
    }),
  );
});
