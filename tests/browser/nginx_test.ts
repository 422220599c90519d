import { assertEquals } from "@std/assert";
import { Nginx, NGINX_WITH_TLS } from "../doubles/nginx.ts";
import { browserTest } from "./browser_test_case.ts";
import { assertMediaFlows } from "./person.ts";

browserTest("A call by HTTPS through nginx carries picture and sound, and the page comes by HTTP/2", async (scene) => {
  await using nginx = await Nginx.start(scene.server.port, { hasTls: true });
  const options = { origin: nginx.origin, args: ["--ignore-certificate-errors"] };
  const [caller, callee] = [await scene.open(options), await scene.open(options)];
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await callee.press("Accept");
  await Promise.all([caller, callee].map((person) => person.see("Connected with")));
  await Promise.all([caller, callee].map((person) => assertMediaFlows(person, { seconds: 2 })));
  await caller.press("Hang up");
  await callee.see("Call ended");
  const protocols = await caller.evaluate(`performance.getEntries()
    .filter(({ entryType, name }) => entryType === "navigation" || name.includes("/build/"))
    .map(({ nextHopProtocol }) => nextHopProtocol)`);
  assertEquals([...new Set(protocols as string[])], ["h2"]);
}, NGINX_WITH_TLS);
