// The test runner in the worker thread: vitest's own, which also says on file descriptor 3 what happens, as it
// happens. The writes are synchronous: when a test never ends, everything before it has been said.
import { writeSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { inject, TestRunner } from "vitest";

const { describeFailure } = createRequire(import.meta.url)("../../dist/exercise/describe-failure.js");

const { answerFile, skip } = inject("leakloop");
const suiteOf = (file) => basename(file).replace(".test.ts", "");
const say = (line) => writeFully(3, `${JSON.stringify(line)}\n`);

/** Write all of `text` before going on, also into a pipe that is full. */
function writeFully(fd, text) {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}

// What the answer prints reaches the parent even when the answer never gives control back.
for (const stream of [process.stdout, process.stderr]) {
  stream.write = (text, encoding, done) => {
    writeFully(1, text);
    (typeof encoding === "function" ? encoding : done)?.();
    return true;
  };
}

export default class extends TestRunner {
  /** What the running test threw, described at once: vitest turns the values into text afterwards. */
  thrown;

  async importFile(file, source) {
    const suite = suiteOf(file);
    say({ kind: "loading", suite });
    try {
      await super.importFile(file, source);
    } catch (error) {
      say({
        kind: "load-error",
        suite,
        failure: describeFailure(error, { answerFile, testFile: file }).failure,
      });
      throw error;
    }
    if (answerFile === null) return;
    const exports = await this.moduleRunner.import(answerFile);
    say({ kind: "exports", exports: Object.keys(exports).map((name) => [name, typeof exports[name]]) });
  }

  onCollected(files) {
    for (const file of files) {
      const tests = testsOf(file).map((test) => ({
        name: test.fullTestName,
        points: test.meta.points ?? null,
      }));
      say({ kind: "collected", suite: suiteOf(file.filepath), tests });
    }
  }

  async onBeforeRunTask(test) {
    const suite = suiteOf(test.file.filepath);
    if (answerFile === null || skip.includes(`${suite} ${test.fullTestName}`)) test.mode = "skip";
    else say({ kind: "start", suite, name: test.fullTestName });
    this.thrown = undefined;
    await super.onBeforeRunTask(test);
  }

  async runTask(test) {
    try {
      await TestRunner.getTestFn(test)();
    } catch (error) {
      this.thrown = describeFailure(error, { answerFile, testFile: test.file.filepath });
      throw error;
    }
  }

  onAfterRunTask(test) {
    super.onAfterRunTask(test);
    const { state, errors } = test.result;
    const suite = suiteOf(test.file.filepath);
    const passed = { status: state === "pass" ? "pass" : "missing", failure: { message: "" } };
    const failed = () =>
      this.thrown ?? describeFailure(errors?.[0], { answerFile, testFile: test.file.filepath });
    const verdict = state === "fail" ? failed() : passed;
    say({ kind: "end", suite, name: test.fullTestName, ...verdict });
  }

  onAfterRunFiles(files) {
    super.onAfterRunFiles();
    for (const file of files) say({ kind: "file-done", suite: suiteOf(file.filepath) });
  }
}

function testsOf(suite) {
  return suite.tasks.flatMap((task) => (task.type === "suite" ? testsOf(task) : [task]));
}
