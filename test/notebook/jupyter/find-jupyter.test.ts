/** The order in which a JupyterLab is looked for. Programs are shell scripts that answer as the real ones do. */
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { BadInputError } from "../../../lib/bad-input";
import { findJupyter } from "../../../lib/notebook/jupyter/find-jupyter";
import type { JupyterHome } from "../../../lib/notebook/jupyter/jupyter-home";
import { lockFile } from "../../../lib/notebook/jupyter/own-jupyter";
import { inEmptyCheckout } from "./checkout-copy";

/** A virtual environment as an install leaves it that was made from `lock`. */
function environmentFrom(lock: string, home: JupyterHome): void {
  mkdirSync(join(home.venv, "bin"), { recursive: true });
  symlinkSync(process.execPath, join(home.venv, "bin/python"));
  writeFileSync(join(home.venv, "leakloop-lock.txt"), lock);
}

/** As uv does it: `uv venv ... DIR` makes the Python, `uv pip install` needs it. */
const uv = `for last; do :; done
if [ "$1" = venv ]; then /bin/mkdir -p "$last/bin"; /bin/ln -s /bin/sh "$last/bin/python"; fi`;

const find = (home: JupyterHome, said: string[] = []): string =>
  findJupyter(home, (sentence) => said.push(sentence)).title;

describe.skipIf(process.platform === "win32")("findJupyter", () => {
  test("takes the environment of this checkout when it was made from the present lock", () => {
    inEmptyCheckout(({ home, program }) => {
      environmentFrom(readFileSync(lockFile, "utf8"), home);
      program("jupyter-lab", "echo 4.9.9");
      expect(find(home)).toMatch(/^JupyterLab 4\.6\.6 of this checkout$/);
    });
  });

  test("borrows the JupyterLab 4 on the PATH when the environment is from another lock", () => {
    inEmptyCheckout(({ root, home, program }) => {
      environmentFrom("jupyterlab==4.0.0\n", home);
      program("jupyter-lab", "echo 4.9.9");
      expect(find(home)).toBe(`JupyterLab 4.9.9 from ${join(root, "bin/jupyter-lab")}`);
    });
  });

  test("asks a program for its version once, until the program changes", () => {
    inEmptyCheckout(({ root, home, program }) => {
      program("jupyter-lab", `echo asked >> ${join(root, "asked")}; echo 4.9.9`);
      find(home);
      find(home);
      expect(readFileSync(join(root, "asked"), "utf8")).toBe("asked\n");
    });
  });

  test("does not borrow a JupyterLab 3, and makes one with uv before it looks for a Python", () => {
    inEmptyCheckout(({ home, program }) => {
      program("jupyter-lab", "echo 3.6.1");
      program("uv", uv);
      program("python3", "echo Python 3.12; exit 0");
      const said: string[] = [];
      expect(find(home, said)).toMatch(/of this checkout$/);
      expect(said).toEqual([expect.stringMatching(/^Installing JupyterLab .* with uv/)]);
    });
  });

  test("an install that did not finish is begun again", () => {
    inEmptyCheckout(({ home, program }) => {
      program("uv", `${uv}\n[ "$1" = venv ]`);
      expect(() => find(home)).toThrow(BadInputError);
      program("uv", uv);
      expect(find(home)).toMatch(/of this checkout$/);
    });
  });

  test("the environment is made again when its Python is gone", () => {
    inEmptyCheckout(({ home, program }) => {
      environmentFrom(readFileSync(lockFile, "utf8"), home);
      rmSync(join(home.venv, "bin/python"));
      program("uv", uv);
      const said: string[] = [];
      find(home, said);
      expect(said).toHaveLength(1);
    });
  });

  test("without anything to make one from, says why and what to do", () => {
    inEmptyCheckout(({ home }) => {
      expect(() => find(home)).toThrowErrorMatchingInlineSnapshot(`
        [BadInputError: The notebooks need JupyterLab 4. None was found, and none could be installed:
          - uv is not on the PATH.
          - No Python 3.10 or later is on the PATH.
        Do one of these, then run the same command again:
          - install uv (docs.astral.sh/uv); it brings its own Python
          - install Python 3.10 or later with venv and pip
          - install JupyterLab 4 in any way, so that "jupyter lab" works in this terminal
        Without it these work: npm test, npm run check, npm run grade.]
      `);
    });
  });

  test.each([
    ["echo Python 3.9; exit 3", "is Python 3.9, which is too old."],
    [
      "echo Python 3.11; exit 1",
      "is Python 3.11 without venv (on Debian and Ubuntu: apt install python3-venv).",
    ],
    ["exit 127", "No Python 3.10 or later is on the PATH."],
  ])("a Python that answers %j is not taken", (script, reason) => {
    inEmptyCheckout(({ home, program }) => {
      program("python3", script);
      expect(() => find(home)).toThrow(reason);
    });
  });
});
