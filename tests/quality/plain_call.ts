/**
 * A call as bare as WebRTC allows, to measure ours beside: the same browsers and media, and nothing but what every
 * example does. Its pages are of the same server, without a script of ours; the test carries their descriptions.
 */

import type { ChromiumPerson } from "../browser/chromium_person.ts";
import { STUN_URL } from "../network/network_test_case.ts";

const OPEN = `(async () => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 1280, height: 720 } });
  const pc = globalThis.plainCall = new RTCPeerConnection({
    iceServers: [{ urls: "${STUN_URL}" }], bundlePolicy: "max-bundle",
  });
  const show = (kind, stream, style) => {
    const element = document.createElement(kind);
    element.autoplay = element.playsInline = true;
    element.srcObject = stream;
    // As large as ours: a browser without a graphics card works for each dot that it scales.
    Object.assign(element.style, { position: "fixed", objectFit: "cover", ...style });
    document.body.append(element);
    return element;
  };
  pc.ontrack = ({ track }) => show(track.kind, new MediaStream([track]), { inset: 0, width: "100%", height: "100%" });
  show("video", stream, { right: 0, bottom: 0, width: "17%", height: "20%", transform: "scaleX(-1)", zIndex: 1 }).muted = true;
  globalThis.gathered = new Promise((resolve) => {
    pc.onicegatheringstatechange = () => pc.iceGatheringState === "complete" && resolve();
  });
  for (const track of stream.getTracks()) pc.addTrack(track, stream);
})()`;

const DESCRIBE = `(async () => {
  await plainCall.setLocalDescription();
  await gathered;
  return plainCall.localDescription.toJSON();
})()`;

function take(description: unknown): string {
  return `plainCall.setRemoteDescription(${JSON.stringify(description)})`;
}

/** Connects two pages that run no script of ours; resolves when both ends are connected. */
export async function connectPlainly(caller: ChromiumPerson, callee: ChromiumPerson): Promise<void> {
  await Promise.all([caller, callee].map((person) => person.evaluate(OPEN)));
  await callee.evaluate(take(await caller.evaluate(DESCRIBE)));
  await caller.evaluate(take(await callee.evaluate(DESCRIBE)));
  await Promise.all(
    [caller, callee].map((person) => person.waitUntil("plainCall.connectionState === 'connected'")),
  );
}
