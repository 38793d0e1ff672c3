/** Times the leak loop as Python text, in a process of its own. */

import { runPython } from "../python/python";

/** What the child prints, as JSON. */
export interface PythonLoopTime {
  /** User CPU time, start of the interpreter included. */
  readonly nsPerIteration: number;
}

/** V8 has compiled everything after this many iterations. */
const COMPILED_AFTER = 500_000;

/** Run the loop that `leak_loop_time.py` times, as text. */
export function timePythonLoop(profile: string, iterations: number): PythonLoopTime {
  run(profile, COMPILED_AFTER);
  const startUs = process.cpuUsage().user;
  run(profile, iterations);
  return { nsPerIteration: ((process.cpuUsage().user - startUs) / iterations) * 1000 };
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
