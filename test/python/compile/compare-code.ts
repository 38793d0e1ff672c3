/** Compares our code objects with those of a real CPython 3.11. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findPythons, type PythonFound } from "../../../lib/dist/cpython/find-python";
import type { Code } from "../../../lib/dist/python/compile/code";
import { compileModule } from "../../../lib/dist/python/compile/compile";
import { listInstructions } from "../../../lib/dist/python/compile/list-instructions";
import { WORDS_PER_INSTRUCTION } from "../../../lib/dist/python/compile/opcode";
import { parse } from "../../../lib/dist/python/parse/parse";
import { py311 } from "../../../lib/dist/sim/profile/py311";

/** Name, argument, source line; null for an instruction without one, "any" for one that we make of several. */
type Instruction = readonly [string, string, number | "any" | null];

/** A code object as compiled.py prints it. */
export interface Compiled {
  readonly name: string;
  readonly qualname: string;
  readonly line: number;
  readonly arguments: readonly number[];
  /** Varargs, varkeywords, generator, optimized, nested. */
  readonly flags: readonly boolean[];
  readonly locals: readonly string[];
  readonly cells: readonly string[];
  readonly free: readonly string[];
  /** `co_stacksize`; null where we need more than CPython. */
  readonly stack: number | null;
  /** Null where CPython's cannot be written in our way: a dict with constant keys, and jumps in the values. */
  readonly instructions: readonly Instruction[] | null;
  readonly table: readonly string[] | null;
}

/** The newest CPython of a version line; undefined when this machine has none. */
export function pythonOf(series: string): PythonFound | undefined {
  return findPythons()
    .filter((python) => python.series === series)
    .at(-1);
}

/** What CPython makes of each source, in one run. @param script - A file beside this one. */
export function cpythonAnswers<Answer>(
  python: PythonFound,
  script: string,
  sources: readonly string[],
): readonly Answer[] {
  const run = spawnSync(python.path, ["-I", "-S", fileURLToPath(new URL(script, import.meta.url))], {
    input: JSON.stringify(sources),
    encoding: "utf8",
    maxBuffer: 1024 * 1024 * 1024,
    timeout: 600_000,
    windowsHide: true,
  });
  if (run.status !== 0)
    throw new Error(`${script} failed on ${python.path}: ${run.error?.message ?? run.stderr}`);
  return JSON.parse(run.stdout) as Answer[];
}

/** The first difference between what we and CPython 3.11 make of each source, for people. */
export function differences(python: PythonFound, sources: ReadonlyMap<string, string>): string[] {
  const answers = cpythonAnswers<readonly Compiled[]>(python, "compiled.py", [...sources.values()]);
  return [...sources].flatMap(([name, source], index) => {
    const ours = withInner(compileModule(parse(source), py311.evaluation.compiler));
    const theirs = answers[index]!;
    const found = theirs.map((one, at) => (ours[at] === undefined ? "missing" : difference(ours[at], one)));
    const first = found.findIndex((text) => text !== null);
    return first < 0 ? [] : [`${name}, ${theirs[first]!.qualname}: ${found[first]}`];
  });
}

function withInner(code: Code): Compiled[] {
  const inner = code.constants.flatMap((constant) => (constant.kind === "code" ? [constant.code] : []));
  return [describe(code), ...inner.flatMap(withInner)];
}

/** Our code object in the words of compiled.py. */
function describe(code: Code): Compiled {
  const all = listInstructions(code);
  // A NOP only marks a line: CPython leaves one where a statement has come to nothing, and so do we.
  const kept = all.filter(({ name }) => name !== "NOP");
  const places = all.map(({ number }) => kept.findIndex((one) => one.number >= number));
  const place = (number: number) =>
    places[number] === undefined || places[number] < 0 ? kept.length : places[number];
  const placeOf = (words: number) => place(words / WORDS_PER_INSTRUCTION);
  const { flags } = code;
  return {
    name: code.name,
    qualname: code.qualname,
    line: code.firstLine,
    arguments: [code.argCount, code.posOnlyArgCount, code.kwOnlyArgCount],
    flags: [flags.varArgs, flags.varKeywords, flags.generator, flags.optimized, flags.nested],
    locals: code.localNames,
    cells: code.cellNames,
    free: code.freeNames,
    stack: code.maxStack,
    instructions: kept.map(({ name, arg, meaning, target, line }) => [
      name,
      target !== null ? `to ${place(target)}` : sortedSet(meaning ?? (arg === null ? "" : String(arg))),
      line < 0 ? null : line,
    ]),
    table: code.exceptionTable
      .map((one) => ({
        ...one,
        start: placeOf(one.start),
        end: placeOf(one.end),
        target: placeOf(one.target),
      }))
      .filter(({ start, end }) => end > start)
      .map(
        ({ start, end, target, depth, pushLasti }) =>
          `${start} to ${end} -> ${target} [${depth}]${pushLasti ? " lasti" : ""}`,
      ),
  };
}

/** CPython's order of a frozenset is a matter of hashes. */
function sortedSet(text: string): string {
  return text.replace(
    /frozenset\(\{(.*)\}\)/,
    (_, items: string) => `frozenset({${items.split(", ").sort().join(", ")}})`,
  );
}

/** Instructions that raise nothing: their line is never seen. In f-strings CPython 3.11 has other lines for them than 3.12. */
const withoutLine = new Set(["LOAD_CONST", "FORMAT_VALUE", "BUILD_STRING"]);

/** @returns Null when they agree. */
function difference(ours: Compiled, theirs: Compiled): string | null {
  const isModule = theirs.name === "<module>";
  for (const key of ["qualname", "arguments", "locals", "cells", "free", "table"] as const) {
    if (theirs[key] === null) continue;
    const [mine, real] = [ours[key], theirs[key]].map((value) => JSON.stringify(value));
    if (mine !== real) return `${key} is ${mine}, in CPython ${real}`;
  }
  if (!isModule && ours.line !== theirs.line) return `line ${ours.line}, in CPython ${theirs.line}`;
  if (!isModule && String(ours.flags) !== String(theirs.flags))
    return `flags are ${ours.flags}, in CPython ${theirs.flags}`;
  if (theirs.stack !== null && ours.stack !== theirs.stack)
    return `the stack has ${ours.stack} places, in CPython ${theirs.stack}`;
  if (ours.instructions === null || theirs.instructions === null) return null;
  return instructionDifference(ours.instructions, theirs.instructions);
}

function instructionDifference(ours: readonly Instruction[], theirs: readonly Instruction[]): string | null {
  const length = Math.max(ours.length, theirs.length);
  for (let at = 0; at < length; at++) {
    const [mine, real] = [ours[at], theirs[at]];
    const sameLine = mine?.[2] === real?.[2] || real?.[2] === "any" || withoutLine.has(mine?.[0] ?? "");
    if (mine?.[0] === real?.[0] && mine?.[1] === real?.[1] && sameLine) continue;
    return `instruction ${at} is ${mine?.join(" ")}, in CPython ${real?.join(" ")}`;
  }
  return null;
}
