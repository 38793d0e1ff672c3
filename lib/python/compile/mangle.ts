/** Private names of classes. Mirrors `_Py_Mangle` of Python/compile.c. */

/**
 * The name that is really used for `name` in a class: `__secret` becomes `_Class__secret`.
 *
 * @param className - The innermost class around; null outside of any.
 */
export function mangle(className: string | null, name: string): string {
  if (className === null || !name.startsWith("__")) return name;
  if (name.endsWith("__") || name.includes(".")) return name;
  const bare = className.replace(/^_+/, "");
  return bare === "" ? name : `_${bare}${name}`;
}
