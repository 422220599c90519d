/** What features say by the connection alone: never by the server, whatever becomes of the path. */

import { assert, assertEquals } from "@std/assert";
import { lineTest, type LineWorld } from "../../doubles/line_world.ts";

function direct(world: LineWorld, body: object): object {
  const { seq: _, ...message } = world.message({ type: "feature", feature: "chat", body }) as { seq: number };
  return message;
}

lineTest("What a feature says by the connection alone goes nowhere else, and waits for nothing", async (world) => {
  assert(!world.line.sendDirect("chat", { say: 1 }), "There is no connection");
  await world.connect();
  world.heartbeat.receive("");
  assert(world.line.sendDirect("chat", { say: 1 }));
  assert(!world.line.hasUnsaid);
  const [text = ""] = world.control.sent;
  const { seq, feature, body } = JSON.parse(text);
  assertEquals([seq, feature, body], [undefined, "chat", { say: 1 }]);
  assertEquals(world.takeSent(), { byServer: [], byControl: ["feature"] });
  await world.live(5_000);
  world.line.tick();
  assertEquals(world.takeSent(), { byServer: [], byControl: [] });
});

lineTest("Nothing is said by a connection on which the other end is not heard, nor after the call", async (world) => {
  await world.connect();
  await world.hush(700);
  world.takeSent();
  assert(!world.line.sendDirect("chat", { say: 1 }));
  world.heartbeat.receive("");
  assert(world.line.sendDirect("chat", { say: 1 }));
  world.takeSent();
  world.line.stop();
  assert(!world.line.sendDirect("chat", { say: 1 }));
  assertEquals(world.takeSent(), { byServer: [], byControl: [] });
});

lineTest("What comes by the connection alone is handed on, unnumbered and unacknowledged", async (world) => {
  await world.connect();
  world.receiveControl(direct(world, { say: 1 }));
  assertEquals(world.takeLog(), [["direct", "chat", { say: 1 }]]);
  assertEquals(world.takeSent(), { byServer: [], byControl: [] });
});

lineTest("The server can say nothing of that kind", async (world) => {
  await world.connect();
  world.line.receive(direct(world, { say: 1 }) as never);
  assertEquals(world.takeLog(), []);
});

lineTest("What is over the feature's budget is gone, and so is what nobody has room for or knows", async (world) => {
  await world.connect();
  world.crowded.push("chat");
  world.receiveControl(direct(world, { say: 0 }));
  world.crowded.pop();
  world.receiveControl({ ...direct(world, { say: 0 }), feature: "Not a name" });
  assertEquals(world.takeLog(), []);
  for (let say = 1; say <= 5; say++) world.receiveControl(direct(world, { say }));
  assertEquals(world.takeLog().length, 3);
  await world.live(1_000);
  world.takeLog();
  world.receiveControl(direct(world, { say: 6 }));
  assertEquals(world.takeLog(), [["direct", "chat", { say: 6 }]]);
});
