/**
 * Free lists: freed objects that are kept for the next one of their kind. What comes from there or goes there moves no
 * counter of the collector. Mirrors `PyList_MAXFREELIST`, `PyDict_MAXFREELIST`, `PyTuple_MAXFREELIST`.
 */

import type { FreeListRules } from "../profile/profile";

/** How many objects of each kind are kept. They are numbers: a kept object is not distinguishable from a new one. */
export class FreeLists {
  private lists = 0;
  private dicts = 0;
  private methods = 0;
  private readonly tuples: Int32Array;

  constructor(private readonly rules: FreeListRules) {
    this.tuples = new Int32Array(rules.tuplesKeptUpTo + 1);
  }

  /** Take a kept list. @returns whether there was one. */
  takeList(): boolean {
    if (this.lists === 0) return false;
    this.lists--;
    return true;
  }

  /** Keep a dead list. @returns whether there was room. */
  keepList(): boolean {
    if (this.lists >= this.rules.lists) return false;
    this.lists++;
    return true;
  }

  /** Take a kept dict. @returns whether there was one. */
  takeDict(): boolean {
    if (this.dicts === 0) return false;
    this.dicts--;
    return true;
  }

  /** Keep a dead dict. @returns whether there was room. */
  keepDict(): boolean {
    if (this.dicts >= this.rules.dicts) return false;
    this.dicts++;
    return true;
  }

  /** Take a kept tuple of `length` items. @returns whether there was one. */
  takeTuple(length: number): boolean {
    if (length > this.rules.tuplesTakenUpTo || this.tuples[length] === 0) return false;
    this.tuples[length]!--;
    return true;
  }

  /** Keep a dead tuple of `length` items. @returns whether there was room. */
  keepTuple(length: number): boolean {
    const { tuplesKeptUpTo, tuplesPerSize } = this.rules;
    if (length > tuplesKeptUpTo || this.tuples[length]! >= tuplesPerSize) return false;
    this.tuples[length]!++;
    return true;
  }

  /** Take a kept bound method. @returns whether there was one. */
  takeMethod(): boolean {
    if (this.methods === 0) return false;
    this.methods--;
    return true;
  }

  /** Keep a dead bound method. @returns whether there was room. */
  keepMethod(): boolean {
    if (this.methods >= this.rules.methods) return false;
    this.methods++;
    return true;
  }

  /** `clear_freelists`, at the end of a full collection. @returns how many objects were freed. */
  clear(): number {
    const freed = this.lists + this.dicts + this.methods + this.tuples.reduce((sum, n) => sum + n, 0);
    this.lists = this.dicts = this.methods = 0;
    this.tuples.fill(0);
    return freed;
  }
}
