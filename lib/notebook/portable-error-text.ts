/** The text of an error as every machine would print it: no path of this checkout, no frame of kernel, library or Node. */

import { resolve, sep } from "node:path";

/** This module runs from lib/dist/notebook. */
const checkoutDir: string = resolve(__dirname, "../../..");

/** A line of a stack that names a file; the learner's own lines name `evalmachine.<anonymous>`. */
const fileFrame = /^\s+at .*(?:node:|file:|[\\/][^\n]*:\d+:\d+)/;

/** Drop stack frames that are in a file, and make paths of the checkout relative to it. Other lines stay as they are. */
export function portableErrorText(text: string): string {
  const lines = text.split("\n").filter((line) => !fileFrame.test(line));
  return lines.join("\n").replaceAll(`${checkoutDir}${sep}`, "");
}
