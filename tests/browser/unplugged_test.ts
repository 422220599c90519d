/**
 * Microphones that are pulled out and plugged in during a call, with a real sound server and no fake device: another is
 * in use within seconds, and each end says what is so meanwhile. The one that the person has chosen comes back by itself.
 */

import { assert, assertEquals } from "@std/assert";
import { PULSE_PROGRAMS, PulseAudio } from "../doubles/pulse_audio.ts";
import { browserTest, type Scene } from "./browser_test_case.ts";
import { ChromiumPerson, WITHOUT_DEVICES } from "./chromium_person.ts";
import { connect, type Person } from "./person.ts";

/** From the moment on that a microphone is gone or there, in milliseconds. */
const BACK_MS_MAX = 3_000;
const LIVE = "instruments.tracks.filter(({ kind, readyState }) => kind === 'audio' && readyState === 'live')";
const ENERGY = "instruments.readMedia().then(({ audioEnergy }) => audioEnergy)";

const BROWSERS: Record<string, (scene: Scene, env: Record<string, string>) => Promise<Person>> = {
  Chromium: (scene, env) => scene.open({ args: [WITHOUT_DEVICES], env }),
  Firefox: (scene, env) => scene.openFirefox(undefined, { env }),
};

/** Waits until another microphone than before is heard at the other end; tells how long that took, in milliseconds. */
async function untilHeard(speaker: Person, listener: Person, change: () => Promise<void>): Promise<number> {
  await speaker.evaluate("void (instruments.before = instruments.tracks.length)");
  const changedAt = performance.now();
  await change();
  await speaker.waitUntil(`${LIVE}.some((track) => instruments.tracks.indexOf(track) >= instruments.before)`);
  const energy = await listener.evaluate<number>(ENERGY);
  await listener.waitUntil(`${ENERGY.slice(0, -1)} > ${energy})`);
  return Math.round(performance.now() - changedAt);
}

async function choose(person: ChromiumPerson, label: string): Promise<void> {
  await person.press("More");
  await person.press("Camera and sound");
  await person.page.getByRole("combobox", { name: "Microphone", exact: true }).selectOption({ label });
  await person.see(`Now using ${label}.`);
  await person.press("Close camera and sound");
}

for (const [name, open] of Object.entries(BROWSERS)) {
  browserTest(
    `A microphone that is unplugged in a call is replaced by another: ${name}`,
    async (scene) => {
      await using pulse = await PulseAudio.start();
      await pulse.plug("first", { hertz: 440 });
      await pulse.plug("second", { hertz: 660 });
      const [speaker, listener] = [await open(scene, pulse.env), await scene.open()];
      await connect(speaker, listener);
      await listener.waitUntil(`${ENERGY.slice(0, -1)} > 0)`);
      assertEquals(await speaker.evaluate(`${LIVE}.length`), 1);
      const chosen = name === "Firefox" ? "second" : "first";
      if (speaker instanceof ChromiumPerson) await choose(speaker, chosen);

      const anotherMs = await untilHeard(speaker, listener, () => pulse.unplug(chosen));
      await listener.page.getByText("is muted").waitFor({ state: "detached" });

      console.log(`${name}: heard again ${anotherMs} ms after the unplugging`);
      assert(anotherMs <= BACK_MS_MAX, `${anotherMs}`);
      if (name === "Firefox") return; // It takes what goes to the speakers for microphones, of which there are always some.

      await speaker.see("Your device was disconnected. Now using");
      const backMs = await untilHeard(speaker, listener, () => pulse.plug("first", { hertz: 440 }));
      await speaker.see("first is back and in use again.");
      console.log(`${name}: the chosen one is heard ${backMs} ms after it came back`);
      assert(backMs <= BACK_MS_MAX, `${backMs}`);
      assertEquals(await speaker.evaluate(`${LIVE}.map(({ label }) => label)`), ["first"]);

      await pulse.unplug("second");
      await pulse.unplug("first");
      await speaker.see("No camera or microphone found. Others can’t see or hear you.");
      await listener.page.getByText("is muted").waitFor();
      assertEquals(await speaker.evaluate(`instruments.findButton("Unmute") !== undefined`), true);

      const laterMs = await untilHeard(speaker, listener, async () => {
        await pulse.plug("third", { hertz: 880 });
        await speaker.evaluate(`void instruments.findButton("Unmute")?.click()`);
      });
      await listener.page.getByText("is muted").waitFor({ state: "detached" });
      await speaker.waitUntil(`instruments.findButton("Mute") !== undefined`);
      console.log(`${name}: heard ${laterMs} ms after another came`);
      assert(laterMs <= BACK_MS_MAX, `${laterMs}`);
    },
    { ...PULSE_PROGRAMS, "firefox-esr": "firefox-esr" },
  );
}
