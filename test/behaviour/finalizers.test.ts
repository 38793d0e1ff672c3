/** Items 37 and 38: __del__ in a collection. Item 5's order by counting is in reference-counting.test.ts. */

import { expect } from "vitest";
import { Heap } from "../../lib/dist";
import { OpenHeap } from "../oracle/tiny-python/open-heap";
import { behaviour } from "./behaviour";
import { everyProgram, note, programOf, programs } from "./program";

behaviour(
  {
    item: 37,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "the finalizers of garbage run in the order of the collector's list: as a rule the order in which the objects were made",
  },
  programs(
    "finalizers",
    "the same tree with a cycle: in the order in which they were made",
    "a leaf that was made first is finalized first",
  ),
);

behaviour(
  {
    item: 37,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "of a pair, a ring, a tail the finalizers run first, in order, and nothing is cleared before the last has ended",
  },
  programs(
    "collect_order",
    "a pair: finalizers",
    "a pair, born B first: finalizers",
    "two pairs: finalizers",
    "an instance that holds itself and a tail: finalizers",
  ),
);

behaviour(
  {
    item: 37,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "garbage is cleared in the order of the list: B of a pair A.b = B, B.a = A is freed before A",
  },
  programs(
    "collect_order",
    "a pair: payloads, the link set first",
    "a pair: payloads, the link set last",
    "a ring of three: payloads, the link set first",
    "a pair: the memory",
    "a ring of three: the memory",
  ),
);

behaviour(
  {
    item: 37,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "a full collection visits generation 2, then 0, then 1; a collection of generation 1 visits 1, then 0",
  },
  programs("collector", "the order of the generations in a collection"),
);

behaviour(
  {
    item: 37,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "an object that a finalizer drops is finalized inside it, and not again",
  },
  programs("finalizers", "a finalizer that drops another object of the garbage"),
);

behaviour(
  {
    item: 37,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "inside __del__ the object is tracked: in generation 0 when it dies by counting, in none when it is garbage",
  },
  programs("finalizers", "inside __del__: tracked, in which generation, counted how often, for each death"),
);

behaviour(
  {
    item: 37,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "a suspended generator in garbage is closed: what finally does runs, and its locals die, before anything is cleared",
  },
  (version) => {
    const { written } = programOf("finalizers", version, "generators in garbage are closed");
    const heap = new OpenHeap(version);
    heap.gc.disable();
    const seen: unknown[] = [];
    const names = new Map<number, string>();
    const D = heap.class("D", { del: (self) => seen.push(names.get(self.id)) });
    for (const name of ["one", "two"]) {
      const x = heap.generator("g", [heap.none, heap.none], () => seen.push(`finally ${name}`));
      const d = heap.instance(D);
      names.set(d.id, name);
      const places = heap.slots(x).flatMap((held, place) => (held === heap.none.id ? [place] : []));
      heap.store(x, places[0]!, d);
      heap.store(x, places[1]!, x);
      for (const held of [d, x]) heap.decref(held);
    }
    const found = heap.collect().collected;
    heap.check();
    expect([...seen, found]).toEqual(written);
  },
);
note("finalizers", ["generators in garbage are closed"]);

behaviour(
  {
    item: 37,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "an error in __del__ stops neither the death nor those that follow",
  },
  (version) => {
    const { written } = programOf("finalizers", version, "an error in __del__ is reported and forgotten");
    const heap = new Heap(version);
    const seen: string[] = [];
    const numbers = new Map<number, string>();
    const del = (self: { readonly id: number }): never => {
      seen.push(numbers.get(self.id) ?? "");
      throw new Error("ValueError");
    };
    const Fails = heap.class("Fails", { del });
    const items = ["1", "0"].map((number) => {
      const o = heap.instance(Fails);
      numbers.set(o.id, number);
      return o;
    });
    const x = heap.list(items);
    for (const item of items) heap.decref(item);
    // The face throws the first error when the operation has ended, where CPython prints each at once.
    expect(() => heap.decref(x)).toThrow("ValueError");
    seen.push("after");
    heap.check();
    expect(seen).toEqual(written.filter((word) => word !== "ValueError"));
  },
);
note("finalizers", ["an error in __del__ is reported and forgotten"]);

behaviour(
  {
    item: 38,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "collect() does not count objects whose finalizers have cut their own cycle",
  },
  programs("finalizers", "objects whose finalizers cut their own cycle are not counted"),
);

behaviour(
  {
    item: 38,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "collect() returns the unreachable objects found, without the resurrected; a nested call returns 0",
  },
  programs("finalizers", "collect() returns what was found, without the resurrected, and 0 inside"),
);

behaviour(
  {
    item: 38,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "collect(g) finds only what is in generation g or younger; get_stats and gc.callbacks tell the same numbers",
  },
  programs(
    "collector",
    "collect() of each generation finds only what is young enough",
    "what gc.callbacks are told, with the counts, and a collect() inside",
    "gc.get_stats adds up by generation",
  ),
);

behaviour(
  {
    item: 40,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "what __del__ makes during a collection is in generation 0, and its garbage is left for the next one",
  },
  programs("finalizers", "what __del__ makes during a collection is in the youngest generation, garbage too"),
);

// reference-counting.test.ts has these.
note("finalizers", [
  "a tree that dies by counting: a parent, then each child with what it holds",
  "the memory of an object is free only after its attributes are dropped",
]);
everyProgram("finalizers");
everyProgram("collect_order");
