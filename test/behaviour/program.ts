/** The programs of the oracle's scripts, run on the simulator and compared with what they did on CPython. */

import { expect, test } from "vitest";
import type { Seen } from "../oracle/oracle-data";
import { oracle } from "../oracle/read-oracle";
import { Machine } from "../oracle/tiny-python/machine";

/** Scripts whose cases are programs, and the name under which each program keeps what it writes down. */
const notebooks = {
  collect_order: "deaths",
  collector: "seen",
  dealloc_order: "deaths",
  dealloc_order_containers: "deaths",
  dealloc_order_functions: "deaths",
  finalizers: "seen",
  getrefcount: "seen",
  reference_counting: "seen",
  resurrection: "seen",
  weakref_callbacks: "seen",
  weakrefs: "seen",
} as const;

/** The name of such a script. */
export type ProgramScript = keyof typeof notebooks;

/** One program, and what it wrote down on CPython. */
export interface Program {
  readonly name: string;
  readonly program: string;
  readonly written: readonly Seen[];
}

/** What {@link note} was told, by test file and script: several files may run in one process. */
const compared = new Map<string, Set<string>>();

/** The body of a behaviour: on each version the programs write down what they wrote down on CPython. */
export function programs(script: ProgramScript, ...names: readonly string[]): (version: string) => void {
  note(script, names);
  return (version) => {
    for (const name of names) {
      const { program, written } = programOf(script, version, name);
      expect(runProgram(script, version, program), name).toEqual(written);
    }
  };
}

/**
 * Define the test that every program of a script is compared by {@link programs} in this test file, or noted as written
 * anew by hand, or left out for a reason.
 */
export function everyProgram(script: ProgramScript, leftOut: Readonly<Record<string, string>> = {}): void {
  test(`every program of ${script}.py is compared, but for ${Object.keys(leftOut).length}`, () => {
    const names = oracle(script, "3.13").data.cases.map(({ name }) => name);
    expect([...(compared.get(placeOf(script)) ?? []), ...Object.keys(leftOut)].sort()).toEqual(
      [...names].sort(),
    );
  });
}

/** These programs are compared with steps that are written by hand. */
export function note(script: ProgramScript, names: readonly string[]): void {
  const noted = compared.get(placeOf(script)) ?? new Set();
  compared.set(placeOf(script), noted);
  for (const name of names) noted.add(name);
}

function placeOf(script: ProgramScript): string {
  return `${expect.getState().testPath} ${script}`;
}

/** @throws When the script has no program of that name. */
export function programOf(script: ProgramScript, version: string, name: string): Program {
  const found = oracle(script, version).data.cases.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${script}.py has no program "${name}".`);
  return { name, program: found.program, written: "seen" in found ? found.seen : found.deaths };
}

/** What a program writes down on the simulator. The prelude comes first, then a full collection, as in the scripts. */
export function runProgram(script: ProgramScript, version: string, program: string): readonly Seen[] {
  const machine = new Machine(version);
  machine.run(oracle(script, version).data.prelude);
  machine.heap.collect();
  machine.run(program);
  machine.heap.check();
  return machine.read(notebooks[script]) as readonly Seen[];
}
