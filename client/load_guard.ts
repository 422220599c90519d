/**
 * Brings a page up that has not come whole: a phone that changes networks loses the files that are just coming, and
 * browsers do not ask for them again.
 *
 * The build puts this into each page itself, before all that it loads, so it is there whenever anything is. As soon as
 * the server answers it loads the page again, and says meanwhile what is the matter, where the page's own code is not
 * there to say it. It must import nothing.
 */

/** So often in so many milliseconds it loads the page again: what lacks after that, no network may be to blame for. */
const RELOADS_MAX = 3;
const RELOADS_WITHIN_MS = 60_000;
/** How long the first screen may take before a word is due. */
const SLOW_MS = 8_000;
const ANSWER_WITHIN_MS = 10_000;
const RETRY_MS_MIN = 250;
const RETRY_MS_MAX = 8_000;

const SENTENCES = {
  slow: "This page takes long to load. It is still coming.",
  away: "This page has come only in part. The rest follows as soon as the server can be reached.",
  failed: "This page didn’t load. It tries again in a moment. If that doesn’t help, something on the way changes or " +
    "blocks its files.",
};

let isRecovering = false;

/** Says it in place of the first screen, which takes it away when it comes; without a style sheet if that lacks too. */
function say(sentence: string): void {
  const root = document.getElementById("app"); // Null while the page has not come that far.
  if (root === null || root.querySelector(":scope > :not(.loading)") !== null) return;
  const text = document.createElement("p");
  text.role = "alert";
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

/** Counts a reload and tells whether it may be. A reload keeps the state of the history, also where nothing is stored. */
function takeReload(): boolean {
  const past: unknown = history.state;
  const recent = Array.isArray(past) ? past.filter((atMs) => Date.now() - atMs < RELOADS_WITHIN_MS) : [];
  if (recent.length >= RELOADS_MAX) return false;
  history.replaceState([...recent, Date.now()], "");
  return true;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function isServerThere(): Promise<boolean> {
  try {
    await fetch(location.pathname, { cache: "no-store", signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    return true;
  } catch {
    return false;
  }
}

async function recover(): Promise<void> {
  if (isRecovering) return;
  isRecovering = true;
  // A reload without a server behind it would end at the browser's own page, which few browsers try again.
  for (let delayMs = RETRY_MS_MIN; !await isServerThere(); delayMs = Math.min(2 * delayMs, RETRY_MS_MAX)) {
    say(SENTENCES.away);
    await pause(delayMs);
  }
  while (!takeReload()) {
    say(SENTENCES.failed);
    await pause(RELOADS_WITHIN_MS / RELOADS_MAX);
  }
  location.reload();
}

// Seen on the way down: these events do not rise.
addEventListener("error", ({ target }) => {
  if (target instanceof Element && target.matches("script, [rel=stylesheet]")) void recover();
}, true);
/** Dispatched by the page when what it loads later has not come. */
addEventListener("incomplete", () => void recover());
setTimeout(() => say(SENTENCES.slow), SLOW_MS);
