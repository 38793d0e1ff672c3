/** Times the leak loop as Python text, in a process of its own. */

import { runPython } from "../python/python";
import { PORTION } from "./leak-loop-child";

/** What the child prints, as JSON. */
export interface PythonLoopTime {
  /** User CPU time in the fastest portion, start of the interpreter included. */
  readonly nsPerIteration: number;
}

/** V8 has compiled everything after this many iterations. */
const COMPILED_AFTER = 500_000;

/** Run the loop that `leak_loop_time.py` times, as text. */
export function timePythonLoop(profile: string, iterations: number): PythonLoopTime {
  run(profile, COMPILED_AFTER);
  const count = Math.max(1, Math.floor(iterations / PORTION));
  const each = Math.round(iterations / count);
  const portions = Array.from({ length: count }, () => {
    const startUs = process.cpuUsage().user;
    run(profile, each);
    return ((process.cpuUsage().user - startUs) / each) * 1000;
  });
  return { nsPerIteration: Math.min(...portions) };
}

function run(profile: string, iterations: number): void {
  const source = `
class Leak(object):
    pass

for i in range(${iterations}):
    A = Leak()
    B = Leak()
    A.b = B
    B.a = A
    A = None
    B = None
`;
  const { exitCode } = runPython(source, { profile });
  if (exitCode !== 0) throw new Error(`The leak loop as Python text ended with exit code ${exitCode}.`);
}

if (require.main === module) {
  const [profile = "3.13", iterations = "1000000"] = process.argv.slice(2);
  process.stdout.write(`${JSON.stringify(timePythonLoop(profile, Number(iterations)))}\n`);
}
