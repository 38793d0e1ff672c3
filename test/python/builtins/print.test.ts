import { expect, test } from "vitest";
import { linesOf, run } from "./output-of";

test("print writes its arguments with sep between them and end behind them", () => {
  expect(run('print(1, "a", None, sep="-", end="|"); print(); print(2, sep=None, end=None)').out).toBe(
    "1-a-None|\n2\n",
  );
});

test("print to an object calls its write method once for each piece", () => {
  const source = `
class Out:
    def __init__(self): self.pieces = []
    def write(self, text): self.pieces.append(text)
out = Out()
print("a", 1, file=out)
print(out.pieces)
`;
  expect(linesOf(source)).toEqual(["['a', ' ', '1', '\\n']"]);
});

test("what takes the place of sys.stdout gets what is printed", () => {
  const source = `
import sys
class Out:
    def write(self, text): sys.stderr.write("<" + text + ">")
sys.stdout = Out()
print("x")
sys.stdout = sys.__stdout__
print("y")
`;
  expect(run(source)).toMatchObject({ out: "y\n", errors: "<x><\n>" });
});

test("a __str__ that prints does so between the pieces", () => {
  const source = `
class Loud:
    def __str__(self):
        print("[", end="")
        return "loud"
print("a", Loud())
`;
  expect(linesOf(source)).toEqual(["a [loud"]);
});

test.each([
  ["3.12", "'foo' is an invalid keyword argument for print()"],
  ["3.13", "print() got an unexpected keyword argument 'foo'"],
])("print refuses a keyword that it does not know, in the words of %s", (profile, message) => {
  expect(run("print(foo=1)", profile).errors).toContain(`TypeError: ${message}\n`);
});

test("a function that the simulator does not have says so and what to do instead", () => {
  expect(run("input()").errors).toContain(
    "NotImplementedError: the simulator does not have input(): a program here has no standard input\n",
  );
});
