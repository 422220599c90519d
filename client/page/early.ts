/**
 * Looks after the first screen while it is only HTML, before its script has come.
 *
 * The build puts this into the head of each page, before everything that it decides about, so it imports no more than
 * the choice of the language. Whoever opened somebody's link gets the screen that offers that call. A screen that the script would change at once
 * stays hidden until then. What is typed or pressed meanwhile is marked, and `take_over.ts` hands it to the script.
 */

import { beginLanguage } from "./early_language.ts";

/** Put in by the build: whether this page's first screen lists people. */
declare const LISTS_PEOPLE: boolean;

/** Longest that a screen stays unseen, in milliseconds; a wrong one is better than none. */
const UNSEEN_MS_MAX = 4_000;
/** An ID as links have it, and the name behind it. Whatever else can be read as one, the script will see. */
const LINK = /^#([0-9a-z]{4}(?:-[0-9a-z]{4}){4})(?:\/(.*))?$/;

const root = document.documentElement;

/** Whether this browser has talked with somebody, who is then called by their name: `known_peers.ts` keeps a copy. */
function isMet(peerId: string): boolean {
  try {
    return localStorage.getItem("known-peers copy")?.includes(peerId) === true;
  } catch {
    return false;
  }
}

/** Whether this browser keeps people to be listed on the first screen: `keeping.ts` says so, and older pages kept them. */
function hasPeople(): boolean {
  try {
    const keys = ["has-people", "missed-calls", "blocked-peers", "known-peers copy"];
    return keys.some((key) => (localStorage.getItem(key) ?? "[]") !== "[]");
  } catch {
    return false; // Site data is blocked, and so there is nobody.
  }
}

function mark(element: unknown, how: "data-typed" | "data-pressed"): void {
  if (root.dataset.early !== undefined && element instanceof Element) element.setAttribute(how, "");
}

beginLanguage(root);
const [, linkedId, linkedName] = LINK.exec(location.hash) ?? [];
if (linkedId) root.dataset.early = isMet(linkedId) ? "unseen" : "guest";
// The screen in the document is in English.
if (root.lang !== "en" || !isSecureContext || (LISTS_PEOPLE && hasPeople())) root.dataset.early = "unseen";
root.classList.toggle("unshared", navigator.share === undefined);
setTimeout(() => root.dataset.early && (root.dataset.early = ""), UNSEEN_MS_MAX);

addEventListener("input", ({ target }) => mark(target, "data-typed"));
addEventListener("click", ({ target }) => target instanceof Element && mark(target.closest("button"), "data-pressed"));
/** Dispatched by the document, as soon as both screens are there. */
addEventListener("early", () => {
  const guest = document.getElementById(linkedName ? "named-guest" : "guest");
  if (!linkedId || !(guest instanceof HTMLTemplateElement)) return;
  document.getElementById("app")?.replaceChildren(guest.content);
  if (root.dataset.early === "guest") root.dataset.early = "";
});
