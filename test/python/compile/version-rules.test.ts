import { expect, test } from "vitest";
import type { Code } from "../../../lib/dist/python/compile/code";
import { compileModule } from "../../../lib/dist/python/compile/compile";
import type { CompileRules } from "../../../lib/dist/python/compile/compile-rules";
import { listInstructions } from "../../../lib/dist/python/compile/list-instructions";
import { parse } from "../../../lib/dist/python/parse/parse";
import { profiles } from "../../../lib/dist/sim/profile/index";
import { cpythonAnswers, pythonOf } from "./compare-code";

const comprehensions = [
  "def f(y):\n    x = 3\n    return [x for x in y if x]\n",
  "def f(y):\n    return [lambda: x for x in y]\n",
  "def f(y):\n    x = 1\n    z = {x: a for x, a in y}\n    return lambda: (x, z)\n",
  "def f(y):\n    t = 1\n    return [[(lambda: a + t) for a in b] for b in y if (n := b)], n\n",
  "def f(y):\n    return {x for x in y}, [y for y in y], (z for z in y)\n",
  "def f(y):\n    def g():\n        return [y + x for x in y]\n    return g\n",
  "def f(y):\n    for x in y:\n        z = [0 for x.a in y]\n    return sum([i for i in range(3)])\n",
];

test.runIf(pythonOf("3.12") !== undefined)(
  "a comprehension in a function is made of the instructions of CPython 3.12, in the frame of the function",
  () => {
    const answers = cpythonAnswers<readonly string[]>(
      pythonOf("3.12")!,
      "instructions_312.py",
      comprehensions,
    );
    comprehensions.forEach((source, index) => {
      const [code] = innerCodes(compileFor("3.12", source));
      expect(instructionsOf(code!).sort(), source).toEqual([...answers[index]!].sort());
    });
  },
);

test("in a module or class a comprehension has slots as well from 3.12 on, and sees no name of the class", () => {
  const module = compileFor("3.12", "class A:\n    y = 1\n    z = [y for x in w]\na = [b for b in c]\n");
  expect(module.localNames).toEqual(["b"]);
  const [body] = innerCodes(module);
  expect(body!.localNames).toEqual(["x"]);
  expect(instructionsOf(body!)).toContain("LOAD_GLOBAL y");
});

test("what an inlined comprehension has put aside goes back when it raises an exception", () => {
  const [code] = innerCodes(compileFor("3.12", "def f(x):\n    return [x for x in x]\n"));
  const [entry] = code!.exceptionTable;
  const handler = listInstructions(code!).slice(entry!.target / 4, entry!.target / 4 + 5);
  expect(handler.map(({ name }) => name)).toEqual(["SWAP", "POP_TOP", "SWAP", "STORE_FAST", "RERAISE"]);
});

test("a pair of locals is stored last one first from 3.11 on, in the written order before", () => {
  const source = "def f(x, y):\n    a, b = x, y\n";
  const stores = (swaps: boolean) =>
    instructionsOf(innerCodes(compileFor("3.11", source, { swapsLocalStores: swaps }))[0]!).filter((text) =>
      /SWAP|STORE/.test(text),
    );
  expect(stores(true)).toEqual(["STORE_FAST b", "STORE_FAST a"]);
  expect(stores(false)).toEqual(["SWAP 2", "STORE_FAST a", "STORE_FAST b"]);
});

test("the formatting of a tuple by % is an f-string from 3.11 on, and makes the tuple before", () => {
  const names = (joins: boolean) =>
    instructionsOf(compileFor("3.11", "x = '%s %r' % (a, b)", { joinsPercentFormats: joins }));
  expect(names(true)).toContain("BUILD_STRING 3");
  expect(names(false)).toContain("BINARY_OP %");
});

test("in 3.8 the name of except ... as is unbound before the exception leaves the stack, later after it", () => {
  const source = "try:\n    a\nexcept E as e:\n    b\n";
  const end = (popsAfterUnbinding: boolean) => {
    const all = instructionsOf(compileFor("3.11", source, { popsAfterUnbinding }));
    return all
      .slice(all.indexOf("LOAD_NAME b"))
      .filter((text) => /POP_EXCEPT|(STORE|DELETE)_NAME/.test(text));
  };
  expect(end(true).slice(0, 3)).toEqual(["STORE_NAME e", "DELETE_NAME e", "POP_EXCEPT"]);
  expect(end(false).slice(0, 3)).toEqual(["POP_EXCEPT", "STORE_NAME e", "DELETE_NAME e"]);
});

test("names in code that cannot run are locals from 3.10 on, and are not in 3.8", () => {
  const source = "def f():\n    if 0:\n        a = 1\n    while 0:\n        c = 1\n    b = 1\n";
  const locals = (series: string) => innerCodes(compileFor(series, source))[0]!.localNames;
  expect([locals("3.8"), locals("3.10")]).toEqual([["b"], ["a", "c", "b"]]);
});

test("up to 3.10 an argument that inner functions use moves into its cell before the first line", () => {
  const [code] = innerCodes(compileFor("3.10", "def f(p):\n    return lambda: p\n"));
  const moved = ["MAKE_CELL p", "LOAD_FAST p", "STORE_DEREF p", "DELETE_FAST p", "RESUME 0"];
  expect(instructionsOf(code!).slice(0, 5)).toEqual(moved);
});

function compileFor(series: string, source: string, others: Partial<CompileRules> = {}): Code {
  const { compiler } = profiles.find((profile) => profile.version === series)!.evaluation;
  return compileModule(parse(source), { ...compiler, ...others });
}

function innerCodes(code: Code): Code[] {
  return code.constants.flatMap((constant) => (constant.kind === "code" ? [constant.code] : []));
}

/** Name and argument; jumps without their targets. */
function instructionsOf(code: Code): string[] {
  return listInstructions(code)
    .filter(({ name }) => name !== "NOP")
    .map(({ name, arg, meaning }) => [name, meaning ?? arg ?? []].flat().join(" "));
}
