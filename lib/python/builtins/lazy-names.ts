/** Names of a module that are made when somebody first asks for one of them: a program need not wait for all of a library. */

import { keepNative } from "../../sim/heap/member-object";
import type { Namespace } from "../../sim/objects/namespace";
import type { Machine } from "../run/machine";
import { leavingNoTrace } from "./leaving-no-trace";
import { runLibrary } from "./run-library";

interface LazyNames {
  readonly file: string;
  /** The texts that make a name, in order. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
  /** Those that have run. */
  readonly done: Set<string>;
}

/** Let a module make names as they are needed. @param sources - For each name the texts that make it; one text may serve several. */
export function addLazyNames(
  m: Machine,
  namespace: Namespace,
  file: string,
  sources: ReadonlyMap<string, readonly string[]>,
): void {
  keepNative(m.h, namespace.module, { file, sources, done: new Set() } satisfies LazyNames);
}

/** Make a name, when the module can. @returns false when it cannot, or with an exception set. */
export function makeLazyName(m: Machine, namespace: Namespace, name: string): boolean {
  const lazy = m.h.native.get(namespace.module) as Partial<LazyNames> | undefined;
  const { done, file, sources } = lazy ?? {};
  const needed = sources?.get(name)?.filter((source) => done?.has(source) === false);
  if (done === undefined || file === undefined || needed === undefined || needed.length === 0) return false;
  return leavingNoTrace(m, () =>
    needed.every((source) => {
      done.add(source);
      return runLibrary(m, namespace, file, source);
    }),
  );
}
