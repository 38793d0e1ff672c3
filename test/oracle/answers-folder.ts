/** Before the tests: a folder for what the oracle's scripts answer during this run. After them it is gone. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** See asked-once.ts. */
    readonly answersFolder: string;
  }
}

/** Called by vitest once a run. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "leakloop-oracle-"));
  project.provide("answersFolder", folder);
  return () => rmSync(folder, { recursive: true });
}
