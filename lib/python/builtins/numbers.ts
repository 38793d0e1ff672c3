/** Arithmetic by name: `abs`, `divmod`, `pow`, `round`. Mirrors `Python/bltinmodule.c`. */

import { Static } from "../../sim/objects/static-object";
import type { Keywords, NativeDefinition } from "../objects/native-type";
import { absolute, divideModulo, power, round } from "../objects/number-function";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";

export const numberFunctions: readonly NativeDefinition[] = [
  { name: "abs", least: 1, call: (m, [o = 0]) => absolute(m, o) },
  { name: "divmod", least: 2, call: (m, [a = 0, b = 0]) => divideModulo(m, a, b) },
  { name: "pow", least: 0, most: 3, keywords: ["base", "exp", "mod"], call: pow },
  { name: "round", least: 0, most: 2, keywords: ["number", "ndigits"], call: roundNumber },
];

function pow(m: Machine, args: readonly number[], keywords: Keywords): number {
  const [base, exponent, modulus] = ["base", "exp", "mod"].map((name, i) => args[i] ?? keywords?.get(name));
  if (base === undefined) return missing(m, "pow", "base", 1);
  if (exponent === undefined) return missing(m, "pow", "exp", 2);
  return power(m, base, exponent, modulus ?? Static.NONE);
}

function roundNumber(m: Machine, args: readonly number[], keywords: Keywords): number {
  const [number, digits] = ["number", "ndigits"].map((name, i) => args[i] ?? keywords?.get(name));
  return number === undefined ? missing(m, "round", "number", 1) : round(m, number, digits ?? 0);
}

function missing(m: Machine, name: string, argument: string, position: number): 0 {
  return raise(m, "TypeError", `${name}() missing required argument '${argument}' (pos ${position})`);
}
