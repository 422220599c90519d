import { assert, assertEquals } from "@std/assert";
import { browserTest, type Scene } from "../browser/browser_test_case.ts";
import type { ChromiumPerson } from "../browser/chromium_person.ts";
import { ChaosProxy, type Direction, DIRECTIONS } from "../doubles/chaos_proxy.ts";
import { parseServerMessage } from "../../signaling/protocol.ts";

const IS_LONG = Deno.env.get("LONG") === "1";

/**
 * The promise: a call whose server died is where it would be without that, this soon after the server is back, in
 * milliseconds. To it comes what the same takes on this machine without a fault.
 */
const COMPLETED_MS_MAX = 5_000;
/** Registered again this soon after the server is back, in milliseconds. */
const BACK_MS_MAX = 3_000;
/** How often that is measured. */
const RETURNS = IS_LONG ? 50 : 1;
/** Longest time without a new picture or sound that counts as none lost, in milliseconds; a look takes 100. */
const GAP_MS_MAX = 500;
/** Pictures enough to see a call stand; the fewer, the more of the processor is left for what is measured. */
const FEW_PICTURES = "--use-fake-device-for-media-stream=fps=5";

type Signal = "SIGKILL" | "SIGTERM";
type MessageType = NonNullable<ReturnType<typeof parseServerMessage>>["type"];

/** The server dies as the message is on its way to it (`up`) or from it (`down`), and the message with it. */
type Moment = { readonly type: MessageType; readonly direction: Direction };

function momentsOf(type: MessageType): Moment[] {
  return DIRECTIONS.map((direction) => ({ type, direction }));
}

const TYPES = [
  "video-offer-request",
  "ringing",
  "video-offer-response",
  "call-claimed",
  "ack",
] as const; // Not ice-candidate: the answer's own candidates may connect the two before one has gone.
const SETTING_UP = TYPES.flatMap(momentsOf);
/** Without LONG=1 a few steps stand for all: before it rings, as the answer passes, and after. */
const SETTING_UP_IN_SHORT = SETTING_UP.filter((_, index) => index % 3 === 0);

/** Two people whose pages reach the server by a proxy that shows what they say. */
class Line implements AsyncDisposable {
  readonly scene: Scene;
  readonly caller: ChromiumPerson;
  readonly callee: ChromiumPerson;
  readonly #proxy: ChaosProxy;
  readonly #calleeId: string;

  private constructor(scene: Scene, proxy: ChaosProxy, caller: ChromiumPerson, callee: ChromiumPerson, id: string) {
    this.scene = scene;
    this.#proxy = proxy;
    this.caller = caller;
    this.callee = callee;
    this.#calleeId = id;
  }

  static async open(scene: Scene, args: readonly string[] = [FEW_PICTURES]): Promise<Line> {
    const proxy = new ChaosProxy({ targetPort: scene.server.port, inspect: () => {} });
    const options = { origin: proxy.origin, args };
    const [caller, callee] = [await scene.open(options), await scene.open(options)];
    await caller.readId();
    return new Line(scene, proxy, caller, callee, await callee.readId());
  }

  get people(): readonly ChromiumPerson[] {
    return [this.caller, this.callee];
  }

  /**
   * Ends the server at that moment of what `play` does and starts it again. Returns how long `play` took from then, in
   * milliseconds; less than 0 if it did not need the server any more.
   */
  async measureCompletion(moment: Moment, signal: Signal, play: () => Promise<void>): Promise<number> {
    let isKilled = false;
    const returnedAtMs = this.#killAt(moment, signal).then(async () => {
      isKilled = true;
      await this.scene.restartServer();
      return performance.now();
    });
    await Promise.race([play(), returnedAtMs.then(() => new Promise<never>(() => {}))]);
    const completedAtMs = performance.now();
    if (!isKilled) throw new Error(`It was over before ${moment.type} went ${moment.direction}`);
    return completedAtMs - await returnedAtMs;
  }

  #killAt({ type, direction }: Moment, signal: Signal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#proxy.inspect = async (text, way) => {
        if (way !== direction || parseServerMessage(text)?.type !== type) return;
        this.#proxy.inspect = () => {};
        await this.scene.server.kill(signal).then(resolve, reject);
        this.#proxy.cut(); // What the dead one had sent, and what was on its way to it, is lost.
      };
    });
  }

  async call(): Promise<void> {
    await this.caller.call(this.#calleeId);
  }

  async ring(): Promise<void> {
    await this.call();
    await this.callee.seeRinging();
  }

  async connect(): Promise<void> {
    await this.ring();
    await this.callee.press("Accept");
    await this.see("Connected with");
  }

  /** Resolves when the server has registered so many sockets from now on. */
  waitForRegistrations(count: number): Promise<void> {
    let left = count;
    return new Promise((resolve) => {
      this.#proxy.inspect = (text, way) => {
        if (way === "down" && parseServerMessage(text)?.type === "registered" && --left === 0) resolve();
      };
    });
  }

  async hangUp(): Promise<void> {
    await this.caller.press("Hang up");
    await this.goBack();
  }

  /** Waits until both ends say this. */
  async see(text: string | RegExp): Promise<void> {
    await Promise.all(this.people.map((person) => person.see(text)));
  }

  async goBack(): Promise<void> {
    await Promise.all(this.people.map((person) => person.press("Back")));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#proxy[Symbol.asyncDispose]();
  }
}

/** Prints and judges how long something took after the server's return, given what it takes without a fault. */
function report(what: string, elapsedMs: number, quietMs: number, msMax = COMPLETED_MS_MAX): void {
  console.log(
    `${what} ${Math.round(elapsedMs)} ms after the server's return; ${Math.round(quietMs)} ms without a fault`,
  );
  assert(elapsedMs < msMax + quietMs, `${what} only ${elapsedMs} ms after the server's return`);
}

async function measure(body: () => Promise<unknown>): Promise<number> {
  const startedAtMs = performance.now();
  await body();
  return performance.now() - startedAtMs;
}

for (const signal of ["SIGKILL", "SIGTERM"] as const) {
  browserTest(
    `A call connects by itself when ${signal} ends the server at any step of setting it up`,
    async (scene) => {
      await using line = await Line.open(scene);
      const quietMs = await measure(() => line.connect());
      await line.hangUp();
      for (const moment of IS_LONG ? SETTING_UP : SETTING_UP_IN_SHORT) {
        const elapsedMs = await line.measureCompletion(moment, signal, () => line.connect());
        report(`${signal}, ${moment.type} ${moment.direction}: connected`, elapsedMs, quietMs);
        await line.hangUp();
      }
    },
  );
}

browserTest("Whoever calls or accepts while the server is away is heard when it is back", async (scene) => {
  await using line = await Line.open(scene);
  const { callee } = line;
  const quietMs = await measure(() => line.connect());
  await line.hangUp();

  await scene.server.kill("SIGKILL");
  await line.call();
  await scene.restartServer();
  report("called without a server: rings", await measure(() => callee.seeRinging()), quietMs);

  await scene.server.kill("SIGKILL");
  await callee.press("Accept");
  await scene.restartServer();
  report("accepted without a server: connected", await measure(() => line.see("Connected with")), quietMs);
});

browserTest("A call that is declined or taken back as the server dies ends for both", async (scene) => {
  await using line = await Line.open(scene);
  const { caller, callee } = line;
  // Somebody known may ring again and again, and leaves a screen when they give up; a stranger does neither.
  await line.connect();
  await line.hangUp();
  const decline = async () => {
    await line.ring();
    await callee.press("Decline");
    await caller.see("Call declined");
  };
  const cancel = async () => {
    await line.ring();
    await caller.press("Cancel");
    await callee.see("Missed call");
  };
  const endings = [["declined", "video-offer-response", decline], ["cancelled", "hang-up", cancel]] as const;
  for (const [what, type, play] of endings) {
    const quietMs = await measure(play);
    await line.goBack();
    for (const moment of momentsOf(type)) {
      const elapsedMs = await line.measureCompletion(moment, "SIGKILL", play);
      report(`${what}, ${type} ${moment.direction}: over for both`, elapsedMs, quietMs);
      await line.goBack();
    }
  }
});

type Gaps = { readonly frames: number; readonly sound: number };

/** Returns the longest time without a new picture or sound at either end while `body` runs, in milliseconds. */
async function measureGap(people: readonly ChromiumPerson[], body: () => Promise<void>): Promise<number> {
  await Promise.all(people.map((person) => person.evaluate("instruments.watchMedia()")));
  await body();
  const gaps = await Promise.all(people.map((person) => person.evaluate<Gaps>("instruments.gaps")));
  return Math.max(...gaps.flatMap(({ frames, sound }) => [frames, sound]));
}

/** Waits until the page has decoded this many more pictures: about 10 a second. */
async function watchPictures(person: ChromiumPerson, count: number): Promise<void> {
  const { framesDecoded } = await person.readMedia();
  await person.waitUntil(`instruments.readMedia().then((media) => media.framesDecoded > ${framesDecoded + count})`);
}

const HAS_CHANGED_OVER =
  `instruments.connections.filter(({ connectionState }) => connectionState !== "closed").length === 1 &&
  instruments.connections.length > 1 && instruments.connections.at(-1).connectionState === "connected"`;
/** Packets of picture and sound that were sent to this end and never came (W3C webrtc-stats `packetsLost`). */
const PACKETS_LOST = `instruments.connections.at(-1).getStats().then((report) =>
  [...report.values()].reduce((sum, stats) => sum + (stats.type === "inbound-rtp" ? stats.packetsLost : 0), 0))`;

async function readPacketsLost(people: readonly ChromiumPerson[]): Promise<number> {
  const counts = await Promise.all(people.map((person) => person.evaluate<number>(PACKETS_LOST)));
  return counts.reduce((sum, count) => sum + count, 0);
}

browserTest("A connected call loses nothing to a killed server, and is led and ended without one", async (scene) => {
  await using line = await Line.open(scene, []);
  const { caller, callee, people } = line;
  await line.connect();
  await Promise.all(people.map((person) => watchPictures(person, 20)));
  const registered = line.waitForRegistrations(people.length);
  for (const person of people) await person.evaluate("dispatchEvent(new Event('online'))");
  const quietMs = await measure(() => registered);

  const watch = () => watchPictures(caller, 30);
  const gapBeforeMs = await measureGap(people, watch);
  const lostBefore = await readPacketsLost(people);
  const gapMs = await measureGap(people, async () => {
    await scene.server.kill("SIGKILL");
    await watch();
  });
  const lost = await readPacketsLost(people) - lostBefore;
  const quietGapMs = Math.max(gapBeforeMs, await measureGap(people, watch)); // Others use this machine, now and then.
  console.log(
    `killed: ${lost} packets lost, longest gap ${Math.round(gapMs)} ms; without ${Math.round(quietGapMs)} ms`,
  );
  assertEquals(lost, 0, "Media was lost");
  assert(gapMs < Math.max(GAP_MS_MAX, 2 * quietGapMs), `Media stood still for ${gapMs} ms`);

  await caller.press("Mute");
  await callee.page.getByText("is muted").waitFor();
  await caller.press("Unmute");
  await callee.page.getByText("is muted").waitFor({ state: "detached" });

  // Another network, as far as the page can tell: it asks for another connection, over the one it has.
  await caller.evaluate("dispatchEvent(new Event('online'))");
  for (const person of people) await person.waitUntil(HAS_CHANGED_OVER);
  await Promise.all(people.map((person) => watchPictures(person, 20)));

  for (let round = 0; round < RETURNS; round++) {
    const registeredAgain = line.waitForRegistrations(people.length);
    await scene.restartServer();
    report("both registered again", await measure(() => registeredAgain), quietMs, BACK_MS_MAX);
    await scene.server.kill("SIGKILL");
  }
  await callee.press("Hang up");
  await line.see("Call ended");
});
