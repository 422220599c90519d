/**
 * What a browser enforces for us: that pages of others neither speak to the server nor frame the page, that nothing on
 * any screen breaks the page's own policy, and that scripts are what the page says they are.
 */

import { assert, assertEquals, assertMatch } from "@std/assert";
import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import { startServerProcess } from "../doubles/server_process.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { assertMediaFlows } from "./person.ts";

const OWN_HOST = "call.example";
/** Every name under .example is this machine, and both of its origins may use devices. */
const ARGS = ["--host-resolver-rules=MAP *.example 127.0.0.1"];

/** A page of somebody else's that opens a socket and a frame, from whatever name it is asked for by. */
async function withForeignSite(body: (port: number) => Promise<void>): Promise<void> {
  // Closed at once, lest the end waits for connections that browsers keep.
  const html = { "content-type": "text/html", "connection": "close" };
  const options = { port: 0, hostname: "127.0.0.1", onListen: () => {} };
  await using listener = Deno.serve(options, (request) => {
    const isSandbox = new URL(request.url).pathname === "/sandbox";
    const headers = isSandbox ? { ...html, "content-security-policy": "sandbox allow-scripts" } : html;
    return new Response("<!doctype html><title>Elsewhere</title>", { headers });
  });
  await body(listener.addr.port);
}

/** Opens a socket from within a page, and says whether it opened. */
function tryToConnect(page: Page, url: string): Promise<string> {
  return page.evaluate((address) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(address);
      socket.onopen = () => resolve("open");
      socket.onclose = socket.onerror = () => resolve("refused");
      setTimeout(() => resolve("neither opened nor refused"), 10_000);
    }), url);
}

browserTest("What pages of others get of the server", async (scene, step) => {
  await withForeignSite(async (foreignPort) => {
    const { port } = scene.server;
    const restart = async (env: Record<string, string>) => {
      await scene.server.kill();
      scene.server = await startServerProcess({ port, env });
    };
    await restart({ PUBLIC_HOST: `${OWN_HOST}:${port}` });
    const url = `ws://${OWN_HOST}:${port}/socket`;
    const origin = `http://${OWN_HOST}:${port}`;
    // As if it had come by HTTPS: any other page makes no calls.
    const args = [...ARGS, `--unsafely-treat-insecure-origin-as-secure=${origin}`];
    const own = await scene.open({ isWhole: true, args, origin });
    const page = await own.context.newPage();

    await step("A browser opens sockets for our page, and for none of another origin", async () => {
      await own.see("Ready for calls");
      assertEquals(await tryToConnect(own.page, url), "open");
      const foreign = [
        `http://evil.example:${foreignPort}/`,
        `http://${OWN_HOST}:${foreignPort}/`, // The own name, but another port, and so another origin.
        `http://${OWN_HOST}.evil.example:${foreignPort}/`,
        `http://evil${OWN_HOST}:${foreignPort}/`,
        `http://${OWN_HOST}:${foreignPort}/sandbox`, // Origin: null
      ];
      for (const address of foreign) {
        await page.goto(address);
        assertEquals(await tryToConnect(page, url), "refused", address);
      }
      // A name of somebody else's that has come to mean our server, so that the page and its socket are of one host.
      await page.goto(`http://rebound.example:${port}/healthz`);
      assertEquals(await tryToConnect(page, `ws://rebound.example:${port}/socket`), "refused");
    });

    await step("A browser shows our page in nobody's frame", async () => {
      await page.goto(`http://evil.example:${foreignPort}`);
      for (const path of ["/", "/check"]) {
        const isSaid = page.waitForEvent("console", (line) => line.text().includes("frame-ancestors"));
        await page.evaluate((src) => {
          const frame = document.createElement("iframe");
          Object.assign(frame, { src, allow: "camera; microphone" });
          document.body.append(frame);
        }, origin + path);
        await isSaid;
      }
      const shown = page.frames().slice(1).map((frame) => frame.url()).filter((url) => url.includes(OWN_HOST));
      assertEquals(shown, []);
    });

    await step("A browser opens sockets for the pages of ALLOWED_ORIGINS", async () => {
      const allowed = `http://friend.example:${foreignPort}`;
      await restart({ ALLOWED_ORIGINS: allowed });
      await page.goto(allowed);
      assertEquals(await tryToConnect(page, `ws://127.0.0.1:${port}/socket`), "open");
      await page.goto(`http://enemy.example:${foreignPort}/`);
      assertEquals(await tryToConnect(page, `ws://127.0.0.1:${port}/socket`), "refused");
    });
  });
});

/** Remembers what the page's policy has stopped. */
function watchViolations(page: Page): Promise<void> {
  return page.addInitScript(`
    globalThis.violations = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
      violations.push([effectiveDirective, blockedURI, sample].join(" ")));
  `).then(() => {});
}

async function assertNoViolations(people: readonly ChromiumPerson[], screen: string): Promise<void> {
  for (const person of people) assertEquals(await person.evaluate("violations"), [], screen);
}

browserTest("No screen breaks the page's policy, and what would is stopped", async (scene) => {
  const open = (path = "/") => scene.open({ path, prepare: watchViolations });
  const callee = await open();
  const id = await callee.readId();
  const nameField = callee.page.getByRole("textbox", { name: "Your name" });
  await nameField.fill("<img src=x onerror=violations.push(1)>");
  await nameField.blur(); // A stranger takes no screen from somebody who types.
  const caller = await open(`/#${id}`);
  await caller.readId();
  const both = [caller, callee];
  await assertNoViolations(both, "home and invitation");

  await caller.press("Call");
  await callee.seeRinging();
  await assertNoViolations(both, "ringing");
  await callee.press("Accept");
  await Promise.all(both.map((person) => assertMediaFlows(person, { seconds: 1 })));
  await assertNoViolations(both, "call");
  await caller.press("Hang up");
  await Promise.all(both.map((person) => person.see("Call ended")));
  await assertNoViolations(both, "ended");

  const check = await open("/check");
  await check.press("Start");
  await check.page.getByRole("button", { name: "Yes" }).click();
  await check.page.getByRole("button", { name: "Copy report" }).waitFor({ timeout: 60_000 });
  await assertNoViolations([check], "check");

  for (const [spoil, directive] of SPOILERS) {
    await caller.evaluate(`{ violations.length = 0; try { ${spoil} } catch {} }`);
    await caller.waitUntil("violations.length > 0");
    assertMatch((await caller.evaluate<string[]>("violations")).join(), new RegExp(`^${directive}`), spoil);
  }
});

/** What an injected script or markup would do, and the rule that stops it. */
const SPOILERS: readonly [spoil: string, directive: string][] = [
  ["document.body.innerHTML = '<b>x</b>'", "require-trusted-types-for"],
  ["setTimeout('1')", "require-trusted-types-for|script-src"],
  ["trustedTypes.createPolicy('x', {})", "trusted-types"],
  ["document.body.setAttribute('style', 'color: red')", "style-src"],
  ["document.body.append(Object.assign(new Image(), { src: 'https://evil.example/x.png' }))", "img-src"],
  ["void fetch('https://evil.example/').catch(() => {})", "connect-src"],
  ["void new WebSocket('wss://evil.example/')", "connect-src"],
  [
    "{ const f = document.createElement('form'); f.action = 'https://evil.example/'; document.body.append(f); f.submit() }",
    "form-action",
  ],
  [
    "document.head.append(Object.assign(document.createElement('base'), { href: 'https://evil.example/' }))",
    "base-uri",
  ],
];

browserTest("A script that is not what the page says does not run", async (scene) => {
  const spoiled = await scene.open({
    prepare: async (page) => {
      await page.route("**/build/index-script-*.js", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: `${await response.text()}\n;globalThis.isSpoiled = true;` });
      });
    },
  });
  await spoiled.page.getByText("something in between is changing or blocking its files").waitFor();
  assertEquals(await spoiled.evaluate("globalThis.isSpoiled === true"), false);
});

for (const name of ["index", "check"]) {
  Deno.test(`The built ${name} page holds its style and the scripts of its first load to their hashes`, async () => {
    const html = await Deno.readTextFile(`static/build/${name}.html`);
    // Code and style in the page itself stand in elements without attributes, whose hashes are in the policy; what that
    // code loads is no part of the first load.
    const rest = html.replace(/<(script|style)>.*?<\/\1>/gs, "");
    const files = [...rest.matchAll(/"(build\/[^"]+)" integrity="sha384-([^"]+)"/g)];
    const named = [...rest.matchAll(/"\/?build\//g)];
    assert(files.length >= 1 && files.length === named.length, "something is named without its hash");
    for (const [, path, hash] of files) {
      const bytes = await Deno.readFile(`static/${path}`);
      assertEquals(createHash("sha384").update(bytes).digest("base64"), hash, path);
    }
    assert(!/<script(?![^>]*\bsrc=)|<style|\bon\w+=|\bstyle=/.test(rest), "inline code or style");
  });
}
