/**
 * What a person reads whose page the server takes no socket of, on the page and in the check, and what the operator
 * reads in the log, once; with the real server, and a real nginx where a proxy is the cause. The check is run where a
 * setting is to be changed, where it passes by itself, and where nothing answers; `check_verdict_test.ts` has what it says of
 * each cause.
 */

import { assertEquals, assertMatch } from "@std/assert";
import { startServer } from "../../server.ts";
import { parseConfig } from "../../signaling/config/config.ts";
import { NGINX, Nginx } from "../doubles/nginx.ts";
import { RawSocket } from "../doubles/raw_socket.ts";
import { until } from "../doubles/until.ts";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";

type Bench = { readonly origin: string; readonly port: number; readonly lines: readonly string[] };

/** Runs a server with these settings and the built page, whose log is on record. */
async function withLog(settings: Record<string, string>, body: (bench: Bench) => Promise<void>): Promise<void> {
  const variables: Record<string, string> = { PORT: "0", HOST: "127.0.0.1", STUN_PORT: "0", ...settings };
  const lines: string[] = [];
  const note = (event: string, sentence: string) => void lines.push(`${event}: ${sentence}`);
  const server = await startServer(parseConfig((name) => variables[name]), "static", {
    info: note,
    warn: note,
    error: note,
  });
  try {
    await body({ origin: `http://localhost:${server.port}`, port: server.port, lines });
  } finally {
    await server.stop();
  }
}

/** Reads the sentence on the page. */
async function assertTold(person: ChromiumPerson, origin: string, line: RegExp): Promise<void> {
  await person.page.goto(origin);
  await person.see(line);
  assertMatch(await person.page.locator("#line").textContent() ?? "", line);
}

/** Reads the row of the check, which its verdict repeats. */
async function assertChecked({ page }: ChromiumPerson, origin: string, row: RegExp): Promise<void> {
  await page.goto(`${origin}/check`);
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("button", { name: "Copy report" }).waitFor({ timeout: 60_000 });
  const texts = page.locator("li").filter({ hasText: "Connection to the server" }).locator("p");
  const told = (await texts.allTextContents()).join(" ");
  assertMatch(told, row);
  assertEquals(await page.locator(".verdict p").allTextContents(), ["You can’t call right now.", told]);
}

function assertLogged(lines: readonly string[], expected: RegExp): void {
  assertEquals(lines.length, 1, lines.join("\n"));
  assertMatch(lines[0] ?? "", expected);
}

browserTest(
  "A page of a name or an origin that the settings lack, above its network's limit, or of a full server says so, and so does the log, once",
  async (scene) => {
    const person = await scene.open();
    await withLog({ PUBLIC_HOST: "call.example" }, async ({ origin, lines }) => {
      const line = /^The server doesn’t recognise this address\. Open the page at its usual address, .*PUBLIC_HOST\.$/;
      await assertTold(person, origin, line);
      await assertChecked(person, origin, line);
      const other = await scene.openFirefox(origin);
      await other.see(line);
      await other.page.close();
      assertLogged(
        lines,
        /^refused: Pages of http:\/\/localhost:\d+ are refused: PUBLIC_HOST is set and lacks that host/,
      );
    });

    await withLog({ ALLOWED_ORIGINS: "https://call.example" }, async ({ origin, lines }) => {
      await assertTold(person, origin, /^The server doesn’t accept pages from this address\. .*ALLOWED_ORIGINS\.$/);
      assertLogged(lines, /^refused: Pages of http:\/\/localhost:\d+ are refused: ALLOWED_ORIGINS is set and lacks it/);
    });

    await withLog({ LIMIT_MEMORY_MIB: "10000", LIMIT_MEMORY_PERCENT: "1" }, async ({ origin, lines }) => {
      await until(() => lines.length > 0, "the server looks at its memory");
      await assertTold(person, origin, /^The server is full right now\. Stay here; it will carry on by itself\.$/);
      assertLogged(lines, /^memory: .*LIMIT_MEMORY_MIB/);
    });

    await withLog({ LIMIT_SOCKETS: "1" }, async ({ origin, port, lines }) => {
      const socket = await RawSocket.open(port, "");
      await assertChecked(person, origin, /as it’s allowed to\. Close some, or wait\. Check again in a minute\.$/);
      const line = /^Your network has as many of this server’s pages open as it’s allowed to\. .*carry on by itself\.$/;
      await assertTold(person, origin, line);
      assertLogged(lines, /^refused: .*LIMIT_SOCKETS.*TRUSTED_PROXIES/);
      socket[Symbol.dispose]();
      await person.see("Ready for calls"); // By itself.
    });
  },
  { "firefox-esr": "firefox-esr" },
);

/** Changes nginx's file of locations as an administrator might. */
function replaceIn(from: string, to: string) {
  return (name: string, text: string): string => {
    if (name !== "locations.conf") return text;
    if (!text.includes(from)) throw new Error(`There is no "${from}" in ${name}`);
    return text.replaceAll(from, to);
  };
}

browserTest(
  "A page behind a proxy that changes Host, drops Upgrade, cuts its WebSocket or has lost its server says so, and the log names the header",
  async (scene) => {
    const person = await scene.open();
    const refusedOf = (lines: readonly string[]) => lines.filter((each) => each.startsWith("refused"));
    await withLog({}, async ({ port, lines }) => {
      await using nginx = await Nginx.start(port, { edit: replaceIn("Host $http_host", "Host $proxy_host") });
      const line = /^A proxy hides this page’s address from the server.*pass the Host header on\.$/;
      await assertTold(person, nginx.origin, line);
      assertLogged(refusedOf(lines), /requests come for the host video_calling.*PUBLIC_HOST/);
    });

    await withLog({}, async ({ port, lines }) => {
      await using nginx = await Nginx.start(port, {
        edit: replaceIn("proxy_set_header Upgrade $http_upgrade;", ""),
      });
      const line =
        /^The server answers, but a proxy in between doesn’t let WebSockets through\. .*Upgrade header on\.$/;
      await assertTold(person, nginx.origin, line);
      const other = await scene.openFirefox(nginx.origin);
      await other.see(line);
      await other.page.close();
      assertLogged(refusedOf(lines), /without its Upgrade and Connection headers/);
    });

    await withLog({}, async ({ port }) => {
      const place = "location = /socket {";
      await using nginx = await Nginx.start([port], {
        edit: replaceIn(place, `${place}\n  if ($http_upgrade) { return 444; }`),
      });
      await assertTold(
        person,
        nginx.origin,
        /^The server answers, but something in between cuts its WebSocket\. Turn off a VPN/,
      );
      await using gone = await Nginx.start(port, { edit: replaceIn(place, `${place}\n  return 502;`) });
      await assertTold(person, gone.origin, /^The server isn’t running behind its proxy\. Stay here/);
      await assertChecked(person, gone.origin, /^The server isn’t running behind its proxy\. Check again/);
    });
  },
  { ...NGINX, "firefox-esr": "firefox-esr" },
);

browserTest(
  "A call that the server lets through only later says so, and then rings",
  async (scene) => {
    const [caller, callee] = [await scene.open(), await scene.open()];
    const id = await callee.readId();
    await caller.readId();
    // Of one address so many sockets may say a first word to one ID at once; see Limits in PROTOCOL.md.
    for (let count = 0; count < 12; count++) {
      using socket = await RawSocket.open(scene.server.port, "");
      const own = await socket.register();
      const envelope = { id: own, clientId: id, callId: "call", tabId: "tab", seq: 1 };
      await socket.writeFrame(JSON.stringify({ type: "ringing", ...envelope }));
      await socket.writeFrame('{"type":"ping"}');
      assertEquals(await socket.readOutcome(), "pong", "the server has acted on what came before");
    }
    await caller.call(id);
    await caller.see(
      `Your network has called ${id} too often in a short time. This will ring as soon as it’s allowed to.`,
    );
    await callee.seeRinging();
    await caller.see("Ringing…");
  },
  {},
  { LIMIT_SOCKETS: "0" },
);
