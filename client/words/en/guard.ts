/** What `page/load_guard.ts` says while the page is not there, in English; the build puts it into the pages. */

export const guard = {
  slow: "This page is taking a long time to load. If nothing appears, reload it, or try another browser.",
  away: "Only part of this page has loaded. The rest will follow as soon as the server can be reached.",
  old: "This page didn’t start in this browser. Use Chrome or Edge 137, Firefox 129, Safari 17, or later.",
  failed:
    "This page didn’t load. It tries again every minute. If that doesn’t help, something in between is changing " +
    "or blocking its files.",
  reload: "Reload",
};

export type GuardWords = typeof guard;
