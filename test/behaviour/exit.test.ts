/** Item 42, second half: what dies at the end of the process. */

import { expect } from "vitest";
import { Heap } from "../../lib/dist";
import { oracle } from "../oracle/read-oracle";
import { Machine } from "../oracle/tiny-python/machine";
import { behaviour } from "./behaviour";

behaviour(
  {
    item: 42,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "cycles are finalized at exit, with the collector on, off or frozen, in the order of real exits, and names are still bound in __del__",
  },
  (version) => {
    const { cases, prelude } = oracle("at_exit", version).data;
    expect(cases.map(({ name }) => name)).toContain(generator);
    for (const { name, printed, program } of cases.filter((one) => one.name !== generator)) {
      const machine = new Machine(version);
      machine.heap.gc.enable();
      machine.run(prelude);
      machine.run(program);
      machine.heap.exit();
      machine.heap.check();
      expect(machine.printed, name).toEqual(printed);
    }
  },
);

const generator = "a generator that is suspended";

behaviour(
  {
    item: 42,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "a generator that is suspended at exit is closed",
  },
  (version) => {
    const heap = new Heap(version);
    const printed: string[] = [];
    const D = heap.class("D", { del: () => printed.push("local") });
    const d = heap.instance(D);
    const x = heap.generator("g", [d], () => printed.push("finally"));
    heap.bind("x", x);
    for (const held of [D, d, x]) heap.decref(held);
    printed.push("--");
    heap.exit();
    heap.check();
    expect(printed).toEqual(
      oracle("at_exit", version).data.cases.find(({ name }) => name === generator)?.printed,
    );
  },
);
