/** A server that does not come up. One that does is tested with the browser: it needs JupyterLab. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freePort } from "../../../lib/notebook/jupyter/free-port";
import { jupyterHome, makeHome } from "../../../lib/notebook/jupyter/jupyter-home";
import { startLab } from "../../../lib/notebook/jupyter/lab-server";

test("a JupyterLab that ends at once is reported with its last words and where the rest is", async () => {
  const root = mkdtempSync(join(tmpdir(), "leakloop-server-test-"));
  const home = jupyterHome(root);
  makeHome(home);
  const broken = {
    program: process.execPath,
    args: ["-e", "console.log('ImportError: libffi is missing'); process.exit(1)", "--"],
    title: "JupyterLab 4.0.0 of a test",
  };
  const options = { root, port: await freePort(), openBrowser: false };
  await expect(startLab(broken, home, options)).rejects.toThrow(
    `JupyterLab 4.0.0 of a test ended at once. It said last:\nImportError: libffi is missing\nAll that it said is in ${home.log}.`,
  );
  const missing = { ...broken, program: join(root, "no-such-program") };
  await expect(startLab(missing, home, options)).rejects.toThrow("ended at once");
  rmSync(root, { recursive: true });
});
