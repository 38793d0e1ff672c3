/** Files and folders that operating systems, editors and package managers leave behind: never part of an answer. */

const litter = new Set(["__MACOSX", "desktop.ini", "Thumbs.db", "node_modules"]);

/** Is this the name of litter? Every name with a leading dot is (.DS_Store, .ipynb_checkpoints, .git). */
export function isIgnoredName(name: string): boolean {
  return name.startsWith(".") || litter.has(name);
}
