/** What `npm start` refuses, as the person at the keyboard sees it. */
import { spawnSync } from "node:child_process";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";

const commandLine = join(__dirname, "../../../lib/dist/cli/main.js");

/** Exit code and everything printed. */
function start(...args: string[]): { code: number | null; said: string } {
  const program = `require(${JSON.stringify(commandLine)}).main(["start", ...process.argv.slice(1)])`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", program, "--", ...args], {
    encoding: "utf8",
  });
  return { code: status, said: stdout + stderr };
}

test("a port in use is one sentence and exit code 2", async () => {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  expect(start("--no-browser", "--port", String(port))).toEqual({
    code: 2,
    said: `Port ${port} is in use or not allowed. Choose another, or leave --port out to take the next free one.\n`,
  });
  server.close();
});

test.each([
  [["--port", "many"], '--port needs a number from 1 to 65535, not "many".'],
  [["--port", "0"], '--port needs a number from 1 to 65535, not "0".'],
  [["a.ipynb", "b.ipynb"], "npm start opens one notebook; it was given a.ipynb and b.ipynb."],
  [["no-such-notebook"], 'There is no notebook "no-such-notebook" in this checkout.'],
  [
    ["--prot", "1"],
    "start has no option --prot. Did you mean --port? leakloop start --help tells what it takes.",
  ],
])("start %j is refused with exit code 2", (args, sentence) => {
  const { code, said } = start(...args);
  expect(said).toContain(sentence);
  expect(said).not.toContain("    at ");
  expect(code).toBe(2);
});
