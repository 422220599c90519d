/** The real server on a port of its own, with real sockets; what its parts do in detail is in their own tests. */

import { assert, assertEquals, assertNotEquals } from "@std/assert";
import {
  CLOSE,
  createCallId,
  createRandomPeerId,
  MESSAGE_BYTES_MAX,
  type PeerId,
  REGISTER_DEADLINE_MS,
} from "../signaling/protocol.ts";
import { TestClient } from "./doubles/test_client.ts";
import { createTestIdentity } from "./doubles/test_identity.ts";
import { createStaticFolder, withServer } from "./doubles/test_server.ts";

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
    for (const text of texts) {
      sender.client.send(text);
    }
    for (const text of texts) {
      assertEquals(await receiver.client.nextText(), text);
    }
    await Promise.all([sender.client.close(), receiver.client.close()]);
  }));

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
    sender.client.send({ type: "hang-up", id: sender.peerId, clientId, callId });
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
    sender.client.send({ type: "hang-up", id: sender.peerId, clientId: receiver.peerId });
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

Deno.test("startServer() hands out the configured ICE servers", () =>
  withServer(async (host) => {
    const client = new TestClient(host);
    await client.nextOfType("challenge");
    client.send({ type: "register" });
    const { iceServers } = await client.nextOfType("registered");
    assertEquals(iceServers, [{ urls: ["stun:stun.example:3478"] }]);
    await client.close();
  }, { STUN_URLS: "stun:stun.example:3478" }));

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
    const connection = await Deno.connect({ hostname: "127.0.0.1", port: server.port });
    const handshake = [
      "GET /socket HTTP/1.1",
      `Host: ${host}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ];
    await connection.write(new TextEncoder().encode(`${handshake.join("\r\n")}\r\n\r\n`));
    let text = "";
    while (!text.includes("challenge")) {
      const buffer = new Uint8Array(1_024);
      text += new TextDecoder().decode(buffer.subarray(0, await connection.read(buffer) ?? 0));
    }
    await server.stop();
    connection.close();
  }));

Deno.test("server.ts says where it is, and on SIGTERM closes its sockets and exits promptly with 0", async () => {
  const folder = await Deno.makeTempDir();
  await createStaticFolder(folder);
  const root = new URL("../", import.meta.url).pathname;
  const permissions = ["--allow-net", "--allow-read=static", "--allow-env=PORT,HOST,PUBLIC_HOST,STUN_URLS"];
  await using process = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", `--config=${root}deno.json`, ...permissions, `${root}server.ts`],
    cwd: folder,
    env: { PORT: "0", HOST: "0.0.0.0" },
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const lines = process.stdout.pipeThrough(new TextDecoderStream());
  let output = "";
  for await (const chunk of lines.values({ preventCancel: true })) {
    output += chunk;
    if (output.includes("\n")) break;
  }
  const port = /^Video calling is at http:\/\/localhost:(\d+)\n$/.exec(output)?.[1];
  assert(port !== undefined, output);
  const { client } = await connect(`127.0.0.1:${port}`);
  const startMs = performance.now();
  process.kill("SIGTERM");
  assertEquals((await client.closed).code, CLOSE.goingAway);
  assertEquals((await process.status).code, 0);
  assert(performance.now() - startMs < 2_000, "it took too long");
  await lines.cancel();
  await Deno.remove(folder, { recursive: true });
});
