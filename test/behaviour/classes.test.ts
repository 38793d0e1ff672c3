/** Item 41: what a class statement leaves behind, part by part. */

import { expect } from "vitest";
import type { PyObject } from "../../lib/dist";
import { oracle } from "../oracle/read-oracle";
import { Machine } from "../oracle/tiny-python/machine";
import { behaviour } from "./behaviour";
import { label } from "./labels";

/** A class can be derived from object and from one class of the program. */
const beyond = ["a subclass of list", "a subclass of Exception", "a subclass of two"];

behaviour(
  {
    item: 41,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "a class is the same cycle of parts as in CPython: their order, counts, referents, tracking, size, and what collect() finds of them",
  },
  (version) => {
    const { cases, prelude } = oracle("classes", version).data;
    for (const one of cases.filter(({ name }) => !beyond.includes(name))) {
      const fresh = (): Machine => withClass(version, prelude, one.program);
      expect({ name: one.name, program: one.program, ...report(fresh) }).toEqual(one);
    }
  },
);

/** What classes.py reports of one class. */
function report(fresh: () => Machine): Record<string, unknown> {
  const machine = fresh();
  const { heap } = machine;
  const names = partsOf(machine);
  const parts = [...names].map(([id, name]) => [name, heap.seen(id)!] as const);
  const C = machine.named("C");
  const young = heap.gc.getObjects(0);
  const registration = heap.state.classes.get(C.id)?.registration;
  const nameOf = (o: PyObject): string | undefined => (o.id === registration ? "reference" : names.get(o.id));
  const report = {
    references: heap.refcnt(C) - 1,
    order: young.map(nameOf).filter((name) => name !== undefined),
    held: Object.fromEntries(
      young.filter((o) => names.has(o.id)).map((o) => [names.get(o.id), referents(machine, o, names)]),
    ),
    partReferences: Object.fromEntries(
      parts.filter(([name]) => name !== "C").map(([name, o]) => [name, heap.refcnt(o)]),
    ),
    size: heap.getsizeof(C),
    tracked: tracked(machine, parts),
  };
  heap.unbind("C");
  const survived = heap.collect().collected;
  heap.check();
  return { ...report, collected: [collectedWhenNew(fresh()), survived], garbage: garbage(fresh()) };
}

function withClass(version: string, prelude: string, program: string): Machine {
  const machine = new Machine(version);
  machine.run(prelude);
  machine.heap.collect();
  machine.run(program);
  return machine;
}

/** The names of the class's parts, by id. */
function partsOf(machine: Machine): Map<number, string> {
  const { heap } = machine;
  const C = machine.named("C");
  const [dict, mro, bases] = heap.slots(C) as [number, number, number];
  const names = new Map([
    [C.id, "C"],
    [dict, "dict"],
    [mro, "mro"],
    [bases, "bases"],
  ]);
  for (const [key, value] of machine.entriesOf(heap.seen(dict)!)) {
    if (heap.gc.isTracked(value)) names.set(value.id, machine.textOf(key));
  }
  return names;
}

function referents(machine: Machine, o: PyObject, names: ReadonlyMap<number, string>): string[] {
  const base = machine.heap.lookup("Base");
  const known = new Map([...names, ...(base === undefined ? [] : [[base.id, "Base"] as const])]);
  return machine.heap.gc.getReferents(o).map((one) => label(machine, one, known));
}

/** When new, after a collection of generation 0, after a full one. */
function tracked(
  machine: Machine,
  parts: readonly (readonly [string, PyObject])[],
): Record<string, boolean[]> {
  const { heap } = machine;
  const looks = [() => {}, () => heap.collect(0), () => heap.collect()].map((before) => {
    before();
    return parts.map(([, o]) => heap.gc.isTracked(o));
  });
  return Object.fromEntries(parts.map(([name], i) => [name, looks.map((look) => look[i]!)]));
}

function collectedWhenNew(machine: Machine): number {
  machine.heap.unbind("C");
  return machine.heap.collect().collected;
}

/** With DEBUG_SAVEALL. */
function garbage(machine: Machine): string[] {
  const { heap } = machine;
  const names = partsOf(machine);
  heap.unbind("C");
  heap.gc.setDebug({ saveAll: true });
  heap.collect();
  return heap.gc.garbage.map((o) => label(machine, o, names));
}
