import { assertEquals } from "@std/assert";
import { createCertificate } from "../../start/lan_certificate.ts";
import { isMissing } from "../doubles/programs.ts";
import { readServerFlags, startServerProcess } from "../doubles/server_process.ts";
import { Scene } from "./browser_test_case.ts";
import { proceedPastWarning } from "./interstitial.ts";
import { assertMediaFlows } from "./person.ts";

const NAME = "A call by HTTPS of the server's own, with the certificate of start:lan, after the browser's warning";

Deno.test({
  name: NAME,
  ignore: isMissing(NAME, { chromium: "chromium" }),
  sanitizeOps: false, // The driver keeps sockets and timers of its own beyond a test.
  sanitizeResources: false,
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "https-" });
    try {
      const [certPath, keyPath] = [`${folder}/certificate.pem`, `${folder}/key.pem`];
      const { certificate, key } = await createCertificate(["localhost", "127.0.0.1"], Date.now());
      await Deno.writeTextFile(certPath, certificate);
      await Deno.writeTextFile(keyPath, key);
      const flags = readServerFlags().map((flag) =>
        flag === "--allow-read=static" ? `${flag},${certPath},${keyPath}` : flag
      );
      await using scene = new Scene(await startServerProcess({ env: { TLS_CERT: certPath, TLS_KEY: keyPath }, flags }));
      const origin = scene.server.origin.replace("http:", "https:");
      // Only the whole browser has a page that warns.
      const caller = await scene.open({
        isWhole: true,
        origin,
        prepare: (page) => proceedPastWarning(page, origin),
      });
      const callee = await scene.open({ origin, args: ["--ignore-certificate-errors"] });
      await caller.call(await callee.readId());
      await callee.seeRinging();
      await callee.press("Accept");
      await Promise.all([caller.see("Connected with"), callee.see("Connected with")]);
      await Promise.all([caller, callee].map((person) => assertMediaFlows(person, { seconds: 1 })));
      assertEquals(await caller.evaluate("[isSecureContext, location.protocol]"), [true, "https:"]);
      await caller.press("Hang up");
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
