import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BadArgumentError, HeapCorruptionError, UseAfterDeallocError } from "../../../lib/sim/errors";
import { BiasedObject } from "../../../lib/sim/free-threading/biased-object";
import { FreeThreads } from "../../../lib/sim/free-threading/free-threads";
import {
  IMMORTAL_REFCNT_LOCAL,
  newRefFields,
  refcnt,
  refState,
} from "../../../lib/sim/free-threading/ref-fields";
import { behaviour } from "../../behaviour/behaviour";

/** The counts and the state, as a reader would note them. */
function counts(o: BiasedObject): string {
  return `${o.local} + ${o.shared} = ${o.refcnt}, ${o.state}${o.dead ? ", dead" : ""}`;
}

describe("the two counts", () => {
  behaviour(
    {
      item: 53,
      versions: "3.13t",
      compared: "source only",
      claim: "the count is local + shared / 4; the owner counts in the one, all others in the other",
    },
    () => {
      const o = new BiasedObject({ owner: 1 });
      o.incref(1);
      o.incref(2);
      o.incref(3);
      expect(counts(o)).toBe("2 + 2 = 4, default");
      o.decref(2);
      expect(counts(o)).toBe("2 + 1 = 3, default");
    },
  );

  behaviour(
    {
      item: 53,
      versions: "3.13t",
      compared: "source only",
      claim:
        "the two low bits of the shared field are flags: 8 is two references, 11 two references of a merged object",
    },
    () => {
      expect(refcnt({ tid: 1, local: 3, shared: 8, dead: false })).toBe(5);
      expect(refcnt({ tid: 0, local: 0, shared: 11, dead: false })).toBe(2);
      expect([0, 1, 2, 3, -2].map(refState)).toEqual(["default", "weakrefs", "queued", "merged", "queued"]);
    },
  );

  behaviour(
    {
      item: 53,
      versions: "3.13t",
      compared: "source only",
      claim: "the shared count is negative when others give up references that the owner has counted",
    },
    () => {
      const o = new BiasedObject({ owner: 1 });
      o.incref(1);
      o.incref(1);
      o.decref(2);
      expect(counts(o)).toBe("3 + 0 = 3, queued");
      o.decref(2);
      expect(counts(o)).toBe("3 + -1 = 2, queued");
      o.threads.mergeRefcounts(1);
      expect(counts(o)).toBe("0 + 1 = 1, merged");
      o.decref(1);
      expect(counts(o)).toBe("0 + 0 = 0, merged, dead");
    },
  );

  behaviour(
    {
      item: 53,
      versions: "3.13t",
      compared: "source only",
      claim:
        "4294967295 in the local field is immortal: nobody counts; an owner's 4294967295th reference makes it so",
    },
    () => {
      const fields = newRefFields(1);
      fields.local = IMMORTAL_REFCNT_LOCAL;
      expect(refcnt(fields)).toBe(4294967295);
      const o = new BiasedObject({ owner: 1, deferred: true });
      o.threads.immortalizeDeferredObjects();
      for (const thread of [1, 2, 2, 2, 1]) o.decref(thread);
      o.incref(2);
      expect([o.immortal, o.local, o.shared, o.owner]).toEqual([true, 4294967295, 0, 0]);
    },
  );
});

describe("the last reference", () => {
  behaviour(
    {
      item: 54,
      versions: "3.13t",
      compared: "source only",
      claim: "an object that no other thread has touched dies in its owner's last decref, without a merge",
    },
    () => {
      const o = new BiasedObject({ owner: 1 });
      o.decref(1);
      expect(o.history.map((e) => e.kind)).toEqual(["create", "decref-local", "dealloc"]);
      expect(counts(o)).toBe("0 + 0 = 0, default, dead");
    },
  );

  behaviour(
    {
      item: 54,
      versions: "3.13t",
      compared: "source only",
      claim:
        "with a reference elsewhere the owner gives the object up, and the other thread's decref frees it",
    },
    () => {
      const o = new BiasedObject({ owner: 1 });
      o.incref(2);
      o.decref(1);
      expect(counts(o)).toBe("0 + 1 = 1, merged");
      expect(o.owner).toBe(0);
      o.decref(2);
      expect(o.history.map((e) => e.kind)).toEqual([
        "create",
        "incref-shared",
        "decref-local",
        "ownership-given-up",
        "merged",
        "decref-shared",
        "dealloc",
      ]);
    },
  );

  behaviour(
    {
      item: 54,
      versions: "3.13t",
      compared: "source only",
      claim:
        "a weakly referenced object is never freed by the short way, so that a look at the shared field is safe",
    },
    () => {
      const o = new BiasedObject({ owner: 1 });
      o.setMaybeWeakref(1);
      expect(o.state).toBe("weakrefs");
      o.decref(1);
      expect(counts(o)).toBe("0 + 0 = 0, merged, dead");
    },
  );
});

describe("try-incref", () => {
  behaviour(
    {
      item: 54,
      versions: "3.13t",
      compared: "source only",
      claim:
        "another thread's try-incref fails on an object that was never shared, and succeeds on one that may have weakrefs",
    },
    () => {
      const o = new BiasedObject({ owner: 1 });
      expect(o.tryIncref(2)).toBe(false);
      expect(o.tryIncref(1)).toBe(true);
      o.setMaybeWeakref(1);
      expect(o.tryIncref(2)).toBe(true);
      expect(counts(o)).toBe("2 + 1 = 3, weakrefs");
    },
  );

  behaviour(
    {
      item: 54,
      versions: "3.13t",
      compared: "source only",
      claim: "try-incref of a dead object fails, in every way that it can have died",
    },
    () => {
      const threads = new FreeThreads();
      const alone = new BiasedObject({ owner: 1, threads });
      alone.decref(1);
      const shared = new BiasedObject({ owner: 1, threads });
      shared.incref(2);
      shared.decref(1);
      shared.decref(2);
      expect([alone, shared].map((o) => [o.dead, o.tryIncref(2)])).toEqual([
        [true, false],
        [true, false],
      ]);
    },
  );
});

describe("misuse", () => {
  test("a decref too many is refused with the history of the object", () => {
    const o = new BiasedObject({ owner: 1 });
    o.incref(2);
    o.decref(1);
    o.decref(2);
    expect(() => o.decref(2)).toThrow(UseAfterDeallocError);
    expect(() => o.decref(2)).toThrowErrorMatchingInlineSnapshot(
      `[UseAfterDeallocError: decref by thread 2: it has been deallocated. Each reference may be given up once, and an object is used only by a thread that holds one. CPython would corrupt memory and raise no exception. What happened to it: create by thread 1 (local 1, shared 0, default); incref-shared by thread 2 (local 1, shared 1, default); decref-local by thread 1 (local 0, shared 1, default); ownership-given-up by thread 1 (local 0, shared 1, default); merged by thread 1 (local 0, shared 1, merged); decref-shared by thread 2 (local 0, shared 0, merged); dealloc by thread 2 (local 0, shared 0, merged).]`,
    );
    expect(() => o.incref(1)).toThrow(UseAfterDeallocError);
  });

  test("a count that the merge finds below 0 is refused", () => {
    const o = new BiasedObject({ owner: 1 });
    o.decref(2);
    o.decref(2);
    expect(() => o.threads.mergeRefcounts(1)).toThrow(HeapCorruptionError);
    expect(o.dead).toBe(false);
  });

  test.each([0, -1, 1.5, Number.NaN])("%s is no thread", (thread) => {
    const o = new BiasedObject({ owner: 1 });
    expect(() => new BiasedObject({ owner: thread })).toThrow(BadArgumentError);
    expect(() => o.incref(thread)).toThrow(BadArgumentError);
    expect(() => o.threads.mergeRefcounts(thread)).toThrow(BadArgumentError);
    expect(counts(o)).toBe("1 + 0 = 1, default");
  });
});

test("an operation can be taken step by step, with another thread's operation between two steps", () => {
  const o = new BiasedObject({ owner: 1 });
  o.incref(2);
  const a = o.begin("decref", 1);
  const b = o.begin("decref", 2);
  const steps: string[] = [];
  for (const frame of [a, b, a, a, b, b, a, a]) {
    steps.push(`${frame.thread}: ${frame.step}`);
    o.advance(frame);
  }
  expect(steps).toEqual([
    "1: decref",
    "2: decref",
    "1: merge-zero",
    "1: give-up-ownership",
    "2: decref-shared",
    "2: done",
    "1: merge-zero-shared",
    "1: merge-zero-shared",
  ]);
  expect(o.dead).toBe(false);
  o.advance(a);
  expect(o.dead).toBe(true);
});

behaviour(
  {
    item: 54,
    versions: "3.13t",
    compared: "source only",
    claim:
      "whatever three threads do, one whole operation at a time, the object lives exactly as long as it has references",
  },
  () => {
    const order = { default: 0, weakrefs: 1, queued: 2, merged: 3 } as const;
    const action = fc.record({
      thread: fc.integer({ min: 1, max: 3 }),
      does: fc.constantFrom("incref", "decref", "weakref", "merge", "collect", "try") as fc.Arbitrary<string>,
    });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40, size: "max" }), (actions) => {
        const o = new BiasedObject({ owner: 1 });
        let references = 1;
        for (const { thread, does } of actions) {
          const before = order[o.state];
          if (does === "merge") o.threads.mergeRefcounts(thread);
          else if (does === "collect") o.threads.collect();
          else if (references === 0) continue;
          else if (does === "weakref") o.setMaybeWeakref(thread);
          else if (does === "try") references += Number(o.tryIncref(thread));
          else {
            references += does === "incref" ? 1 : -1;
            if (does === "incref") o.incref(thread);
            else o.decref(thread);
          }
          expect(order[o.state]).toBeGreaterThanOrEqual(before);
          expect(o.refcnt).toBe(references + o.threads.queued(1));
          if (o.dead) expect(references).toBe(0);
        }
        while (references-- > 0) o.decref(2);
        o.threads.mergeRefcounts(1);
        expect(o.dead).toBe(true);
      }),
      { seed: 703, numRuns: 500 },
    );
  },
);
