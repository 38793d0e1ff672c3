/** The environment variables that keep a Jupyter to the project: the user's own settings are neither read nor written. */

import type { JupyterHome } from "./jupyter-home";

/** Would add the user's settings, change the token, or leave bytecode uncompiled so that every start is slow. */
const unwanted = ["JUPYTER_CONFIG_PATH", "JUPYTER_NO_CONFIG", "JUPYTER_TOKEN", "PYTHONDONTWRITEBYTECODE"];

/** The environment for every Jupyter command. */
export function jupyterEnvironment(home: JupyterHome): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !unwanted.includes(name));
  return {
    ...Object.fromEntries(own),
    JUPYTER_PATH: home.share,
    JUPYTER_CONFIG_DIR: home.config,
    JUPYTER_DATA_DIR: home.data,
    JUPYTER_RUNTIME_DIR: home.runtime,
    JUPYTERLAB_SETTINGS_DIR: home.labSettings,
    JUPYTERLAB_WORKSPACES_DIR: home.labWorkspaces,
  };
}
