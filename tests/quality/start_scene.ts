/** Calls between two homes a tenth of a second apart, of ours and bare ones in turn, each timed from the press on Accept. */

import type { ChromiumPerson } from "../browser/chromium_person.ts";
import { NetworkScene } from "../network/network_test_case.ts";
import { createMedia, type Size } from "./media.ts";
import { PlainRinging } from "./plain_ringing.ts";
import type { Subject } from "./quality_scene.ts";
import { STOPWATCH, type Times } from "./stopwatch.ts";

/** One way between a home and everybody else, in milliseconds; twice that between the homes. */
const HOP_MS = 25;
/** How long after the press the width of the picture is looked at. */
const LATER_MS = 3_000;

/** The camera as it is. */
const SCRIPT = `globalThis.hasWholeCamera = true; ${STOPWATCH}`;

type Ends = readonly [caller: ChromiumPerson, callee: ChromiumPerson];

export class StartScene implements AsyncDisposable {
  readonly #scene: NetworkScene;
  readonly #delays: readonly Disposable[];
  readonly #ours: Ends;
  readonly #plain: { readonly ends: Ends; readonly ringing: PlainRinging };

  private constructor(
    scene: NetworkScene,
    delays: readonly Disposable[],
    ours: Ends,
    plain: { readonly ends: Ends; readonly ringing: PlainRinging },
  ) {
    this.#scene = scene;
    this.#delays = delays;
    this.#ours = ours;
    this.#plain = plain;
  }

  /** Opens a page of each kind in each home. */
  static async create(size: Size = "whole"): Promise<StartScene> {
    const scene = await NetworkScene.create({ nats: { a: "cone", b: "cone" }, hasRelay: false });
    const args = await createMedia(scene.lab.folder, size);
    const open = async (path: string) =>
      [await scene.open("a", SCRIPT, { args, path }), await scene.open("b", SCRIPT, { args, path })] as const;
    const [ours, plainEnds] = [await open("/"), await open("/nothing")];
    const ringing = await PlainRinging.open(...plainEnds);
    const delays = await Promise.all(
      (["a", "b"] as const).map((home) => scene.lab.delay(home, { ms: HOP_MS, jitterMs: 0 })),
    );
    return new StartScene(scene, delays, ours, { ends: plainEnds, ringing });
  }

  /** Has both kinds talk once: caches are warm then, and only who is known has an answer made while it rings. */
  async warm(): Promise<void> {
    for (const subject of ["plain", "ours"] as const) await this.time(subject);
  }

  /** Rings, accepts, and tells what both ends saw. */
  async time(subject: Subject): Promise<readonly [caller: Times, callee: Times]> {
    const ends = subject === "plain" ? this.#plain.ends : this.#ours;
    const [caller, callee] = ends;
    if (subject === "plain") await this.#plain.ringing.ring();
    else await this.#ring();
    await Promise.all(ends.map((person) => person.evaluate("stopwatch.arm()")));
    await callee.page.getByRole("button", { name: "Accept", exact: true }).click();
    await Promise.all(ends.map((person) => person.waitUntil("stopwatch.times.painted && stopwatch.times.sound")));
    await callee.evaluate(`new Promise((resolve) => setTimeout(resolve,
      stopwatch.times.pressed + ${LATER_MS} - performance.timeOrigin - performance.now()))`);
    const times = await Promise.all([caller, callee].map((person) => person.evaluate<Times>("stopwatch.read()")));
    if (subject === "plain") await this.#plain.ringing.hangUp();
    else await this.#hangUp();
    return times as unknown as readonly [Times, Times];
  }

  async #ring(): Promise<void> {
    const [caller, callee] = this.#ours;
    await caller.call(await callee.readId());
    await callee.seeRinging();
    await caller.see("Ringing");
    await caller.waitUntil("instruments.connections.at(-1)?.iceGatheringState === 'complete'");
  }

  async #hangUp(): Promise<void> {
    const [caller] = this.#ours;
    await caller.press("Hang up");
    await Promise.all(this.#ours.map((person) => person.press("Back")));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const delay of this.#delays) delay[Symbol.dispose]();
    await this.#scene[Symbol.asyncDispose]();
  }
}
