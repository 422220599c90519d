/**
 * Starts the service worker (`page/service_worker.ts`), and says when the server has a newer page than this one. The page
 * goes on with the build that it began with until the person loads it again.
 */

import { signal } from "@preact/signals";
import { attempt } from "../bounds/attempt.ts";
import { ownScript } from "../page/own_scripts.ts";

/** Whether the server has a newer page. */
export const hasNewVersion = signal(false);

/** The script that this page began with, as the page names it. */
function ownBuild(): string | null {
  return document.querySelector('script[type="module"]')?.getAttribute("src") ?? null;
}

/** Asks a worker for the script of the build that it keeps. */
function buildOf(worker: ServiceWorker): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => {
      port1.close();
      resolve(data);
    };
    worker.postMessage("build", [port2]);
  });
}

/** Has the worker keep what was loaded before it was there, and is none of what every page needs. */
function keepWords(): void {
  const names = performance.getEntriesByType("resource").map(({ name }) => name);
  for (const name of names.filter((each) => each.includes("/build/words-"))) attempt("keep words", () => fetch(name));
}

/**
 * Starts it, or finds it started. Where a browser has none the page is as before. Rejects if it does not start.
 *
 * @returns what looks for a newer page, for whoever has reason to expect one
 */
export async function startWorker(workers: ServiceWorkerContainer | undefined = navigator.serviceWorker) {
  if (workers === undefined) return () => {};
  const look = async () => {
    if (workers.controller === null) return;
    keepWords();
    hasNewVersion.value = await buildOf(workers.controller) !== ownBuild();
  };
  // A worker that was there before this page may well be older; one that comes after it is not.
  workers.oncontrollerchange = () => attempt("look at the version", look);
  const registration = await workers.register(ownScript("service_worker.js"));
  return () => attempt("look for a newer version", () => registration.update());
}
