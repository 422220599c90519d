/** What two ends tell each other of how large they see each other's picture, and that each sends no more. */

import { assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { FEATURES } from "../../../../client/features/registry.ts";
import { CALL_ID, carry, FeatureEnd, settle } from "../../../doubles/feature_end.ts";

const ENTRIES = FEATURES.filter(({ name }) => name === "sight");

/** A picture on the screen, by its size there and of what it shows. */
type Picture = {
  readonly width: number;
  readonly height: number;
  readonly videoWidth: number;
  readonly videoHeight: number;
};

/** As much of a page as the feature looks at. */
class Page extends EventTarget {
  visibilityState = "visible";
  pictureInPictureElement: unknown = null;
  pictures: Picture[] = [];
  /** A small window that pages fill. */
  small: Page | null = null;

  querySelectorAll() {
    return this.pictures.map(({ videoWidth, videoHeight, ...box }) => ({
      ...{ videoWidth, videoHeight, ownerDocument: this },
      matches: () => true,
      getBoundingClientRect: () => box,
    }));
  }

  hide(isHidden: boolean): void {
    this.visibilityState = isHidden ? "hidden" : "visible";
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

type World = {
  readonly page: Page;
  readonly clock: FakeTimers.Clock;
  readonly kim: FeatureEnd;
  readonly sam: FeatureEnd;
};

/** Sam sees Kim by this page; both ends run in it, so only what Sam's says is carried. */
async function play(run: (world: World) => Promise<void> | void): Promise<void> {
  const page = new Page();
  const before = ["document", "devicePixelRatio", "documentPictureInPicture"].map((name) =>
    [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const
  );
  Object.defineProperty(globalThis, "document", { configurable: true, value: page });
  Object.defineProperty(globalThis, "devicePixelRatio", { configurable: true, writable: true, value: 1 });
  Object.defineProperty(globalThis, "documentPictureInPicture", {
    configurable: true,
    get: () => ({ window: page.small && { document: page.small } }),
  });
  await ENTRIES[0]?.load(); // Before the clock stands still.
  const clock = FakeTimers.install();
  const { caller: kim, callee: sam } = FeatureEnd.createPair(ENTRIES);
  try {
    for (const end of [kim, sam]) end.features.open(CALL_ID);
    await settle();
    await run({ page, clock, kim, sam });
  } finally {
    for (const end of [kim, sam]) end.features.close(CALL_ID);
    const timers = clock.countTimers();
    clock.uninstall();
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
    assertEquals(timers, 0, "It looks no more once the call is over");
  }
}

/** What Sam has said of lines, in order. */
function toldBy(end: FeatureEnd): unknown[] {
  return end.sent.map(({ message }) => (message as unknown as { body: { lines: unknown } }).body.lines);
}

Deno.test("A page that nobody looks at wants no picture, and one that is looked at again does at once", () =>
  play(async ({ page, kim, sam }) => {
    assertEquals(toldBy(sam), [], "All is wanted before anything is said");
    page.hide(true);
    assertEquals(sam.sent.every(({ isLatest }) => isLatest), true);
    carry(sam, kim);
    await settle();
    assertEquals(kim.needed, [0]);
    page.hide(false);
    carry(sam, kim);
    await settle();
    assertEquals(kim.needed, [0, null]);
  }));

Deno.test("A small picture wants few lines, by its shorter side and the screen's dots, and says so when that changes", () =>
  play(({ page, clock, sam }) => {
    const show = (width: number, height: number, [videoWidth, videoHeight] = [1280, 720]) => {
      page.pictures = [{ width, height, videoWidth: videoWidth ?? 0, videoHeight: videoHeight ?? 0 }];
      clock.tick(1_000);
    };
    show(300, 170);
    show(310, 172);
    assertEquals(toldBy(sam), [180]);
    show(390, 844);
    assertEquals(toldBy(sam), [180, null], "It fills a tall screen");
    show(390, 844, [720, 1280]);
    assertEquals(toldBy(sam), [180, null, 540], "A tall picture in it needs no more than its width");
    Object.assign(globalThis, { devicePixelRatio: 3 });
    show(300, 170);
    assertEquals(toldBy(sam).at(-1), 540);
    page.pictures = [];
    clock.tick(1_000);
    assertEquals(toldBy(sam).at(-1), null, "The first picture is whole");
  }));

Deno.test("A picture in a small window above others is seen though its page is hidden", () =>
  play(({ page, clock, sam }) => {
    page.small = new Page();
    page.small.pictures = [{ width: 320, height: 180, videoWidth: 1280, videoHeight: 720 }];
    page.hide(true);
    assertEquals(toldBy(sam), [180]);
    page.small = null;
    clock.tick(1_000);
    assertEquals(toldBy(sam), [180, 0]);
    page.pictureInPictureElement = {};
    clock.tick(1_000);
    assertEquals(toldBy(sam), [180, 0, null]);
  }));

Deno.test("What the other end says that makes no sense limits nothing, and the end of the call lifts the limit", () =>
  play(async ({ kim }) => {
    for (const body of [{}, { lines: -1 }, { lines: "0" }, { lines: 1.5 }, null, []]) {
      kim.features.receive(CALL_ID, "sight", body);
    }
    await settle();
    assertEquals(kim.needed, []);
    kim.features.receive(CALL_ID, "sight", { lines: 360 });
    await settle();
    kim.features.close(CALL_ID);
    assertEquals(kim.needed, [360, null]);
  }));
