import { runPython } from "../../../lib/dist/python/python";

/** What a program has written. */
export interface Output {
  readonly out: string;
  readonly errors: string;
  readonly exitCode: number;
}

/** Run a program on a simulated CPython. */
export function run(source: string, profile = "3.13"): Output {
  let out = "";
  let errors = "";
  const { exitCode } = runPython(source, {
    profile,
    file: "test.py",
    write: (text) => {
      out += text;
    },
    writeError: (text) => {
      errors += text;
    },
  });
  return { out, errors, exitCode };
}

/** The lines that a program without errors prints. */
export function linesOf(source: string, profile = "3.13"): string[] {
  const { errors, out } = run(source, profile);
  if (errors !== "") throw new Error(errors);
  return out.split("\n").slice(0, -1);
}
