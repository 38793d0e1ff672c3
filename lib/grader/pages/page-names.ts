/** File names for students' pages: whatever students are called, names that every file system takes and keeps apart. */

import { createHash } from "node:crypto";

/** In characters: with the hash and ".html" it stays below 255 bytes in UTF-8. */
const maxLength = 60;
/** Names that Windows keeps for devices, whatever their extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The file name, without folder, of each student's page.
 *
 * Letters and digits of any script, spaces and `_-.@+` are kept. Where anything had to go, or where two names
 * differ only by case, eight hexadecimal digits of the full name's hash are added.
 *
 * @param students - All students of the class, each once.
 * @returns From student to file name; no two are equal, whatever their case.
 * @example
 * pageNames(["jörg müller", "../etc"]); // "jörg müller.html", "etc-6e6f48ea.html"
 */
export function pageNames(students: readonly string[]): ReadonlyMap<string, string> {
  const uses = new Map<string, number>();
  for (const student of students) {
    const caseless = plainName(student).toLowerCase();
    uses.set(caseless, (uses.get(caseless) ?? 0) + 1);
  }
  return new Map(
    students.map((student) => {
      const plain = plainName(student);
      const faithful = plain === student && plain !== "" && !reserved.test(plain);
      if (faithful && uses.get(plain.toLowerCase()) === 1) return [student, `${plain}.html`];
      const digest = createHash("sha256").update(student).digest("hex").slice(0, 8);
      return [student, `${plain === "" ? "student" : plain}-${digest}.html`];
    }),
  );
}

function plainName(student: string): string {
  const kept = student.replace(/[^\p{L}\p{M}\p{N} _\-.@+]/gu, "").replace(/^[ .-]+/, "");
  return Array.from(kept)
    .slice(0, maxLength)
    .join("")
    .replace(/[ .]+$/, "");
}
