/** What a line makes of its streams: when it speaks of them, with what, and when it may not. */

import { assert, assertEquals } from "@std/assert";
import { createTabId } from "../../../signaling/protocol.ts";
import { createDataSdp, createFingerprint } from "../../doubles/description.ts";
import { lineTest, type LineWorld, REMOTE_TAB_ID, settle } from "../../doubles/line_world.ts";
import { outcomeOf } from "../../doubles/stream_world.ts";

const PROVEN = { remoteTabId: REMOTE_TAB_ID, remoteFingerprint: createFingerprint(2), remoteFeatures: ["streams"] };
const OFFER = { step: "offer", attempt: 1, sdp: createDataSdp(createFingerprint(2)) };

/** What the line has said of streams since this was asked last. */
function takeSignals(world: LineWorld): unknown[] {
  return world.control.sent.splice(0).map((text) => JSON.parse(text))
    .filter(({ type, feature }) => type === "feature" && feature === "streams").map(({ body }) => body);
}

/** Has the other end say something of streams, and lets the code for it load. */
async function hear(world: LineWorld, body: object): Promise<void> {
  world.receiveControl(world.message({ type: "feature", feature: "streams", body }));
  await import("../../../client/bulk/bulk.ts");
  await settle();
}

async function connect(world: LineWorld): Promise<void> {
  await world.connect();
  world.provenEnd = PROVEN;
  world.takeSent();
}

lineTest(
  "A line of the higher ID offers a connection for a stream, and one of the lower asks for it",
  async (world) => {
    await connect(world);
    const writer = await world.line.openStream("a");
    await settle();
    const [signal] = takeSignals(world) as { step: string }[];
    assertEquals([signal?.step, writer.label], ["offer", "a"]);
  },
  { isPolite: false },
);

lineTest(
  "A line asks for a connection under the call's numbers, and makes it with the call's certificate",
  async (world) => {
    await connect(world);
    await world.line.openStream("a");
    assertEquals(takeSignals(world), [{ step: "ask", attempt: 0 }]);
    world.iceServers = [{ urls: "stun:stun.example.org" }];
    await hear(world, OFFER);
    const { configuration, remoteDescription } = world.pc(1);
    assertEquals(configuration.certificates?.[0], world.pc(0).configuration.certificates?.[0]);
    assertEquals([configuration.iceServers, remoteDescription?.sdp], [world.iceServers, OFFER.sdp]);
    const [signal] = takeSignals(world) as { step: string }[];
    assertEquals(signal?.step, "answer");
    assertEquals(world.takeLog(), [], "Streams are nothing to the call");
  },
);

lineTest("A line has a name's streams taken until they are not wanted any more, and may have it anew", (world) => {
  for (let count = 0; count < 2; count++) {
    const stop = world.line.offerStreams("a", () => {});
    stop();
    stop();
  }
});

lineTest("A line makes no connection for streams before its call was accepted", async (world) => {
  await connect(world);
  world.provenEnd = null;
  await hear(world, OFFER);
  await hear(world, { step: "ask", attempt: 0 });
  assertEquals([world.made.length, takeSignals(world)], [1, []]);
  assertEquals(await outcomeOf(world.line.openStream("a")), "unavailable");
});

lineTest("A line begins no stream to a page that has not told that it knows them", async (world) => {
  await connect(world);
  world.provenEnd = { ...PROVEN, remoteFeatures: ["media-state"] };
  assertEquals(await outcomeOf(world.line.openStream("a")), "unavailable");
  assertEquals(world.made.length, 1);
});

lineTest("A line asks for no connection while it does not hear the other end, and does once it does", async (world) => {
  await connect(world);
  await world.hush(1_000);
  takeSignals(world);
  await world.line.openStream("a");
  assertEquals(takeSignals(world), []);
  world.heartbeat.receive("");
  world.line.tick();
  assertEquals(takeSignals(world), [{ step: "ask", attempt: 0 }]);
});

lineTest("A line has another connection for its streams when its network is another one", async (world) => {
  await connect(world);
  await world.line.openStream("a");
  await hear(world, OFFER);
  world.heartbeat.receive("");
  takeSignals(world);
  world.line.handleNetworkChange();
  assert(world.pc(1).isClosed);
  assertEquals(takeSignals(world), [{ step: "ask", attempt: 1 }]);
});

lineTest(
  "A line closes its streams and their connection with the call, whenever the code for them comes",
  async (world) => {
    await connect(world);
    const writer = await world.line.openStream("a");
    await hear(world, OFFER);
    const closed = outcomeOf(writer.close());
    world.line.stop();
    assertEquals([await closed, world.pc(1).isClosed], ["call-ended", true]);
    assertEquals(await outcomeOf(world.line.openStream("b")), "call-ended");
    await hear(world, { ...OFFER, attempt: 2 });
    assertEquals(world.made.length, 2);
  },
);

lineTest("A line that ends while the code for streams is loading begins none", async (world) => {
  await connect(world);
  const opened = outcomeOf(world.line.openStream("a"));
  world.line.stop();
  assertEquals(await opened, "call-ended");
});

lineTest(
  "A line takes nothing of streams from another tab than the call's, which a relay may have made up",
  async (world) => {
    await connect(world);
    const stray = world.message({ type: "feature", feature: "streams", body: OFFER });
    world.receiveControl({ ...stray, tabId: createTabId(), seq: 1 });
    await import("../../../client/bulk/bulk.ts");
    await settle();
    assertEquals(world.made.length, 1);
  },
);
