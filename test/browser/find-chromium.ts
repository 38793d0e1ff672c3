/** Finds the Chromium that the browser tests drive. */
import { accessSync, constants } from "node:fs";
import { findProgram } from "../../lib/notebook/jupyter/find-program";

/** Its path. Throws one sentence when there is none. */
export function findChromium(): string {
  const named = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser"];
  const path = named.find(isProgram) ?? findProgram("google-chrome") ?? findProgram("chromium");
  if (path !== undefined) return path;
  throw new Error(
    "The browser tests need Chromium, and there is none in the usual places. Install it (on Debian: apt install chromium) or say where it is in the variable CHROMIUM_PATH.",
  );
}

function isProgram(path: string | undefined): boolean {
  try {
    accessSync(path ?? "", constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
