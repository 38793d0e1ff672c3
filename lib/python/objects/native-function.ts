/** Built-in functions and methods. Mirrors `Objects/methodobject.c`, `Objects/descrobject.c`, `Objects/call.c`. */

import { keepNative } from "../../sim/heap/member-object";
import { Field } from "../../sim/heap/memory-map";
import { placeStaticObject } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { fill } from "./fill";
import { argumentsFit } from "./native-arguments";
import type { Keywords, NativeDefinition } from "./native-type";
import { isSubtype, typeName, typeOf } from "./type-lookup";
import type { TypeObject } from "./type-object";

/** What is kept beside each object that stands for native code. */
export interface NativeCallable {
  readonly definition: NativeDefinition;
  /** The type of a method; null of a function. */
  readonly owner: TypeObject | null;
  /** A slot of the type, in a function: messages about its arguments are others. */
  readonly isWrapper: boolean;
  /** `__module__` of a function. */
  readonly module: string;
}

/** A built-in function, which exists before the program. Borrowed. @param module - Where it is defined. */
export function createNativeFunction(m: Machine, definition: NativeDefinition, module = "builtins"): number {
  const o = placeStaticObject(m.h, m.typeNames.get("builtin_function_or_method")!);
  keepNative(m.h, o, { definition, owner: null, isWrapper: false, module } satisfies NativeCallable);
  return o;
}

/** What a built-in type has for one of its methods. Borrowed. @param type - The name of the descriptor's own type. */
export function createMethodDescriptor(
  m: Machine,
  owner: TypeObject,
  definition: NativeDefinition,
  type: "method_descriptor" | "classmethod_descriptor" | "wrapper_descriptor" | "builtin_function_or_method",
): number {
  const o = placeStaticObject(m.h, m.typeNames.get(type)!);
  keepNative(m.h, o, {
    definition,
    owner,
    isWrapper: type === "wrapper_descriptor",
    module: owner.module,
  } satisfies NativeCallable);
  return o;
}

/** What is known of a built-in function or method. */
export function nativeCallable(m: Machine, o: number): NativeCallable {
  return m.h.native.get(o) as NativeCallable;
}

/**
 * Call a built-in function or method descriptor, bound or not. A wrong number of arguments or a wrong `self` is a
 * TypeError. Arguments are borrowed, the result is owned; 0 = exception set.
 *
 * @param self - What stands before the arguments, as LOAD_METHOD leaves it; 0 = nothing.
 */
export function callNative(
  m: Machine,
  f: number,
  self: number,
  args: readonly number[],
  keywords: Keywords,
): number {
  const callable = nativeCallable(m, f);
  const first = boundSelf(m, f) || self;
  const all = first === 0 ? args : [first, ...args];
  const { definition, owner } = callable;
  const hasSelf = owner !== null && definition.kind !== "static";
  if (hasSelf && !selfFits(m, owner, callable, all)) return 0;
  if (!argumentsFit(m, callable, all.length - (hasSelf ? 1 : 0), keywords)) return 0;
  return definition.call(m, all, keywords);
}

/** What a bound built-in method is bound to, borrowed; 0 = nothing. */
export function boundSelf(m: Machine, f: number): number {
  const { memory } = m.h;
  return memory[f + Field.LENGTH] === 0 ? 0 : memory[memory[f + Field.START]!]!;
}

function selfFits(
  m: Machine,
  owner: TypeObject,
  { definition, isWrapper }: NativeCallable,
  [self]: readonly number[],
): boolean {
  const { name } = definition;
  if (self === undefined) {
    const text = isWrapper
      ? "descriptor '{1}' of '{0}' object needs an argument"
      : m.rules.texts.unboundMethod;
    return fail(m, fill(text, owner.name, name));
  }
  if (definition.kind === "class" || isSubtype(m, typeOf(m, self).id, owner.id)) return true;
  const received = typeName(m, self);
  if (isWrapper)
    return fail(m, `descriptor '${name}' requires a '${owner.name}' object but received a '${received}'`);
  return fail(m, `descriptor '${name}' for '${owner.name}' objects doesn't apply to a '${received}' object`);
}

function fail(m: Machine, message: string): false {
  raise(m, "TypeError", message);
  return false;
}
