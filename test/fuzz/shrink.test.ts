import { expect, test } from "vitest";
import { findPythons } from "../../lib/cpython/find-python";
import type { PythonFound } from "../../lib/cpython/probe-python";
import { compare } from "../../lib/dist/fuzz/difference";
import { generate } from "../../lib/dist/fuzz/generate";
import { RealPython } from "../../lib/dist/fuzz/real-python";
import { reportDifference } from "../../lib/dist/fuzz/report-difference";
import { shrink } from "../../lib/dist/fuzz/shrink";

const python = findPythons().find(({ series }) => series === "3.12");

test.runIf(python !== undefined)(
  "a program that a wrong version line simulates wrongly shrinks to the few steps that tell the two apart",
  async () => {
    const real = new RealPython(python as PythonFound);
    const program = generate(1, 40);
    const [observed] = await real.run([program]);
    const difference = compare(program, "3.8", observed ?? { objectsBefore: 0, told: [] });
    if (difference === undefined) throw new Error("3.8 and 3.12 show the same");
    const finding = await shrink({ program, difference }, "3.8", real);
    real.close();
    expect(finding.program.steps.length).toBeLessThanOrEqual(3);
    expect(finding.difference.steps).toBe(finding.program.steps.length);
    expect(reportDifference(finding, "3.12")).toContain("\n    CPython:   ");
  },
);

test.runIf(python !== undefined)(
  "a process that ends while it has work is reported in one sentence",
  async () => {
    const real = new RealPython({ ...(python as PythonFound), path: process.execPath });
    await expect(real.run([generate(1, 5)])).rejects.toThrow(
      /ended in the middle of the programs \(exit code \d+\)/,
    );
    real.close();
  },
);
