/** The checks that run at grading. */
import { expect, test } from "vitest";
import { bind, decref, del, incref, type Ledger } from "./exercise";

test("x = x keeps the object alive", { meta: { points: 0.5 } }, () => {
  const ledger = emptyLedger();
  bind(ledger, "x", "cart");
  bind(ledger, "x", "cart");
  expect(
    ledger.log,
    "rebinding frees the old object before the new one is bound: what does `x = x` do?",
  ).toEqual(["incref cart 1", "incref cart 2", "decref cart 1"]);
  expect(ledger.refcnt).toEqual(new Map([["cart", 1]]));
});

test("a decref without a reference throws and changes nothing", { meta: { points: 0.5 } }, () => {
  const ledger = emptyLedger();
  incref(ledger, "cart");
  decref(ledger, "cart");
  expect(() => decref(ledger, "cart"), "a reference count never goes below 0").toThrow();
  expect(ledger.log).toEqual(["incref cart 1", "decref cart 0", "dealloc cart"]);
  expect(ledger.refcnt).toEqual(new Map());
});

test("del of a name that is not bound throws and changes nothing", { meta: { points: 0.5 } }, () => {
  const ledger = emptyLedger();
  bind(ledger, "a", "cart");
  expect(() => del(ledger, "b"), "`del b` without a `b` is a NameError in Python").toThrow();
  del(ledger, "a");
  expect(() => del(ledger, "a"), "after `del a` there is no `a` to delete").toThrow();
  expect(ledger.log).toEqual(["incref cart 1", "decref cart 0", "dealloc cart"]);
});

test("300 random programs leave the counts and the log that names alone account for", {
  meta: { points: 0.5 },
}, () => {
  const random = mulberry32(20);
  for (let round = 0; round < 300; round++) {
    const ledger = emptyLedger();
    const oracle = new Oracle();
    const program: string[] = [];
    // Longer and longer, so that the first program that fails is a short one.
    for (let step = 0; step < 2 + round / 20; step++) {
      const name = pick(random, ["a", "b", "c"]);
      const object = pick(random, [
        "cart",
        "order",
        oracle.names.get(pick(random, ["a", "b", "c"])) ?? "cart",
      ]);
      if (oracle.names.has(name) && random() < 0.4) {
        program.push(`del ${name}`);
        oracle.del(name);
        del(ledger, name);
      } else {
        program.push(`${name} = ${object}`);
        oracle.bind(name, object);
        bind(ledger, name, object);
      }
      expect(ledger.log, `after ${program.join("; ")} (seed 20, program ${round})`).toEqual(oracle.log);
      expect(ledger.refcnt, `after ${program.join("; ")} (seed 20, program ${round})`).toEqual(
        oracle.refcnt(),
      );
    }
    expect(ledger.names, `after ${program.join("; ")}`).toEqual(oracle.names);
  }
});

/** What must have happened, told from the names alone: a count is the number of names, there is no incref or decref. */
class Oracle {
  readonly names = new Map<string, string>();
  readonly log: string[] = [];

  bind(name: string, object: string): void {
    const old = this.names.get(name);
    this.log.push(`incref ${object} ${this.namesOf(object) + 1}`);
    this.names.set(name, object);
    // In `x = x` the old reference and the new one are both there for a moment.
    if (old !== undefined) this.lose(old, this.namesOf(old));
  }

  del(name: string): void {
    const object = this.names.get(name) as string;
    this.names.delete(name);
    this.lose(object, this.namesOf(object));
  }

  refcnt(): Map<string, number> {
    return new Map([...this.names.values()].map((object) => [object, this.namesOf(object)]));
  }

  private lose(object: string, left: number): void {
    this.log.push(`decref ${object} ${left}`);
    if (left === 0) this.log.push(`dealloc ${object}`);
  }

  private namesOf(object: string): number {
    return [...this.names.values()].filter((named) => named === object).length;
  }
}

function emptyLedger(): Ledger {
  return { refcnt: new Map(), names: new Map(), log: [] };
}

function pick<T>(random: () => number, choices: readonly T[]): T {
  return choices[Math.floor(random() * choices.length)] as T;
}

/** A small generator of numbers in [0, 1), the same on every machine for the same seed. */
function mulberry32(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let bits = Math.imul(seed ^ (seed >>> 15), seed | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
