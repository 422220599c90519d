import { assert, assertEquals } from "@std/assert";
import { networkTest } from "./network_test_case.ts";

/** As many loads as it takes to break off files in some of them, at most. */
const LOADS_MAX = 20;
const BROKEN_LOADS = 2;

networkTest("A page comes up whole though the network changes while it loads", {
  nats: { a: "cone", b: "cone" },
  hasRelay: false,
  programs: { python3: "python3", iptables: "iptables" },
}, async (scene) => {
  const person = await scene.open("a");
  const browser = person.context.browser();
  assert(browser !== null);
  using _delay = await scene.lab.delay("a", { ms: 80, jitterMs: 0 }); // Time enough for a change to fall into.
  let brokenLoads = 0;
  for (let load = 0; load < LOADS_MAX && brokenLoads < BROKEN_LOADS; load++) {
    const context = await browser.newContext(); // Has none of the files.
    const page = await context.newPage();
    let isBrokenOff = false;
    page.on("requestfailed", (request) => {
      const isChange = request.failure()?.errorText === "net::ERR_NETWORK_CHANGED";
      isBrokenOff ||= isChange && request.url().includes("/build/");
    });
    const asked = page.waitForRequest(/index-script/);
    await page.goto(person.page.url(), { waitUntil: "commit" });
    await asked;
    // Chromium breaks off all that is under way when an address comes or goes.
    await scene.lab.run("a", ["ip", "address", load % 2 === 0 ? "add" : "del", "10.1.0.9/24", "dev", "lan"]);
    await page.getByRole("status").filter({ hasText: "Ready for calls" }).waitFor();
    await context.close();
    if (isBrokenOff) brokenLoads += 1;
  }
  assertEquals(brokenLoads, BROKEN_LOADS, "So few loads had files broken off that this has shown nothing");
});
