/** Writes all of Jupyter's settings and the kernel specification into the project's Jupyter home. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { dataPath } from "../../data-path";
import type { JupyterHome } from "./jupyter-home";
import { kernelName, kernelSpec } from "./kernel-spec";
import { labSettings, pageSettings, serverSettings } from "./settings";

/**
 * Write the settings. Files that a person changed by hand are overwritten; what was changed inside JupyterLab is kept.
 *
 * @param root - The folder that the file browser shows.
 */
export function writeSettings(home: JupyterHome, root: string): void {
  writeJson(join(home.share, "kernels", kernelName, "kernel.json"), kernelSpec());
  writeJson(join(home.config, "jupyter_server_config.json"), serverSettings(root));
  writeJson(join(home.config, "labconfig/default_setting_overrides.json"), labSettings());
  writeJson(join(home.config, "labconfig/page_config.json"), pageSettings());
  copy("jupyter_server_config.py", join(home.config, "jupyter_server_config.py"));
  copy("custom.css", join(home.config, "custom/custom.css"));
}

function copy(name: string, path: string): void {
  write(path, readFileSync(dataPath(`notebook/jupyter/${name}`), "utf8"));
}

function writeJson(path: string, value: object): void {
  write(path, `${JSON.stringify(value, null, 2)}\n`);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
