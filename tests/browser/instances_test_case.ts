/** Pages on instances of their own choice, for tests of several servers as one service. */

import { parseMessage } from "../../signaling/any_message.ts";
import { ChaosProxy } from "../doubles/chaos_proxy.ts";
import { Instances } from "../doubles/instances.ts";
import { REDIS } from "../doubles/redis_server.ts";
import { browserTest, type Scene, type Step } from "./browser_test_case.ts";
import type { ChromiumPerson } from "./chromium_person.ts";

export const FEW_PICTURES = ["--use-fake-device-for-media-stream=fps=5"];

type MessageType = NonNullable<ReturnType<typeof parseMessage>>["type"];

/** A page whose way to the service leads to one instance as long as that lives, and then to another. */
export class Place implements AsyncDisposable {
  readonly proxy: ChaosProxy;
  readonly person: ChromiumPerson;

  private constructor(proxy: ChaosProxy, person: ChromiumPerson) {
    this.proxy = proxy;
    this.person = person;
  }

  /** `first` is the instance that is tried first. */
  static async open(scene: Scene, all: Instances, first: number): Promise<Place> {
    const ports = all.servers.map(({ port }) => port);
    const targetPort = [...ports.slice(first), ...ports.slice(0, first)];
    const proxy = new ChaosProxy({ targetPort, inspect: () => {}, isRoundRobin: false });
    return new Place(proxy, await scene.open({ origin: proxy.origin, args: FEW_PICTURES }));
  }

  /** Resolves when the page has sent or been sent a message of this type, and holds that message up meanwhile. */
  catch(step: MessageType, then: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.proxy.inspect = async (text, direction) => {
        if (direction !== "up" || parseMessage(text)?.type !== step) return;
        this.proxy.inspect = () => {};
        await then().then(resolve, reject);
        this.proxy.cut();
      };
    });
  }

  /** Resolves when the page is registered anew. */
  waitForRegistration(): Promise<void> {
    return new Promise((resolve) => {
      this.proxy.inspect = (text, direction) => {
        if (direction === "down" && parseMessage(text)?.type === "registered") resolve();
      };
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.proxy[Symbol.asyncDispose]();
  }
}

/** Registers a test with a scene and so many instances. */
export function instancesTest(
  name: string,
  count: number,
  run: (scene: Scene, all: Instances, step: Step) => Promise<void>,
): void {
  browserTest(name, async (scene, step) => {
    await using all = await Instances.start(count, { DRAIN_SECONDS: "3" });
    await run(scene, all, step);
  }, REDIS);
}

export async function hangUp(caller: ChromiumPerson, callee: ChromiumPerson): Promise<void> {
  await caller.press("Hang up");
  await Promise.all([caller, callee].map((person) => person.press("Back")));
}
