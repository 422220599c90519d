/** Joins what chooses among several devices to the devices themselves. Part of the composition root. */

import { attempt } from "./bounds/attempt.ts";
import type { DeviceChoices } from "./devices/device_choices.ts";
import type { Media } from "./media/media.ts";
import { deviceView, localMedia, speakerId } from "./model/state.ts";

/** Loads what chooses among devices, and hands it out once it is there. */
export function chooseDevices(media: Media): () => DeviceChoices | null {
  let devices: DeviceChoices | null = null;
  attempt("load what chooses devices", async () => {
    const { DeviceChoices } = await import("./devices/device_choices.ts");
    const choices = devices = new DeviceChoices({
      media,
      mediaDevices: {
        listen: (act) => navigator.mediaDevices?.addEventListener("devicechange", act),
        list: async () => await navigator.mediaDevices?.enumerateDevices() ?? [],
      },
      canChooseSpeaker: "setSinkId" in HTMLMediaElement.prototype,
      show: (view) => deviceView.value = view,
      useSpeaker: (deviceId) => speakerId.value = deviceId,
    });
    localMedia.subscribe((state) => attempt("note the devices", () => choices.handleMedia(state)));
  });
  return () => devices;
}
