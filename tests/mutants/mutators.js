/**
 * What Stryker does not do by itself. It leaves out a statement only where it finds nothing else to spoil in it, and only
 * calls; but a check whose result nobody asks for is lost with its whole line, so `LeftOutStatement` takes that mutator's
 * place. And the words of errors and of the log are nobody's contract, so their mutants are ignored. Stryker loads this as
 * a plugin; it has no door for mutators, so its list is changed, which is why its version is pinned (`stryker.ts`).
 */

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** As Stryker itself would find it: plugins are loaded by its core. */
function resolveFrom(base, ...names) {
  return names.reduce((from, name) => pathToFileURL(createRequire(from).resolve(name)).href, base);
}

const instrumenter = resolveFrom(Deno.mainModule, "@stryker-mutator/instrumenter");
const { allMutators } = await import(new URL("./mutators/mutate.js", instrumenter).href);
const { types } = await import(resolveFrom(instrumenter, "@babel/core"));

const leftOutStatement = {
  name: "LeftOutStatement",
  *mutate(path) {
    if (!path.isExpressionStatement() && !path.isThrowStatement()) return;
    if (isForTheLog(path.get("expression")) || !isOneOfSeveral(path)) return;
    yield types.blockStatement([]);
  },
};

/** Whether leaving a statement out is more than emptying its block, or than never meeting the condition it stands behind. */
function isOneOfSeveral({ parent }) {
  return parent.type === "BlockStatement" ? parent.body.length > 1 : parent.type !== "IfStatement" || parent.alternate;
}

allMutators.splice(allMutators.findIndex(({ name }) => name === "CallExpression"), 1, leftOutStatement);

/** What reports what could not be done under the words it is given (`client/bounds/attempt.ts`). */
const TELLERS = ["attempt", "insist"];

/** Whether a node speaks, or is told, to nobody but whoever reads a log. */
function isForTheLog(path) {
  if (path.node === undefined) return false;
  const isMessage = path.isTemplateLiteral() || path.isStringLiteral();
  if (path.isNewExpression()) return /^\w*Error$/.test(path.get("callee").toString());
  const call = isMessage ? path.parentPath : path;
  const name = call.isCallExpression() ? call.get("callee").toString() : "";
  return name.startsWith("console.") || (isMessage && TELLERS.includes(name));
}

export const strykerPlugins = [{
  kind: "Ignore",
  name: "log",
  value: { shouldIgnore: (path) => isForTheLog(path) ? "The words of an error or of the log" : undefined },
}];
