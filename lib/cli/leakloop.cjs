#!/usr/bin/env node
// The one command behind every npm script. It makes the checkout ready (packages, build), then hands over
// to the compiled command line. Runs before `npm ci`, so it uses Node's own modules only.
"use strict";

const { realpathSync } = require("node:fs");
const { checkNode } = require("./bootstrap/check-node.cjs");
const { install } = require("./bootstrap/install.cjs");
const { build } = require("./bootstrap/build.cjs");
const { root } = require("./bootstrap/checkout.cjs");

/** @type {(() => string | undefined)[]} Each makes one thing ready and returns a sentence when it cannot. */
const steps = [checkNode, install, build];
for (const step of steps) {
  const problem = step();
  if (problem !== undefined) {
    process.stderr.write(`${problem}\n`);
    process.exit(3);
  }
}
// npm starts every script in the checkout; a path on the command line is meant from where the person is.
const { INIT_CWD } = process.env;
if (INIT_CWD && process.cwd() === realpathSync(root)) process.chdir(INIT_CWD);
require("../dist/cli/main.js").main(process.argv.slice(2));
