/**
 * From the click on Accept to the first decoded remote frame on the callee's screen: ours beside a bare pair of pages
 * that do nothing but call, in the same browser and interleaved. The bare callee has its devices open before the click,
 * which ours may not; after it, it applies the offer, answers and trickles over the same relay. `deno task bench:accept`.
 */

import type { Page } from "playwright-core";
import { parseConfig } from "../signaling/config/config.ts";
import { startServer } from "../server.ts";
import { ChromiumPerson, launchChromium } from "../tests/browser/chromium_person.ts";
import { median } from "./numbers.ts";

const ROUNDS = Number(Deno.args[0] ?? 10);

/** Notes when the button was clicked and when the first frame after that was presented. */
const STOPWATCH = `
  globalThis.firstFrame = new Promise((resolve) => {
    addEventListener("click", ({ target }) => {
      const clickedAt = performance.now();
      if (target.closest("button")?.dataset.bench === undefined && !/^Accept$/.test(target.closest("button")?.textContent.trim() ?? "")) return;
      const watch = () => {
        const video = document.querySelector('video[aria-label="Remote video"]');
        if (video === null) return requestAnimationFrame(watch);
        video.requestVideoFrameCallback((now) => resolve(performance.now() - clickedAt));
      };
      watch();
    }, { capture: true });
  });
`;

const BARE = `
  globalThis.bare = {
    async start() {
      const socket = this.socket = new WebSocket("ws://" + location.host + "/socket");
      const next = (type) => new Promise((resolve) => socket.addEventListener("message", function listen({ data }) {
        const message = JSON.parse(data);
        if (message.type === type) { socket.removeEventListener("message", listen); resolve(message); }
      }));
      await next("challenge");
      socket.send(JSON.stringify({ type: "register" }));
      this.id = (await next("registered")).id;
      this.pc = new RTCPeerConnection({ bundlePolicy: "max-bundle" });
      this.held = [];
      this.pc.onicecandidate = ({ candidate }) => candidate && (this.remote && this.answered ? this.send("ice-candidate", { candidate }) : this.held.push(candidate));
      this.pc.ontrack = ({ streams }) => document.querySelector("video").srcObject = streams[0];
      socket.addEventListener("message", ({ data }) => this.handle(JSON.parse(data)));
      return this.id;
    },
    send(type, body) { this.socket.send(JSON.stringify({ type, id: this.id, clientId: this.remote, ...body })); },
    async handle({ type, id, description, candidate }) {
      if (type === "video-offer-request") { this.remote = id; this.offer = description; document.title = "ringing"; }
      if (type === "video-offer-response") {
        await this.pc.setRemoteDescription(description);
        this.answered = true;
        for (const candidate of this.held.splice(0)) this.send("ice-candidate", { candidate });
      }
      if (type === "ice-candidate") await this.pc.addIceCandidate(candidate);
    },
    async call(remote) {
      this.remote = remote;
      await this.openDevices();
      await this.pc.setLocalDescription();
      this.send("video-offer-request", { description: this.pc.localDescription });
    },
    async openDevices() {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 1280, height: 720 } });
      for (const track of stream.getTracks()) this.pc.addTrack(track, stream);
    },
    async accept() {
      this.answered = true;
      await this.pc.setRemoteDescription(this.offer);
      await this.pc.setLocalDescription();
      this.send("video-offer-response", { description: this.pc.localDescription });
    },
  };
  document.addEventListener("DOMContentLoaded", () => {
    document.body.innerHTML = '<video aria-label="Remote video" autoplay playsinline></video><button data-bench>Go</button>';
    document.querySelector("button").onclick = () => bare.accept();
  });
`;

type Browser = Awaited<ReturnType<typeof launchChromium>>;

/** `isKnown` says that the two have talked before: only then may the callee's page prepare its answer while it rings. */
async function measureOurs(browser: Browser, origin: string, { isKnown }: { isKnown: boolean }): Promise<number> {
  const prepare = async (page: Page) => void await page.addInitScript(STOPWATCH);
  const caller = await ChromiumPerson.open(browser, origin);
  const callee = await ChromiumPerson.open(browser, origin, { prepare });
  if (isKnown) await makeKnown(caller, callee);
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await caller.see("Ringing");
  await callee.page.getByRole("button", { name: "Accept", exact: true }).click();
  const elapsedMs = await callee.evaluate<number>("firstFrame");
  await Promise.all([caller.page.context().close(), callee.page.context().close()]);
  return elapsedMs;
}

async function makeKnown(caller: ChromiumPerson, callee: ChromiumPerson): Promise<void> {
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await callee.press("Accept");
  await caller.see("Connected");
  await callee.see("Connected");
  await caller.press("Hang up");
  await callee.see("Call ended");
  await Promise.all([caller.page.reload(), callee.page.reload()]);
  await caller.readId();
}

async function measureBare(browser: Browser, origin: string): Promise<number> {
  const open = async () => {
    const page = await (await browser.newContext({ bypassCSP: true })).newPage(); // Bare, so of its policy too.
    await page.addInitScript(STOPWATCH);
    await page.addInitScript(BARE);
    await page.goto(`${origin}/healthz`);
    return page;
  };
  const [caller, callee] = [await open(), await open()];
  await caller.evaluate("bare.start()");
  const id = await callee.evaluate("bare.start()");
  await callee.evaluate("bare.openDevices()");
  await caller.evaluate(`bare.call(${JSON.stringify(id)})`);
  await callee.waitForFunction(`document.title === "ringing"`);
  await callee.getByRole("button").click();
  const elapsedMs = await callee.evaluate("firstFrame") as number;
  await Promise.all([caller.context().close(), callee.context().close()]);
  return elapsedMs;
}

function report(name: string, elapsedMs: readonly number[]): void {
  const list = elapsedMs.map((value) => Math.round(value)).join(" ");
  console.log(`${name}, ms: ${list} → median ${Math.round(median(elapsedMs))}`);
}

const server = await startServer(parseConfig((name) => ({ PORT: "0", HOST: "127.0.0.1" })[name]));
const browser = await launchChromium(["--use-fake-device-for-media-stream=fps=30"]);
try {
  const origin = `http://localhost:${server.port}`;
  await measureOurs(browser, origin, { isKnown: true }); // The first of each warms the browser's caches.
  await measureBare(browser, origin);
  const known: number[] = [];
  const strangers: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    known.push(await measureOurs(browser, origin, { isKnown: true }));
    strangers.push(await measureOurs(browser, origin, { isKnown: false }));
    bare.push(await measureBare(browser, origin));
  }
  report("bare", bare);
  // Of a stranger nothing is prepared before the person reaches for the button, so theirs takes what preparing takes.
  for (const [name, elapsedMs, ratioMax] of [["known", known, 1.3], ["stranger", strangers, 2.5]] as const) {
    report(name, elapsedMs);
    const ratio = median(elapsedMs) / median(bare);
    console.log(
      `ratio of medians, ${name}: ${ratio.toFixed(2)} (at most ${ratioMax})`,
    );
    if (ratio > ratioMax) Deno.exitCode = 1;
  }
} finally {
  await browser.close();
  await server.stop();
}
