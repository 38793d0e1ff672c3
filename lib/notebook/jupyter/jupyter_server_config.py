"""What the project's Jupyter server does beyond its settings: tidy what it saves, and end with the program that started it."""

import json
import os
import signal
import sys
import threading
import warnings

VEGALITE = "application/vnd.vegalite.v5+json"

# What a front end writes about itself or about the last run; as in lib/notebook/tidy-notebook.ts.
NOISE = ("ExecuteTime", "collapsed", "execution", "scrolled", "trusted", "vscode")

METADATA = {
    "kernelspec": {"display_name": "TypeScript", "language": "typescript", "name": "tslab"},
    "language_info": {"file_extension": ".ts", "mimetype": "text/typescript", "name": "typescript"},
}


def tidy(model, path, contents_manager, **_):
    """Make a notebook that was opened and run, but not changed, have the bytes it had before."""
    notebook = model.get("content")
    if model.get("type") != "notebook" or not notebook or notebook.get("nbformat") != 4:
        return
    if notebook["metadata"].get("kernelspec", {}).get("name", "tslab") != "tslab":
        return
    notebook["metadata"] = METADATA
    notebook["nbformat_minor"] = max(5, notebook.get("nbformat_minor", 0))
    folded = folded_cells(os.path.join(contents_manager.root_dir, path.strip("/")))
    for cell in notebook["cells"]:
        for name in NOISE:
            cell["metadata"].pop(name, None)
        if cell["cell_type"] == "code":
            cell["execution_count"] = None
            if cell.get("id") in folded:
                cell["metadata"].setdefault("jupyter", {})["outputs_hidden"] = True
            for output in cell["outputs"]:
                tidy_output(output)


def folded_cells(file):
    """The ids of the cells whose output is folded in the file. Running such a cell unfolds it in JupyterLab, but the
    answer to a prediction must be folded again for the next reader."""
    try:
        with open(file, encoding="utf-8") as saved:
            cells = json.load(saved)["cells"]
        return {cell.get("id") for cell in cells if cell["metadata"].get("jupyter", {}).get("outputs_hidden")}
    except (OSError, ValueError, LookupError):
        return set()


def tidy_output(output):
    """JupyterLab adds a picture of every chart it draws, even when the notebook is only opened."""
    if VEGALITE in output.get("data", {}):
        output["data"].pop("image/png", None)


def end_with_parent():
    """The program that started the server holds the other end of standard input, and never writes to it."""
    os.read(sys.stdin.fileno(), 1)
    os.kill(os.getpid(), signal.SIGTERM)


# This file is read more than once; the second time the variable is gone.
if os.environ.pop("LEAKLOOP_HOLDS_STDIN", None):
    threading.Thread(target=end_with_parent, daemon=True).start()

if "get_config" in globals():
    warnings.filterwarnings("ignore", message="Overriding existing pre_save_hook")
    c = get_config()  # noqa: F821 (Jupyter puts it there)
    c.FileContentsManager.pre_save_hook = tidy
