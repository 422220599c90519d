/**
 * Follows what an installed page is opened with while it is open: a press on somebody's link, or on an entry of the
 * icon's menu. The manifest's `launch_handler` has the browser bring the page to the front and tell it, where it would
 * else load it anew, in the middle of a call (https://wicg.github.io/web-app-launch/). Elsewhere nobody tells anything.
 */

interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly targetURL?: string | null }) => void): void;
}

/** @param isBusy whether the page must not be left now */
export function followLaunches(isBusy: () => boolean): void {
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ targetURL }) => {
    const target = URL.parse(targetURL ?? "");
    if (target === null || target.origin !== location.origin) return;
    if (target.pathname !== location.pathname) {
      if (!isBusy()) location.assign(target);
    } else if (target.hash !== "") {
      location.hash = target.hash;
    }
  });
}
