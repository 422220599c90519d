/**
 * Repairs a page that has not loaded completely: a phone that changes networks loses the files that are on their way,
 * and browsers do not ask for them again.
 *
 * The build puts this into each page, behind the first screen, which need not wait for it, and before all that the page
 * loads. When the server answers, it loads the page again; meanwhile it says what is wrong, if the page's own code is
 * not there to say it. It imports nothing: the build puts in what it needs.
 */

import type { GuardWords } from "../words/en/guard.ts";

/** Put in by the build: what it says, in English. */
declare const ENGLISH: GuardWords;
/** How the name of the file ends that has it in another language. */
declare const GUARD_WORDS: string;

/** So often in so many milliseconds it loads the page again, at once while it may. */
const RELOADS_MAX = 3;
const RELOADS_WITHIN_MS = 60_000;
/** How long the first screen may take before a word is due. */
const SLOW_MS = 8_000;
/** How long to wait for the other files, at most. */
const REST_MS_MAX = 5_000;
const ANSWER_WITHIN_MS = 10_000;
const RETRY_MS_MIN = 250;
const RETRY_MS_MAX = 8_000;
/** How long what breaks off is put down to the person's leaving the page. */
const LEAVING_MS = 5_000;

let words = ENGLISH;
let isRecovering = false;
let isLeaving = false;
let hasThrown = false;

/** Says it over the first screen while that is only HTML; the script takes it away when it comes. */
function say(sentence: string): void {
  const root = document.getElementById("app");
  if (root === null) return; // The page has not come that far.
  const isUp = document.documentElement.dataset.early === undefined;
  const said = document.querySelector(".loading");
  if (isUp || said?.firstChild?.textContent === sentence) return;
  said?.remove();
  const text = document.createElement("p");
  text.setAttribute("role", "alert");
  text.textContent = sentence;
  const button = document.createElement("button");
  button.className = "button tonal";
  button.textContent = words.reload;
  button.onclick = () => location.reload();
  const place = document.createElement("div");
  place.className = "loading";
  place.append(text, button);
  root.before(place);
}

/** What does not come is said in English. */
async function learnWords(): Promise<void> {
  const { lang } = document.documentElement; // early.ts has chosen it.
  if (lang !== "en") words = await (await fetch(`build/words-${lang}-${GUARD_WORDS}`)).json();
}

/** Asks the page, which may be up without its style sheet, and in a call; nor is anything typed to be lost. */
function isWelcome(): boolean {
  const isTyping = document.querySelector("input:focus:not(:placeholder-shown)") !== null;
  return !isTyping && dispatchEvent(new Event("reload", { cancelable: true }));
}

/** Counts a reload and tells whether it may be. A reload keeps the state of the history, also where nothing is stored. */
function takeReload(): boolean {
  const past: unknown = history.state;
  const isRecent = (atMs: number) => Math.abs(Date.now() - atMs) < RELOADS_WITHIN_MS;
  const recent = Array.isArray(past) ? past.filter(isRecent) : [];
  if (recent.length >= RELOADS_MAX) return false;
  history.replaceState([...recent, Date.now()], "");
  return true;
}

function pause(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms));
}

/** A proxy that answers for a server that is away does not count. */
async function isServerThere(): Promise<boolean> {
  try {
    const answer = await Promise.race([fetch(location.pathname, { cache: "no-store" }), pause(ANSWER_WITHIN_MS)]);
    return answer?.ok === true;
  } catch {
    return false;
  }
}

async function recover(): Promise<void> {
  if (isRecovering || isLeaving) return;
  isRecovering = true;
  // What else is on its way is then there for the next load.
  if (document.readyState !== "complete") {
    await Promise.race([new Promise((resolve) => addEventListener("load", resolve)), pause(REST_MS_MAX)]);
  }
  let delayMs = RETRY_MS_MIN;
  for (;;) {
    // A reload without a server behind it would end at a page that tries nothing again: the browser's, or a proxy's.
    if (!await isServerThere()) {
      say(words.away);
      await pause(delayMs);
      delayMs = Math.min(2 * delayMs, RETRY_MS_MAX);
    } else if (isWelcome() && takeReload()) {
      return location.reload();
    } else {
      say(words.failed);
      await pause(RELOADS_WITHIN_MS / RELOADS_MAX);
    }
  }
}

/** A script has thrown. Before the page is up that is what a browser does that does not know what it is made of. */
function handleThrown(): void {
  hasThrown = true;
  say(words.old);
}

learnWords().catch((error: unknown) => console.warn("Cannot load words:", error));
// Seen on the way down: these events do not rise. What is our own has its hash beside it.
addEventListener("error", ({ target }) => {
  if (!(target instanceof Element)) handleThrown();
  else if (target.matches("script[integrity], [rel=stylesheet][integrity]")) void recover();
}, true);
/** Dispatched by the page when what it loads later has not come. */
addEventListener("incomplete", () => void recover());
addEventListener("DOMContentLoaded", () => {
  if (document.querySelector("script[src]") === null) void recover(); // The page itself was cut off.
});
addEventListener("beforeunload", () => {
  isLeaving = true;
  setTimeout(() => isLeaving = false, LEAVING_MS); // It may stay: a download leaves it too, for a moment.
});
setTimeout(() => isRecovering || hasThrown || say(words.slow), SLOW_MS);
