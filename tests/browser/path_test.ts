/**
 * The page by HTTPS and HTTP/2 through a real nginx, below a path of its host's, which nginx takes away before it asks the
 * server. At the root it is asked without a browser, in tests/service/nginx_test.ts.
 */

import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { Nginx, NGINX_WITH_TLS } from "../doubles/nginx.ts";
import { browserTest } from "./browser_test_case.ts";
import { playCall } from "./person.ts";

const PATH = "/call/";

/** Puts every location below the path, as docs/operations.md says. */
function putBelow(name: string, text: string): string {
  if (name !== "locations.conf") return text;
  const moved = text.replace(
    /location (= )?\/(\S*) \{\n {2}proxy_pass http:\/\/video_calling;/g,
    (_, exact: string | undefined, rest: string) =>
      `location ${exact ?? ""}${PATH}${rest} {\n  proxy_pass http://video_calling/${rest};`,
  );
  assertEquals(moved.match(/location (= )?\/call\//g)?.length, 3, "The locations have changed, and the test with them");
  return moved;
}

browserTest("A page below a path works: calls, links and the check", async (scene, step) => {
  await using nginx = await Nginx.start(scene.server.port, { hasTls: true, edit: putBelow });
  const open = () => scene.open({ origin: nginx.origin, path: PATH, args: ["--ignore-certificate-errors"] });
  const [caller, callee] = [await open(), await open()];
  await callee.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const id = await callee.readId();
  await callee.press("Copy link");
  assertEquals(await callee.evaluate("navigator.clipboard.readText()"), `${nginx.origin}${PATH}#${id}`);
  await step(
    "A call by HTTPS through nginx carries picture and sound, and the page comes by HTTP/2",
    async () => {
      await playCall(caller, callee, { seconds: 1 });
      const protocols = await caller.evaluate<string[]>(`performance.getEntries()
        .filter(({ entryType, name }) => entryType === "navigation" || name.includes("/build/"))
        .map(({ nextHopProtocol }) => nextHopProtocol)`);
      assertEquals([...new Set(protocols)], ["h2"]);
      await caller.page.close();
    },
  );
  await callee.press("Back");
  await callee.page.getByRole("link", { name: "Connection check" }).click();
  await callee.page.waitForURL(`${nginx.origin}${PATH}check`);
  await callee.press("Start");
  await callee.page.getByRole("button", { name: "Copy report" }).waitFor({ timeout: 60_000 });
  const row = callee.page.locator("li").filter({ hasText: "Connection to the server" }).locator("p");
  assertMatch(await row.first().textContent() ?? "", /^It works/);
  await callee.page.getByRole("link", { name: "Video calling" }).click();
  await callee.page.waitForURL(nginx.origin + PATH);
  assertStringIncludes(await callee.readId(), id);
  const missing = await callee.evaluate<string[]>(
    `performance.getEntriesByType("resource").filter(({ responseStatus }) => responseStatus >= 400).map(({ name }) => name)`,
  );
  assertEquals(missing, []);
}, NGINX_WITH_TLS);
