/**
 * A call in which people go on sharing, changing devices, writing and holding is after half an hour what it was after a
 * few minutes: nothing that a round of this takes is left over. Plays a few rounds, with LONG=1 for 30 minutes.
 */

import { assert } from "@std/assert";
import type { CDPSession } from "playwright-core";
import { browserTest } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";
import { openChat, seeMessage, write } from "./named_pair.ts";
import { connect, PATIENCE_MS } from "./person.ts";

const NAMES = ["Kim", "Lee"];
const IS_LONG = Deno.env.get("LONG") === "1";
/** Rounds that are played before anything is counted: code is loaded, and lists fill up to their bounds. */
const WARM_ROUNDS = IS_LONG ? 10 : 2;
const ROUNDS = IS_LONG ? Infinity : 3;
const DURATION_MS = 30 * 60_000;
/** Messages of a round. A page keeps the last few hundred of them, so these stay the same once it has as many. */
const MESSAGES = IS_LONG ? 40 : 1;
/** What a page may hold more at the end: what it logs, and what the tracks that this test keeps for itself weigh. */
const GROWTH_BYTES_MAX = IS_LONG ? 2_000_000 : 1_000_000;
/** What comes and goes by so many with what the browser itself keeps. Over 30 minutes a leak of two a round is more. */
const UNEVEN: Readonly<Record<string, number>> = { listeners: 30, nodes: 8 };
/** Lets go of what only the instruments of this test keep. */
const LET_GO = `for (const [kept, isOver] of [
  [instruments.tracks, ({ readyState }) => readyState === "ended"],
  [instruments.connections, ({ connectionState }) => connectionState === "closed"],
]) kept.splice(0, Infinity, ...kept.filter((one) => !isOver(one)));
for (const connection of [...instruments.received.keys()]) {
  if (!instruments.connections.includes(connection)) instruments.received.delete(connection);
}`;
const SEVERAL = ["--use-fake-device-for-media-stream=fps=10,device-count=3"];

/** What a page holds that has to be given back. */
type Held = {
  readonly connections: number;
  readonly tracks: number;
  readonly audioContexts: number;
  readonly workers: number;
  readonly listeners: number;
  readonly nodes: number;
};

type Holding = { readonly held: Held; readonly bytes: number };

class Holdings {
  readonly #person: ChromiumPerson;
  readonly #session: CDPSession;

  private constructor(person: ChromiumPerson, session: CDPSession) {
    this.#person = person;
    this.#session = session;
  }

  static async of(person: ChromiumPerson): Promise<Holdings> {
    return new Holdings(person, await person.page.context().newCDPSession(person.page));
  }

  /** Counts when all garbage has gone. */
  async read(): Promise<Holding> {
    await this.#person.evaluate(LET_GO);
    await this.#session.send("HeapProfiler.collectGarbage");
    const { nodes, jsEventListeners } = await this.#session.send("Memory.getDOMCounters");
    const [connections, tracks] = await this.#person.evaluate<[number, number]>(
      "[instruments.connections.length, instruments.tracks.length]",
    );
    const { usedSize } = await this.#session.send("Runtime.getHeapUsage");
    return {
      held: {
        connections,
        tracks,
        audioContexts: await this.#count("AudioContext"),
        workers: this.#person.page.workers().length,
        listeners: jsEventListeners,
        nodes,
      },
      bytes: usedSize,
    };
  }

  /** Waits until the page holds no more than it did, since it gives some of it back late; returns by how many kB it grew. */
  async waitForNoMore({ held, bytes }: Holding): Promise<number> {
    const deadlineMs = performance.now() + PATIENCE_MS;
    for (;;) {
      const now = await this.read();
      const more = Object.entries(now.held).filter(([what, count]) =>
        count > held[what as keyof Held] + (UNEVEN[what] ?? 0)
      );
      const growth = now.bytes - bytes;
      if (more.length === 0 && growth <= GROWTH_BYTES_MAX) return Math.round(growth / 1_000);
      assert(
        performance.now() < deadlineMs,
        `${growth} bytes more, ${JSON.stringify(more)}; was ${JSON.stringify(held)}`,
      );
    }
  }

  async #count(name: string): Promise<number> {
    const { result: { objectId = "" } } = await this.#session.send("Runtime.evaluate", {
      expression: `${name}.prototype`,
    });
    const { objects } = await this.#session.send("Runtime.queryObjects", { prototypeObjectId: objectId });
    const { result } = await this.#session.send("Runtime.callFunctionOn", {
      objectId: objects.objectId ?? "",
      functionDeclaration: "function () { return this.filter(({ state }) => state !== 'closed').length; }",
      returnByValue: true,
    });
    await this.#session.send("Runtime.releaseObject", { objectId: objects.objectId ?? "" });
    return result.value;
  }
}

async function choose(person: ChromiumPerson, name: string): Promise<void> {
  await person.press("More");
  await person.page.locator("#more-menu").getByRole("button", { name, exact: true }).click();
}

async function share(from: ChromiumPerson, to: ChromiumPerson): Promise<void> {
  const screen = to.page.getByLabel("Shared screen", { exact: true });
  await from.press("Share screen");
  await screen.waitFor();
  await to.waitUntil(`document.querySelector("[aria-label='Shared screen']").videoWidth > 0`);
  await from.press("Stop sharing");
  await screen.waitFor({ state: "detached" });
}

/** Which two of each list are changed for each other; of the second camera, one of depth, nobody can send pictures. */
const CHOICES = { Camera: [-1, -3], Microphone: [-1, -2] } as const;

/** Has another of the person's cameras and microphones in use. */
async function changeDevices(person: ChromiumPerson, round: number): Promise<void> {
  await choose(person, "Camera and sound");
  for (const [name, places] of Object.entries(CHOICES)) {
    const choice = person.page.getByRole("combobox", { name, exact: true });
    await choice.waitFor();
    const label = (await choice.locator("option").allTextContents()).at(places[round % 2] ?? 0) ?? "";
    await choice.selectOption({ label });
    await person.see(`Now using ${label}.`);
  }
  await person.page.keyboard.press("Escape");
  await person.page.getByRole("dialog").waitFor({ state: "detached" });
}

async function hold(kim: ChromiumPerson, lee: ChromiumPerson): Promise<void> {
  await choose(kim, "Hold");
  await lee.see("has put you on hold.");
  const before = await Promise.all([kim, lee].map((person) => person.readMedia()));
  await kim.press("Resume");
  for (const [at, person] of [kim, lee].entries()) {
    const { framesDecoded = 0, audioEnergy = 0 } = before[at] ?? {};
    await person.waitUntil(
      `instruments.readMedia().then((now) => now.framesDecoded > ${framesDecoded} && now.audioEnergy > ${audioEnergy})`,
    );
  }
}

async function chat(kim: ChromiumPerson, lee: ChromiumPerson, round: number): Promise<void> {
  await Promise.all([openChat(kim), openChat(lee)]);
  for (let at = 0; at < MESSAGES; at++) {
    await write(kim, `${round}/${at} of Kim`);
    await write(lee, `${round}/${at} of Lee`);
  }
  await Promise.all([
    seeMessage(kim, `${round}/${MESSAGES - 1} of Lee`),
    seeMessage(lee, `${round}/${MESSAGES - 1} of Kim`),
  ]);
  await Promise.all([kim, lee].map((person) => person.page.keyboard.press("Escape")));
}

async function playRound(kim: ChromiumPerson, lee: ChromiumPerson, round: number): Promise<void> {
  await chat(kim, lee, round);
  await share(kim, lee);
  await changeDevices(kim, round);
  await hold(kim, lee);
}

browserTest("A call in which people share, change devices, write and hold stays as it was", async (scene) => {
  const [kim, lee] = [await scene.open({ args: SEVERAL }), await scene.open({ args: SEVERAL })];
  await connect(kim, lee);
  const startMs = performance.now();
  const holdings = await Promise.all([kim, lee].map(Holdings.of));
  const read = () => Promise.all(holdings.map((one) => one.read()));
  for (let round = 0; round < WARM_ROUNDS; round++) await playRound(kim, lee, round);
  const before = await read();
  let round = WARM_ROUNDS;
  for (; round < WARM_ROUNDS + ROUNDS && performance.now() - startMs < DURATION_MS; round++) {
    await playRound(kim, lee, round);
    if (IS_LONG && round % 10 === 0) console.log(round, JSON.stringify(await read()));
  }
  for (const [at, one] of holdings.entries()) {
    const was = before[at];
    assert(was !== undefined);
    console.log(`${NAMES[at]} after ${round} rounds: ${await one.waitForNoMore(was)} kB more`);
  }
});
