/** The real server on a port of its own, with real sockets; what its parts do in detail is in their own tests. */

import { assert, assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import {
  CLOSE,
  createCallId,
  createRandomPeerId,
  MESSAGE_BYTES_MAX,
  type PeerId,
  REGISTER_DEADLINE_MS,
} from "../../signaling/protocol.ts";
import { waitUntilReady } from "../doubles/bus_test_case.ts";
import { RedisServer } from "../doubles/redis_server.ts";
import { redisTest, TestBus } from "../doubles/redis_test_case.ts";
import { TestClient } from "../doubles/test_client.ts";
import { createTestIdentity } from "../doubles/test_identity.ts";
import { findFreeUdpPort } from "../doubles/server_process.ts";
import { withServer } from "../doubles/test_server.ts";
import { until } from "../doubles/until.ts";

async function connect(host: string): Promise<{ client: TestClient; peerId: PeerId }> {
  const client = new TestClient(host);
  return { client, peerId: await client.register() };
}

Deno.test("startServer() registers a key under its own ID, and a bare socket under a random one", () =>
  withServer(async (host) => {
    const identity = await createTestIdentity();
    const [keyed, bare] = [new TestClient(host), new TestClient(host)];
    assertEquals(await keyed.register(identity), identity.peerId);
    assertNotEquals(await bare.register(), identity.peerId);
    await Promise.all([keyed.close(), bare.close()]);
  }));

Deno.test("startServer() relays the text byte for byte", () =>
  withServer(async (host) => {
    const [sender, receiver] = [await connect(host), await connect(host)];
    const head = `{ "type":"ack","id":"${sender.peerId}" , "clientId":"${receiver.peerId}","x":1.50,"y":"\\u00e9é🙂`;
    const long = `${head}${"z".repeat(MESSAGE_BYTES_MAX - new TextEncoder().encode(head).length - 2)}"}`;
    for (const text of [`${head}"}`, ` ${head}"}\n`, long]) {
      sender.client.send(text);
      assertEquals(await receiver.client.nextText(), text);
    }
    await Promise.all([sender.client.close(), receiver.client.close()]);
  }));

Deno.test("startServer() delivers the messages of one sender in order", () =>
  withServer(async (host) => {
    const [sender, receiver] = [await connect(host), await connect(host)];
    const texts = Array.from({ length: 500 }, (_, index) =>
      JSON.stringify({ type: "ack", id: sender.peerId, clientId: receiver.peerId, ack: index }));
    const call = { type: "video-offer-request", id: receiver.peerId, clientId: sender.peerId, callId: "call" };
    receiver.client.send(JSON.stringify(call)); // Whom it calls is no stranger to it, and may send this much.
    assertEquals(await sender.client.nextText(), JSON.stringify(call));
    for (const text of texts) {
      sender.client.send(text);
    }
    for (const text of texts) {
      assertEquals(await receiver.client.nextText(), text);
    }
    await Promise.all([sender.client.close(), receiver.client.close()]);
  }, { LIMIT_MESSAGES_BURST: "1500" }));

Deno.test("startServer() delivers to both sessions of one ID, and to the other when one has left", () =>
  withServer(async (host) => {
    const identity = await createTestIdentity();
    const sender = await connect(host);
    const tabs = [new TestClient(host), new TestClient(host)] as const;
    for (const tab of tabs) await tab.register(identity);
    const text = JSON.stringify({ type: "ringing", id: sender.peerId, clientId: identity.peerId });
    sender.client.send(text);
    assertEquals(await Promise.all(tabs.map((tab) => tab.nextText())), [text, text]);
    await tabs[0].close();
    sender.client.send(text);
    assertEquals(await tabs[1].nextText(), text);
    await Promise.all([sender.client.close(), tabs[1].close()]);
  }));

Deno.test("startServer() replaces the oldest of nine sessions", () =>
  withServer(async (host) => {
    const identity = await createTestIdentity();
    const clients: TestClient[] = [];
    for (let index = 0; index < 9; index += 1) {
      const client = new TestClient(host);
      clients.push(client);
      await client.register(identity);
    }
    const [oldest, ...newer] = clients;
    assertEquals((await oldest?.nextOfType("error"))?.code, "replaced");
    assertEquals(await oldest?.closed, { code: CLOSE.replaced, reason: "replaced" });
    await Promise.all(newer.map((client) => client.close()));
  }));

Deno.test("startServer() refuses another's ID, and names the peer and call that it cannot reach", () =>
  withServer(async (host) => {
    const [sender, receiver] = [await connect(host), await connect(host)];
    sender.client.send({ type: "ringing", id: receiver.peerId, clientId: receiver.peerId });
    assertEquals((await sender.client.nextOfType("error")).code, "wrong-id");

    const [clientId, callId] = [createRandomPeerId(), createCallId()];
    sender.client.send({ type: "video-offer-request", id: sender.peerId, clientId, callId });
    const { message: _, ...error } = await sender.client.nextOfType("error");
    assertEquals(error, { type: "error", code: "peer-unavailable", clientId, callId });

    await Promise.all([sender.client.close(), receiver.client.close()]);
  }));

Deno.test("startServer() knows that a peer has left before anything is sent to it", () =>
  withServer(async (host) => {
    const [sender, receiver] = [await connect(host), await connect(host)];
    await receiver.client.close();
    // The close reached the server on another connection; a few round trips give it time to act on it.
    for (let turn = 0; turn < 10; turn += 1) {
      sender.client.send({ type: "ping" });
      await sender.client.nextOfType("pong");
    }
    sender.client.send({ type: "video-offer-request", id: sender.peerId, clientId: receiver.peerId });
    sender.client.send({ type: "ping" });
    assertEquals((await sender.client.next()).type, "error");
    await sender.client.close();
  }));

Deno.test("startServer() refuses a proof that was made for another host", async () => {
  const identity = await createTestIdentity();
  const expectRefusal = async (client: TestClient, signedHost?: string) => {
    const { nonce } = await client.nextOfType("challenge");
    client.send({ type: "register", ...(await identity.prove(nonce, signedHost ?? "evil.example")) });
    assertEquals((await client.nextOfType("error")).code, "bad-signature");
    assertEquals(await client.closed, { code: CLOSE.registerRefused, reason: "bad-signature" });
  };
  await withServer((host) => expectRefusal(new TestClient(host)));
  await withServer(async (host) => {
    await expectRefusal(new TestClient(host), host); // The request's own Host no longer counts.
    const client = new TestClient(host);
    assertEquals(await client.register(identity, "Call.Example"), identity.peerId);
    await client.close();
  }, { PUBLIC_HOST: "www.call.example,call.example" });
});

Deno.test("startServer() closes a socket that does not register in time", () =>
  withServer(async (host) => {
    const startMs = performance.now();
    const client = new TestClient(host);
    assertEquals(await client.closed, { code: CLOSE.registerTimeout, reason: "register-timeout" });
    assertEquals((await client.nextOfType("error")).code, "register-timeout");
    assert(performance.now() - startMs >= REGISTER_DEADLINE_MS - 50);
  }));

Deno.test("startServer() closes 1009 on too much and 1003 on a binary frame, with the code as reason", () =>
  withServer(async (host) => {
    const [large, binary] = [await connect(host), await connect(host)];
    large.client.send(`{"type":"ping","x":"${"x".repeat(MESSAGE_BYTES_MAX)}"}`);
    assertEquals((await large.client.nextOfType("error")).code, "too-large");
    assertEquals(await large.client.closed, { code: 1009, reason: "too-large" });
    binary.client.send(new TextEncoder().encode('{"type":"ping"}').buffer);
    assertEquals((await binary.client.nextOfType("error")).code, "not-text");
    assertEquals(await binary.client.closed, { code: 1003, reason: "not-text" });
  }));

/** Asks for a socket byte by byte, on a connection that then does nothing that it is not told to. */
async function openRaw(host: string, port: number): Promise<Deno.Conn> {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port });
  const handshake = [
    "GET /socket HTTP/1.1",
    `Host: ${host}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  ];
  await connection.write(new TextEncoder().encode(`${handshake.join("\r\n")}\r\n\r\n`));
  return connection;
}

async function readText(connection: Deno.Conn): Promise<string> {
  const buffer = new Uint8Array(2_048);
  return new TextDecoder().decode(buffer.subarray(0, await connection.read(buffer) ?? 0));
}

async function registerForOffer(host: string) {
  const client = new TestClient(host);
  const { nonce } = await client.nextOfType("challenge");
  client.send({ type: "register", ...await (await createTestIdentity()).prove(nonce, host) });
  return { client, registered: await client.nextOfType("registered") };
}

Deno.test("startServer() hands out the configured ICE servers, and again on request", () =>
  withServer(async (host) => {
    const { client, registered } = await registerForOffer(host);
    const [stun, turn] = registered.iceServers;
    assertEquals(stun, { urls: ["stun:stun.example:3478"] });
    assertEquals(turn?.urls, ["turn:turn.example"]);
    const isLifetime = (seconds = 0) => seconds >= 600 && seconds <= 675;
    assert(isLifetime(registered.iceServersTtlSeconds));

    client.send({ type: "ice-servers-request" });
    const renewed = await client.nextOfType("ice-servers");
    assert(isLifetime(renewed.iceServersTtlSeconds));
    assertEquals(renewed.iceServers[0], stun);
    assertEquals(renewed.iceServers[1]?.urls, turn?.urls);
    assertEquals(renewed.iceServers[1]?.username?.split(":")[1], turn?.username?.split(":")[1]);
    await client.close();
  }, {
    STUN_URLS: "stun:stun.example:3478",
    TURN_URLS: "turn:turn.example",
    TURN_SECRET: "north",
    TURN_TTL_SECONDS: "600",
  }));

Deno.test("startServer() answers STUN at the port that it names to its clients", () => {
  const stunPort = findFreeUdpPort();
  return withServer(async (host) => {
    const { client, registered } = await registerForOffer(host);
    assertEquals(registered.iceServers, [{ urls: [`stun:127.0.0.1:${stunPort}`] }]);
    const socket = Deno.listenDatagram({ transport: "udp", hostname: "127.0.0.1", port: 0 });
    const request = Uint8Array.fromHex("000100002112a442b7e7a701bc34d686fa87dfae");
    await socket.send(request, { transport: "udp", hostname: "127.0.0.1", port: stunPort });
    const [answer] = await socket.receive();
    assertEquals(answer.subarray(0, 2), Uint8Array.of(1, 1));
    socket.close();
    await client.close();
  }, { STUN_PORT: String(stunPort) });
});

redisTest("Server.drain() turns new sockets away and leaves the open ones working until they go", async () => {
  await using redis = await RedisServer.start();
  using peer = new TestBus(redis.url);
  await waitUntilReady(peer);
  await withServer(async (host, server) => {
    const statusOf = async (path: string, headers = {}) => {
      const response = await fetch(`http://${host}${path}`, { headers });
      await response.body?.cancel();
      return { status: response.status, retryAfter: response.headers.get("retry-after") };
    };
    await until(async () => (await statusOf("/readyz")).status === 200, "Redis is there");
    const [sender, receiver] = [await connect(host), await connect(host)];
    const drained = server.drain(25);
    for (const { client } of [sender, receiver]) {
      assertEquals(await client.next(), { type: "reconnect", withinMs: 16_666 });
    }

    assertEquals(await statusOf("/readyz"), { status: 503, retryAfter: "1" });
    assertEquals(await statusOf("/healthz"), { status: 200, retryAfter: null });
    assertEquals((await statusOf("/")).status, 200);
    const connection = await openRaw(host, server.port);
    assertMatch(await readText(connection), /^HTTP\/1.1 503 [\s\S]*\r\nretry-after: 1\r\n/);
    connection.close();

    const text = JSON.stringify({ type: "ringing", id: sender.peerId, clientId: receiver.peerId });
    sender.client.send(text);
    assertEquals(await receiver.client.nextText(), text);
    await Promise.all([sender.client.close(), receiver.client.close()]);
    await drained;
  }, { REDIS_URL: redis.url });
});

Deno.test("Server.drain() of the only instance is over at once, and sends nobody away who would only come back", () =>
  withServer(async (host, server) => {
    const { client } = await connect(host);
    await server.drain(25);
    client.send({ type: "ping" });
    assertEquals(await client.next(), { type: "pong" });
    const ready = await fetch(`http://${host}/readyz`);
    await ready.body?.cancel();
    assertEquals(ready.status, 503);
    await server.stop();
    assertEquals((await client.closed).code, CLOSE.goingAway);
  }));

Deno.test("Server.stop() closes every socket with 1001, registered or not", () =>
  withServer(async (host, server) => {
    const registered = await connect(host);
    const unregistered = new TestClient(host);
    await unregistered.nextOfType("challenge");
    await server.stop();
    const closes = await Promise.all([registered.client.closed, unregistered.closed]);
    assertEquals(closes.map(({ code }) => code), [CLOSE.goingAway, CLOSE.goingAway]);
  }));

Deno.test("Server.stop() does not wait for a socket that never answers its close", () =>
  withServer(async (host, server) => {
    const connection = await openRaw(host, server.port);
    let text = "";
    while (!text.includes("challenge")) text += await readText(connection);
    await server.stop();
    connection.close();
  }));
