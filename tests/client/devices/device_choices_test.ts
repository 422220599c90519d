/**
 * What becomes of a choice as devices come and go: kept by name, opened when it falls on another, given up for one that
 * works, and taken up again by itself.
 */

import { assertEquals } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import type { ListedDevice } from "../../../client/devices/choosing.ts";
import { AGAIN_MS, DeviceChoices, type DeviceView } from "../../../client/devices/device_choices.ts";
import type { DeviceWatch } from "../../../client/media/media.ts";
import { KeptWorld } from "../../doubles/kept_world.ts";

function listed(kind: MediaDeviceKind, label: string, deviceId = label.toLowerCase()): ListedDevice {
  return { kind, label, deviceId, groupId: label };
}

const [DESK, HEADSET] = [listed("audioinput", "Desk"), listed("audioinput", "Headset")];
const [FRONT, BACK] = [listed("videoinput", "Front"), listed("videoinput", "Back")];
const [SPEAKER, EARS] = [listed("audiooutput", "Speaker"), listed("audiooutput", "Ears")];

/** A page in which `Media` opens what it is asked for, unless another program has it. */
class Page {
  readonly clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout"] });
  readonly kept = new KeptWorld();
  devices: readonly ListedDevice[] = [DESK, HEADSET, FRONT, BACK, SPEAKER, EARS];
  readonly taken = new Set<string>();
  readonly wished: string[] = [];
  /** With each of these, whether the browser may ask the person for it. */
  readonly asked: boolean[] = [];
  facingMode = "";
  speaker = "";
  view: DeviceView | null = null;
  #listen = () => {};
  readonly media = {
    watch: null as DeviceWatch | null,
    tracks: { microphone: null, camera: null } as Record<"microphone" | "camera", MediaStreamTrack | null>,
    wish: (source: "microphone" | "camera", wish: unknown, how: { isBeside?: boolean; isAsked?: boolean } = {}) => {
      const { deviceId = null, facingMode } = (wish ?? {}) as { deviceId?: string; facingMode?: string };
      this.wished.push(`${source} ${deviceId ?? facingMode ?? "system"}${how.isBeside === false ? " alone" : ""}`);
      this.asked.push(how.isAsked === true);
      this.#open(source, deviceId);
    },
  };
  choices!: DeviceChoices;

  async open(): Promise<void> {
    const store = this.kept.openTab();
    await store.load();
    this.choices = new DeviceChoices({
      media: this.media as never,
      mediaDevices: { listen: (act) => void (this.#listen = act), list: () => Promise.resolve(this.devices) },
      canChooseSpeaker: true,
      show: (view) => this.view = view,
      useSpeaker: (deviceId) => this.speaker = deviceId,
      store,
    });
    await this.kept.settle();
  }

  /** What the microphone or camera in use is called. */
  use(source: "microphone" | "camera", label: string): void {
    this.media.tracks[source] = { label, getSettings: () => ({ facingMode: this.facingMode }) } as never;
    this.choices.handleMedia({ stream: {} as MediaStream });
  }

  async plug(...devices: ListedDevice[]): Promise<void> {
    this.devices = devices;
    this.#listen();
    await this.kept.settle();
  }

  get said(): string | null {
    const notice = this.view?.notice ?? null;
    return notice && `${notice.type} ${notice.label}`;
  }

  #open(source: "microphone" | "camera", deviceId: string | null): void {
    const kind = source === "camera" ? "videoinput" : "audioinput";
    const found = this.devices.find((each) => each.kind === kind && (deviceId === null || each.deviceId === deviceId));
    if (found === undefined) return this.choices.failed(source, "not-found");
    if (this.taken.has(found.label)) return this.choices.failed(source, "in-use");
    this.use(source, found.label);
  }

  [Symbol.dispose](): void {
    this.kept[Symbol.dispose]();
    this.clock.uninstall();
  }
}

async function openPage(): Promise<Page> {
  const page = new Page();
  await page.open();
  page.use("microphone", "Desk");
  page.use("camera", "Front");
  return page;
}

Deno.test("DeviceChoices lists what there is, and leaves all to the system at first", async () => {
  using page = await openPage();
  assertEquals(page.view?.lists.microphone.map(({ label }) => label), ["Desk", "Headset"]);
  assertEquals(page.view?.chosen, { camera: "", microphone: "", speaker: "" });
  assertEquals([page.wished, page.said], [[], null]);
});

Deno.test("DeviceChoices.choose() uses the device, says so, and has it again on another visit, under another ID", async () => {
  using page = await openPage();
  page.choices.choose("microphone", "headset");
  page.choices.choose("speaker", "ears");
  assertEquals([page.wished, page.speaker], [["microphone headset"], "ears"]);
  assertEquals(page.view?.chosen, { camera: "", microphone: "headset", speaker: "ears" });
  assertEquals(page.said, "chosen Ears");
  await page.kept.settle();
  page.wished.length = 0;
  page.devices = [DESK, { ...HEADSET, deviceId: "new" }, FRONT];
  await page.open();
  assertEquals([page.wished, page.view?.chosen.microphone], [["microphone new"], "new"]);
});

Deno.test("DeviceChoices goes on with another when the chosen one is gone, and comes back to it, and says both", async () => {
  using page = await openPage();
  page.choices.choose("microphone", "headset");
  await page.plug(DESK, FRONT, SPEAKER);
  assertEquals([page.wished.at(-1), page.said], ["microphone system", "lost Desk"]);
  await page.plug(DESK, HEADSET, FRONT, SPEAKER);
  assertEquals([page.wished.at(-1), page.said], ["microphone headset", "back Headset"]);
  assertEquals(page.asked, [true, false, true], "What the person has chosen and the browser has given");
});

Deno.test("DeviceChoices follows the system's microphone, and has a speaker that is gone give way", async () => {
  using page = await openPage();
  page.choices.choose("speaker", "ears");
  await page.plug(HEADSET, DESK, FRONT, SPEAKER);
  assertEquals([page.wished, page.speaker], [["microphone system"], ""]);
  assertEquals(page.said, "lost Speaker", "Speakers come last");
  await page.kept.settle();
});

Deno.test("DeviceChoices says that a chosen device is in use elsewhere, goes on, and takes it up by itself", async () => {
  using page = await openPage();
  page.taken.add("Headset");
  page.choices.choose("microphone", "headset");
  assertEquals([page.wished, page.said], [["microphone headset", "microphone system"], "refused Headset"]);
  await page.clock.tickAsync(AGAIN_MS);
  assertEquals(page.wished.slice(2), ["microphone headset", "microphone system"], "It is still taken");
  page.taken.clear();
  await page.clock.tickAsync(AGAIN_MS);
  assertEquals([page.wished.slice(4), page.said], [["microphone headset"], "back Headset"]);
  await page.kept.settle();
});

Deno.test("DeviceChoices tries a device again that another program had when the call began", async () => {
  using page = new Page();
  await page.open();
  page.taken.add("Front");
  page.choices.failed("camera", "in-use");
  assertEquals(page.wished, []);
  page.taken.clear();
  await page.clock.tickAsync(AGAIN_MS);
  assertEquals(page.wished.filter((wish) => wish.startsWith("camera")), ["camera system"]);
});

Deno.test("DeviceChoices.turnCamera() shows the other side of a phone, one camera at a time, until a device is chosen", async () => {
  using page = await openPage();
  assertEquals(page.view?.canTurnCamera, false, "No phone");
  page.facingMode = "user";
  page.use("camera", "Front");
  assertEquals(page.view?.canTurnCamera, true);
  page.choices.turnCamera();
  assertEquals(page.wished, ["camera environment alone"]);
  page.facingMode = "environment";
  page.choices.turnCamera();
  assertEquals(page.wished.at(-1), "camera user alone");
  page.choices.choose("camera", "back");
  assertEquals(page.wished.at(-1), "camera back alone");
  await page.kept.settle();
});
