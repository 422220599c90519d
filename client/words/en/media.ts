/** What is wrong with the own camera and microphone, what that means for the call, and what to do; in English. */

import type { LongTrouble } from "../../media/local_media.ts";

/** What a sentence is about; `both` when camera and microphone have the same trouble. */
export type Device = "camera" | "microphone" | "both";

export type MediaWords = Readonly<Record<LongTrouble, Readonly<Record<Device, string>>>>;

export const media: MediaWords = {
  "asked": {
    camera: "Your browser is asking for your camera. Others can’t see you. Choose Allow at the top of the window.",
    microphone: "Your browser is asking for your microphone. Others can’t hear you. " +
      "Choose Allow at the top of the window.",
    both: "Your browser is asking for your camera and microphone. Others can’t see or hear you. " +
      "Choose Allow at the top of the window.",
  },
  "silenced": {
    camera: "Your system has turned your camera off. Others can’t see you. " +
      "Close whatever else is using it, or press the switch on the device.",
    microphone: "Your system has turned your microphone off. Others can’t hear you. " +
      "Close whatever else is using it, or press the switch on the device.",
    both: "Your system has turned your camera and microphone off. Others can’t see or hear you. " +
      "Close whatever else is using them, or press the switch on the device.",
  },
  "denied": {
    camera: "Your camera is blocked for this page. Others can’t see you. " +
      "Allow it next to the page’s address, then press its button.",
    microphone: "Your microphone is blocked for this page. Others can’t hear you. " +
      "Allow it next to the page’s address, then press its button.",
    both: "Your camera and microphone are blocked for this page. Others can’t see or hear you. " +
      "Allow them next to the page’s address, then press their buttons.",
  },
  "not-found": {
    camera: "No camera found. Others can’t see you. Plug one in, and it will be used right away.",
    microphone: "No microphone found. Others can’t hear you. Plug one in, and it will be used right away.",
    both: "No camera or microphone found. Others can’t see or hear you. Plug one in, and it will be used right away.",
  },
  "in-use": {
    camera: "Another program is using your camera. Others can’t see you. Close that program, then press its button.",
    microphone: "Another program is using your microphone. Others can’t hear you. " +
      "Close that program, then press its button.",
    both: "Another program is using your camera and microphone. Others can’t see or hear you. " +
      "Close that program, then press their buttons.",
  },
  "insecure": {
    camera: "Browsers allow the camera only on HTTPS pages. Others can’t see you. " +
      "Open this page at its https:// address.",
    microphone: "Browsers allow the microphone only on HTTPS pages. Others can’t hear you. " +
      "Open this page at its https:// address.",
    both: "Browsers allow camera and microphone only on HTTPS pages. Others can’t see or hear you. " +
      "Open this page at its https:// address.",
  },
  "failed": {
    camera: "Your camera didn’t start. Others can’t see you. Unplug it and plug it in again, then press its button.",
    microphone: "Your microphone didn’t start. Others can’t hear you. " +
      "Unplug it and plug it in again, then press its button.",
    both: "Your camera and microphone didn’t start. Others can’t see or hear you. " +
      "Unplug them and plug them in again, then press their buttons.",
  },
};
