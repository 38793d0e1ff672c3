/** What 3.8 counts at the start of a loop over `range`. */

/**
 * Argument tuples of so many calls of `range`, each with another number of arguments, that are counted between a script's
 * reading of the count and its loop: 3.8 passes the arguments in a tuple, and after `gc.collect()` the free lists have
 * none.
 */
export function argumentTuples(version: string, calls: number): number {
  return version === "3.8" ? calls : 0;
}
