/** What the name of a loose file tells: whose it is and, sometimes, which exercise it answers. */

/** The parts of a loose file's name. */
export interface LooseName {
  readonly student: string;
  readonly exercise?: string;
}

const separator = "[ ._-]+";

/**
 * Take the name of a loose file apart.
 *
 * The student is the name without its extension. A known exercise name before or after it, set off by dots,
 * dashes, underscores or spaces, is not part of the student: `ana.01-ledger.ts`, `ana_01-ledger.ts`,
 * `01-ledger-ana.ipynb` all belong to `ana`. A name that is nothing but an exercise name is taken whole as
 * the student's.
 *
 * @param exerciseNames - The names of all exercises, graded now or not.
 * @example
 * readLooseName("ana-01-ledger.ts", ["01-ledger"]); // { student: "ana", exercise: "01-ledger" }
 * readLooseName("ana.ts", ["01-ledger"]); // { student: "ana" }
 */
export function readLooseName(fileName: string, exerciseNames: readonly string[]): LooseName {
  const stem = fileName.replace(/\.[^.]*$/, "");
  if (exerciseNames.includes(stem)) return { student: stem, exercise: stem };
  // Longest first, so that an exercise whose name begins with another's is found.
  for (const exercise of [...exerciseNames].sort((a, b) => b.length - a.length)) {
    const student = (before(stem, exercise) ?? after(stem, exercise))?.trim();
    if (student) return { student, exercise };
  }
  return { student: stem };
}

function before(stem: string, exercise: string): string | undefined {
  return new RegExp(`^(.+?)${separator}${exercise}$`, "s").exec(stem)?.[1];
}

function after(stem: string, exercise: string): string | undefined {
  return new RegExp(`^${exercise}${separator}(.+)$`, "s").exec(stem)?.[1];
}
