// The child process: starts vitest on one exercise with an answer in the place of `./exercise`.
// Its only argument is the JSON object that ../vitest-child.ts makes; its working directory is the answer's own folder.
// The answer runs in a worker thread, so this main thread stays awake to notice that the parent has gone.
import { realpathSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const privateFolder = process.cwd();
// The parent holds our standard input open. When it ends the parent is gone, and so are our folder and everything we
// started.
process.stdin.on("end", () => {
  try {
    rmSync(privateFolder, { recursive: true, force: true });
  } finally {
    process.kill(process.platform === "win32" ? process.pid : -process.pid, "SIGKILL");
  }
});
process.stdin.resume().unref();

// vitest reports a worker without memory as one that "exited unexpectedly"; this says why.
process.on("worker", (worker) =>
  worker.on("error", ({ code }) => {
    if (code === "ERR_WORKER_OUT_OF_MEMORY") writeSync(3, '{"kind":"out-of-memory"}\n');
  }),
);

const task = JSON.parse(process.argv[2]);
// vite names every module by its real path, with forward slashes.
const real = (path) => realpathSync(path).replaceAll("\\", "/");
const dir = real(task.dir);
const answerFile = task.answerFile && real(task.answerFile);
const { createVitest } = await import("vitest/node");

const answer = {
  name: "leakloop-answer",
  enforce: "pre",
  resolveId(id, importer) {
    const fromTest = importer !== undefined && dirname(importer) === dir;
    if (fromTest && id === "./exercise") return answerFile ?? "\0no-answer";
    // Also for an exercise folder outside the checkout.
    if (fromTest && id === "vitest")
      return { id: fileURLToPath(import.meta.resolve("vitest")), external: true };
    if (id === "leakloop" || /^(\.\.\/)+lib$/.test(id)) return { id: task.libEntry, external: true };
    return undefined;
  },
  load: (id) => (id === "\0no-answer" ? "" : undefined),
};

const vitest = await createVitest(
  "test",
  {
    // No configuration of the answer's or of the checkout's own is read.
    config: false,
    root: dir,
    include: task.files,
    runner: join(dirname(fileURLToPath(import.meta.url)), "runner.mjs"),
    reporters: [{}],
    watch: false,
    cache: false,
    pool: "threads",
    isolate: false,
    maxWorkers: 1,
    testTimeout: task.timeoutMs,
    hookTimeout: task.timeoutMs,
    disableConsoleIntercept: true,
    allowOnly: false,
    provide: { leakloop: { answerFile, skip: task.skip } },
  },
  {
    configFile: false,
    envDir: false,
    logLevel: "silent",
    plugins: [answer],
    // Nor is a tsconfig.json, of the checkout or of any folder above.
    oxc: { tsconfig: false },
    css: { postcss: {} },
    server: { watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  },
);
await vitest.start();
process.exit();
