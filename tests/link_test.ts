/** What a link makes of messages, of the server's word on them, and of a fresh socket. */

import { assert, assertEquals } from "@std/assert";
import { AWAY_MS } from "../client/channel.ts";
import { linkTest, settle } from "./doubles/link_world.ts";

const CLAIMED = { type: "call-claimed", claimedBy: "tab" } as never;
const HANG_UP = { type: "hang-up" } as never;

linkTest("A link sends by the server until it has a connection, and repeats until that is acknowledged", (world) => {
  world.link.send(CLAIMED);
  assertEquals(world.takeSent(), { byServer: ["call-claimed"], byControl: [] });
  assert(world.link.hasUnsaid);
  world.clock.tick(999);
  world.link.tick();
  assertEquals(world.takeSent().byServer, []);
  world.clock.tick(1);
  world.link.tick();
  assertEquals(world.takeSent().byServer, ["call-claimed"]);
  world.link.receive(world.ack(1));
  assert(!world.link.hasUnsaid);
});

linkTest("A link sends by its connection alone while that is heard", async (world) => {
  await world.connect();
  world.link.send(CLAIMED);
  assertEquals(world.takeSent(), { byServer: [], byControl: ["call-claimed"] });
});

linkTest("A link hangs up both ways", async (world) => {
  await world.connect();
  world.link.send(HANG_UP);
  assertEquals(world.takeSent(), { byServer: ["hang-up"], byControl: ["hang-up"] });
});

linkTest("A link repeats both ways", async (world) => {
  await world.connect();
  world.link.send(CLAIMED);
  world.takeSent();
  await world.live(1_000);
  world.link.tick();
  assertEquals(world.takeSent(), { byServer: ["call-claimed"], byControl: ["call-claimed"] });
});

linkTest("A link sends both ways while the path is in doubt", async (world) => {
  await world.connect();
  world.clock.tick(600);
  world.link.send(CLAIMED);
  assertEquals(world.takeSent().byServer, []);
  world.clock.tick(1);
  world.link.send(CLAIMED);
  assertEquals(world.takeSent(), { byServer: ["call-claimed"], byControl: ["call-claimed"] });
});

linkTest("A link sends by the server what its connection does not take", async (world) => {
  await world.connect();
  world.control.fault = new Error("queue is full");
  world.link.send(CLAIMED);
  assertEquals(world.takeSent(), { byServer: ["call-claimed"], byControl: [] });
});

linkTest("A link delivers what it receives, once, and acknowledges it", (world) => {
  const message = world.message();
  world.link.receive(message);
  world.link.receive(message);
  assertEquals(world.takeLog(), [["deliver", "call-claimed"]]);
  assert(world.takeSent().byServer.every((type) => type === "ack"));
});

linkTest("A link delivers what comes over its connection", async (world) => {
  await world.connect();
  world.receiveControl(world.message());
  assertEquals(world.takeLog(), [["deliver", "call-claimed"]]);
  assertEquals(world.takeSent(), { byServer: [], byControl: ["ack"] });
});

linkTest("A link takes nothing over its connection but what one of its call's ends says of the call", async (world) => {
  await world.connect();
  const other = "8888-8888-8888-8888-8888";
  const strange = [{ callId: "00000000-0000-4000-8000-000000000000" }, { id: other }, { clientId: other }];
  for (const change of strange) world.receiveControl(world.message({ ...world.message(), seq: 1, ...change }));
  for (const text of ["no JSON", "{}", '{"type":"ping"}']) world.control.receive(text);
  assertEquals(world.takeLog(), []);
  assertEquals(world.takeSent(), { byServer: [], byControl: [] });
  world.receiveControl(world.message({ ...world.message(), seq: 1 }));
  assertEquals(world.takeLog(), [["deliver", "call-claimed"]]);
});

linkTest(
  "A link says that the other end is not there, once the call is theirs and nothing is acknowledged",
  (world) => {
    const { tabId } = world.message();
    world.link.bind(tabId);
    world.link.send(CLAIMED);
    world.clock.tick(AWAY_MS - 1);
    world.link.tick();
    assertEquals(world.takeLog(), []);
    world.clock.tick(AWAY_MS);
    world.link.tick();
    assertEquals(world.takeLog(), [{ type: "peer-away" }]);
  },
);

linkTest("A link refuses what nobody takes for a while", (world) => {
  world.link.send(CLAIMED);
  world.link.handleUndelivered("peer-unavailable");
  world.clock.tick(4_000);
  world.link.handleUndelivered("peer-unavailable");
  assertEquals(world.takeLog(), [{ type: "send-refused" }]);
});

linkTest("A patient link refuses nothing", (world) => {
  world.link.send(CLAIMED);
  world.link.handleUndelivered("peer-unavailable");
  world.clock.tick(60_000);
  world.link.handleUndelivered("peer-unavailable");
  assertEquals(world.takeLog(), []);
}, { isPatient: true });

linkTest("A link goes on when one of those whom it tells fails", (world) => {
  const { deliver } = { deliver: world.log.push };
  world.log.push = () => {
    throw new Error("no");
  };
  world.link.receive(world.message());
  world.log.push = deliver;
  assertEquals(world.takeSent().byServer, ["ack"]);
  assertEquals(world.warnings.length, 1);
});

linkTest("A link repeats by a fresh socket at once, and takes its ICE servers", async (world) => {
  await world.connect();
  world.link.send(CLAIMED);
  world.takeSent();
  world.iceServers = [{ urls: "stun:a.example" }];
  world.link.handleRegistered();
  assertEquals(world.takeSent().byServer, ["call-claimed"]);
  assertEquals(world.pc().configuration.iceServers, world.iceServers);
  assertEquals(world.made.length, 1, "The path is heard, so it stays");
});

linkTest("A link looks for another path with a fresh socket when its own is quiet", async (world) => {
  await world.connect();
  world.clock.tick(601);
  world.link.handleRegistered();
  await settle();
  assertEquals(world.made.length, 2);
});

linkTest("A link that has ended repeats by a fresh socket, and leaves its connection as it is", async (world) => {
  await world.connect();
  world.link.send(HANG_UP);
  world.link.stop();
  world.takeSent();
  world.clock.tick(601);
  world.iceServers = [{ urls: "stun:a.example" }];
  world.link.handleRegistered();
  await settle();
  assertEquals(world.takeSent().byServer, ["hang-up"]);
  assertEquals([world.pc().configuration.iceServers, world.made.length], [[], 1]);
});

linkTest("A link sends both ways while nobody has said that it is connected", async (world) => {
  await world.link.connections.prepareOffer({ audio: null, video: null });
  world.control.readyState = "open";
  world.link.send(CLAIMED);
  assertEquals(world.takeSent(), { byServer: ["call-claimed"], byControl: ["call-claimed"] });
});

linkTest("A link that is closed acknowledges by the server", async (world) => {
  await world.connect();
  world.link.close();
  world.link.receive(world.message());
  assertEquals(world.takeSent(), { byServer: ["ack"], byControl: [] });
});

linkTest("A link pays for each way by which an acknowledgement leaves", async (world) => {
  const spendAll = () => {
    while (world.credit.take(0, 1));
  };
  spendAll();
  world.link.receive(world.message());
  assertEquals(world.takeSent().byServer, ["ack"], "There is one way, and the message has earned it");
  await world.connect();
  await world.live(1_000);
  spendAll();
  world.link.receive(world.message());
  assertEquals(world.takeSent(), { byServer: [], byControl: ["ack"] }, "The path is heard: one way again");
  await world.hush(700);
  spendAll();
  world.link.receive(world.message());
  assertEquals(world.takeSent(), { byServer: [], byControl: [] }, "Two ways, and one is earned");
  world.link.receive(world.message());
  assertEquals(world.takeSent(), { byServer: ["ack"], byControl: ["ack"] });
});
