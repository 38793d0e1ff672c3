import { describe, expect, test } from "vitest";
import { findPythons } from "../../../lib/dist/cpython/find-python";
import { cpythonAnswers, ourAnswer } from "./compare-trees";
import messages from "./invalid-sources.json";

/** Invalid sources by the class and message of CPython 3.11's error, with the line that it names. */
const cases = Object.entries(messages).flatMap(([error, sources]) =>
  sources.map(({ source, line }) => ({ error, source, line })),
);

describe("invalid source gets the error of CPython 3.11", () => {
  test.each(Object.entries(messages))("%s", (error, sources) => {
    for (const { source, line } of sources) expect(told(ourAnswer(source)), source).toEqual({ error, line });
  });
});

const python311 = findPythons().find(({ version }) => version.startsWith("3.11."));

test.runIf(python311 !== undefined)(
  `CPython ${python311?.version} gives the errors that are written down here`,
  () => {
    const answers = cpythonAnswers(
      python311!,
      cases.map(({ source }) => source),
    );
    for (const [index, { source, error, line }] of cases.entries())
      expect(told(answers[index]!), source).toEqual({ error, line });
  },
);

test.runIf(python311 === undefined)(
  "no CPython 3.11 is on this machine, so the errors written down here were not asked for again",
  () => expect(python311).toBeUndefined(),
);

function told(answer: ReturnType<typeof ourAnswer>): unknown {
  if (!("error" in answer)) return answer;
  const { type, message, line } = answer.error;
  return { error: `${type}: ${message}`, line };
}
