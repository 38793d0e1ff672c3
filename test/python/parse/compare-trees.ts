/** Compares our trees with those of a real CPython. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findPythons, type PythonFound } from "../../../lib/dist/cpython/find-python";
import { parse } from "../../../lib/dist/python/parse/parse";
import type { PythonSyntaxError } from "../../../lib/dist/python/syntax-error";

/** What a parser made of one source, as JSON. */
export type Answer =
  | { readonly tree: unknown }
  | {
      readonly error: {
        readonly type: string;
        readonly message: string;
        readonly line: number;
      };
    };

/** The newest CPython of this machine; undefined when there is none from 3.8 on. */
export const newestPython: PythonFound | undefined = findPythons().at(-1);

/** Fields that CPython of some version leaves out or gets wrong; dump_ast.py then leaves them out too. */
const places = new Set(["line", "column", "endLine", "endColumn"]);

/** CPython's answers, in one run of the interpreter. */
export function cpythonAnswers(python: PythonFound, sources: readonly string[]): readonly Answer[] {
  const script = fileURLToPath(new URL("./dump_ast.py", import.meta.url));
  const run = spawnSync(python.path, ["-I", "-S", script], {
    input: JSON.stringify(sources),
    encoding: "utf8",
    maxBuffer: 1024 * 1024 * 1024,
    timeout: 600_000,
    windowsHide: true,
  });
  if (run.status !== 0)
    throw new Error(`dump_ast.py failed on ${python.path}: ${run.error?.message ?? run.stderr}`);
  return JSON.parse(run.stdout) as Answer[];
}

/** Our answer. An error of another kind than ours is a fault and goes on. */
export function ourAnswer(source: string): Answer {
  try {
    return { tree: plain(parse(source)) };
  } catch (error) {
    // The built library has error classes of its own, so instanceof would not do.
    const { name, message, type, line } = error as PythonSyntaxError;
    if (name === "PythonSyntaxError") return { error: { type, message, line } };
    if (name === "NotSupported") return { error: { type: name, message, line } };
    throw error;
  }
}

/** The first place where two answers differ, for people; null when they agree. Two errors agree. */
export function difference(ours: Answer, theirs: Answer): string | null {
  if ("error" in ours)
    return "error" in theirs ? null : `only ours fails: ${ours.error.message} (line ${ours.error.line})`;
  if ("error" in theirs) return `only CPython fails: ${theirs.error.message} (line ${theirs.error.line})`;
  return nodeDifference(ours.tree, theirs.tree, "");
}

function nodeDifference(ours: unknown, theirs: unknown, path: string): string | null {
  if (!isRecord(ours) || !isRecord(theirs))
    return ours === theirs
      ? null
      : `${path}: ours ${JSON.stringify(ours)}, CPython ${JSON.stringify(theirs)}`;
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    if (places.has(key) && theirs[key] === undefined) continue;
    const found = nodeDifference(ours[key], theirs[key], `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** The tree as JSON can hold it: numbers in hexadecimal, as dump_ast.py prints them. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item));
  if (!isRecord(value)) return typeof value === "bigint" ? `0x${value.toString(16)}` : value;
  const isFloat = value.type === "float" || value.type === "complex";
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      isFloat && key === "value" ? hexOfDouble(item as number) : plain(item),
    ]),
  );
}

function hexOfDouble(value: number): string {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, value);
  return bytes.getBigUint64(0).toString(16).padStart(16, "0");
}
