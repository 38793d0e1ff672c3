/**
 * What a class of a program cannot do here, found when the class statement runs: the compiler cannot see it.
 *
 * Simplified: metaclasses, descriptors written in Python, hooks of class creation and `__slots__` of a class that inherits
 * from a built-in type are refused with NotImplementedError.
 */

import { raise } from "../run/error";
import type { Machine } from "../run/machine";

/** Special methods that the simulator would not call, and what to write in their place. */
const unsupported: Readonly<Record<string, string>> = {
  __get__: "use property",
  __set__: "use property",
  __delete__: "use property",
  __set_name__: "give the name to __init__",
  __init_subclass__: "call a function after each class statement",
  __instancecheck__: "compare types",
  __subclasscheck__: "compare types",
  __mro_entries__: "name the bases themselves",
  __class_getitem__: "leave out the type arguments",
  __await__: "use a generator",
  __aiter__: "use a generator",
  __anext__: "use a generator",
};

/** A class would get such a method. @returns true with NotImplementedError set. */
export function unsupportedSpecial(m: Machine, className: string, name: string): boolean {
  const instead = Object.hasOwn(unsupported, name) ? unsupported[name] : undefined;
  if (instead === undefined) return false;
  notSupported(m, `class ${className} defines ${name}, which this simulator does not call; ${instead}`);
  return true;
}

/** A class statement with a metaclass. @returns 0 with NotImplementedError set. */
export function unsupportedMetaclass(m: Machine, className: string): 0 {
  return notSupported(
    m,
    `class ${className} has a metaclass other than type, which this simulator does not support; use a function that changes the class`,
  );
}

/** `class C(int): __slots__ = ("a",)`. @returns 0 with NotImplementedError set. */
export function unsupportedSlots(m: Machine, className: string, base: string): 0 {
  return notSupported(
    m,
    `class ${className} adds __slots__ to the built-in type ${base}, which this simulator does not support; leave __slots__ out`,
  );
}

function notSupported(m: Machine, message: string): 0 {
  return raise(m, "NotImplementedError", message);
}
