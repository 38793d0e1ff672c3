/** What is raised when an attribute is not there, or cannot be set. */

import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { exceptionMember, setExceptionMember } from "./exception-object";
import { fill } from "./fill";
import { isSubtype, typeName, typeOf } from "./type-lookup";

/** `o.name` does not exist. @returns 0 */
export function noAttribute(m: Machine, o: number, name: number): 0 {
  return raise(m, "AttributeError", `'${typeName(m, o)}' object has no attribute '${textOfName(m, name)}'`);
}

/** `del o.name` of what is not there. @returns false */
export function notThere(m: Machine, o: number, name: number): false {
  raise(m, "AttributeError", fill(m.rules.texts.noAttributeToDelete, typeName(m, o), textOfName(m, name)));
  return false;
}

/** `o.name = value` of an object that has no dict. @param isInType - The type has something of this name. @returns false */
export function cannotSet(m: Machine, o: number, name: number, isInType: boolean): false {
  const text = textOfName(m, name);
  const message = isInType
    ? `'${typeName(m, o)}' object attribute '${text}' is read-only`
    : fill(m.rules.texts.noAttributeToSet, typeName(m, o), text);
  raise(m, "AttributeError", message);
  if (!isInType && m.rules.exceptions.storesKeepObject) addErrorContext(m, o, name);
  return false;
}

/**
 * An AttributeError that is about to leave an attribute access keeps the object and the name, unless it has some already
 * (`set_attribute_error_context`).
 */
export function addErrorContext(m: Machine, o: number, name: number): void {
  if (!m.rules.exceptions.errorsKeepObject || m.error === 0) return;
  if (!isSubtype(m, typeOf(m, m.error).id, m.typeNames.get("AttributeError")!)) return;
  if (exceptionMember(m, m.error, "obj") !== 0 || exceptionMember(m, m.error, "name") !== 0) return;
  setExceptionMember(m, m.error, "obj", o);
  setExceptionMember(m, m.error, "name", name);
}

function textOfName(m: Machine, name: number): string {
  return m.h.payload.get(name) as string;
}
