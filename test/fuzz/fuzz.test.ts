import { describe, expect, test } from "vitest";
import { findPythons } from "../../lib/cpython/find-python";
import type { PythonFound } from "../../lib/cpython/probe-python";
import { compare } from "../../lib/dist/fuzz/difference";
import { digest, firstDifferingStep } from "../../lib/dist/fuzz/digest";
import { generate } from "../../lib/dist/fuzz/generate";
import { driverText } from "../../lib/dist/fuzz/python-text";
import { RealPython } from "../../lib/dist/fuzz/real-python";
import { reportDifference } from "../../lib/dist/fuzz/report-difference";
import { simulate } from "../../lib/dist/fuzz/simulate";
import { Heap } from "../../lib/dist/sim/heap/heap";
import { programs } from "./programs";
import { isRecorded, type Recording, recorded, writeRecording } from "./recording";

const allSeries = ["3.8", "3.10", "3.11", "3.12", "3.13"];
/** Set to write `recorded/` anew from the Pythons of this machine. */
const records = process.env.LEAKLOOP_RECORD_FUZZ === "1";

function found(series: string): PythonFound | undefined {
  return findPythons()
    .filter((python) => python.series === series)
    .at(-1);
}

describe.each(allSeries)("CPython %s", (series) => {
  const python = found(series);

  test.runIf(python !== undefined)(
    "shows the same as the simulator after every operation of random programs and of all regressions",
    async () => {
      const real = new RealPython(python as PythonFound);
      const told = await real.run(programs.map(([, program]) => program));
      real.close();
      const differences = programs.flatMap(([name, program], n) => {
        const difference = compare(program, series, told[n] ?? { objectsBefore: 0, told: [] });
        return difference === undefined
          ? []
          : [`${name}: ${reportDifference({ program, difference }, series)}`];
      });
      if (records) {
        const entries = programs.map(([name], n) => [
          name,
          [told[n]?.objectsBefore ?? 0, digest(told[n]?.told ?? [])],
        ]);
        writeRecording(series, {
          python: (python as PythonFound).version,
          programs: Object.fromEntries(entries) as Recording["programs"],
        });
      }
      expect(differences).toEqual([]);
    },
  );

  test.runIf(python === undefined || isRecorded(series))(
    "showed, when it was recorded, the same as the simulator shows now",
    () => {
      const recording = recorded(series);
      const differences = programs.flatMap(([name, program]) => {
        const [objectsBefore, real] = recording.programs[name] ?? [0, ""];
        const step = firstDifferingStep(
          real,
          digest(simulate(program, new Heap(series), series, objectsBefore)),
        );
        return step === undefined ? [] : [`${name} after step ${step}`];
      });
      expect(differences).toEqual([]);
    },
  );
});

test("a seed gives the same program each time", () => {
  expect(generate(7, 40)).toEqual(generate(7, 40));
  expect(generate(7, 40)).not.toEqual(generate(8, 40));
});

test("a step whose variables hold something else is skipped on both sides", () => {
  const program = { steps: [{ operation: "append", args: [0, 1] }] };
  expect(driverText(program)).toContain("if v0.__class__ is list:\n        v0.append(v1)");
  const [before, after] = simulate(program, new Heap("3.13"), "3.13", 0);
  expect(after).toBe(before);
});
