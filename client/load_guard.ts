/**
 * Brings a page up that has not come whole: a phone that changes networks loses the files that are just coming, and
 * browsers do not ask for them again.
 *
 * The build puts this into each page itself, before all that it loads, so it is there whenever anything is. As soon as
 * the server answers it loads the page again, and says meanwhile what is the matter, where the page's own code is not
 * there to say it. It must import nothing.
 */

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

const SENTENCES = {
  slow: "This page takes long to load. If nothing comes, reload it, or try another browser.",
  away: "This page has come only in part. The rest follows as soon as the server can be reached.",
  failed: "This page didn’t load. It tries again every minute. If that doesn’t help, something on the way changes or " +
    "blocks its files.",
};

let isRecovering = false;
let isLeaving = false;

/** Says it in place of the first screen, which takes it away when it comes; without a style sheet if that lacks too. */
function say(sentence: string): void {
  const root = document.getElementById("app");
  if (root === null) return; // The page has not come that far.
  const isUp = root.querySelector(":scope > :not(.loading)") !== null;
  if (isUp || root.querySelector("p")?.textContent === sentence) return;
  const text = document.createElement("p");
  text.setAttribute("role", "alert");
  text.textContent = sentence;
  const button = document.createElement("button");
  button.className = "button tonal";
  button.textContent = "Reload";
  button.onclick = () => location.reload();
  const place = document.createElement("div");
  place.className = "loading";
  place.append(text, button);
  root.replaceChildren(place);
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
      say(SENTENCES.away);
      await pause(delayMs);
      delayMs = Math.min(2 * delayMs, RETRY_MS_MAX);
    } else if (isWelcome() && takeReload()) {
      return location.reload();
    } else {
      say(SENTENCES.failed);
      await pause(RELOADS_WITHIN_MS / RELOADS_MAX);
    }
  }
}

// Seen on the way down: these events do not rise. What is our own has its hash beside it.
addEventListener("error", ({ target }) => {
  if (target instanceof Element && target.matches("script[integrity], [rel=stylesheet][integrity]")) void recover();
}, true);
/** Dispatched by the page when what it loads later has not come. */
addEventListener("incomplete", () => void recover());
addEventListener("DOMContentLoaded", () => {
  if (document.getElementById("app") === null) void recover(); // The page itself was cut off.
});
addEventListener("beforeunload", () => {
  isLeaving = true;
  setTimeout(() => isLeaving = false, LEAVING_MS); // It may stay: a download leaves it too, for a moment.
});
setTimeout(() => isRecovering || say(SENTENCES.slow), SLOW_MS);
