/** Members that some exceptions have besides the common ones, and the arguments that fill them. Mirrors `StopIteration_init`, `ImportError_init`, `AttributeError_init` ... */

import { decref, incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { createTuple } from "../../sim/objects/tuple";
import type { EvaluationRules } from "../../sim/profile/evaluation-rules";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import type { OwnMember } from "./exception-layout";
import { setExceptionMember } from "./exception-object";
import { fill } from "./fill";
import type { Keywords } from "./native-type";
import { typeName, typeOf } from "./type-lookup";

/** How one built-in class fills its members. */
interface Filling {
  readonly members: readonly OwnMember[];
  /** The member that the first argument goes to, when there is just one, or any; several become a tuple. */
  readonly positional?: OwnMember;
  /** Is the member None without an argument, or NULL? */
  readonly orNone?: boolean;
  /** Members that keyword arguments go to. */
  readonly keywords: readonly OwnMember[];
}

const fillings: Readonly<Record<string, Filling>> = {
  AttributeError: { members: ["obj", "name"], keywords: ["name", "obj"] },
  ImportError: { members: ["msg", "name", "path"], positional: "msg", keywords: ["name", "path"] },
  NameError: { members: ["name"], keywords: ["name"] },
  StopIteration: { members: ["value"], positional: "value", orNone: true, keywords: [] },
  SystemExit: { members: ["code"], positional: "code", keywords: [] },
};

/** The members of one built-in class itself. */
export function ownMemberNames(name: string, { exceptions }: EvaluationRules): readonly OwnMember[] {
  const isKept = exceptions.errorsKeepObject || (name !== "AttributeError" && name !== "NameError");
  return isKept && Object.hasOwn(fillings, name) ? fillings[name]!.members : [];
}

/** Fill them from the arguments of the call. @returns false with TypeError set. */
export function initializeMembers(
  m: Machine,
  o: number,
  args: readonly number[],
  keywords: Keywords,
): boolean {
  const filling = fillingOf(m, o);
  const taken = keywordsOf(m, filling);
  const unknown = [...(keywords?.keys() ?? [])].find((name) => !taken.includes(name));
  if (unknown !== undefined) return refuse(m, o, taken, unknown);
  for (const [name, value] of keywords ?? []) setExceptionMember(m, o, name as OwnMember, value);
  if (filling?.positional !== undefined) fillPositional(m, o, filling, filling.positional, args);
  return true;
}

function fillPositional(
  m: Machine,
  o: number,
  { orNone }: Filling,
  member: OwnMember,
  args: readonly number[],
): void {
  if (args.length === 0) {
    if (orNone === true) setExceptionMember(m, o, member, Static.NONE);
    return;
  }
  // `SystemExit(1, 2)` keeps both; the others take the first.
  const several = member === "code" && args.length > 1;
  const value = several ? createTuple(m.h, args) : args[0]!;
  if (member === "msg" && args.length > 1) return;
  if (!several) incref(m.h, value);
  setExceptionMember(m, o, member, value);
  decref(m.h, value);
}

function fillingOf(m: Machine, o: number): Filling | undefined {
  for (const { name, record } of typeOf(m, o).mro) {
    if (record === null && Object.hasOwn(fillings, name)) return fillings[name];
  }
  return undefined;
}

/** The names that may be keywords; up to 3.8 exceptions other than ImportError take none. */
function keywordsOf(m: Machine, filling: Filling | undefined): readonly string[] {
  if (filling === undefined || (filling.positional !== "msg" && !m.rules.exceptions.errorsKeepObject))
    return [];
  return filling.keywords;
}

function refuse(m: Machine, o: number, taken: readonly string[], name: string): false {
  const type = typeName(m, o);
  const message =
    taken.length === 0
      ? `${type}() takes no keyword arguments`
      : fill(m.rules.texts.badExceptionKeyword, type, name);
  raise(m, "TypeError", message);
  return false;
}
