import { assertEquals } from "@std/assert";
import { Nginx, NGINX_WITH_TLS } from "../doubles/nginx.ts";
import { browserTest } from "./browser_test_case.ts";
import { playCall } from "./person.ts";

browserTest("A call by HTTPS through nginx carries picture and sound, and the page comes by HTTP/2", async (scene) => {
  await using nginx = await Nginx.start(scene.server.port, { hasTls: true });
  const options = { origin: nginx.origin, args: ["--ignore-certificate-errors"] };
  const [caller, callee] = [await scene.open(options), await scene.open(options)];
  await playCall(caller, callee, { seconds: 2 });
  const protocols = await caller.evaluate(`performance.getEntries()
    .filter(({ entryType, name }) => entryType === "navigation" || name.includes("/build/"))
    .map(({ nextHopProtocol }) => nextHopProtocol)`);
  assertEquals([...new Set(protocols as string[])], ["h2"]);
}, NGINX_WITH_TLS);
