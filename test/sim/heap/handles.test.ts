import { expect, test } from "vitest";
import { BadArgumentError, Heap, UseAfterDeallocError } from "../../../lib/dist";

test("a handle whose object has died is refused by every operation but dead and describe", () => {
  const heap = new Heap();
  const gone = heap.list();
  const list = heap.list();
  heap.decref(gone);
  for (const use of [
    () => heap.refcnt(gone),
    () => heap.incref(gone),
    () => heap.decref(gone),
    () => heap.append(gone, list),
    () => heap.append(list, gone),
    () => heap.bind("x", gone),
    () => heap.list([gone]),
    () => heap.tuple([gone]),
    () => heap.sizeBytes(gone),
    () => heap.gc.isTracked(gone),
  ]) {
    expect(use).toThrow(UseAfterDeallocError);
  }
  expect(heap.dead(gone)).toBe(true);
  expect(heap.describe(gone)).toBe("<deallocated object>");
  heap.check();
});

test("a stale handle is refused even when another object lies at the same place", () => {
  const heap = new Heap();
  const gone = heap.list();
  heap.decref(gone);
  const next = heap.list();
  expect(next.id).toBe(gone.id);
  expect(next.is(gone)).toBe(false);
  expect(heap.refcnt(next)).toBe(1);
  expect(() => heap.refcnt(gone)).toThrow(
    "refcnt: the object has been deallocated; its last reference is gone (in your hands since operation 1, list; dead since operation 2, decref).",
  );
});

test("a handle made by looking, not by making, is stale after the death too", () => {
  const heap = new Heap();
  heap.bind("x", heap.list([heap.list()]));
  const seen = heap.lookup("x");
  if (seen === undefined) throw new Error("x is not bound");
  heap.decref(seen);
  heap.unbind("x");
  expect(heap.dead(seen)).toBe(true);
});

test("an object of another heap is refused", () => {
  const [one, other] = [new Heap(), new Heap()];
  const stranger = other.list();
  one.list();
  expect(() => one.decref(stranger)).toThrow(BadArgumentError);
  expect(() => one.dead(stranger)).toThrow(
    "<list object, refcnt 1, generation 0> is an object of another heap.",
  );
});

test("an operation of another type is refused with the type's name", () => {
  const heap = new Heap();
  const list = heap.list();
  expect(() => heap.append(heap.dict(), list)).toThrow("append does not work on a 'dict' object.");
  expect(() => heap.setattr(list, "x", list)).toThrow("setattr: a 'list' object has no attributes");
  expect(() => heap.instance(list)).toThrow(BadArgumentError);
});

test("borrowing changes no count; a popped reference is yours", () => {
  const heap = new Heap();
  const item = heap.list();
  const list = heap.list([item]);
  heap.bind("list", list);
  heap.lookup("list");
  expect([heap.refcnt(list), heap.refcnt(item)]).toEqual([2, 2]);
  const popped = heap.pop(list);
  expect(popped?.is(item)).toBe(true);
  expect(heap.refcnt(item)).toBe(2);
  heap.decref(item);
  heap.decref(item);
  expect(heap.dead(item)).toBe(true);
});
