/** What a program of an oracle script saw on CPython. */

import type { OracleData, Seen } from "../oracle/oracle-data";
import { oracle } from "../oracle/read-oracle";

/** Scripts whose programs write down what they see. */
type SeeingScript = {
  [Script in keyof OracleData]: OracleData[Script] extends {
    readonly cases: readonly { readonly name: string; readonly seen: readonly Seen[] }[];
  }
    ? Script
    : never;
}[keyof OracleData];

/** @throws When the script has no program of that name. */
export function seenByProgram(script: SeeingScript, version: string, name: string): readonly Seen[] {
  const found = oracle(script, version).data.cases.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${script}.py has no program "${name}".`);
  return found.seen;
}
