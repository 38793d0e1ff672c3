/** Where an exception keeps what. Mirrors the structs in `Include/cpython/pyerrors.h` and their `tp_clear`. */

import type { MemberType } from "../../sim/heap/member-object";
import { EXCEPTION } from "../../sim/objects/exception";
import type { Machine } from "../run/machine";
import { ownMemberNames } from "./exception-members";
import type { TypeObject } from "./type-object";

/** Members that every exception has. */
export type CommonMember = "dict" | "args" | "notes" | "traceback" | "cause" | "context";

/** Members that exceptions of one built-in class have besides. */
export type OwnMember = "value" | "code" | "obj" | "name" | "msg" | "path";

const layouts = new WeakMap<TypeObject, MemberType>();

/** The members of a class's instances: the common ones first, released last. */
export function exceptionLayout(m: Machine, type: TypeObject): MemberType {
  const known = layouts.get(type);
  if (known !== undefined) return known;
  const members = ownMembers(m, type);
  const layout: MemberType = {
    type: type.id,
    members: [...EXCEPTION.members, ...members],
    released: [...members, ...EXCEPTION.members],
    trashcan: m.h.profile.objects.exceptionsUseTrashcan,
  };
  layouts.set(type, layout);
  return layout;
}

/** The slot of a member; -1 when the class has none of that name. */
export function memberPosition(m: Machine, type: TypeObject, member: CommonMember | OwnMember): number {
  return exceptionLayout(m, type).members.indexOf(member);
}

function ownMembers(m: Machine, type: TypeObject): readonly OwnMember[] {
  for (const { record, name } of type.mro) {
    const members = record === null ? ownMemberNames(name, m.rules) : [];
    if (members.length > 0) return members;
  }
  return [];
}
