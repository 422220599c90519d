/**
 * Prints every setting of the server: what it is here and by default, and what it means; then what is wrong with it.
 *
 *   deno task config              ends with 1 if the server would not start
 *   deno task config --markdown   the README's tables
 */

import { parseConfig } from "../signaling/config/config.ts";
import {
  ACCESS_SETTINGS,
  PUSH_SETTINGS,
  SERVICE_SETTINGS,
  type Setting,
  SETTINGS,
} from "../signaling/config/settings.ts";

export function createTable(settings: readonly Setting[]): string {
  const rows = settings.map(({ name, fallback, meaning }) => [`\`${name}\``, fallback && `\`${fallback}\``, meaning]);
  return [["variable", "default", "is"], ["---", "---", "---"], ...rows].map((row) => `| ${row.join(" | ")} |`).join(
    "\n",
  );
}

/** Takes the marks out of what is written for the README. */
function toPlainText(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\([^)]+\)/g, "$1").replace(/[`*]/g, "");
}

function describe({ name, fallback, meaning, isSecret }: Setting): string {
  const value = Deno.env.get(name)?.trim();
  const shown = value ? (isSecret ? "(set)" : value) : fallback;
  const origin = value ? "set here" + (fallback && `, by default ${fallback}`) : shown ? "by default" : "not set";
  return `${name}=${shown}  (${origin})\n    ${toPlainText(meaning)}`;
}

if (import.meta.main) {
  if (Deno.args.includes("--markdown")) {
    console.log([SERVICE_SETTINGS, PUSH_SETTINGS, ACCESS_SETTINGS].map(createTable).join("\n\n"));
  } else {
    console.log(SETTINGS.map(describe).join("\n"));
    try {
      parseConfig((name) => Deno.env.get(name));
    } catch (error) {
      console.error(`\n${error instanceof Error ? error.message : error}`);
      Deno.exit(1);
    }
  }
}
