/** Every operation, by name. */

import { attributeOperations } from "./attribute";
import { chains } from "./chain";
import { collectorOperations } from "./collector";
import { containerOperations } from "./container";
import { makers } from "./make";
import { nameOperations } from "./name";
import type { Operation } from "./operation";
import { weakOperations } from "./weak";

/** The table, group by group: a program draws from some of the groups. */
export const operationGroups: readonly (readonly Operation[])[] = [
  makers,
  nameOperations,
  attributeOperations,
  containerOperations,
  collectorOperations,
  weakOperations,
  chains,
];

const byName = new Map(operationGroups.flat().map((operation) => [operation.name, operation]));

/** Look up an operation. @throws When there is none of that name: the program was not made by this version. */
export function operationNamed(name: string): Operation {
  const operation = byName.get(name);
  if (operation === undefined) throw new Error(`There is no operation "${name}" in the fuzzer's table.`);
  return operation;
}
