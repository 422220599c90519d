/**
 * What the page may start and make code of, in Chromium and Firefox: workers of listed paths and WebAssembly; no other
 * script, and no text at all. The list is empty as long as nothing needs it, so the page is built here with one of two.
 */

import { assertEquals, assertMatch } from "@std/assert";
import { startServer } from "../../server.ts";
import { parseConfig } from "../../signaling/config/config.ts";
import { BuiltCopy, replaceIn } from "../doubles/built_copy.ts";
import { browserTest } from "./browser_test_case.ts";
import type { Person } from "./person.ts";

/** Builds the page with a script to start beside its service worker, puts a third beside them, and lets the test ask for any. */
function buildWithWorkers(): Promise<BuiltCopy> {
  return BuiltCopy.create(async (folder) => {
    await replaceIn(
      `${folder}/client/page/own_scripts.ts`,
      `OWN_SCRIPTS: readonly string[] = [`,
      `OWN_SCRIPTS: readonly string[] = ["worker.js", `,
    );
    for (const main of ["client/main.tsx", "client/screens/check/main.tsx"]) {
      const shown =
        `import { ownScript } from "/client/page/own_scripts.ts"; Object.assign(globalThis, { ownScript });`;
      const source = await Deno.readTextFile(`${folder}/${main}`);
      const imported = /^import (".*\/own_scripts\.ts");$/m.exec(source);
      if (imported === null) throw new Error(`${main} does not make the policy`);
      await Deno.writeTextFile(
        `${folder}/${main}`,
        source.replace(imported[0], shown.replace(`"/client/page/own_scripts.ts"`, imported[1] ?? "")),
      );
    }
    await Deno.writeTextFile(`${folder}/static/worker.js`, "postMessage('started');");
    await Deno.copyFile(`${folder}/static/worker.js`, `${folder}/static/other.js`);
  });
}

const WORKS: readonly [what: string, expression: string, expected: string][] = [
  [
    "a worker of a listed path",
    `new Promise((resolve, reject) => Object.assign(new Worker(ownScript("worker.js")),
      { onmessage: ({ data }) => resolve(data), onerror: () => reject(new Error("failed")) }))`,
    "started",
  ],
  [
    "a service worker of a listed path",
    `navigator.serviceWorker.register(ownScript("service_worker.js")).then(() => navigator.serviceWorker.ready)
      .then(async (registration) => [new URL(registration.active.scriptURL).pathname, await registration.unregister()].join())`,
    "/service_worker.js,true",
  ],
  [
    "WebAssembly",
    `WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => "compiled")`,
    "compiled",
  ],
  [
    "a picture that the page has made",
    `(() => {
      const svg = "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='5'/>";
      const image = Object.assign(new Image(), { src: URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" })) });
      return image.decode().then(() => image.naturalWidth + " pixels");
    })()`,
    "7 pixels",
  ],
];

const TEXT = `"document.title = 'spoiled'"`;
const MARKUP = `"<img src=x onerror=\\"document.title = 'spoiled'\\">"`;
const REFUSED: readonly string[] = [
  // Other scripts, by the policy and past it.
  ...[
    "other.js",
    "/worker.js",
    "./worker.js",
    "worker.js?x",
    "//evil.example/worker.js",
    "https://evil.example/worker.js",
  ]
    .map((path) => `new Worker(ownScript("${path}"))`),
  `new Worker("worker.js")`,
  `new Worker(URL.createObjectURL(new Blob([${TEXT}], { type: "text/javascript" })))`,
  `new Worker("data:text/javascript," + ${TEXT})`,
  `new Worker("https://evil.example/worker.js")`,
  `new SharedWorker("worker.js")`,
  `navigator.serviceWorker.register("service_worker.js")`,
  `navigator.serviceWorker.register(ownScript("other.js"))`,
  `document.head.append(Object.assign(document.createElement("script"), { src: "other.js" }))`,
  // Another policy, and this one anew.
  `trustedTypes.createPolicy("other", { createScriptURL: (url) => url })`,
  `trustedTypes.createPolicy("own-scripts", { createScriptURL: (url) => url })`,
  `trustedTypes.createPolicy("default", { createHTML: (text) => text })`,
  // Text that would become code or markup.
  `eval(${TEXT})`,
  `new Function(${TEXT})`,
  `setTimeout(${TEXT})`,
  `document.head.append(Object.assign(document.createElement("script"), { text: ${TEXT} }))`,
  `document.body.innerHTML = ${MARKUP}`,
  `document.body.firstElementChild.outerHTML = ${MARKUP}`,
  `document.body.insertAdjacentHTML("beforeend", ${MARKUP})`,
  `document.write(${MARKUP})`,
  `document.createElement("iframe").srcdoc = ${MARKUP}`,
  `new DOMParser().parseFromString(${MARKUP}, "text/html")`,
  `document.createRange().createContextualFragment(${MARKUP})`,
];

/** Runs it in a task of the page's own, since a driver's may do what pages may not; gives its value or what it throws. */
function attempt(person: Person, expression: string): Promise<string> {
  return person.evaluate(`new Promise((resolve) => setTimeout(() => {
    (async () => ${expression})().then(String, (error) => "threw " + error.name).then(resolve);
  }))`);
}

async function assertPolicy(person: Person, where: string): Promise<void> {
  await person.waitUntil("typeof ownScript === 'function'");
  const title = await person.evaluate("document.title");
  for (const [what, expression, expected] of WORKS) {
    assertEquals(await attempt(person, expression), expected, `${what}, ${where}`);
  }
  for (const expression of REFUSED) {
    assertMatch(
      await attempt(person, expression),
      /^threw (?:TypeError|EvalError|SecurityError)$/,
      `${expression}, ${where}`,
    );
  }
  assertEquals(await person.evaluate("document.title"), title, where);
}

async function withWorkers(run: (origin: string) => Promise<void>): Promise<void> {
  await using copy = await buildWithWorkers();
  const settings: Record<string, string> = { PORT: "0", HOST: "127.0.0.1", STUN_PORT: "0" };
  const server = await startServer(parseConfig((name) => settings[name]), copy.staticFolder);
  try {
    await run(`http://localhost:${server.port}`);
  } finally {
    await server.stop();
  }
}

browserTest(
  "The scripts that may start, and the text that may become nothing",
  (scene, step) =>
    withWorkers(async (origin) => {
      await step(
        "Chromium starts the scripts on the page's list, and makes code or markup of nothing else",
        async () => assertPolicy(await scene.open({ origin, hasWorker: true }), "first page"),
      );
      await step(
        "The connection check takes the policy's name, too",
        async () => assertPolicy(await scene.open({ origin, path: "/check", hasWorker: true }), "check"),
      );
      await step(
        "Firefox starts the scripts on the page's list, and makes code or markup of nothing else",
        async () => assertPolicy(await scene.openFirefox(origin), "first page"),
      );
    }),
  { "firefox-esr": "firefox-esr" },
);
