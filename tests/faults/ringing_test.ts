/**
 * A call whose server dies at any step of setting it up: it connects, or ends for both, by itself. One line, and so one
 * pair of pages, carries them all. With LONG=1 each signal ends the server at each step; in short a few steps stand for
 * all, before it rings, while it rings, as the answer passes and after, and the signals take turns.
 */

import { browserTest } from "../browser/browser_test_case.ts";
import { Line, measure, type Moment, momentsOf, report, type Signal } from "./line.ts";

const IS_LONG = Deno.env.get("LONG") === "1";

const TYPES = [
  "video-offer-request",
  "ringing",
  "video-offer-response",
  "call-claimed",
  "ack",
] as const; // Not ice-candidate: the answer's own candidates may connect the two before one has gone.
const SETTING_UP = TYPES.flatMap(momentsOf);
const SIGNALS = ["SIGKILL", "SIGTERM"] as const;
const STEPS: readonly (readonly [Moment, Signal])[] = IS_LONG
  ? SIGNALS.flatMap((signal) => SETTING_UP.map((moment) => [moment, signal] as const))
  : SETTING_UP.filter((_, index) => index % 3 === 0).map((moment, turn) => [moment, SIGNALS[turn % 2] ?? "SIGKILL"]);

async function playSettingUp(line: Line, quietMs: number): Promise<void> {
  for (const [moment, signal] of STEPS) {
    const elapsedMs = await line.measureCompletion(moment, signal, () => line.connect());
    report(`${signal}, ${moment.type} ${moment.direction}: connected`, elapsedMs, quietMs);
    await line.hangUp();
  }
}

async function playAway(line: Line, quietMs: number): Promise<void> {
  const { callee, scene } = line;
  await scene.server.kill("SIGKILL");
  await line.call();
  await scene.restartServer();
  report("called without a server: rings", await measure(() => callee.seeRinging()), quietMs);

  await scene.server.kill("SIGKILL");
  await callee.press("Accept");
  await scene.restartServer();
  report("accepted without a server: connected", await measure(() => line.see("Connected with")), quietMs);
  await line.hangUp();
}

/** Somebody known may ring again and again, and leaves a screen when they give up; a stranger does neither. */
async function playEndings(line: Line): Promise<void> {
  const { caller, callee } = line;
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
  for (const [turn, [what, type, play]] of endings.entries()) {
    const quietMs = await measure(play);
    await line.goBack();
    for (const moment of momentsOf(type).filter((_, index) => IS_LONG || index === turn)) {
      const elapsedMs = await line.measureCompletion(moment, "SIGKILL", play);
      report(`${what}, ${type} ${moment.direction}: over for both`, elapsedMs, quietMs);
      await line.goBack();
    }
  }
}

browserTest(
  "A call connects by itself when SIGKILL or SIGTERM ends the server at any step of setting it up, " +
    "whoever calls or accepts while it is away is heard when it is back, " +
    "and a call that is declined or taken back as it dies ends for both",
  async (scene) => {
    await using line = await Line.open(scene);
    const quietMs = await measure(() => line.connect());
    await line.hangUp();
    await playSettingUp(line, quietMs);
    await playAway(line, quietMs);
    await playEndings(line);
  },
);
