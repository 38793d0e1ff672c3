import { expect, test } from "vitest";
import { runPython } from "../../../lib/dist/python/python";

test.each([
  ["2 ** x ** 9"],
  ["x ** x ** x"],
  ["1 << x ** 11"],
  ["'ab' * x ** 11"],
  ["b'ab' * x ** 11"],
  ["format(x, '999999999')"],
  ["format(1.5, '.1999999999f')"],
  ["'a'.ljust(x ** 12)"],
])("%s is a MemoryError, and does not take for ever", (expression) => {
  expect(errorOf(expression)).toBe("MemoryError");
});

test("an int of more than 4300 digits is not shown", () => {
  expect(errorOf("str(x ** 4300)")).toMatch(/^ValueError: Exceeds the limit \(4300 digits\)/);
});

test("a list that holds itself for 2,000 levels ends its comparison with a RecursionError", () => {
  const program = `
def nest():
    inner = outer = []
    for _ in range(2000):
        outer = [outer]
    return outer
`;
  expect(errorOf("nest() == nest()", program)).toMatch(/^RecursionError/);
});

function errorOf(expression: string, before = ""): string {
  let errors = "";
  runPython(`${before}\nx = 10\nprint(${expression})\n`, {
    profile: "3.11",
    write: () => {},
    writeError: (text) => {
      errors += text;
    },
  });
  return errors.trimEnd().split("\n").at(-1) ?? "";
}
