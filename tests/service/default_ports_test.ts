/** A default port counts as none, whoever writes it: the operator, a proxy, or a browser that never does. */

import { assertEquals } from "@std/assert";
import { encodeHandshake, RawSocket } from "../doubles/raw_socket.ts";
import { createTestIdentity } from "../doubles/test_identity.ts";
import { withServer } from "../doubles/test_server.ts";

Deno.test("startServer() drops default ports from PUBLIC_HOST, from Host and from origins, as browsers do", async () => {
  const identity = await createTestIdentity();
  const expectId = (settings: Record<string, string>, hosts: string[]) =>
    withServer(async (_, { port }) => {
      for (const host of hosts) {
        using socket = await RawSocket.connect(port);
        await socket.write(encodeHandshake({ Host: host, Origin: "https://call.example" }));
        assertEquals(await socket.readStatus(), "http 101", `Host ${host}`);
        assertEquals(await socket.register(identity, "call.example"), identity.peerId, `Host ${host}`);
      }
    }, settings);
  await expectId({}, ["call.example", "call.example:443", "Call.Example:80"]);
  await expectId({ PUBLIC_HOST: "call.example:443" }, ["call.example", "127.0.0.1:5000"]);
  await expectId({ PUBLIC_HOST: "call.example" }, ["call.example:443"]);
  await expectId({ ALLOWED_ORIGINS: "https://call.example:443" }, ["call.example:443"]);
});
