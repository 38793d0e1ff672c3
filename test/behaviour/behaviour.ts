/** A numbered behaviour of CPython that the simulator must reproduce, as a test whose title names it. */

import { test } from "vitest";

/** One row of `lib/sim/BEHAVIOURS.md`. */
export interface Behaviour {
  /** The number of the behaviour in that table. */
  readonly item: number;
  /** The versions that show it: "3.13", "3.8-3.12", "3.13t", "3.14.0-3.14.4". */
  readonly versions: string;
  /** "real interpreter": asked live where one is found, else read from its recording. */
  readonly compared: "real interpreter" | "recorded results" | "source only";
  /** What holds, as a sentence without a full stop. */
  readonly claim: string;
}

/** The version lines whose profiles are compared with interpreters that a script can ask. */
export const comparedVersions: readonly string[] = ["3.8", "3.10", "3.11", "3.12", "3.13"];

/**
 * Define the test `12 [3.8-3.12] more than 49 nested deaths wait (real interpreter)`.
 *
 * @param body - Runs once for each of {@link comparedVersions} that lies in `versions`, and is given its name. Where
 *   none does ("3.13t", "3.14"), it runs once and is given `versions`.
 */
export function behaviour(
  { item, versions, compared, claim }: Behaviour,
  body: (version: string) => void,
): void {
  test(`${item} [${versions}] ${claim} (${compared})`, () => {
    for (const version of versionsIn(versions)) naming(version, body);
  });
}

/** The versions that a bracket stands for, as {@link behaviour} runs them. */
export function versionsIn(bracket: string): readonly string[] {
  const ends = /^3\.(\d+)(?:-3\.(\d+))?$/.exec(bracket);
  if (ends === null) return [bracket];
  const [first, last] = [Number(ends[1]), Number(ends[2] ?? ends[1])];
  const found = comparedVersions.filter((version) => minor(version) >= first && minor(version) <= last);
  return found.length === 0 ? [bracket] : found;
}

/** Run `body`; an error of it says on which version it came up. */
function naming(version: string, body: (version: string) => void): void {
  try {
    body(version);
  } catch (error) {
    if (error instanceof Error) error.message = `On ${version}: ${error.message}`;
    throw error;
  }
}

function minor(version: string): number {
  return Number(version.slice("3.".length));
}
