import { assertEquals } from "@std/assert";
import { parseAddressBlock } from "../../../signaling/address/client_address.ts";
import type { Log } from "../../../signaling/monitoring/log.ts";
import { createProxyWarnings, warnOfWideBlocks } from "../../../signaling/http/proxy_warnings.ts";
import { encodeHandshake, RawSocket } from "../../doubles/raw_socket.ts";
import { createStaticFolder } from "../../doubles/test_server.ts";
import { startServer } from "../../../server.ts";
import { parseConfig } from "../../../signaling/config/config.ts";

function createTestLog() {
  const events: string[] = [];
  const note = (event: string) => void events.push(event);
  const log: Log = { info: note, warn: note, error: note };
  return { log, events };
}

Deno.test("warnOfWideBlocks() says once of all blocks that are too wide, and nothing of exact addresses", () => {
  for (const [text, expected] of [["10.0.0.0/8", ["wide-proxies"]], ["10.0.0.5", []]] as const) {
    const { log, events } = createTestLog();
    warnOfWideBlocks(log, [parseAddressBlock(text), parseAddressBlock("::1")].filter((block) => block !== null));
    assertEquals(events, [...expected]);
  }
});

Deno.test("createProxyWarnings() says each thing once", () => {
  const { log, events } = createTestLog();
  const { onForgottenProxy, onTrustedSender } = createProxyWarnings(log);
  for (let count = 0; count < 3; count++) {
    onForgottenProxy("10.0.0.1");
    onTrustedSender("10.0.0.1");
  }
  assertEquals(events, ["forgotten-proxy", "trusted-sender"]);
});

Deno.test("The server warns at its start of a block that is too wide, and of a sender who is in it", async () => {
  const folder = await Deno.makeTempDir();
  const variables: Record<string, string> = {
    PORT: "0",
    HOST: "127.0.0.1",
    STUN_PORT: "0",
    TRUSTED_PROXIES: "127.0.0.0/8",
  };
  const { log, events } = createTestLog();
  const server = await startServer(parseConfig((name) => variables[name]), await createStaticFolder(folder), log);
  try {
    assertEquals(events, ["wide-proxies"]);
    for (const sender of ["192.0.2.1", "127.0.0.9"]) {
      using socket = await RawSocket.connect(server.port);
      await socket.write(encodeHandshake({ "X-Forwarded-For": sender }));
      assertEquals(await socket.readStatus(), "http 101");
    }
    assertEquals(events, ["wide-proxies", "trusted-sender"]);
  } finally {
    await server.stop();
    await Deno.remove(folder, { recursive: true });
  }
});
