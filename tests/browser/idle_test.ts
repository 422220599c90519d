import { assertEquals } from "@std/assert";
import { Nginx } from "../doubles/nginx.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";

/** Longer than the 60 s of silence after which nginx closes a connection; with LONG=1 the ten minutes of the promise. */
const IDLE_MS = Deno.env.get("LONG") === "1" ? 600_000 : 70_000;

/** Counts the sockets that a page has opened, and those that have closed. */
class Sockets {
  opened = 0;
  closed = 0;

  constructor(person: ChromiumPerson) {
    person.page.on("websocket", (socket) => {
      this.opened++;
      socket.on("close", () => this.closed++);
    });
  }
}

/** Resolves after this time of the page's own clock. */
function pass(person: ChromiumPerson, ms: number): Promise<void> {
  return person.evaluate(`new Promise((resolve) => setTimeout(resolve, ${ms}))`);
}

browserTest(
  "An idle page behind nginx keeps its socket and its ID past nginx's timeout, and is called",
  async (scene) => {
    await using nginx = await Nginx.start(scene.server.port);
    const { origin } = nginx;
    const [caller, callee] = [await scene.open({ origin }), await scene.open({ origin })];
    const id = await callee.readId();
    await caller.readId();
    const sockets = new Sockets(callee);
    await pass(callee, IDLE_MS);
    assertEquals([sockets.opened, sockets.closed, await callee.readId()], [0, 0, id]);
    await caller.call(id);
    await callee.seeRinging();
  },
  { nginx: "nginx" },
);
