/**
 * No code but the catalogue holds words for people: what stands in a screen, a title or a label is a sentence of
 * `client/words/`, or it would stay English for everybody.
 */

import { assertEquals } from "@std/assert";

const ROOT = new URL("../../../", import.meta.url);
/** What people read or hear of an element. */
const READ = /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label)$/;
/** What developers read, and no one else. */
const DEVELOPERS = /^(?:console\.\w+|attempt|followCall|Error|TypeError|RangeError|DOMException)$/;
/** Two words: hardly a name of a thing in code looks so. */
const PROSE = /\p{L}[,.:;…’]? +\p{L}/u;
/** One that begins like a sentence; on a screen it is one. */
const WORD = /^\p{Lu}\p{Ll}+[.…?!]?$/u;
/** A selector, a list of classes, what a key is called, and what an error says to developers. */
const NAMES = /^[.#:([]|[>[\]]|^[a-z -]+$|^(?:Tab|Escape|Arrow\w+)$|^Cannot /;
/** Names that are the same in each language. */
const TECHNICAL = /^(?:https:\/\/|localhost|deno task start:lan|chrome:\/\/\S+)$/;
/** Letters as data: which look alike, and which scripts there are; and what standards have hashed. */
const DATA = /^client\/(?:identity\/(?:look_alikes|name)|reach\/web_push)\.ts$/;

/** Of an abstract syntax tree (ESTree), as `Deno.lint` gives it. */
type Node = {
  readonly type: string;
  readonly range: readonly [number, number];
  readonly parent?: Node | null;
  readonly [key: string]: unknown;
};
/** Only there under `deno test`, and in no types yet. */
type Lint = { runPlugin(plugin: unknown, path: string, source: string): unknown };

type Found = { readonly line: number; readonly text: string };

function findText(path: string, source: string): Found[] {
  const found: Found[] = [];
  const report = (node: Node, text: string) => {
    if (TECHNICAL.test(text.trim())) return;
    found.push({ line: source.slice(0, node.range[0]).split("\n").length, text: text.trim() });
  };
  const isScreen = /\.tsx$|\/screens\//.test(path);
  const judge = (node: Node, value: unknown) => {
    const place = placeOf(node);
    if (place === "unread" || typeof value !== "string") return;
    const isProse = PROSE.test(value) || isScreen && WORD.test(value);
    if (place === "read" ? /\p{L}/u.test(value) : isProse && !NAMES.test(value)) report(node, value);
  };
  const plugin = {
    name: "text",
    rules: {
      found: {
        create: () => ({
          JSXText: (node: Node) => /\p{L}/u.test(String(node.value)) && report(node, String(node.value)),
          Literal: (node: Node) => judge(node, node.value),
          TemplateElement: (node: Node) => judge(node, node.cooked),
        }),
      },
    },
  };
  (Deno as unknown as { readonly lint: Lint }).lint.runPlugin(plugin, path, source);
  return found;
}

/** Whether people read what stands there, never do, or may. */
function placeOf(node: Node): "read" | "unread" | "unknown" {
  for (
    let [inner, outer] = [node, node.parent ?? null];
    outer !== null;
    [inner, outer] = [outer, outer.parent ?? null]
  ) {
    if (/^TS|^Import|^Export(?:All|Named)/.test(outer.type)) return "unread";
    if (outer.type === "JSXAttribute") return READ.test(nameOf(outer.name)) ? "read" : "unread";
    if (outer.type === "JSXExpressionContainer" && outer.parent?.type !== "JSXAttribute") {
      return isShown(node, outer) ? "read" : "unknown";
    }
    if (outer.type === "MemberExpression" && outer.property === inner) return "unread";
    if (/^(?:Call|New)Expression$/.test(outer.type)) {
      return DEVELOPERS.test(nameOf(outer.callee)) ? "unread" : "unknown";
    }
    if (outer.type === "FunctionDeclaration") return "unknown";
  }
  return "unknown";
}

/** `console.warn` of a callee, `aria-label` of an attribute; empty for what has no such name. */
function nameOf(value: unknown): string {
  const node = value as Node;
  if (node.type === "MemberExpression") return `${nameOf(node.object)}.${nameOf(node.property)}`;
  return typeof node.name === "string" ? node.name : "";
}

/** What an expression between tags comes to: a string itself, or one of several. */
function isShown(node: Node, container: Node): boolean {
  for (
    let [inner, outer] = [node, node.parent ?? null];
    outer !== container;
    [inner, outer] = [outer, outer.parent ?? null]
  ) {
    if (outer === null) return false;
    const isValue = outer.type === "ConditionalExpression"
      ? outer.test !== inner
      : /^(?:Logical|Template)/.test(outer.type);
    if (!isValue) return false;
  }
  return true;
}

async function* walk(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(new URL(folder, ROOT))) {
    if (isDirectory) yield* walk(`${folder}${name}/`);
    else if (/\.tsx?$/.test(name)) yield `${folder}${name}`;
  }
}

Deno.test("findText() finds words for people wherever they stand, and takes no name for one", () => {
  const source = `
    import { x } from "./Some thing.ts";
    type Kind = "Not this";
    const view = <p class="not this" aria-label="This label" title={isOn ? "On" : words.off}>This text {n} </p>;
    const more = <p>{isOn ? "muted" : words.x}{isOn && \`\${n} pieces\`}</p>;
    console.warn("Cannot do it:", error);
    if (event.key === "Escape") notify("This notice.");
    throw new Error("Cannot go on: " + x);
    document.title = "Page";
  `;
  assertEquals(
    findText("found.tsx", source).map(({ text }) => text).sort(),
    [
      "Page",
      "This label",
      "This notice.",
      "This text",
      "On",
      "muted",
      "pieces",
    ].sort(),
  );
});

Deno.test("only the catalogue holds words for people", async () => {
  const found: string[] = [];
  for await (const path of walk("client/")) {
    if (/^client\/words\/(?:[a-z]{2}|grammar)\//.test(path)) continue;
    if (DATA.test(path) || /^client\/page\/(?!load_guard)/.test(path)) continue; // The build talks to developers.
    const source = await Deno.readTextFile(new URL(path, ROOT));
    for (const { line, text } of findText(path, source)) found.push(`${path}:${line}: ${text}`);
  }
  assertEquals(found, []);
});
