/** Items 58 and 60: weak references. */

import { expect } from "vitest";
import { Heap, type PyObject } from "../../lib/dist";
import { behaviour } from "./behaviour";
import { everyProgram, note, programOf, programs } from "./program";

behaviour(
  {
    item: 58,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim: "a death by counting runs __del__, then the callbacks; a collection the callbacks, then __del__",
  },
  programs(
    "weakrefs",
    "by counting: __del__, then the callbacks",
    "in a cycle: the callbacks, then __del__",
    "__del__ sees its own reference: by counting, and in a cycle",
    "a pair: all callbacks, then all finalizers",
    "what collect() counts: a cycle with a reference of its own, without and with a callback",
  ),
);

const order = "the order of getweakrefs, and which references are one";

behaviour(
  {
    item: 58,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "a reference without a callback is shared and comes first in getweakrefs, those with callbacks newest first",
  },
  (version) => {
    const [first, shared, , , second] = programOf("weakrefs", version, order).written as unknown[][];
    const heap = new Heap(version);
    const o = heap.instance(heap.class("Plain"));
    const named = new Map<string, PyObject>();
    const callback = (): void => {};
    named.set("callback 1", heap.weakref(o, callback));
    named.set("plain", heap.weakref(o));
    named.set("callback 2", heap.weakref(o, callback));
    const names = (): (string | undefined)[] =>
      heap.getweakrefs(o).map((ref) => [...named].find(([, one]) => one.is(ref))?.[0]);
    // There are no proxies and no subclasses of weakref.ref.
    const withoutOthers = (all: unknown[] | undefined): unknown[] =>
      (all ?? []).filter((name) => /^(plain|callback)/.test(String(name)));
    expect(names()).toEqual(withoutOthers(first));
    const again = [heap.weakref(o), heap.weakref(o, callback)] as const;
    expect([again[0].is(named.get("plain")!), again[1].is(named.get("callback 1")!)]).toEqual(shared);
    for (const held of [...again, named.get("plain")!]) heap.decref(held);
    named.delete("plain");
    named.set("plain again", heap.weakref(o));
    expect(names()).toEqual(withoutOthers(second));
    heap.check();
  },
);
note("weakrefs", [order]);

const types = "which types can have weak references";

behaviour(
  {
    item: 58,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "instances, classes, functions, methods, modules, sets and generators can be weakly referenced; lists, dicts, tuples and atoms cannot",
  },
  (version) => {
    const heap = new Heap(version);
    const things: Record<string, PyObject> = {
      instance: heap.instance(heap.class("Plain")),
      list: heap.list(),
      dict: heap.dict(),
      tuple: heap.tuple([heap.int(1)]),
      set: heap.set(),
      frozenset: heap.frozenset([heap.int(1)]),
      function: heap.function("tell"),
      "bound method": heap.boundMethod(heap.function("m"), heap.list()),
      generator: heap.generator("g"),
      class: heap.class("C"),
      module: heap.module("m"),
      int: heap.int(10 ** 15),
      str: heap.str("text"),
      float: heap.float(1.5),
      None: heap.none,
      cell: heap.cell(),
      exception: heap.exception(),
      slots: heap.instance(heap.class("Slots", { slots: ["a"] })),
      "weak reference": heap.weakref(heap.class("D")),
      bytes: heap.bytes(1),
    };
    const can = Object.keys(things).filter((name) => canBeReferenced(heap, things[name]!));
    const cannot = Object.keys(things).filter((name) => !can.includes(name));
    const known = (programOf("weakrefs", version, types).written as string[][]).map((names) =>
      names.filter((name) => name in things).sort(),
    );
    expect([can.sort(), cannot.sort()]).toEqual(known);
  },
);
note("weakrefs", [types]);

behaviour(
  {
    item: 60,
    versions: "3.8-3.13",
    compared: "real interpreter",
    claim:
      "a weak reference to an object that the collector resurrects is dead, and to what that holds; after a resurrection by counting it lives",
  },
  programs(
    "weakrefs",
    "resurrected by counting: the reference lives, its callback runs at the second death",
    "resurrected by the collector: the reference is dead, its callback has run",
    "what a resurrected object holds: its references are dead too",
    "a reference made in __del__, by counting and in a cycle",
  ),
);

behaviour(
  {
    item: 60,
    versions: "3.15",
    compared: "source only",
    claim:
      "a weak reference without a callback to an object that the collector resurrects lives; one with a callback is dead",
  },
  (version) => {
    const heap = new Heap(version);
    const kept: PyObject[] = [];
    const R = heap.class("R", {
      del: (self) => {
        heap.incref(self);
        kept.push(self);
      },
    });
    const o = heap.instance(R);
    heap.setattr(o, "me", o);
    const [plain, calling] = [heap.weakref(o), heap.weakref(o, () => {})];
    heap.decref(o);
    heap.collect();
    heap.check();
    expect(kept.map((one) => one.is(o))).toEqual([true]);
    expect([heap.deref(plain)?.is(o), heap.deref(calling)]).toEqual([true, undefined]);
  },
);

everyProgram("weakrefs");

function canBeReferenced(heap: Heap, o: PyObject): boolean {
  try {
    heap.weakref(o);
    return true;
  } catch {
    return false;
  }
}
