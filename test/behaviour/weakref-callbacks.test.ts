/** Item 59: the callbacks of weak references. */

import { expect } from "vitest";
import { Heap } from "../../lib/dist";
import { behaviour } from "./behaviour";
import { everyProgram, note, programOf, programs } from "./program";

behaviour(
  {
    item: 59,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "callbacks run newest first, object by object in garbage, and all references are dead before the first one",
  },
  programs(
    "weakref_callbacks",
    "callbacks run newest first; all references are dead before the first one",
    "the same in a cycle",
    "a pair, references made crosswise: object by object, newest first",
    "all references of all garbage are dead before the first callback",
  ),
);

behaviour(
  {
    item: 59,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "the callback of a reference that is garbage itself, or was dropped before its object, never runs",
  },
  programs(
    "weakref_callbacks",
    "a reference that is garbage itself: its callback never runs",
    "a reference that was dropped before its object: its callback never runs",
  ),
);

behaviour(
  {
    item: 59,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "what is reachable only from garbage is called back for too; a callback that is due runs even when another drops its reference",
  },
  programs(
    "weakref_callbacks",
    "what is reachable only from garbage: its callbacks run too",
    "a callback that drops the reference of another object of the garbage",
  ),
);

behaviour(
  {
    item: 59,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "a callback gets the dead reference, which has let go of it; what it makes in a collection is in generation 0",
  },
  programs(
    "weakref_callbacks",
    "a callback gets the dead reference, whose callback is gone",
    "what a callback makes during a collection is in the youngest generation",
  ),
);

const fails = "an error in a callback is reported, and the next one runs";

behaviour(
  {
    item: 59,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "an error in a callback does not stop the next one",
  },
  (version) => {
    const heap = new Heap(version);
    const o = heap.instance(heap.class("Plain"));
    const seen: string[] = [];
    heap.weakref(o, () => seen.push("first"));
    heap.weakref(o, () => {
      throw new Error("ValueError");
    });
    heap.weakref(o, () => seen.push("last"));
    // The face throws the error when the operation has ended, where CPython prints it at once.
    expect(() => heap.decref(o)).toThrow("ValueError");
    heap.check();
    const { written } = programOf("weakref_callbacks", version, fails);
    expect(seen).toEqual(written.filter((word) => word !== "ValueError"));
  },
);
note("weakref_callbacks", [fails]);

everyProgram("weakref_callbacks");
