/** One question to one command: are you a CPython that the kit can measure, and which? */

import { spawnSync } from "node:child_process";

/** A CPython on this machine, 64-bit, 3.8 or later. */
export interface PythonFound {
  /** The interpreter itself, as it names its own file: no symbolic link, no pyenv shim. */
  readonly path: string;
  /** For example "3.13.0" or "3.14.0rc2"; "3.13.0t" for a free-threaded build. */
  readonly version: string;
  /** For example "3.13"; "3.13t" for a free-threaded build, which manages memory in its own way. */
  readonly series: string;
}

const probeTimeoutMs = 5_000;

/** Python 2 and PyPy understand it too, so that they can say that they are not meant. */
const question = `
import sys
v = sys.version_info
release = {"final": "", "alpha": "a%d", "beta": "b%d", "candidate": "rc%d"}[v[3]]
usable = getattr(sys, "implementation", None) and sys.implementation.name == "cpython" and sys.maxsize > 2**32 and v >= (3, 8)
if usable:
    import os
    threads = "t" if "free-threading" in sys.version else ""
    path = os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)
    print(path + "|" + "%d.%d.%d" % v[:3] + (release % v[4] if release else "") + threads + "|" + "%d.%d" % v[:2] + threads)
`;

const answers = new Map<string, PythonFound | undefined>();

/**
 * Run `command` and see whether it is a CPython, 64-bit, 3.8 or later.
 *
 * Asks each command once per process. Never throws: a command that is missing, hangs for 5 s or is something else
 * gives `undefined`.
 *
 * @param command - A path, or a name on the PATH.
 * @param args - What to put before the interpreter's own options: `["-3"]` for the Windows launcher `py`.
 */
export function probePython(command: string, args: readonly string[] = []): PythonFound | undefined {
  const key = [command, ...args].join(" ");
  if (!answers.has(key)) answers.set(key, ask(command, args));
  return answers.get(key);
}

function ask(command: string, args: readonly string[]): PythonFound | undefined {
  // Node throws at a name that no program can have.
  if (command === "" || command.includes("\0")) return undefined;
  const { status, stdout } = spawnSync(command, [...args, "-I", "-S", "-c", question], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    timeout: probeTimeoutMs,
    killSignal: "SIGKILL",
    windowsHide: true,
  });
  if (status !== 0) return undefined;
  const [path, version, series] = stdout.trim().split("|");
  return path && version && series ? { path, version, series } : undefined;
}
