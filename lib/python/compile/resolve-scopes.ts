/** Decides where each name lives: slot, cell, or namespace. Mirrors `analyze_block` of Python/symtable.c. */

import { type Access, BOUND, type Scope, Use } from "./scope";

type Names = ReadonlySet<string>;

/**
 * Set the access of every name in `module` and the scopes in it.
 *
 * After this `needsClassCell` and `inlined` are right, and a name that an inner scope takes from an outer one is
 * a name of all scopes between them.
 */
export function resolveScopes(module: Scope, inlinesComprehensions: boolean): void {
  resolveScope(module, new Set(), inlinesComprehensions);
}

/**
 * @param around - Names that functions around the scope bind.
 * @returns The names that it and the scopes in it take from functions around (`free`).
 */
function resolveScope(scope: Scope, around: Names, inlines: boolean): Set<string> {
  const bound = new Set(around);
  const local = new Set<string>();
  const free = new Set<string>();
  for (const [name, use] of scope.names) {
    use.access = accessOf(name, use.flags, bound);
    if (use.access === "global explicit") bound.delete(name);
    else if (use.access === "local") local.add(name);
    else if (use.access === "free") free.add(name);
  }
  const taken = resolveChildren(scope, boundInside(scope, around, bound, local), inlines);
  if (scope.kind === "function") makeCells(scope, taken);
  else if (scope.kind === "class" && taken.delete("__class__")) scope.needsClassCell = true;
  passThrough(scope, taken, bound);
  return new Set([...free, ...taken]);
}

/** `analyze_name` */
function accessOf(name: string, flags: number, bound: Names): Access {
  if (flags & Use.GLOBAL) return "global explicit";
  if (flags & Use.NONLOCAL) return "free";
  if (flags & BOUND) return "local";
  return bound.has(name) ? "free" : "global implicit";
}

/** What the scopes inside can take. The names of a class body are invisible to them, its declarations as well. */
function boundInside(scope: Scope, around: Names, bound: Names, local: Names): Names {
  if (scope.kind === "class") return new Set([...around, "__class__"]);
  return scope.kind === "function" ? new Set([...bound, ...local]) : bound;
}

function resolveChildren(scope: Scope, inside: Names, inlines: boolean): Set<string> {
  const taken = new Set<string>();
  for (const child of scope.children) {
    const free = resolveScope(child, inside, inlines);
    if (inlines && child.comprehension !== null && child.comprehension !== "generator")
      inlineComprehension(scope, child, free);
    for (const name of free) taken.add(name);
  }
  return taken;
}

/** `inline_comprehension`: its names become names of the scope around, and some free ones local. */
function inlineComprehension(scope: Scope, comprehension: Scope, free: Set<string>): void {
  comprehension.inlined = true;
  for (const name of comprehension.inlinedCells) scope.inlinedCells.add(name);
  for (const [name, use] of comprehension.names) {
    if (use.flags & Use.PARAMETER) continue;
    if (use.access === "cell") scope.inlinedCells.add(name);
    const existing = scope.names.get(name);
    if (existing === undefined) scope.names.set(name, { ...use });
    else if (existing.flags & BOUND && scope.kind !== "class" && !isFreeInChild(comprehension, name))
      free.delete(name);
  }
}

function isFreeInChild(scope: Scope, name: string): boolean {
  return scope.children.some((child) =>
    child.inlined ? isFreeInChild(child, name) : child.names.get(name)?.access === "free",
  );
}

/** `analyze_cells`: locals that inner scopes use. */
function makeCells(scope: Scope, taken: Set<string>): void {
  for (const [name, use] of scope.names) {
    if (use.access !== "local" && use.access !== "cell") continue;
    if (taken.delete(name) || scope.inlinedCells.has(name)) use.access = "cell";
  }
}

/** `update_symbols`: what inner scopes take from farther out goes through this one. */
function passThrough(scope: Scope, taken: Names, bound: Names): void {
  for (const name of taken) {
    const use = scope.names.get(name);
    if (use !== undefined) {
      if (scope.kind === "class" && use.flags & (BOUND | Use.GLOBAL)) use.flags |= Use.FREE_IN_CLASS;
    } else if (bound.has(name)) scope.names.set(name, { flags: 0, access: "free" });
  }
}
