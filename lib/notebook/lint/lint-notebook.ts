/** Checks a notebook against every rule in the folder `rule`. */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Notebook } from "../notebook";
import type { Finding, LintRule } from "./rule";

/** A finding and the rule that made it. */
export interface LintFinding extends Finding {
  /** The name of the rule: of its file. */
  readonly rule: string;
}

const ruleDir: string = join(__dirname, "rule");

/** The names of all rules, sorted. */
export function ruleNames(): string[] {
  return readdirSync(ruleDir)
    .filter((file) => file.endsWith(".js"))
    .map((file) => file.slice(0, -3))
    .sort();
}

/**
 * Check `notebook`.
 *
 * @param names - Which rules; all unless told.
 * @returns The findings by cell; those about the notebook as a whole come first.
 */
export function lintNotebook(notebook: Notebook, names: readonly string[] = ruleNames()): LintFinding[] {
  const findings = names.flatMap((rule) => load(rule)(notebook).map((finding) => ({ rule, ...finding })));
  return findings.sort((a, b) => (a.cell ?? 0) - (b.cell ?? 0));
}

function load(name: string): LintRule {
  return (require(join(ruleDir, `${name}.js`)) as { rule: LintRule }).rule;
}
