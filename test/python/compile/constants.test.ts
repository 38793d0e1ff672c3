import { expect, test } from "vitest";
import type { Code, ConstantValue } from "../../../lib/dist/python/compile/code";
import { compileModule } from "../../../lib/dist/python/compile/compile";
import { constantKey } from "../../../lib/dist/python/compile/constant";
import { constantText } from "../../../lib/dist/python/compile/constant-text";
import { parse } from "../../../lib/dist/python/parse/parse";
import { py311 } from "../../../lib/dist/sim/profile/py311";
import { programs, sourceOf } from "../corpus";

test("equal constants of a module are one object in all of its code objects, items of tuples as well", () => {
  const code = compile(
    "a = (1000, 'x y', (2.5,))\ndef f(): return 1000, 'x y', (2.5,)\ndef g(): return (2.5,), 1000\n",
  );
  const texts = new Map<string, ConstantValue>();
  const shared = (constant: ConstantValue): void => {
    const text = constantText(constant);
    expect(texts.get(text) ?? constant).toBe(constant);
    texts.set(text, constant);
    if (constant.kind === "tuple") for (const item of constant.items) shared(item);
    if (constant.kind === "code") for (const inner of constant.code.constants) shared(inner);
  };
  for (const constant of code.constants) shared(constant);
  expect([...texts.keys()]).toContain("(1000, 'x y', (2.5,))");
});

test("no program of the kit has two constants with the same key", () => {
  for (const program of programs) {
    const all = new Set(constantsOf(compile(sourceOf(program))));
    expect(new Set([...all].map((constant) => constantKey(constant))).size, program).toBe(all.size);
  }
});

test("1, 1.0, True, '1' and b'1' are five constants, and so are 0.0 and -0.0 two", () => {
  const text = (source: string) => compile(source).constants.map((constant) => constantText(constant));
  expect(
    text("x = 1; x = 1.0; x = True; x = '1'; x = b'1'; x = 0.0; x = -0.0; x = (1,); x = (True,)"),
  ).toEqual([...["1", "1.0", "True", "'1'", "b'1'", "0.0", "-0.0", "(1,)", "(True,)"], "None"]);
});

test("a function that stands in a final body is compiled once, however often the body is", () => {
  const code = compile("try:\n    f()\nfinally:\n    g = lambda: 1\n");
  expect(constantsOf(code).filter((constant) => constant.kind === "code")).toHaveLength(1);
});

test("what raises an exception when it runs, or is large, is left to the program", () => {
  for (const source of [
    "1 // 0",
    "'a' * 5000",
    "2 ** 200",
    "1 << 200",
    "(1, 2)[2]",
    "0 ** -1",
    "-'a'",
    "'' * 2 ** 64",
  ])
    expect(compile(`x = ${source}`).instructions.length, source).toBeGreaterThan(
      compile("x = 1").instructions.length,
    );
});

function compile(source: string): Code {
  return compileModule(parse(source), py311.evaluation.compiler);
}

function constantsOf(code: Code): ConstantValue[] {
  return code.constants.flatMap((constant) =>
    constant.kind === "code" ? [constant, ...constantsOf(constant.code)] : [constant],
  );
}
