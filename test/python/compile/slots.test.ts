import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Code } from "../../../lib/dist/python/compile/code";
import { compileModule } from "../../../lib/dist/python/compile/compile";
import type { Module } from "../../../lib/dist/python/parse/ast";
import { parse } from "../../../lib/dist/python/parse/parse";
import { profiles } from "../../../lib/dist/sim/profile/index";
import { programs, sourceOf } from "../corpus";
import { cpythonAnswers, pythonOf } from "./compare-code";

/** Name, line, locals, cells, free variables. */
type Slots = readonly [string, number, readonly string[], readonly string[], readonly string[]];

const corpus = fileURLToPath(new URL("corpus", import.meta.url));
/** Each is parsed once, for all versions. */
const sources = [
  ...programs.map((program) => sourceOf(program)),
  ...readdirSync(corpus).map((file) => readFileSync(`${corpus}/${file}`, "utf8")),
];
const modules = sources.map((source) => parse(source));

describe.each(["3.8", "3.10", "3.11", "3.12", "3.13"])("CPython %s", (series) => {
  const python = pythonOf(series);

  test.runIf(python !== undefined)(
    "gives a function the same slots: parameters, other locals in order of appearance, cells, free variables",
    () => {
      const answers = cpythonAnswers<readonly Slots[]>(python!, "slots.py", sources);
      sources.forEach((source, index) => {
        expect(sorted(slotsOf(modules[index]!, series)), source).toEqual(sorted(answers[index]!));
      });
    },
  );
});

test("a parameter that an inner function uses has one slot with its cell from 3.11 on, and two before", () => {
  const source = "def f(a, p):\n    c = 1\n    return lambda: (p, c)\n";
  const slots = (series: string) => functionsOf(parse(source), series)[0]!;
  expect(slots("3.11")).toMatchObject({ cellNames: ["c", "p"], cellSlots: [2, 1], slotCount: 3 });
  expect(slots("3.10")).toMatchObject({ cellNames: ["c", "p"], cellSlots: [2, 3], slotCount: 4 });
});

function functionsOf(module: Module, series: string): Code[] {
  const rules = profiles.find((profile) => profile.version === series)!.evaluation.compiler;
  return optimized(compileModule(module, rules));
}

function optimized(code: Code): Code[] {
  const inner = code.constants.flatMap((constant) => (constant.kind === "code" ? [constant.code] : []));
  return [...(code.flags.optimized ? [code] : []), ...inner.flatMap(optimized)];
}

function slotsOf(module: Module, series: string): Slots[] {
  return functionsOf(module, series).map(({ name, firstLine, localNames, cellNames, freeNames }) => [
    name,
    firstLine,
    localNames,
    cellNames,
    freeNames,
  ]);
}

/** Versions make the constants of a code object in different orders. */
function sorted(slots: readonly Slots[]): string[] {
  return slots.map((one) => JSON.stringify(one)).sort();
}
