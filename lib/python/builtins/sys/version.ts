/** What `sys` tells of the interpreter: the release that the profile was measured on. */

import type { Namespace } from "../../../sim/objects/namespace";
import { makeInt, makeStr } from "../../objects/make-atom";
import { makeList } from "../../objects/make-container";
import type { NativeType } from "../../objects/native-type";
import type { Machine } from "../../run/machine";
import { bindOwned } from "../bind-natives";
import { createStructSequence, structSequenceType } from "./struct-sequence";

/** The type of `sys.version_info`. */
export const versionInfoType: NativeType = structSequenceType("version_info", [
  "major",
  "minor",
  "micro",
  "releaselevel",
  "serial",
]);

const FINAL_RELEASE = 0xf0;

/** `version_info`, `version`, `hexversion`, and constants of a 64-bit Linux build. */
export function bindVersion(m: Machine, sys: Namespace): void {
  const release = m.profile.measuredOn;
  const [major = 3, minor = 0, micro = 0] = release.split(".").map((part) => Number.parseInt(part, 10));
  const info = [makeInt(m, major), makeInt(m, minor), makeInt(m, micro), makeStr(m, "final"), makeInt(m, 0)];
  bindOwned(m, sys, "version_info", createStructSequence(m, "version_info", info));
  bindOwned(m, sys, "version", makeStr(m, `${release} (simulated)`));
  bindOwned(m, sys, "hexversion", makeInt(m, (major << 24) | (minor << 16) | (micro << 8) | FINAL_RELEASE));
  bindOwned(m, sys, "maxsize", makeInt(m, 2n ** 63n - 1n));
  bindOwned(m, sys, "platform", makeStr(m, "linux"));
  bindOwned(m, sys, "byteorder", makeStr(m, "little"));
  bindOwned(m, sys, "argv", makeList(m, [makeStr(m, "")]));
  bindOwned(m, sys, "path", makeList(m, []));
}
