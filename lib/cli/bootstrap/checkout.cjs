// Where the checkout is, and whether this is one: an installed package is ready as it comes.
"use strict";

const { existsSync } = require("node:fs");
const { join, resolve } = require("node:path");

exports.root = resolve(__dirname, "../../..");
exports.isCheckout =
  existsSync(join(exports.root, "package-lock.json")) && existsSync(join(exports.root, "lib/tsconfig.json"));
