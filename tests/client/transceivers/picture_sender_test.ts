/** How a picture is sent: within its limits, whole when it is asked for, one setting after another. */

import { assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { NO_LIMITS, PictureSender } from "../../../client/transceivers/picture_sender.ts";
import { settle } from "../../doubles/connection_world.ts";

type Encoding = Partial<RTCRtpEncodingParameters>;

async function play(
  run: (world: { sender: PictureSender; set: [Encoding, boolean][]; clock: FakeTimers.Clock }) => Promise<void>,
) {
  const clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout"] });
  const set: [Encoding, boolean][] = [];
  let encodings: Encoding[] = [{}];
  const browser = {
    track: {},
    getParameters: () => ({ encodings: structuredClone(encodings) }),
    setParameters: (
      parameters: { encodings: Encoding[] },
      options: { encodingOptions: { keyFrame: boolean }[] },
    ): Promise<void> => {
      encodings = parameters.encodings;
      set.push([structuredClone(encodings[0] ?? {}), options.encodingOptions[0]?.keyFrame ?? false]);
      return Promise.resolve();
    },
  };
  const errors: unknown[] = [];
  try {
    await run({
      sender: new PictureSender({ sender: () => browser as never, error: (error) => errors.push(error) }),
      set,
      clock,
    });
    assertEquals(errors, []);
  } finally {
    clock.uninstall();
  }
}

Deno.test("A picture is sent within its limits, and as the camera gives it once there are none", () =>
  play(async ({ sender, set }) => {
    sender.limit({ scaleResolutionDownBy: 2, maxFramerate: 20, maxBitrate: 90_000, active: true });
    await settle();
    sender.limit(NO_LIMITS);
    await settle();
    assertEquals(set, [
      [{ scaleResolutionDownBy: 2, active: true, maxFramerate: 20, maxBitrate: 90_000 }, false],
      [{ scaleResolutionDownBy: 1, active: true }, false],
    ]);
  }));

Deno.test("A whole picture is small for a moment, and no larger than its limits then", () =>
  play(async ({ sender, set, clock }) => {
    sender.limit({ scaleResolutionDownBy: 2, active: true });
    await settle();
    sender.request();
    await settle();
    clock.tick(1_500);
    await settle();
    assertEquals(set.map(([{ scaleResolutionDownBy }, isWhole]) => [scaleResolutionDownBy, isWhole]), [
      [2, false],
      [4, true],
      [2, false],
    ]);
    sender.limit({ scaleResolutionDownBy: 8, active: true });
    clock.tick(1_000);
    sender.request();
    await settle();
    assertEquals(set.at(-1), [{ scaleResolutionDownBy: 8, active: true }, true]);
  }));

Deno.test("A picture that was not sent begins whole, and one that was goes on", () =>
  play(async ({ sender, set }) => {
    for (const active of [true, false, false, true]) {
      sender.limit({ scaleResolutionDownBy: 1, active });
      await settle();
    }
    assertEquals(set.map(([{ active }, isWhole]) => [active, isWhole]), [
      [true, false],
      [false, false],
      [false, false],
      [true, true],
    ]);
  }));

Deno.test("Limits that come while others are being set follow once, the latest, and lose no whole picture", () =>
  play(async ({ sender, set }) => {
    sender.limit({ scaleResolutionDownBy: 2, active: true });
    sender.request();
    sender.limit({ scaleResolutionDownBy: 3, active: true });
    sender.limit({ scaleResolutionDownBy: 5, active: true });
    await settle();
    assertEquals(set.map(([{ scaleResolutionDownBy }, isWhole]) => [scaleResolutionDownBy, isWhole]), [
      [2, false],
      [5, true],
    ]);
    sender.close();
  }));
