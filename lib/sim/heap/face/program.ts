/** What every part of the heap's face stands on: the state, the handles, and the one way in which an operation runs. */

import { modelBlocks } from "../../alloc/heap-blocks";
import { BadArgumentError } from "../../errors";
import { safePoint } from "../../gc/safe-point";
import type { ClassRecord } from "../../objects/class-record";
import { createNamespace, type Namespace } from "../../objects/namespace";
import { typeName } from "../../objects/type-name";
import { defaultProfile, profileOf } from "../../profile";
import type { Profile } from "../../profile/profile";
import { requireType } from "../argument";
import { Handles } from "../handles";
import { HeapState } from "../heap-state";
import { Field } from "../memory-map";
import type { PyObject } from "../py-object";

/** How much of CPython a heap models. */
export interface HeapOptions {
  /**
   * Model memory block by block: pools, arenas, addresses and resident pages. Counts and collections are the same
   * without; how much memory is used is then known only as each block's share of a full pool. Default false.
   */
  readonly blocks?: boolean;
}

/** A program on a heap of its own. */
export abstract class Program {
  protected readonly h: HeapState;
  protected readonly handles: Handles;
  private callsUnderWay = 0;
  /** The modules `__main__` and `builtins`. */
  protected readonly main: Namespace;
  protected readonly builtins: Namespace;

  /**
   * @param version - A CPython version line, by default "3.13".
   * @throws {BadArgumentError} When it has no profile.
   */
  constructor(version: string = defaultProfile.version, options: HeapOptions = {}) {
    this.h = new HeapState(profileOf(version));
    if (options.blocks === true) modelBlocks(this.h);
    this.builtins = createNamespace(this.h, "builtins");
    this.main = createNamespace(this.h, "__main__", this.builtins);
    this.handles = new Handles(this.h);
  }

  /** The rules that this heap follows. */
  get profile(): Profile {
    return this.h.profile;
  }

  /** Run one operation. An error in a finalizer or callback that it caused is thrown when it has ended. */
  protected run<Result>(operation: string, body: () => Result): Result {
    this.handles.begin(operation);
    const result = body();
    if (this.h.unraisable.length > 0) throw this.h.unraisable.splice(0)[0];
    return result;
  }

  /** The end of a call: the eval breaker is checked while the result is on the operand stack. */
  protected call(operation: string, make: () => number): PyObject {
    return this.run(operation, () => {
      const handle = this.handles.hold(make());
      if (this.callsUnderWay === 0) safePoint(this.h);
      return handle;
    });
  }

  /**
   * Run several operations as one call into C, as `list(map(list, ...))` is: from 3.12 on, a collection that becomes due
   * in it waits until it has ended.
   *
   * @example
   * heap.oneCall(() => { for (let n = 0; n < 200_000; n++) heap.list(); }); // at most one collection, on 3.13
   */
  oneCall<Result>(body: () => Result): Result {
    requireType("oneCall", "the body", body, "function");
    this.callsUnderWay++;
    try {
      return body();
    } finally {
      this.callsUnderWay--;
      if (this.callsUnderWay === 0) this.run("oneCall", () => safePoint(this.h));
    }
  }

  /** The object of a handle, and what is known of its class. */
  protected withClass(o: PyObject, operation: string): [id: number, cls: ClassRecord] {
    const id = this.handles.idOf(o, operation);
    const record = this.h.classes.get(this.h.memory[id + Field.TYPE]!);
    if (record !== undefined) return [id, record];
    throw new BadArgumentError(
      `${operation}: a '${typeName(this.h, id)}' object has no attributes that can be set.`,
    );
  }
}
