// Refuses a Node that is too old, before anything else is tried.
"use strict";

/** @returns {string | undefined} */
exports.checkNode = () => {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return undefined;
  return `leakloop needs Node 20.19 or later; this is Node ${process.versions.node}. Install a newer one from nodejs.org and try again.`;
};
