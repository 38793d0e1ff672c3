import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collectFreeThreaded } from "../../../../lib/sim/gc/free-threaded/collect-free-threaded";
import type { Phase } from "../../../../lib/sim/gc/free-threaded/phase";
import { generationOf } from "../../../../lib/sim/gc/generation";
import { HeapState } from "../../../../lib/sim/heap/heap-state";
import { Field, Place } from "../../../../lib/sim/heap/memory-map";
import { decref, incref } from "../../../../lib/sim/heap/refcount";
import { createClass } from "../../../../lib/sim/objects/class";
import type { ClassRecord } from "../../../../lib/sim/objects/class-record";
import { createDict, setItem } from "../../../../lib/sim/objects/dict";
import { createInstance, setAttribute } from "../../../../lib/sim/objects/instance";
import { internedStr } from "../../../../lib/sim/objects/interned-str";
import { append, createList } from "../../../../lib/sim/objects/list";
import { createTuple } from "../../../../lib/sim/objects/tuple";
import { createWeakref, referentOf } from "../../../../lib/sim/objects/weakref-list";
import { py313t } from "../../../../lib/sim/profile/py313t";
import { behaviour } from "../../../behaviour/behaviour";

const FULL = 2;

function newHeap(): HeapState {
  return new HeapState(py313t);
}

/** `n` lists in a ring, each with a reference of the caller's. */
function ringOf(h: HeapState, n: number): number[] {
  const lists = Array.from({ length: n }, () => createList(h));
  lists.forEach((list, i) => {
    append(h, list, lists[(i + 1) % n]!);
  });
  return lists;
}

/** Instances of `cls` in a ring by their attribute `next`, which nobody holds. */
function lostRing(h: HeapState, cls: ClassRecord, n: number): number[] {
  const ring = Array.from({ length: n }, () => createInstance(h, cls));
  ring.forEach((o, i) => {
    setAttribute(h, o, cls, "next", ring[(i + 1) % n]!);
  });
  for (const o of ring) decref(h, o);
  return ring;
}

function alive(h: HeapState, o: number): boolean {
  return h.memory[o + Field.REFCNT]! > 0;
}

describe("one generation, two pauses", () => {
  behaviour(
    {
      item: 56,
      versions: "3.13t",
      compared: "source only",
      claim:
        "a collection stops all threads twice: to find garbage, and to look at it again after the finalizers",
    },
    () => {
      const h = newHeap();
      const phases: string[] = [];
      const cls = createClass(h, { name: "C", finalizer: () => phases.push("finalizer") });
      const [a] = lostRing(h, cls, 2);
      const ref = createWeakref(h, a!, () => phases.push("callback"));
      collectFreeThreaded(h, FULL, (phase: Phase) => phases.push(phase));
      expect(phases).toEqual([
        "stop-the-world",
        "merge-queued-objects",
        "deduce-unreachable",
        "clear-weakrefs",
        "start-the-world",
        "callback",
        "call-weakref-callbacks",
        "finalizer",
        "finalizer",
        "finalize-garbage",
        "stop-the-world",
        "handle-resurrected",
        "clear-free-lists",
        "start-the-world",
        "delete-garbage",
      ]);
      decref(h, ref);
    },
  );

  behaviour(
    {
      item: 56,
      versions: "3.13t",
      compared: "source only",
      claim:
        "there are no generations: an automatic collection finds garbage of any age, and survivors stay where they are",
    },
    () => {
      const h = newHeap();
      const [a, b] = ringOf(h, 2);
      decref(h, b!);
      collectFreeThreaded(h, 0);
      collectFreeThreaded(h, 0);
      expect(generationOf(h.memory, a!)).toBe(0);
      decref(h, a!);
      expect(collectFreeThreaded(h, 0)).toBe(2);
      expect(h.stats.map((s) => s.collections)).toEqual([3, 0, 0]);
    },
  );

  behaviour(
    {
      item: 56,
      versions: "3.13t",
      compared: "source only",
      claim: "a collection keeps the number of survivors for the rule of live / 4",
    },
    () => {
      const h = newHeap();
      ringOf(h, 10);
      collectFreeThreaded(h, FULL);
      expect(h.longLivedTotal).toBe(h.startupTracked + 10);
    },
  );

  behaviour(
    {
      item: 56,
      versions: "3.13t",
      compared: "source only",
      claim: "every collection empties the free lists",
    },
    () => {
      const h = newHeap();
      for (const list of Array.from({ length: 3 }, () => createList(h))) decref(h, list);
      collectFreeThreaded(h, 0);
      expect(h.freeLists.clear()).toBe(0);
    },
  );
});

describe("what is garbage", () => {
  test("a ring that nobody holds is collected; a ring with one reference from outside is left alone", () => {
    const h = newHeap();
    const lost = ringOf(h, 5);
    const kept = ringOf(h, 5);
    for (const list of [...lost, ...kept.slice(1)]) decref(h, list);
    expect(collectFreeThreaded(h, FULL)).toBe(5);
    expect([...lost, ...kept].filter((o) => alive(h, o))).toEqual(kept);
    expect(kept.map((o) => h.memory[o + Field.REFCNT])).toEqual([2, 1, 1, 1, 1]);
    expect(collectFreeThreaded(h, FULL)).toBe(0);
  });

  test("a chain of 20000 that hangs on a name is marked without recursion, and collected when the name is gone", () => {
    const h = newHeap();
    const [first] = ringOf(h, 1);
    let last = first!;
    for (let i = 0; i < 20_000; i++) {
      const next = createList(h);
      append(h, last, next);
      decref(h, next);
      last = next;
    }
    expect(collectFreeThreaded(h, FULL)).toBe(0);
    decref(h, first!);
    expect(collectFreeThreaded(h, FULL)).toBe(20_001);
    expect(h.memory[Place.GENERATION_0 + Field.GC_NEXT]).toBe(Place.GENERATION_0);
  });

  behaviour(
    {
      item: 56,
      versions: "3.13t",
      compared: "source only",
      claim: "dicts and tuples of atoms lose tracking in every collection, and are not counted as garbage",
    },
    () => {
      const h = newHeap();
      const [list] = ringOf(h, 1);
      const dict = createDict(h);
      const value = createList(h);
      const key = internedStr(h, "k");
      setItem(h, dict, key, value);
      setItem(h, dict, key, key);
      decref(h, value);
      append(h, list!, dict);
      const tuple = createTuple(h, [key]);
      append(h, list!, tuple);
      decref(h, tuple);
      decref(h, dict);
      decref(h, list!);
      expect(collectFreeThreaded(h, 0)).toBe(1);
      expect([dict, tuple].some((o) => alive(h, o))).toBe(false);
    },
  );

  test("a class is reachable through its instances, and is never taken for garbage meanwhile", () => {
    const h = newHeap();
    const cls = createClass(h, { name: "C" });
    const o = createInstance(h, cls);
    const ref = createWeakref(h, cls.id);
    decref(h, cls.id);
    expect(collectFreeThreaded(h, FULL)).toBe(0);
    expect(referentOf(h, ref)).toBe(cls.id);
    decref(h, o);
    expect(collectFreeThreaded(h, FULL)).toBeGreaterThan(0);
    expect(alive(h, cls.id)).toBe(false);
  });

  test("a collection inside a collection finds nothing", () => {
    const h = newHeap();
    const inner: number[] = [];
    const cls = createClass(h, { name: "C", finalizer: () => inner.push(collectFreeThreaded(h, FULL)) });
    lostRing(h, cls, 2);
    expect(collectFreeThreaded(h, FULL)).toBe(2);
    expect(inner).toEqual([0, 0]);
  });
});

describe("finalizers and weak references", () => {
  behaviour(
    {
      item: 56,
      versions: "3.13t",
      compared: "source only",
      claim: "the object found last is finalized first, each once, with all the garbage still whole",
    },
    () => {
      const h = newHeap();
      const order: number[] = [];
      const cls = createClass(h, {
        name: "C",
        finalizer: (o: number) => {
          order.push(o);
          expect(ring.every((other) => alive(h, other))).toBe(true);
        },
      });
      const ring = lostRing(h, cls, 4);
      expect(collectFreeThreaded(h, FULL)).toBe(4);
      expect(order).toEqual([...ring].reverse());
      expect(ring.some((o) => alive(h, o))).toBe(false);
    },
  );

  behaviour(
    {
      item: 56,
      versions: "3.13t",
      compared: "source only",
      claim:
        "what a finalizer makes reachable lives on, with all that it refers to; the rest is collected in the same pass",
    },
    () => {
      const h = newHeap();
      const saved: number[] = [];
      const plain = createClass(h, { name: "Plain" });
      const resurrector = createClass(h, {
        name: "Resurrector",
        finalizer: (o: number) => {
          incref(h, o);
          saved.push(o);
        },
      });
      const lost = lostRing(h, plain, 100);
      const ring = lostRing(h, resurrector, 1);
      const friend = createList(h);
      setAttribute(h, ring[0]!, resurrector, "friend", friend);
      decref(h, friend);
      expect(collectFreeThreaded(h, FULL)).toBe(100);
      expect(saved).toEqual(ring);
      expect([ring[0]!, friend].map((o) => [alive(h, o), generationOf(h.memory, o)])).toEqual([
        [true, 0],
        [true, 0],
      ]);
      expect(h.memory[ring[0]! + Field.REFCNT]).toBe(2);
      expect(lost.some((o) => alive(h, o))).toBe(false);
      decref(h, saved[0]!);
      expect(collectFreeThreaded(h, FULL)).toBe(2);
      expect(saved).toEqual(ring);
    },
  );

  behaviour(
    {
      item: 56,
      versions: "3.13t",
      compared: "source only",
      claim:
        "an object whose cycle a finalizer breaks does not die there: the collector holds it, and counts it",
    },
    () => {
      const h = newHeap();
      const deaths: string[] = [];
      const cls = createClass(h, {
        name: "Suicide",
        finalizer: (o: number) => {
          const next = h.memory[h.memory[o + Field.START]!]!;
          h.memory[h.memory[o + Field.START]!] = 0;
          if (next !== 0) decref(h, next);
          deaths.push(alive(h, o) ? "alive after its own finalizer" : "dead");
        },
      });
      lostRing(h, cls, 2);
      expect(collectFreeThreaded(h, FULL)).toBe(2);
      expect(deaths).toEqual(["alive after its own finalizer", "alive after its own finalizer"]);
    },
  );

  behaviour(
    {
      item: 56,
      versions: "3.13t",
      compared: "source only",
      claim:
        "weak references to garbage are dead before the first callback; those of one object are called oldest first",
    },
    () => {
      const h = newHeap();
      const calls: string[] = [];
      const cls = createClass(h, { name: "C" });
      const [a, b] = lostRing(h, cls, 2) as [number, number];
      const allDead = (): boolean => refs.every((ref) => referentOf(h, ref) === 0);
      const refs = [a, a, b].map((o, i) => createWeakref(h, o, () => calls.push(`${i} ${allDead()}`)));
      collectFreeThreaded(h, FULL);
      expect(calls).toEqual(["0 true", "1 true", "2 true"]);
    },
  );

  test("a callback of a weak reference that is garbage itself is not called", () => {
    const h = newHeap();
    const calls: number[] = [];
    const cls = createClass(h, { name: "C" });
    const o = createInstance(h, cls);
    const ref = createWeakref(h, o, () => calls.push(1));
    setAttribute(h, o, cls, "ref", ref);
    setAttribute(h, o, cls, "self", o);
    decref(h, ref);
    decref(h, o);
    expect(collectFreeThreaded(h, FULL)).toBe(2);
    expect(calls).toEqual([]);
  });

  test("with DEBUG_SAVEALL garbage is kept in gc.garbage, and counted the same", () => {
    const h = newHeap();
    const ring = ringOf(h, 3);
    for (const list of ring) decref(h, list);
    h.savesAll = true;
    expect(collectFreeThreaded(h, FULL)).toBe(3);
    expect(ring.every((o) => alive(h, o))).toBe(true);
    expect(h.memory[h.garbage + Field.LENGTH]).toBe(3);
  });
});

test("whatever lists refer to each other, a collection leaves exactly what is reachable from outside, in the old order", () => {
  const node = fc.record({ held: fc.boolean(), refs: fc.array(fc.nat(29), { maxLength: 4 }) });
  fc.assert(
    fc.property(fc.array(node, { minLength: 1, maxLength: 30 }), (nodes) => {
      const h = newHeap();
      const lists = nodes.map(() => createList(h));
      const referents = nodes.map(({ refs }) => refs.map((r) => r % nodes.length));
      for (const [i, refs] of referents.entries()) for (const r of refs) append(h, lists[i]!, lists[r]!);
      const reached = new Set(nodes.flatMap(({ held }, i) => (held ? [i] : [])));
      for (const i of reached) for (const r of referents[i]!) reached.add(r);
      nodes.forEach(({ held }, i) => {
        if (!held) decref(h, lists[i]!);
      });
      const before = lists.filter((o) => alive(h, o)).length;
      const expected = lists.filter((_, i) => reached.has(i));
      expect(collectFreeThreaded(h, FULL)).toBe(before - expected.length);
      const left: number[] = [];
      for (let o = h.memory[Place.GENERATION_0 + Field.GC_NEXT]!; o !== Place.GENERATION_0; ) {
        left.push(o);
        o = h.memory[o + Field.GC_NEXT]!;
      }
      expect(left).toEqual(expected);
    }),
    { seed: 703, numRuns: 300 },
  );
});
