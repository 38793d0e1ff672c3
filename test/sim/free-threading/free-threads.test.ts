import { expect, test } from "vitest";
import { BadArgumentError } from "../../../lib/sim/errors";
import { BiasedObject } from "../../../lib/sim/free-threading/biased-object";
import { FreeThreads } from "../../../lib/sim/free-threading/free-threads";
import { behaviour } from "../../behaviour/behaviour";

behaviour(
  {
    item: 55,
    versions: "3.13t",
    compared: "source only",
    claim: "a non-owner's decref at shared 0 asks the owner to merge, and subtracts nothing",
  },
  () => {
    const o = new BiasedObject({ owner: 1 });
    o.decref(2);
    expect([o.refcnt, o.state, o.threads.queued(1), o.dead]).toEqual([1, "queued", 1, false]);
    o.threads.mergeRefcounts(1);
    expect([o.refcnt, o.state, o.threads.queued(1), o.dead]).toEqual([0, "merged", 0, true]);
  },
);

behaviour(
  {
    item: 55,
    versions: "3.13t",
    compared: "source only",
    claim: "an object is asked for once: what follows makes the shared count negative",
  },
  () => {
    const o = new BiasedObject({ owner: 1 });
    for (let i = 0; i < 3; i++) o.incref(1);
    for (let i = 0; i < 3; i++) o.decref(2);
    expect([o.local, o.shared, o.threads.queued(1)]).toEqual([4, -2, 1]);
  },
);

behaviour(
  {
    item: 55,
    versions: "3.13t",
    compared: "source only",
    claim: "with weak references the same: the state goes from weakrefs to queued",
  },
  () => {
    const o = new BiasedObject({ owner: 1 });
    o.setMaybeWeakref(1);
    o.decref(2);
    expect([o.state, o.threads.queued(1)]).toEqual(["queued", 1]);
  },
);

behaviour(
  {
    item: 55,
    versions: "3.13t",
    compared: "source only",
    claim: "when the owner is gone, the thread that would ask merges itself, and frees the object at once",
  },
  () => {
    const threads = new FreeThreads();
    const o = new BiasedObject({ owner: 1, threads });
    threads.exit(1);
    expect([o.dead, o.owner]).toEqual([false, 1]);
    o.decref(2);
    expect([o.dead, o.state]).toEqual([true, "merged"]);
  },
);

behaviour(
  {
    item: 55,
    versions: "3.13t",
    compared: "source only",
    claim: "a thread that leaves merges what waits for it first",
  },
  () => {
    const threads = new FreeThreads();
    const objects = [0, 1, 2].map(() => new BiasedObject({ owner: 1, threads }));
    for (const o of objects) o.decref(2);
    expect(threads.queued(1)).toBe(3);
    threads.exit(1);
    expect(objects.map((o) => o.dead)).toEqual([true, true, true]);
  },
);

behaviour(
  {
    item: 55,
    versions: "3.13t",
    compared: "source only",
    claim: "a collection merges what is queued with any thread, and frees what nobody has",
  },
  () => {
    const threads = new FreeThreads();
    const [a, b] = [new BiasedObject({ owner: 1, threads }), new BiasedObject({ owner: 2, threads })];
    a.decref(2);
    b.incref(1);
    b.incref(1);
    b.decref(1);
    expect(threads.collect()).toBe(1);
    expect([a.dead, b.dead, b.refcnt]).toEqual([true, false, 2]);
  },
);

behaviour(
  {
    item: 57,
    versions: "3.13t",
    compared: "source only",
    claim:
      "an object with deferred counting does not die with its last reference, but in the next collection",
  },
  () => {
    const threads = new FreeThreads();
    const o = new BiasedObject({ owner: 1, threads, deferred: true });
    o.decref(1);
    expect([o.dead, o.refcnt]).toEqual([false, 1]);
    expect(threads.collect()).toBe(1);
    expect(o.dead).toBe(true);
  },
);

behaviour(
  {
    item: 57,
    versions: "3.13t",
    compared: "source only",
    claim: "nor when another thread gives up the last one, or its owner leaves",
  },
  () => {
    const threads = new FreeThreads();
    const o = new BiasedObject({ owner: 1, threads, deferred: true });
    o.incref(2);
    o.decref(2);
    o.decref(2);
    threads.exit(1);
    expect([o.dead, o.refcnt, o.state]).toEqual([false, 1, "queued"]);
    threads.collect();
    expect(o.dead).toBe(true);
  },
);

behaviour(
  {
    item: 57,
    versions: "3.14t",
    compared: "source only",
    claim: "references on the stacks are not in its count, and the collector looks there",
  },
  () => {
    const threads = new FreeThreads();
    const o = new BiasedObject({ owner: 1, threads, deferred: true });
    o.pushStackRef(2);
    o.decref(1);
    expect(o.refcnt).toBe(1);
    expect([threads.collect(), o.dead]).toEqual([0, false]);
    o.popStackRef(2);
    expect([threads.collect(), o.dead]).toEqual([1, true]);
    expect(() => o.popStackRef(2)).toThrow(BadArgumentError);
  },
);

behaviour(
  {
    item: 57,
    versions: "3.13t",
    compared: "source only",
    claim: "from the first thread's start on, objects with deferred counting are immortal",
  },
  () => {
    const threads = new FreeThreads();
    const o = new BiasedObject({ owner: 1, threads, deferred: true });
    threads.immortalizeDeferredObjects();
    o.decref(1);
    expect([threads.collect(), o.dead, o.immortal]).toEqual([0, false, true]);
  },
);

test("a thread that has ended owns no new object", () => {
  const threads = new FreeThreads();
  threads.exit(1);
  expect(() => new BiasedObject({ owner: 1, threads })).toThrow(BadArgumentError);
});
