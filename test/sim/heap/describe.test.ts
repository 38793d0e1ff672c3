import { inspect } from "node:util";
import { expect, test } from "vitest";
import { Heap } from "../../../lib/dist";

test("an object shows its class, its count and its generation", () => {
  const heap = new Heap();
  const Leak = heap.class("Leak");
  const o = heap.instance(Leak);
  heap.bind("a", o);
  expect(`${o}`).toBe("<Leak object, refcnt 2, generation 0>");
  expect(`${Leak}`).toBe("<class Leak, refcnt 5, generation 0>");
  heap.collect();
  expect(`${o}`).toBe("<Leak object, refcnt 2, generation 2>");
});

test("an int and a str show what they stand for, a dict of atoms that it is not tracked", () => {
  const heap = new Heap();
  expect(`${heap.int(1000)}`).toBe("<int 1000, refcnt 1>");
  expect(`${heap.str('say "a"')}`).toBe('<str "say \\"a\\"", refcnt 1>');
  expect(`${heap.dict()}`).toBe("<dict object, refcnt 1, not tracked>");
  expect(`${heap.none}`).toBe("<None>");
});

test("Node and notebooks show the same line", () => {
  const heap = new Heap();
  expect(inspect(heap.list())).toBe("<list object, refcnt 1, generation 0>");
});
