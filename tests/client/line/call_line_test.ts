/** What a line makes of messages, of the server's word on them, and of a fresh socket. */

import { assert, assertEquals } from "@std/assert";
import { lineTest, settle } from "../../doubles/line_world.ts";

const CLAIMED = { type: "call-claimed", claimedBy: "tab" } as never;
const HANG_UP = { type: "hang-up" } as never;

lineTest("A line sends by the server until it has a connection, and repeats until that is acknowledged", (world) => {
  world.line.send(CLAIMED);
  assertEquals(world.takeSent(), { byServer: ["call-claimed"], byControl: [] });
  assert(world.line.hasUnsaid);
  world.clock.tick(999);
  world.line.tick();
  assertEquals(world.takeSent().byServer, []);
  world.clock.tick(1);
  world.line.tick();
  assertEquals(world.takeSent().byServer, ["call-claimed"]);
  world.line.receive(world.ack(1));
  assert(!world.line.hasUnsaid);
});

lineTest("A line sends by its connection alone while that is heard", async (world) => {
  await world.connect();
  world.line.send(CLAIMED);
  assertEquals(world.takeSent(), { byServer: [], byControl: ["call-claimed"] });
});

lineTest("A line hangs up both ways", async (world) => {
  await world.connect();
  world.line.send(HANG_UP);
  assertEquals(world.takeSent(), { byServer: ["hang-up"], byControl: ["hang-up"] });
});

lineTest("A line repeats both ways", async (world) => {
  await world.connect();
  world.line.send(CLAIMED);
  world.takeSent();
  await world.live(1_000);
  world.line.tick();
  assertEquals(world.takeSent(), { byServer: ["call-claimed"], byControl: ["call-claimed"] });
});

lineTest("A line sends both ways while the path is in doubt", async (world) => {
  await world.connect();
  world.clock.tick(600);
  world.line.send(CLAIMED);
  assertEquals(world.takeSent().byServer, []);
  world.clock.tick(1);
  world.line.send(CLAIMED);
  assertEquals(world.takeSent(), { byServer: ["call-claimed"], byControl: ["call-claimed"] });
});

lineTest("A line sends by the server what its connection does not take", async (world) => {
  await world.connect();
  world.control.fault = new Error("queue is full");
  world.line.send(CLAIMED);
  assertEquals(world.takeSent(), { byServer: ["call-claimed"], byControl: [] });
});

lineTest("A line delivers what it receives, once, and acknowledges it", (world) => {
  const message = world.message();
  world.line.receive(message);
  world.line.receive(message);
  assertEquals(world.takeLog(), [["deliver", "call-claimed"]]);
  assert(world.takeSent().byServer.every((type) => type === "ack"));
});

lineTest("A line delivers what comes over its connection", async (world) => {
  await world.connect();
  world.receiveControl(world.message());
  assertEquals(world.takeLog(), [["deliver", "call-claimed"]]);
  assertEquals(world.takeSent(), { byServer: [], byControl: ["ack"] });
});

lineTest("A line takes nothing over its connection but what one of its call's ends says of the call", async (world) => {
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

lineTest("A line refuses what nobody takes for a while", (world) => {
  world.line.send(CLAIMED);
  world.line.handleUndelivered("peer-unavailable");
  world.clock.tick(4_000);
  world.line.handleUndelivered("peer-unavailable");
  assertEquals(world.takeLog(), [{ type: "peer-away" }, { type: "send-refused" }]);
});

lineTest("A patient line refuses nothing", (world) => {
  world.line.send(CLAIMED);
  world.line.handleUndelivered("peer-unavailable");
  world.clock.tick(60_000);
  world.line.handleUndelivered("peer-unavailable");
  assertEquals(world.takeLog(), [{ type: "peer-away" }]);
}, { isPatient: true });

lineTest("A line goes on when one of those whom it tells fails", (world) => {
  const { deliver } = { deliver: world.log.push };
  world.log.push = () => {
    throw new Error("no");
  };
  world.line.receive(world.message());
  world.log.push = deliver;
  assertEquals(world.takeSent().byServer, ["ack"]);
  assertEquals(world.warnings.length, 1);
});

lineTest("A line repeats by a fresh socket at once, and takes its ICE servers", async (world) => {
  await world.connect();
  world.line.send(CLAIMED);
  world.takeSent();
  world.iceServers = [{ urls: "stun:a.example" }];
  world.line.handleRegistered();
  assertEquals(world.takeSent().byServer, ["call-claimed"]);
  assertEquals(world.pc().configuration.iceServers, world.iceServers);
  assertEquals(world.made.length, 1, "The path is heard, so it stays");
});

lineTest("A line looks for another path with a fresh socket when its own is quiet", async (world) => {
  await world.connect();
  world.clock.tick(601);
  world.line.handleRegistered();
  await settle();
  assertEquals(world.made.length, 2);
});

lineTest("A line that has ended repeats by a fresh socket, and leaves its connection as it is", async (world) => {
  await world.connect();
  world.line.send(HANG_UP);
  world.line.stop();
  world.takeSent();
  world.clock.tick(601);
  world.iceServers = [{ urls: "stun:a.example" }];
  world.line.handleRegistered();
  await settle();
  assertEquals(world.takeSent().byServer, ["hang-up"]);
  assertEquals([world.pc().configuration.iceServers, world.made.length], [[], 1]);
});

lineTest("A line sends both ways while nobody has said that it is connected", async (world) => {
  await world.line.connections.prepareOffer({});
  world.control.readyState = "open";
  world.line.send(CLAIMED);
  assertEquals(world.takeSent(), { byServer: ["call-claimed"], byControl: ["call-claimed"] });
});

lineTest("A line that is closed acknowledges by the server", async (world) => {
  await world.connect();
  world.line.close();
  world.line.receive(world.message());
  assertEquals(world.takeSent(), { byServer: ["ack"], byControl: [] });
});

lineTest("A line pays for each way by which an acknowledgement leaves", async (world) => {
  const spendAll = () => {
    while (world.credit.take(0, 1));
  };
  spendAll();
  world.line.receive(world.message());
  assertEquals(world.takeSent().byServer, ["ack"], "There is one way, and the message has earned it");
  await world.connect();
  await world.live(1_000);
  spendAll();
  world.line.receive(world.message());
  assertEquals(world.takeSent(), { byServer: [], byControl: ["ack"] }, "The path is heard: one way again");
  await world.hush(700);
  spendAll();
  world.line.receive(world.message());
  assertEquals(world.takeSent(), { byServer: [], byControl: [] }, "Two ways, and one is earned");
  world.line.receive(world.message());
  assertEquals(world.takeSent(), { byServer: ["ack"], byControl: ["ack"] });
});
