/** How a built-in type is told: its slots, methods and attributes, as one table. Mirrors `PyTypeObject`. */

import type { Machine } from "../run/machine";

/**
 * The convention of all native code, `m` first: arguments are borrowed, the result is owned by the caller, 0 means that an
 * exception is set in `m.error` (never a `throw`). A `boolean` result is false, a `string` result null for the same.
 */
export type NativeFunction = (m: Machine, args: readonly number[], keywords: Keywords) => number;

/** Keyword arguments by name, borrowed, in order; null without any. */
export type Keywords = ReadonlyMap<string, number> | null;

/** One function or method. The machine checks the number of arguments before the call, with CPython's message. */
export interface NativeDefinition {
  readonly name: string;
  /** Positional arguments, `self` not counted. Default 0. */
  readonly least?: number;
  /** Infinity: any number. Default: `least`. */
  readonly most?: number;
  /** Names of keyword arguments that it takes; "any" leaves the check to the function. Default none. */
  readonly keywords?: readonly string[] | "any";
  /** `args[0]` of a method is `self`. */
  readonly call: NativeFunction;
  /** "class": `args[0]` is the type; "static": there is no `self`. Default "instance". Only in types. */
  readonly kind?: "instance" | "class" | "static";
}

/** An attribute that is computed: `tp_getset`, `tp_members`. */
export interface NativeAttribute {
  readonly name: string;
  readonly get: (m: Machine, o: number) => number;
  /** @param value - 0 = delete. Absent: the attribute is read-only. */
  readonly set?: (m: Machine, o: number, value: number) => boolean;
}

/** The slots of a type. A type inherits what it does not have from its base. */
export interface Slots {
  /** `tp_new` and `tp_init` in one: an instance of `type`, which may be a subclass (then the instance holds its class). */
  readonly create?: (m: Machine, type: number, args: readonly number[], keywords: Keywords) => number;
  /**
   * `tp_init`, for types whose instances can be filled again: list, dict, set, exceptions. `create` then gets the same
   * arguments before, and fills an instance of the type itself, so that `init` is called for subclasses alone.
   */
  readonly init?: (m: Machine, o: number, args: readonly number[], keywords: Keywords) => boolean;
  readonly call?: (m: Machine, o: number, args: readonly number[], keywords: Keywords) => number;
  readonly repr?: (m: Machine, o: number) => string | null;
  readonly str?: (m: Machine, o: number) => string | null;
  /** `__format__`, with the text behind the colon. */
  readonly format?: (m: Machine, o: number, spec: string) => string | null;
  /** null = exception set, for example unhashable. */
  readonly hash?: (m: Machine, o: number) => bigint | null;
  /** `Py_NotImplemented` is a result: {@link Machine.notImplemented}, owned. */
  readonly compare?: (m: Machine, op: number, a: number, b: number) => number;
  /** 1, 0, or -1 with an exception set; the same for `contains`. */
  readonly truth?: (m: Machine, o: number) => number;
  /** -1 with an exception set. */
  readonly length?: (m: Machine, o: number) => number;
  readonly contains?: (m: Machine, o: number, item: number) => number;
  readonly getItem?: (m: Machine, o: number, key: number) => number;
  /** @param value - 0 = delete. */
  readonly setItem?: (m: Machine, o: number, key: number, value: number) => boolean;
  readonly iterate?: (m: Machine, o: number) => number;
  /** 0 without an exception: exhausted. */
  readonly next?: (m: Machine, o: number) => number;
  /** `__length_hint__` of an iterator: how many items are left. */
  readonly lengthHint?: (m: Machine, o: number) => number;
  /** `a op b`, called for the type of either operand, with the arguments in source order. May be NotImplemented. */
  readonly binary?: (m: Machine, op: number, a: number, b: number) => number;
  /** `+o`, `-o`, `~o`: {@link UnaryOp}. */
  readonly unary?: (m: Machine, op: UnaryOp, o: number) => number;
  /** `tp_getattro`: the whole lookup; absent: `PyObject_GenericGetAttr`. @param name - An interned str. */
  readonly getAttribute?: (m: Machine, o: number, name: number) => number;
  /** @param value - 0 = delete. */
  readonly setAttribute?: (m: Machine, o: number, name: number, value: number) => boolean;
  /** `tp_dictoffset`: the dict of its attributes, borrowed; 0 = none. @param make - Make it when there is none yet. */
  readonly dict?: (m: Machine, o: number, make: boolean) => number;
  /** `tp_descr_get`: what `object.name` or `type.name` (object 0) is when this object is what the class has. */
  readonly get?: (m: Machine, descriptor: number, object: number, type: number) => number;
  /** `tp_descr_set`; its presence makes a data descriptor. @param value - 0 = delete. */
  readonly set?: (m: Machine, descriptor: number, object: number, value: number) => boolean;
}

export type UnaryOp = "+" | "-" | "~";

/** A built-in type. */
export interface NativeType {
  readonly name: string;
  /** "builtins" when absent. */
  readonly module?: string;
  /** Its object, where the heap has one already (`Static.LIST_TYPE`); absent: one is placed. */
  readonly id?: number;
  /** The name of its base; "object" when absent. */
  readonly base?: string;
  /** Can a class statement name it as a base? */
  readonly subclassable?: boolean;
  /** Of an exception: its struct has members that its base has not (`solid_base`). */
  readonly addsMembers?: boolean;
  /** `slots.create` makes instances of subclasses as they are; else they get their class afterwards. */
  readonly createsSubclasses?: boolean;
  /** Its objects are methods of what they are found on: `o.f()` makes no bound method (`Py_TPFLAGS_METHOD_DESCRIPTOR`). */
  readonly isMethod?: boolean;
  readonly slots?: Slots;
  readonly methods?: readonly NativeDefinition[];
  readonly attributes?: readonly NativeAttribute[];
  readonly doc?: string;
}
