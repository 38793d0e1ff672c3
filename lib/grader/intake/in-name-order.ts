/** The one order of names in everything that grading writes: as in a class list, and the same on every machine. */

/**
 * Compare two names for `sort`: first without regard to case and accents' encoding, then by code unit. No
 * locale has a say.
 */
export function inNameOrder(a: string, b: string): number {
  return byCodeUnit(caseless(a), caseless(b)) || byCodeUnit(a, b);
}

function caseless(name: string): string {
  return name.normalize("NFD").toLowerCase();
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
