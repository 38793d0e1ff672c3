/** Where Jupyter's files go. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BadInputError } from "../../../lib/bad-input";
import { jupyterHome, makeHome } from "../../../lib/notebook/jupyter/jupyter-home";

test("a place that cannot be written to is named in one sentence", () => {
  const root = mkdtempSync(join(tmpdir(), "leakloop-home-test-"));
  writeFileSync(join(root, ".leakloop"), "in the way");
  try {
    expect(() => makeHome(jupyterHome(root))).toThrow(
      new BadInputError(
        `leakloop keeps its Jupyter in ${join(root, ".leakloop")}, and cannot write there (a file is in the way). Make that folder writable, or copy the checkout to a folder of your own.`,
      ),
    );
  } finally {
    rmSync(root, { recursive: true });
  }
});
