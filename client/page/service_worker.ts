/**
 * The page's service worker: opens the page where there is no network, or none that answers, as it was the last time.
 *
 * The page itself comes from the server whenever that answers soon, so nobody stays with an old one. What it is made of
 * has a hash in its name and is kept for good. So the files of one build are never mixed with those of another. It
 * imports nothing: the build compiles it by itself. What tells of calls while no page is open is a script of its own,
 * `reach/push_worker.ts`, which the browser keeps with this one.
 */

/** Put in by the build: the files of the page, from where that is; its script first. */
declare const FILES: readonly string[];
/** Put in by the build: what tells this build from others. */
declare const BUILD: string;
/** Put in by the build: what tells of calls, from where the page is. */
declare const PUSH_WORKER: string;
/** TypeScript has no types of what only workers have, nor Safari before 26 Trusted Types. */
declare function importScripts(script: string): void;
declare const trustedTypes:
  | { createPolicy<Rules>(name: "own-scripts", rules: Rules): Rules }
  | undefined;

/** TypeScript has types of either a page or a worker. */
interface WorkerEvent extends Event {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
  respondWith(response: Promise<Response>): void;
  waitUntil(done: Promise<unknown>): void;
}
interface WorkerScope {
  readonly clients: { claim(): Promise<void> };
  readonly registration: { readonly navigationPreload?: { enable(): Promise<void> } };
  skipWaiting(): Promise<void>;
  addEventListener(type: string, handle: (event: WorkerEvent) => void): void;
}
const scope = globalThis as unknown as WorkerScope;

/** How long the server may take before the page of last time is opened, in milliseconds. */
const ANSWER_WITHIN_MS = 3_000;
/** How many builds are kept: tabs that are still open may want more of the one before. */
const BUILDS_MAX = 2;

/** A proxy may put it below a path, and other pages beside it. */
const PAGE = new URL("./", location.href).href;
const CACHE = `${PAGE} ${BUILD}`;

/** It may load this one script, as `own_scripts.ts` has it for pages. */
const PUSHING = PAGE + PUSH_WORKER;
const rules = { createScriptURL: (_: string) => PUSHING };
const policy = typeof trustedTypes === "undefined" ? rules : trustedTypes.createPolicy("own-scripts", rules);
importScripts(policy.createScriptURL(PUSHING));

/** Keeps this build, or nothing of it. Rejects if the server has another one by now; the browser tries again then. */
async function keepBuild(): Promise<void> {
  const cache = await caches.open(CACHE);
  try {
    const page = await fetch(PAGE, { cache: "no-cache" });
    const isOurs = page.ok && (await page.clone().text()).includes(FILES[0] ?? "");
    if (!isOurs) throw new Error("The page is of another build");
    await Promise.all([cache.put(PAGE, page), cache.addAll([...FILES])]);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function dropOldBuilds(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(`${PAGE} `) && name !== CACHE);
  await Promise.all(others.slice(0, Math.max(0, others.length - BUILDS_MAX + 1)).map((name) => caches.delete(name)));
}

/** Finds what is kept, by this build alone if one is named. Where the browser cannot read what it keeps, nothing is. */
function find(request: Request | string, cacheName?: string): Promise<Response | undefined> {
  const options = { ignoreVary: true, ...(cacheName === undefined ? {} : { cacheName }) };
  return caches.match(request, options).catch(() => undefined);
}

/** Gives what the server says, or else the page of last time; a proxy that answers for a server that is away does not count. */
async function openPage({ request, preloadResponse }: WorkerEvent): Promise<Response> {
  const fresh = (async () => await preloadResponse ?? await fetch(request))();
  const kept = await find(PAGE, CACHE);
  if (kept === undefined) return fresh;
  const tooLate = new Promise<null>((resolve) => setTimeout(() => resolve(null), ANSWER_WITHIN_MS));
  const answer = await Promise.race([fresh, tooLate]).catch(() => null);
  return answer !== null && answer.status < 500 ? answer : kept;
}

/** Gives a file of any build that is kept; one that is not is kept with this one. */
async function openFile({ request }: WorkerEvent, cacheName?: string): Promise<Response> {
  const kept = await find(request, cacheName);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) {
    const copy = response.clone();
    // Without room for it the page still gets it.
    void caches.open(CACHE).then((cache) => cache.put(request, copy)).catch(() => {});
  }
  return response;
}

// At once: what open tabs may want of the build before is kept, and they are told of this one.
scope.addEventListener("install", (event) => event.waitUntil(keepBuild().then(() => scope.skipWaiting())));
scope.addEventListener("activate", (event) => {
  event.waitUntil(
    Promise.all([dropOldBuilds(), scope.registration.navigationPreload?.enable(), scope.clients.claim()]),
  );
});
scope.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const [path = ""] = url.split(/[?#]/);
  if (method !== "GET") return;
  if (mode === "navigate" && path === PAGE) event.respondWith(openPage(event));
  else if (path.startsWith(`${PAGE}build/`)) event.respondWith(openFile(event));
  else if (FILES.some((file) => path === PAGE + file)) event.respondWith(openFile(event, CACHE)); // By a name that stays.
});
scope.addEventListener("message", ({ data, ports: [port] }) => {
  if (data === "build") port?.postMessage(FILES[0]);
});
