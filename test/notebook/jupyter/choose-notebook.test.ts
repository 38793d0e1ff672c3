/** Which notebook is opened. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BadInputError } from "../../../lib/bad-input";
import { chooseNotebook } from "../../../lib/notebook/jupyter/choose-notebook";
import { inEmptyCheckout } from "./checkout-copy";

function withNotebooks(names: readonly string[], claim: (root: string) => void): void {
  inEmptyCheckout(({ root }) => {
    mkdirSync(join(root, "notebooks"));
    for (const name of names) writeFileSync(join(root, "notebooks", name), "{}");
    claim(root);
  });
}

test("the first notebook by name is opened when none is named", () => {
  withNotebooks(["05-b.ipynb", "01-a.ipynb", "README.md"], (root) => {
    expect(chooseNotebook(root)).toBe("notebooks/01-a.ipynb");
  });
});

test("the beginning of a name is enough, and a path is taken as it is", () => {
  withNotebooks(["05-b.ipynb", "01-a.ipynb"], (root) => {
    expect(chooseNotebook(root, "05")).toBe("notebooks/05-b.ipynb");
    expect(chooseNotebook(root, join("notebooks", "05-b.ipynb"))).toBe("notebooks/05-b.ipynb");
  });
});

test("without notebooks, JupyterLab opens without one", () => {
  inEmptyCheckout(({ root }) => expect(chooseNotebook(root)).toBe(undefined));
});

test("a name that fits no notebook, or two, is refused with the names there are", () => {
  withNotebooks(["05-b.ipynb", "06-c.ipynb"], (root) => {
    expect(() => chooseNotebook(root, "7")).toThrow(
      new BadInputError('There is no notebook "7" in this checkout. There are: 05-b.ipynb, 06-c.ipynb.'),
    );
    expect(() => chooseNotebook(root, "0")).toThrow(
      new BadInputError('"0" is not one notebook: 05-b.ipynb and 06-c.ipynb both begin with it.'),
    );
    expect(() => chooseNotebook(root, "../05-b.ipynb")).toThrow(BadInputError);
  });
});
