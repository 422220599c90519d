/**
 * Follows what an installed page is opened with while it is open: a press on somebody's link, or on an entry of the
 * icon's menu. The manifest's `launch_handler` has the browser bring the page to the front and tell it, where it would
 * else load it anew, in the middle of a call (https://wicg.github.io/web-app-launch/). Elsewhere nobody tells anything.
 *
 * Chromium may tell a page that is loaded again once more what it was told last, which is done or was ignored.
 */

interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly targetURL?: string | null }) => void): void;
}

/** @param isBusy whether the page must not be left now */
export function followLaunches(isBusy: () => boolean): void {
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
  const [loaded] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  let isRepeated = loaded?.type === "reload";
  launchQueue?.setConsumer(({ targetURL }) => {
    if (isRepeated) return;
    const target = URL.parse(targetURL ?? "");
    if (target === null || target.origin !== location.origin) return;
    if (target.pathname !== location.pathname) {
      if (!isBusy()) location.assign(target);
    } else if (target.hash !== "") {
      location.hash = target.hash;
    }
  });
  isRepeated = false; // What had come by then was handed over at once.
}
