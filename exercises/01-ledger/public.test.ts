/** The checks that a learner sees. */
import { expect, test } from "vitest";
import { bind, del, type Ledger } from "./exercise";

test("a second name for an object makes its count 2", { meta: { points: 0.5 } }, () => {
  expect(
    run("a = cart", "b = a").refcnt,
    "`b = a` copies no object: it is one more reference to the same one",
  ).toEqual(new Map([["cart", 2]]));
});

test("rebinding the only name of an object deallocates it", { meta: { points: 0.5 } }, () => {
  expect(
    run("a = cart", "a = order").refcnt,
    "when `a` is bound to something else, the old object loses the reference that `a` was",
  ).toEqual(new Map([["order", 1]]));
});

test("del takes a name away, and the object goes with its last name", { meta: { points: 0.5 } }, () => {
  expect(
    run("a = cart", "b = a", "del a").refcnt,
    "`del a` deletes the name, not the object: `b` still refers to it",
  ).toEqual(new Map([["cart", 1]]));
  expect(run("a = cart", "b = a", "del a").names).toEqual(new Map([["b", "cart"]]));
  expect(
    run("a = cart", "b = a", "del b", "del a").refcnt,
    "the second `del` takes the last reference: nothing may keep the object",
  ).toEqual(new Map());
});

test("the log has every step in order", { meta: { points: 0.5 } }, () => {
  expect(
    run("a = cart", "b = a", "del a", "del b").log,
    "the last decref has its own line, before the dealloc that it leads to",
  ).toEqual(["incref cart 1", "incref cart 2", "decref cart 1", "decref cart 0", "dealloc cart"]);
});

/** Run statements of the form `name = object`, `name = other name` and `del name` on an empty ledger. */
function run(...statements: string[]): Ledger {
  const ledger: Ledger = { refcnt: new Map(), names: new Map(), log: [] };
  for (const statement of statements) {
    const [name = "", value] = statement.split(" = ");
    if (value === undefined) del(ledger, name.replace("del ", ""));
    else bind(ledger, name, ledger.names.get(value) ?? value);
  }
  return ledger;
}
