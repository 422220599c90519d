/** What coturn does when its certificate is renewed, by the signal that the hook of deploy/setup.sh sends. */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { createHmac } from "node:crypto";
import { connect } from "node:tls";
import { isMissing } from "../doubles/programs.ts";
import { startTurnServer, TURN_PROGRAMS } from "../doubles/turn_server.ts";

const MESSAGES = 150;
const RENEWAL_MS_MAX = 5_000;

function readFingerprint(port: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect({ host: "127.0.0.1", port, rejectUnauthorized: false }, () => {
    resolve(socket.getPeerCertificate().fingerprint256);
    socket.destroy();
  });
  socket.on("error", reject);
  return promise;
}

const NAME = "coturn takes a renewed certificate on SIGUSR2, and goes on with the calls that it relays";
Deno.test({
  name: NAME,
  ignore: isMissing(NAME, { ...TURN_PROGRAMS, turnutils_uclient: "coturn", openssl: "openssl" }),
  async fn() {
    const username = `${Math.floor(Date.now() / 1_000) + 600}:somebody`;
    await using coturn = await startTurnServer({ secret: "north", hasTls: true });
    const { tlsPort } = coturn;
    assert(tlsPort !== null);
    const before = await readFingerprint(tlsPort);
    const credential = createHmac("sha1", "north").update(username).digest("base64");
    const child = new Deno.Command("turnutils_uclient", {
      args: ["-y", "-c", "-n", String(MESSAGES), "-u", username, "-w", credential, "-p", String(coturn.port)]
        .concat("127.0.0.1"),
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    const output = child.output();
    const startMs = performance.now();
    await coturn.renewCertificate();
    let after = before;
    while (after === before && performance.now() - startMs < RENEWAL_MS_MAX) after = await readFingerprint(tlsPort);
    assert(after !== before, "It shows its old certificate");
    const { code, stdout, stderr } = await output;
    const text = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
    assertEquals(code, 0, text);
    assert(performance.now() - startMs > 1_000, "The relay was not in use");
    const [, sent, received] = /tot_send_msgs=(\d+), tot_recv_msgs=(\d+)(?![\s\S]*tot_send_msgs)/.exec(text) ?? [];
    assertEquals([Number(sent) > MESSAGES, received], [true, sent], text);
    const setup = await Deno.readTextFile(new URL("../../deploy/setup.sh", import.meta.url));
    assertStringIncludes(setup, "systemctl kill --signal=SIGUSR2 coturn");
    assertEquals(/restart coturn\nEND/.test(setup), false);
  },
});
