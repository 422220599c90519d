/** Two people and the server between them, which can be ended at any message of theirs, for tests of what calls survive. */

import { assert } from "@std/assert";
import type { Scene } from "../browser/browser_test_case.ts";
import type { ChromiumPerson } from "../browser/chromium_person.ts";
import { ChaosProxy, type Direction, DIRECTIONS } from "../doubles/chaos_proxy.ts";
import { parseMessage } from "../../signaling/any_message.ts";

/**
 * The promise: a call whose server died is where it would be without that, this soon after the server is back, in
 * milliseconds. To it comes what the same takes on this machine without a fault.
 */
const COMPLETED_MS_MAX = 5_000;

/** Pictures enough to see a call stand; the fewer, the more of the processor is left for what is measured. */
const FEW_PICTURES = "--use-fake-device-for-media-stream=fps=5";

export type Signal = "SIGKILL" | "SIGTERM";
export type MessageType = NonNullable<ReturnType<typeof parseMessage>>["type"];

/** The server dies as the message is on its way to it (`up`) or from it (`down`), and the message with it. */
export type Moment = { readonly type: MessageType; readonly direction: Direction };

export function momentsOf(type: MessageType): Moment[] {
  return DIRECTIONS.map((direction) => ({ type, direction }));
}

/** Two people whose pages reach the server by a proxy that shows what they say. */
export class Line implements AsyncDisposable {
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
    let hasCome = false;
    const returnedAtMs = this.#killAt(moment, signal, () => hasCome = true).then(async () => {
      await this.scene.restartServer();
      return performance.now();
    });
    await Promise.race([play(), returnedAtMs.then(() => new Promise<never>(() => {}))]);
    const completedAtMs = performance.now();
    if (!hasCome) throw new Error(`It was over before ${moment.type} went ${moment.direction}`);
    return completedAtMs - await returnedAtMs;
  }

  /** @param onMoment called before the server is ended, which may take it longer than what is left of the call needs */
  #killAt({ type, direction }: Moment, signal: Signal, onMoment: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#proxy.inspect = async (text, way) => {
        if (way !== direction || parseMessage(text)?.type !== type) return;
        this.#proxy.inspect = () => {};
        onMoment();
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
        if (way === "down" && parseMessage(text)?.type === "registered" && --left === 0) resolve();
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
export function report(what: string, elapsedMs: number, quietMs: number, msMax = COMPLETED_MS_MAX): void {
  console.log(
    `${what} ${Math.round(elapsedMs)} ms after the server's return; ${Math.round(quietMs)} ms without a fault`,
  );
  assert(elapsedMs < msMax + quietMs, `${what} only ${elapsedMs} ms after the server's return`);
}

export async function measure(body: () => Promise<unknown>): Promise<number> {
  const startedAtMs = performance.now();
  await body();
  return performance.now() - startedAtMs;
}
