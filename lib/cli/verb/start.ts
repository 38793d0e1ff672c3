/** `leakloop start`: JupyterLab on the notebooks. */

import { parseArgs } from "node:util";
import { BadInputError } from "../../bad-input";
import { kitRoot } from "../../exercise/kit-folder";
import { forgetAnswer } from "../../notebook/jupyter/borrowed-jupyter";
import { chooseNotebook } from "../../notebook/jupyter/choose-notebook";
import { findJupyter } from "../../notebook/jupyter/find-jupyter";
import { freePort, isFree } from "../../notebook/jupyter/free-port";
import { jupyterHome, makeHome } from "../../notebook/jupyter/jupyter-home";
import { type LabServer, startLab } from "../../notebook/jupyter/lab-server";
import type { Verb } from "../main";

/** Opens the notebooks in JupyterLab. */
export const verb: Verb = {
  summary: "open the notebooks in JupyterLab",
  help: `
npm start                        JupyterLab on the first notebook, in your browser
npm start -- 05                  on the notebook whose name begins with 05
npm start -- --no-browser        print the address only
npm start -- --port 9000         on this port; without it, on the first free one from 8888 on

Uses the JupyterLab on your PATH, or installs one into .leakloop, where all its settings are too.
Your own Jupyter settings are neither read nor changed. Ctrl-C ends it.`,
  async run(argv) {
    const { positionals, values } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { port: { type: "string" }, "no-browser": { type: "boolean" } },
    });
    if (positionals.length > 1)
      throw new BadInputError(`npm start opens one notebook; it was given ${positionals.join(" and ")}.`);
    const notebook = chooseNotebook(kitRoot, positionals[0]);
    const port = values.port === undefined ? await freePort() : await wantedPort(values.port);
    const home = jupyterHome(kitRoot);
    makeHome(home);
    const jupyter = findJupyter(home, say);
    say(`Starting ${jupyter.title} ...`);
    const server = await startLab(jupyter, home, {
      root: kitRoot,
      port,
      openBrowser: values["no-browser"] !== true,
      ...(notebook !== undefined && { notebook }),
    }).catch((error: unknown) => {
      forgetAnswer(home);
      throw error;
    });
    say(`\nJupyterLab is ready:\n\n  ${server.url}\n\nCtrl-C ends it.`);
    await untilStopped(server);
    return 0;
  },
};

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

async function wantedPort(text: string): Promise<number> {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new BadInputError(`--port needs a number from 1 to 65535, not "${text}".`);
  if (await isFree(port)) return port;
  throw new BadInputError(
    `Port ${port} is in use or not allowed. Choose another, or leave --port out to take the next free one.`,
  );
}

/** Wait for Ctrl-C, for the end of the terminal, or for the server's own end (in JupyterLab: File, Shut Down). */
async function untilStopped(server: LabServer): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      void server.stop();
    });
  await server.ended;
}
