/** Each small program prints the same, byte for byte, on the simulator and on the real CPython of every version line. */
import { describe, expect, test } from "vitest";
import { runPython } from "../../lib/dist/python/python";
import { type ProgramResult, programs, realResults, series, sourceOf } from "./corpus";

describe.each(series)("on %s", (line) => {
  const real = realResults(line);

  test.each(programs)("%s", (program) => {
    expect(simulate(program, line)).toEqual(real.get(program));
  });
});

function simulate(program: string, profile: string): ProgramResult {
  let stdout = "";
  const { exitCode } = runPython(sourceOf(program), {
    profile,
    file: `${program}.py`,
    write: (text) => {
      stdout += text;
    },
  });
  return { stdout, exitCode };
}
