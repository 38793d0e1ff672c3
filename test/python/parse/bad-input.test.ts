import { expect, test } from "vitest";
import { parse } from "../../../lib/dist/python/parse/parse";

/** What the parser says: how many statements, or the error. */
function outcome(source: string): string {
  try {
    return `${parse(source).body.length} statements`;
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

const depth = 5000;

test.each([
  ["parentheses", "(".repeat(depth) + ")".repeat(depth), "too many nested parentheses"],
  ["brackets", "[".repeat(depth) + "]".repeat(depth), "too many nested parentheses"],
  ["open braces", "{".repeat(depth), "too many nested parentheses"],
  ["f-strings", "f'{".repeat(depth) + "}'".repeat(depth), "too many nested f-strings"],
  ["minus signs", `x = ${"-".repeat(depth)}1`, "more than 250 operators"],
  ["not", `x = ${"not ".repeat(depth)}1`, "more than 250 operators"],
  ["lambdas", `${"lambda: ".repeat(depth)}1`, "more than 250 operators"],
  ["lambdas with parameters", `${"lambda a, b: ".repeat(depth)}1`, "more than 250 operators"],
  ["conditions", `${"a if b else ".repeat(depth)}1`, "more than 250 operators"],
  ["powers", `${"a ** ".repeat(depth)}1`, "more than 250 operators"],
  ["sums", `${"a + ".repeat(depth)}1`, "more than 250 operators"],
  ["attributes", `a${".b".repeat(depth)}`, "more than 250 operators"],
  ["calls", `a${"()".repeat(depth)}`, "more than 250 operators"],
  ["indexes", `a${"[0]".repeat(depth)}`, "more than 250 operators"],
  ["for in a comprehension", `[x${" for x, y in z".repeat(depth)}]`, "more than 250 operators"],
  ["operators in an f-string", `f"{${"-".repeat(depth)}1}"`, "more than 250 operators"],
  ["elif", `if a: pass\n${"elif a: pass\n".repeat(depth)}`, "more than 500 elif of one if"],
  ["blocks", blocks(depth), "too many levels of indentation"],
  ["loops", blocks(30), "too many statically nested blocks"],
])("%s in each other to any depth give an error, not an overflow", (_, source, message) => {
  expect(outcome(source)).toContain(message);
});

test("as deep as the limits allow, code parses", () => {
  expect(outcome("(".repeat(200) + ")".repeat(200))).toBe("1 statements");
  expect(outcome(`x = ${"-".repeat(250)}1`)).toBe("1 statements");
  expect(outcome(`a${".b()".repeat(100)}`)).toBe("1 statements");
  expect(outcome(`x = a${" + a".repeat(200)}, b${" + b".repeat(200)}`)).toBe("1 statements");
  expect(outcome(`if a: pass\n${"elif a: pass\n".repeat(500)}`)).toBe("1 statements");
  expect(outcome(blocks(20))).toBe("1 statements");
});

test("what is no text is refused where it begins", () => {
  expect(outcome("x = 1\n\0")).toBe("PythonSyntaxError: source code cannot contain null bytes");
  expect(outcome("\x7fELF\x02\x01\x01\0\0")).toBe("PythonSyntaxError: source code cannot contain null bytes");
  expect(outcome("\x01\x02\xff")).toBe("PythonSyntaxError: invalid non-printable character U+0001");
  expect(outcome('x = "\ud800"')).toContain("surrogates not allowed");
});

test("ends of lines, byte order mark and a missing last line end change nothing", () => {
  const tree = parse("if x:\n  y = 'a'\nelse:\n  z\n");
  expect(parse("\ufeffif x:\r\n  y = 'a'\r\nelse:\r\n  z")).toEqual(tree);
  expect(parse("if x:\r  y = 'a'\relse:\r  z\r")).toEqual(tree);
});

test("a source of nothing but white space and comments is an empty program", () => {
  for (const source of ["", " ", "\n\n", "\t", "\f", "# x", "  # x\n\t\n", "\\\n".slice(1)])
    expect(outcome(source), JSON.stringify(source)).toBe("0 statements");
});

test("10 MB in one comment, string, name or number, and 10 MB of rubbish, are answered", () => {
  const size = 10_000_000;
  expect(outcome(`#${"x".repeat(size)}`)).toBe("0 statements");
  expect(outcome(`x = "${"x".repeat(size)}"`)).toBe("1 statements");
  expect(outcome("x".repeat(size))).toBe("1 statements");
  expect(outcome("9".repeat(size))).toContain("Exceeds the limit (4300 digits)");
  expect(outcome("1_".repeat(size / 2))).toContain("invalid decimal literal");
  expect(outcome('"'.repeat(size))).toContain("unterminated triple-quoted string literal");
  expect(outcome("(".repeat(size))).toContain("too many nested parentheses");
  expect(outcome("$".repeat(size))).toBe("PythonSyntaxError: invalid syntax");
  expect(outcome("not ".repeat(size / 4))).toContain("more than 250 operators");
});

test("a program of 9 000 lines parses, and a wrong token behind it is found", () => {
  const lines = "# a\nx = 1\n\ndef f(a, b=1):\n  return [a + b, a.c(b)]\n\n".repeat(1500);
  expect(outcome(lines)).toBe("3000 statements");
  expect(() => parse(`${lines}x y\n`)).toThrow(expect.objectContaining({ line: 9001, column: 2 }));
});

test("a list of 30 000 elements parses", () => {
  expect(outcome(`x = [${"-a.b, ".repeat(30_000)}]`)).toBe("1 statements");
});

function blocks(count: number): string {
  const lines = Array.from({ length: count }, (_, level) => `${" ".repeat(level)}while x:\n`);
  return `${lines.join("")}${" ".repeat(count)}pass\n`;
}
