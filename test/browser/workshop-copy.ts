/** A copy of the notebooks to work in: tests run and save them, and the committed ones stay as they are. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const checkout: string = fileURLToPath(new URL("../..", import.meta.url));

/** The folder is in .leakloop and has the checkout's `lib` beside the notebooks, so that `../lib` is found. */
export interface WorkshopCopy {
  readonly root: string;
  /** Remove the copy. */
  remove(): void;
}

/** Copy `notebooks/` and this folder's fixtures. */
export function copyWorkshop(): WorkshopCopy {
  mkdirSync(join(checkout, ".leakloop"), { recursive: true });
  const root = mkdtempSync(join(checkout, ".leakloop/browser-test-"));
  cpSync(join(checkout, "notebooks"), join(root, "notebooks"), {
    recursive: true,
    filter: (path) => !path.includes(".ipynb_checkpoints"),
  });
  cpSync(fileURLToPath(new URL("fixtures", import.meta.url)), join(root, "notebooks"), { recursive: true });
  symlinkSync(join(checkout, "lib"), join(root, "lib"), "dir");
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
