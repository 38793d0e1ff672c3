/** What a variable of a generated program can hold, and what can be done with it. One letter per class of object. */

/**
 * The letter of a class, as both sides write it: list, tuple, dict, set, frozenset (z), function (n), cell, bound
 * method, weakref; the classes of the prelude in capitals; `.` for None and other atoms.
 */
export type Kind = string;

/** The classes of the prelude, in the order of their numbers in an operation. `prelude.py` has their bodies. */
export const classNames = ["P", "F", "R", "A", "S", "T"] as const;

/** The letters of the built-in classes, by the name of the class. */
export const letterOfType: Readonly<Record<string, Kind>> = {
  list: "l",
  tuple: "t",
  dict: "d",
  set: "s",
  frozenset: "z",
  function: "n",
  cell: "c",
  method: "m",
  weakref: "w",
};

/** The groups that operations ask for: the letters, and how a generated program asks. */
export const groups = {
  list: { letters: "l", python: "is list" },
  dict: { letters: "d", python: "is dict" },
  set: { letters: "s", python: "is set" },
  weakref: { letters: "w", python: "is ref" },
  /** Instances with a dict. */
  attributed: { letters: "PFRA", python: "in attributed" },
  /** Instances with two slots and no dict. */
  slotted: { letters: "ST", python: "in slotted" },
  instance: { letters: "PFRAST", python: "in instance" },
  /** What a weakref can refer to. */
  referable: { letters: "PFRAsznm", python: "in referable" },
  /** What can be a key by its identity. */
  hashable: { letters: "PFRASTn", python: "in hashable" },
  /** What tells its referents. A weakref has its callback there, which in the simulator is no object. */
  referring: { letters: "ltdszncmPFRAST", python: "in referring" },
  /** What the collector may know: anything but atoms. */
  container: { letters: "ltdszncmwPFRAST", python: "in container" },
} as const;

/** The name of a group. */
export type Group = keyof typeof groups;

/** Is a thing of this kind in the group? */
export function isIn(kind: Kind, group: Group): boolean {
  return groups[group].letters.includes(kind);
}
