/** Item 12: deaths nested too deep. */

import { expect } from "vitest";
import type { Seen } from "../oracle/oracle-data";
import { oracle } from "../oracle/read-oracle";
import { Machine } from "../oracle/tiny-python/machine";
import { behaviour } from "./behaviour";

const beyond = [
  // A class can be derived from object and from classes only; there are no iterators.
  "instances of a subclass of list",
  "an element of a subclass of list",
  "an attribute of a subclass of list",
  "an argument of a written exception",
  "an iterator over a list",
];
/** Only up to 3.10 has an instance a dict that can be asked for. */
const withDict = "an instance whose __dict__ was asked for";

behaviour(
  {
    item: 12,
    versions: "3.8-3.12",
    compared: "real interpreter",
    claim:
      "more than 49 nested deaths wait until the outermost has finished; an instance with a dict counts twice",
  },
  dieInTheSameOrder,
);

behaviour(
  {
    item: 12,
    versions: "3.13",
    compared: "real interpreter",
    claim: "nested deaths are depth first at every depth up to 130",
  },
  dieInTheSameOrder,
);

behaviour(
  {
    item: 12,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "each kind of link counts as many levels as in CPython: list 1, cell 0, closure 1, instance 2 up to 3.10 and 1 after",
  },
  (version) => {
    const { levels, prelude } = oracle("trashcan", version).data;
    const asked = levels.filter(
      ({ name }) => !beyond.includes(name) && (name !== withDict || version < "3.11"),
    );
    const firstDeferred = asked.map(({ name, program }) => [name, deferredFrom(version, prelude, program)]);
    expect(firstDeferred).toEqual(asked.map(({ name, firstDeferred: depth }) => [name, depth]));
  },
);

behaviour(
  {
    item: 12,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "a finalizer or callback deep inside counts on; a weak reference to an object that waits is dead",
  },
  (version) => {
    const { prelude, seen } = oracle("trashcan", version).data;
    for (const { deaths, name, program } of seen) {
      for (const depth of Object.keys(deaths)) {
        expect(written(version, prelude, program, Number(depth)), `${name}, ${depth}`).toEqual(deaths[depth]);
      }
    }
  },
);

function dieInTheSameOrder(version: string): void {
  const { deaths, prelude } = oracle("trashcan", version).data;
  for (const one of deaths.filter(({ name }) => !beyond.includes(name))) {
    for (const depth of Object.keys(one.deaths)) {
      const died = written(version, prelude, one.program, Number(depth)).join(" ");
      expect(died, `${one.name}, ${depth}`).toBe(one.deaths[depth]);
    }
  }
}

/** The smallest depth up to 60 at which the tail outlives the sibling; null when it never does. */
function deferredFrom(version: string, prelude: string, program: string): number | null {
  const machine = new Machine(version);
  machine.run(prelude);
  const depths = Array.from({ length: 60 }, (_, k) => k + 1);
  const first = depths.find((n) => {
    machine.run(`deaths.clear()\nn = ${n}\n${program}`);
    return String(machine.read("deaths")) !== "tail,sibling";
  });
  machine.heap.check();
  return first ?? null;
}

function written(version: string, prelude: string, program: string, n: number): readonly Seen[] {
  const machine = new Machine(version);
  machine.run(prelude);
  machine.heap.collect();
  machine.run(`n = ${n}\n${program}`);
  return machine.read("deaths") as readonly Seen[];
}
