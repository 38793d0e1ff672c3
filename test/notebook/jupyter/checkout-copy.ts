/** An empty checkout with a PATH of its own, and programs on it that a test writes. */
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { type JupyterHome, jupyterHome, makeHome } from "../../../lib/notebook/jupyter/jupyter-home";

export interface EmptyCheckout {
  readonly root: string;
  readonly home: JupyterHome;
  /** Put a shell script on the PATH. */
  program(name: string, script: string): void;
}

/** Run `claim` in an empty checkout; nothing but what it puts there is on the PATH. */
export function inEmptyCheckout(claim: (checkout: EmptyCheckout) => void): void {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "leakloop-jupyter-test-")));
  const bin = join(root, "bin");
  mkdirSync(bin);
  vi.stubEnv("PATH", bin);
  try {
    const home = jupyterHome(root);
    makeHome(home);
    claim({
      root,
      home,
      program(name, script) {
        writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
        chmodSync(join(bin, name), 0o755);
      },
    });
  } finally {
    vi.unstubAllEnvs();
    rmSync(root, { recursive: true });
  }
}
