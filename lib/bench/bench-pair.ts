/** What is compared: a profile of the simulator and the real CPython of the same version line. */

import { choosePython } from "../cpython/choose-python";
import { findPythons, type PythonFound } from "../cpython/find-python";
import { defaultProfile, profiles } from "../sim/profile";

/** One comparison. */
export interface BenchPair {
  /** The version line that is simulated. */
  readonly profile: string;
  readonly python: PythonFound;
}

/** The version lines that are compared when nobody says which. */
const DEFAULT_SERIES = ["3.11", "3.13"];

/**
 * Choose the pairs.
 *
 * @param wanted - Real CPythons, as {@link choosePython} takes them. Empty: those of 3.11 and 3.13 that are found. One
 *   without a profile of its line is compared with the default profile.
 * @throws {BadInputError} When one that is wanted is not there, or when there is none at all.
 */
export function choosePairs(wanted: readonly string[]): readonly BenchPair[] {
  const series = findPythons().map((python) => python.series);
  const present = DEFAULT_SERIES.filter((one) => series.includes(one));
  const chosen = wanted.length > 0 ? wanted : present.length > 0 ? present : DEFAULT_SERIES;
  return chosen.map((name) => {
    const python = choosePython(name);
    const profile = profiles.find(({ version }) => version === python.series) ?? defaultProfile;
    return { profile: profile.version, python };
  });
}
