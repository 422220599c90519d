/** The server says nothing of anybody: not in its log, not in its errors, whatever is sent to it. */

import { assertEquals } from "@std/assert";
import { encodeHandshake, OPCODE, RawSocket } from "../doubles/raw_socket.ts";
import { findFreePort, readServerFlags } from "../doubles/server_process.ts";

const SECRET = "north-north-east";

Deno.test("server.ts logs that it listens, and nothing of what anybody sends, hostile or not", async () => {
  const port = findFreePort();
  await using server = new Deno.Command(Deno.execPath(), {
    args: ["run", ...readServerFlags(), "server.ts"],
    env: {
      ...{ PORT: String(port), HOST: "127.0.0.1", STUN_PORT: "0", DRAIN_SECONDS: "0", NO_COLOR: "1" },
      ...{ TURN_URLS: "turn:turn.example", TURN_SECRET: SECRET },
    },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const chunks = server.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let output = (await chunks.read()).value ?? "";
  const errors = new Response(server.stderr).text();

  using socket = await RawSocket.open(port, "203.0.113.1");
  const id = await socket.register();
  const envelope = { id, clientId: id, callId: "c", tabId: "t", seq: 1, name: "Kim" };
  const description = { type: "offer", sdp: "a=candidate:1 1 udp 1 192.0.2.1 9 typ host" };
  for (
    const text of [
      JSON.stringify({ type: "video-offer-request", ...envelope, description }),
      JSON.stringify({ type: "video-offer-request", ...envelope, description, clientId: "0000-0000-0000-0000-0000" }),
      '{"type":"ice-servers-request"}',
      "{",
    ]
  ) {
    await socket.writeFrame(text);
    await socket.readOutcome();
  }
  await socket.writeFrame(new Uint8Array(1), { opcode: OPCODE.binary });
  await socket.readEnd();
  using forger = await RawSocket.open(port, "203.0.113.2");
  await forger.writeFrame(JSON.stringify({ type: "register", publicKey: "A".repeat(43), signature: "A".repeat(86) }));
  await forger.readEnd();
  for (
    const request of [encodeHandshake({ Origin: "https://evil.example" }), "\0\r\n\r\n", "GET /%zz HTTP/1.1\r\n\r\n"]
  ) {
    using raw = await RawSocket.connect(port);
    await raw.write(request);
    await raw.readStatus();
  }
  server.kill("SIGINT");
  await server.status;
  for (let chunk = await chunks.read(); !chunk.done; chunk = await chunks.read()) output += chunk.value;
  assertEquals(output, `Video calling is at http://127.0.0.1:${port}\nStopping on SIGINT\n`);
  // The test itself is the proxy that nobody has named. Each cause is said once, with the names that an operator can set
  // right, and with no address but the proxy's.
  assertEquals(
    await errors,
    "People come through a proxy at 127.0.0.1 and count as one, with one share of the limits. " +
      "If it is yours, name it in TRUSTED_PROXIES.\n" +
      "A page could not register, because its proof was not made for the host call.example. Let your proxy pass the Host " +
      "header on with its port, or set PUBLIC_HOST to the name in the address bar.\n" +
      "Pages of https://evil.example are refused: their requests come for the host call.example. If these pages are " +
      "yours, let your proxy pass the Host header on, or set PUBLIC_HOST to the name in the address bar.\n",
  );
});

Deno.test("server.ts has no more permissions than it names, and drops those of the start", async () => {
  const flags = readServerFlags();
  const names = flags.map((flag) => flag.split("=")[0]);
  assertEquals(names.toSorted(), [
    "--allow-env",
    "--allow-net",
    "--allow-read",
    "--allow-sys",
    "--deny-net",
    "--ignore-env",
    "--no-prompt",
    "--v8-flags", // No permission.
  ]);
  for (const flag of ["--allow-read=static", "--allow-sys=systemMemoryInfo", "--deny-net=169.254.169.254"]) {
    assertEquals(flags.includes(flag), true, flag);
  }
  // As server.ts does, then whatever is left: run in its own process, since permissions do not come back.
  const script = `
    const { dropPermissions } = await import("${new URL("../../server.ts", import.meta.url)}");
    for (const stunPort of [3478, 0]) {
      dropPermissions({ stunPort, redis: null, tls: null });
      const states = ["read", "env", "sys", "net", "write", "run", "ffi"].map((name) =>
        name + ":" + Deno.permissions.querySync({ name }).state);
      console.log(states.join(" "));
    }`;
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--ext=ts", script],
    env: { NO_COLOR: "1" },
  }).output();
  const [withStun, withoutStun] = new TextDecoder().decode(stdout).trim().split("\n");
  assertEquals(withStun?.includes("read:prompt env:prompt sys:prompt net:granted"), true, withStun);
  assertEquals(withoutStun?.includes("read:prompt env:prompt sys:prompt net:prompt"), true, withoutStun);
});
