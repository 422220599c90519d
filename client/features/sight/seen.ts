/** How large the other end's picture is on this screen, in its page and in a small window above others. */

/** How often it looks, in milliseconds, beside when the page is hidden or seen again: layouts tell nobody. */
const EVERY_MS = 1_000;
/** What is told, so that not every dot of a layout is a word. */
const STEPS = [180, 360, 540] as const;
const PICTURES = "video.remote.shown";

type Small = { readonly window: Window | null };

function smallWindow(): Window | null {
  return (globalThis as { documentPictureInPicture?: Small }).documentPictureInPicture?.window ?? null;
}

/** Lines along the shorter side that are of use: 0 where nobody looks, null for all that there are. */
export function findLines(): number | null {
  const small = smallWindow();
  const hasSmall = small !== null || document.pictureInPictureElement !== null;
  if (document.visibilityState === "hidden" && !hasSmall) return 0;
  // A window above others may be of any size, and browsers tell only of those that pages fill.
  if (document.pictureInPictureElement !== null) return null;
  const pictures = [document, small?.document].flatMap((each) => [...each?.querySelectorAll("video") ?? []]);
  const lines = pictures.filter((each) => each.matches(PICTURES) || each.ownerDocument !== document).map(findShorter);
  // Before there is a picture, the first is to be whole.
  const most = Math.max(...lines);
  return lines.length === 0 || most === 0 ? null : STEPS.find((step) => most <= step) ?? null;
}

/** Dots along the shorter side of a picture that fills its element. */
function findShorter(video: HTMLVideoElement): number {
  const { width, height } = video.getBoundingClientRect();
  const ratio = video.videoWidth / video.videoHeight || 1;
  return (ratio < 1 ? Math.max(width, height * ratio) : Math.max(height, width / ratio)) * devicePixelRatio;
}

/** Calls `look` whenever that may have changed, until the result is called. */
export function watchSight(look: () => void): () => void {
  document.addEventListener("visibilitychange", look);
  const timer = setInterval(look, EVERY_MS);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}
