import { expect, test } from "vitest";
import { py313 } from "../../../lib/sim/profile/py313";
import { py313t } from "../../../lib/sim/profile/py313t";

test("[3.13t] without a GIL an object that is no container is 16 bytes larger; a container keeps its size, for it loses its GC head", () => {
  const [gil, free] = [py313.objects, py313t.objects];
  for (const name of ["noneBytes", "intHeadBytes", "floatBytes", "asciiHeadBytes", "bytesHeadBytes"] as const)
    expect([name, free[name]]).toEqual([name, gil[name] + 16]);
  for (const name of [
    "listHeadBytes",
    "tupleHeadBytes",
    "dictHeadBytes",
    "setBytes",
    "functionBytes",
  ] as const)
    expect([name, free[name]]).toEqual([name, gil[name]]);
  for (const name of ["weakrefBytes", "moduleBytes"] as const)
    expect([name, free[name]]).toEqual([name, gil[name] + 8]);
});
