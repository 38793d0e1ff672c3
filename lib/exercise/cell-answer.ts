/** The exercise cells that the running kernel has executed, newest wins. */

/** In one place for all copies of lib that a kernel may load: a notebook that imports lib again forgets nothing. */
const store = Symbol.for("leakloop.exercise-cells");

function cells(): Map<string, string> {
  const holder = globalThis as { [store]?: Map<string, string> };
  holder[store] ??= new Map();
  return holder[store];
}

/**
 * The exercise that a cell answers.
 *
 * @returns The name in a first line `// @exercise 01-ledger`; undefined for every other cell.
 */
export function exerciseOfCell(source: string): string | undefined {
  return /^\s*\/\/\s*@exercise\s+(\S+)\s*?(?:\n|$)/.exec(source)?.[1];
}

/** Keep the source of a cell that is being run, if it answers an exercise. */
export function rememberCell(source: string): void {
  const name = exerciseOfCell(source);
  if (name !== undefined) cells().set(name, source);
}

/** The source of the cell that was run last for an exercise. */
export function lastCellFor(name: string): string | undefined {
  return cells().get(name);
}
