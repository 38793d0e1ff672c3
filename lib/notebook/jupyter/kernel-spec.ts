/** The kernel specification: how Jupyter starts the TypeScript kernel. */

import { dataPath } from "../../data-path";
import { v8Flags } from "../../v8-flags";

/** The name that notebooks ask for; tslab's own, so that they open with any tslab. */
export const kernelName: string = "tslab";

/** The compiled program that runs the kernel; it takes the arguments of tslab's own command. */
export const launcher: string = dataPath("dist/notebook/launcher/launch.js");

/** The content of `kernel.json`. Paths are absolute and Node is this Node, so nothing depends on the PATH. */
export function kernelSpec(): object {
  return {
    argv: [process.execPath, ...v8Flags, launcher, "kernel", "--config-path", "{connection_file}"],
    display_name: "TypeScript",
    language: "typescript",
  };
}
