import { assertEquals } from "@std/assert";
import { followLaunches } from "../../../client/page/launches.ts";

const ORIGIN = "https://call.example.com";

type Consumer = (launch: { targetURL: string }) => void;

/** Plays a page that finds one launch in its queue, and hears of another later; returns where it went. */
function play(type: "navigate" | "reload", queued: string, later: string): string[] {
  const went: string[] = [];
  const place = { origin: ORIGIN, pathname: "/", assign: (url: URL) => void went.push(url.pathname) };
  Object.defineProperty(place, "hash", { set: (hash: string) => void went.push(hash) });
  let consume: Consumer = () => {};
  const launchQueue = {
    setConsumer(consumer: Consumer) {
      consume = consumer;
      consume({ targetURL: ORIGIN + queued });
    },
  };
  const before = Object.getOwnPropertyDescriptor(globalThis, "location");
  Object.defineProperty(globalThis, "location", { value: place, configurable: true });
  Object.assign(globalThis, { launchQueue });
  Object.assign(performance, { getEntriesByType: () => [{ type }] });
  try {
    followLaunches(() => false);
    consume({ targetURL: ORIGIN + later });
  } finally {
    Reflect.deleteProperty(performance, "getEntriesByType");
    Reflect.deleteProperty(globalThis, "launchQueue");
    if (before !== undefined) Object.defineProperty(globalThis, "location", before);
  }
  return went;
}

Deno.test("A page that is loaded again leaves alone what it had been opened with, and follows what comes then", () => {
  assertEquals(play("navigate", "/check", "/#b"), ["/check", "#b"]);
  assertEquals(play("reload", "/check", "/#b"), ["#b"]);
  assertEquals(play("reload", "/#a", "/check"), ["/check"]);
});
