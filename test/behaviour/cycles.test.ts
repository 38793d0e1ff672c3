/** Item 38: what `gc.collect()` finds. Item 7: the counts of the article's listing. */

import { expect } from "vitest";
import { listingCounts } from "../../lib/dist";
import { oracle } from "../oracle/read-oracle";
import { Machine } from "../oracle/tiny-python/machine";
import { behaviour } from "./behaviour";

behaviour(
  {
    item: 38,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "gc.collect() returns as many objects, and the same ones survive, for every program of cycles.py",
  },
  (version) => {
    const { cases, prelude } = oracle("cycles", version).data;
    for (const { collected, name, program, survivors } of cases) {
      const machine = new Machine(version);
      machine.heap.gc.disable();
      machine.run(prelude);
      machine.heap.collect();
      machine.run(program);
      const found = machine.heap.collect().collected;
      machine.run("alive = [name for name, ref in watched if ref() is not None]");
      expect([name, found, machine.read("alive")]).toEqual([name, collected, survivors]);
      machine.heap.check();
    }
  },
);

behaviour(
  {
    item: 7,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "after each statement of the article's listing, run twice, every object has the same count",
  },
  (version) => {
    const { statements } = oracle("counts_after_statements", version).data;
    expect(listingCounts(2, version).statements).toEqual(statements.slice(0, -1));
    expect(statements.at(-1)).toEqual({ code: "gc.collect()", objects: [] });
  },
);
