/**
 * The connection check in a real browser, with a real relay: what it says when all works, and when devices, the server, its
 * STUN or its relay do not. `check_verdict_test.ts` has every outcome.
 */

import { assert, assertEquals, assertMatch } from "@std/assert";
import { findFreePort, findFreeUdpPort, startServerProcess } from "../doubles/server_process.ts";
import { startTurnServer, TURN_PROGRAMS } from "../doubles/turn_server.ts";
import { browserTest, type Scene } from "./browser_test_case.ts";
import { type ChromiumPerson, WITHOUT_DEVICES } from "./chromium_person.ts";

type Env = Record<string, string>;
/** Longer than the check waits for any answer. */
const CHECK_TIMEOUT_MS = 60_000;

/** Replaces the scene's server by one with this environment, and opens its check. */
async function openCheck(scene: Scene, env: Env, args: readonly string[] = []): Promise<ChromiumPerson> {
  await scene.server.kill();
  scene.server = await startServerProcess({ env: { STUN_PORT: "0", ...env } });
  return await scene.open({ path: "/check", args });
}

/** Runs the check, answering that the tone was heard, and returns each row's text by its title, without what sets figures apart. */
async function check(person: ChromiumPerson, button = "Start"): Promise<Record<string, string>> {
  const { page } = person;
  await person.press(button);
  await page.getByRole("button", { name: "Yes" }).click();
  await page.getByRole("button", { name: "Copy report" }).waitFor({ timeout: CHECK_TIMEOUT_MS });
  return await person.evaluate(`Object.fromEntries([...document.querySelectorAll("li")].map((row) =>
    [row.querySelector("h3").textContent,
      [...row.querySelectorAll("p")].map((p) => p.textContent.replace(/[\\u2066-\\u2069]/g, "")).join(" ")]))`);
}

/** An address of this machine that is no loopback: browsers ask no STUN server on that from a network. */
function findOwnAddress(): string | null {
  const found = Deno.networkInterfaces().find(({ family, address }) =>
    family === "IPv4" && !address.startsWith("127.")
  );
  return found?.address ?? null;
}

browserTest("The check finds that all works, devices, server, STUN, relay and calls", async (scene) => {
  await using turn = await startTurnServer({ hasTls: true });
  const stunPort = findFreeUdpPort();
  const ownAddress = findOwnAddress();
  const stun = ownAddress === null ? {} : { STUN_URLS: `stun:${ownAddress}:${stunPort}` };
  const env = { ...turn.env, STUN_PORT: String(stunPort), ...stun };
  const person = await openCheck(scene, env, ["--ignore-certificate-errors"]);
  assertEquals(await person.evaluate("instruments.mediaRequests"), 0, "A device was asked for before Start");

  const rows = await check(person);
  assertEquals(rows["Camera"], "It works.");
  assertEquals(rows["Microphone"], "It hears you.");
  assertEquals(rows["Speaker"], "You heard the tone.");
  assertMatch(rows["Connection to the server"] ?? "", /^It works, [\d.]+\sms there and back\.$/);
  if (ownAddress !== null) assertMatch(rows["Address lookup (STUN)"] ?? "", /^It works/);
  for (const way of ["UDP", "TCP", "TLS"]) assertEquals(rows[`Relay over ${way}`], "It works.", way);
  assertMatch(rows["Call within this browser"] ?? "", /^It works: \d+\skbit\/s/);
  assertMatch(rows["Call through the relay"] ?? "", /^It works: \d+\skbit\/s over (UDP|TCP)/);
  await person.see("You can call.");
  await person.see("On networks that block UDP, calls go through the relay over TLS.");
  assertEquals(await person.evaluate("instruments.liveTracks"), [], "A device stayed open after the check");
  assert(await person.evaluate("document.querySelector('video') === null"));
}, { ...TURN_PROGRAMS, openssl: "openssl" });

browserTest(
  "The check says that one relay refuses the credentials, and that another does not answer",
  async (scene) => {
    await using turn = await startTurnServer();
    const urls = turn.env["TURN_URLS"]?.split(",") ?? [];
    // By UDP to the relay, which has another secret; by TCP to where none is.
    const [byUdp, byTcp] = [urls.find((url) => !url.includes("tcp")), urls.find((url) => url.includes("tcp"))];
    const nowhere = byTcp?.replace(/:\d+(?=\?)/, `:${findFreePort()}`);
    const env = { ...turn.env, TURN_URLS: `${byUdp},${nowhere}`, TURN_SECRET: "another secret than the relay's own" };
    const person = await openCheck(scene, env);
    const rows = await check(person);
    assertMatch(rows["Relay over UDP"] ?? "", /refused the credentials.*TURN_SECRET/);
    assertMatch(rows["Relay over TCP"] ?? "", /^No answer over/);
    assertMatch(rows["Call through the relay"] ?? "", /^Not tested/);
    await person.see("The relay refuses this server’s credentials.");
  },
  TURN_PROGRAMS,
);

browserTest(
  "The check says that the microphone stays silent, and what a server without relay and STUN does not offer, in a report to copy",
  async (scene) => {
    const path = await Deno.makeTempFile({ suffix: ".wav" });
    await writeSilence(path);
    const person = await openCheck(scene, {}, [`--use-file-for-fake-audio-capture=${path}`]);
    await person.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const rows = await check(person);
    for (const way of ["UDP", "TCP", "TLS"]) assertEquals(rows[`Relay over ${way}`], "Not offered by this server.");
    assertMatch(rows["Microphone"] ?? "", /^It is on, but stayed silent\. Say something/);
    await person.see("the microphone stayed silent");
    await Deno.remove(path);
    assertMatch(rows["Address lookup (STUN)"] ?? "", /^Not offered.*STUN_PORT/);
    assertMatch(rows["Call through the relay"] ?? "", /offers no relay.*Ask whoever runs this server to add one/);
    assert(!Object.values(rows).some((row) => row.includes("TURN_URLS")), "That is for whoever runs the server");
    await person.see("this server offers no STUN.");
    await person.see("This server offers no relay.");
    await person.press("Copy report");
    await person.see("Report copied.");
    const report = await person.evaluate<string>("navigator.clipboard.readText()");
    assertMatch(report, /Relay over UDP \[not-offered\]/);
    assert(
      !/\d+\.\d+\.\d+\.\d+(?!\.?\d* Safari)/.test(report.replace(/^Browser:.*$/m, "")),
      "The report holds an address",
    );
  },
);

browserTest(
  "The check says what is wrong with devices, goes on without them, and says that the server is gone",
  async (scene) => {
    const person = await openCheck(scene, {}, [WITHOUT_DEVICES]);
    const rows = await check(person);
    assertEquals(rows["Camera"], "No camera found. Plug one in, then check again.");
    assertEquals(rows["Microphone"], "No microphone found. Plug one in, then check again.");
    assertMatch(rows["Call within this browser"] ?? "", /^It works/);
    await person.see("Others can’t see or hear you");

    await scene.server.kill("SIGKILL");
    const later = await check(person, "Check again");
    assertMatch(later["Connection to the server"] ?? "", /^The server isn’t answering/);
    assertMatch(later["Relay over UDP"] ?? "", /^Not tested/);
    await person.see("You can’t call right now.");
  },
);

/** Writes a second of nothing: mono, 16 bits, 48 kHz (RIFF WAVE). */
async function writeSilence(path: string): Promise<void> {
  const [hertz, bytesPerSample, headerBytes] = [48_000, 2, 44];
  const dataBytes = hertz * bytesPerSample;
  const file = new DataView(new ArrayBuffer(headerBytes + dataBytes));
  const writeText = (offset: number, text: string) => {
    for (const [index, char] of [...text].entries()) file.setUint8(offset + index, char.charCodeAt(0));
  };
  writeText(0, "RIFF");
  file.setUint32(4, headerBytes - 8 + dataBytes, true);
  writeText(8, "WAVEfmt ");
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true); // PCM
  file.setUint16(22, 1, true); // Channels
  file.setUint32(24, hertz, true);
  file.setUint32(28, hertz * bytesPerSample, true);
  file.setUint16(32, bytesPerSample, true);
  file.setUint16(34, 8 * bytesPerSample, true);
  writeText(36, "data");
  file.setUint32(40, dataBytes, true);
  await Deno.writeFile(path, new Uint8Array(file.buffer));
}
