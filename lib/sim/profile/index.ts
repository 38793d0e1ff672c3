/** The version lines that can be simulated. A new one is a file beside this one and a name in the list below. */

import { BadArgumentError } from "../errors";
import type { Profile } from "./profile";
import { py38 } from "./py38";
import { py310 } from "./py310";
import { py311 } from "./py311";
import { py312 } from "./py312";
import { py313 } from "./py313";
import { py313t } from "./py313t";
import { py314 } from "./py314";
import { py315 } from "./py315";

/** Every profile, oldest first. */
export const profiles: readonly Profile[] = [py38, py310, py311, py312, py313, py313t, py314, py315];

/** The profile that is used when none is asked for. */
export const defaultProfile: Profile = py313;

/**
 * Find a profile by its version line.
 *
 * @param version - For example "3.13".
 * @throws {BadArgumentError} When there is none of that name; the message lists those there are.
 * @example
 * profileOf("3.11").collector.thresholds; // [700, 10, 10]
 */
export function profileOf(version: string): Profile {
  const found = profiles.find((profile) => profile.version === version);
  if (found !== undefined) return found;
  const known = profiles.map((profile) => profile.version).join(", ");
  throw new BadArgumentError(
    `There is no profile for CPython "${version}". Simulated version lines: ${known}.`,
  );
}
