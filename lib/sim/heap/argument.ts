/** What the face of the heap demands of its arguments. */

import { BadArgumentError } from "../errors";

/** @throws {BadArgumentError} When a value has another type than the operation takes. */
export function requireType(
  operation: string,
  name: string,
  value: unknown,
  type: "string" | "function",
): void {
  if (typeof value === type) return;
  throw new BadArgumentError(`${operation}: ${name} must be a ${type}, found ${String(value)}.`);
}

/** @throws {BadArgumentError} When it is no object with options. */
export function requireOptions(operation: string, options: unknown): void {
  if (typeof options === "object" && options !== null) return;
  throw new BadArgumentError(
    `${operation}: the options must be an object like { }, found ${String(options)}.`,
  );
}

/** @throws {BadArgumentError} When it is no array of strings. */
export function requireNames(operation: string, name: string, names: unknown): void {
  if (Array.isArray(names) && names.every((one) => typeof one === "string")) return;
  throw new BadArgumentError(`${operation}: ${name} must be an array of strings, found ${String(names)}.`);
}

/** @throws {BadArgumentError} When it is neither a function nor null. */
export function requireListener(operation: string, listener: unknown): void {
  if (listener === null || typeof listener === "function") return;
  throw new BadArgumentError(
    `${operation}: it takes a function, or null to stop; found ${String(listener)}.`,
  );
}
