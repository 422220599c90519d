/**
 * A call that rings, as bare as WebRTC allows, to measure the begin of ours beside: both ends have their devices open while
 * it rings, which ours may not at the callee's; the server carries what they say, and no address crosses before the callee
 * accepts, as with ours. It shows what ours shows, since on a machine without a graphics card pictures cost most of all.
 * Its page is the server's, without a script of ours.
 */

import type { ChromiumPerson } from "../browser/chromium_person.ts";
import { STUN_URL } from "../network/network_test_case.ts";

const OPEN = `(async () => {
  const [video, own, button] = ["video", "video", "button"].map((name) => document.createElement(name));
  for (const each of [video, own]) each.autoplay = each.playsInline = true;
  own.muted = true;
  button.textContent = "Accept";
  document.body.replaceChildren(video, own, button);
  const place = (element, width, height) =>
    Object.assign(element.style, { position: "fixed", right: 0, bottom: 0, width, height, objectFit: "cover" });
  place(video, "100%", "100%");
  Object.assign(button.style, { position: "fixed", top: 0, left: 0 });
  const socket = new WebSocket("ws://" + location.host + "/socket");
  const next = (type) => new Promise((resolve) => socket.addEventListener("message", function listen({ data }) {
    const message = JSON.parse(data);
    if (message.type !== type) return;
    socket.removeEventListener("message", listen);
    resolve(message);
  }));
  await next("challenge");
  socket.send(JSON.stringify({ type: "register" }));
  const { id } = await next("registered");
  const plain = globalThis.plain = {
    id, stream: null, remoteId: null, offer: null, isAnswered: false, held: [], pc: null,
    async openDevices() {
      this.stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: { width: 1280, height: 720 } });
    },
    /** Large while it rings, as with ours, then a tile. */
    showOwn(isLarge) {
      own.srcObject = this.stream;
      if (isLarge) place(own, "100%", "100%");
      else place(own, "232px", "167px");
    },
    close() {
      this.pc.close();
      own.srcObject = null;
      for (const track of this.stream.getTracks()) track.stop();
    },
    send(type, body) { socket.send(JSON.stringify({ type, id, clientId: this.remoteId, ...body })); },
    create() {
      this.pc?.close();
      Object.assign(this, { offer: null, isAnswered: false, held: [] });
      const pc = this.pc = new RTCPeerConnection({ iceServers: [{ urls: "${STUN_URL}" }], bundlePolicy: "max-bundle" });
      pc.onicecandidate = ({ candidate }) => {
        if (candidate === null) return;
        if (this.isAnswered) this.send("ice-candidate", { candidate });
        else this.held.push(candidate);
      };
      pc.ontrack = ({ streams }) => video.srcObject = streams[0];
      for (const track of this.stream.getTracks()) pc.addTrack(track, this.stream);
    },
    async call(remoteId) {
      this.remoteId = remoteId;
      this.create();
      this.showOwn(true);
      await this.pc.setLocalDescription();
      this.send("video-offer-request", { description: this.pc.localDescription });
    },
    async accept() {
      this.isAnswered = true;
      await this.pc.setRemoteDescription(this.offer);
      await this.pc.setLocalDescription();
      this.send("video-offer-response", { accepted: true, description: this.pc.localDescription });
      this.showOwn(false);
    },
    async handle({ type, id, description, candidate }) {
      if (type === "video-offer-request") {
        this.create();
        Object.assign(this, { remoteId: id, offer: description });
      } else if (type === "video-offer-response") {
        this.isAnswered = true;
        await this.pc.setRemoteDescription(description);
        this.showOwn(false);
        for (const held of this.held.splice(0)) this.send("ice-candidate", { candidate: held });
      } else if (type === "ice-candidate") await this.pc.addIceCandidate(candidate);
    },
  };
  socket.addEventListener("message", ({ data }) => plain.handle(JSON.parse(data)));
  button.onclick = () => plain.accept();
  return id;
})()`;

/** Two pages that run no script of ours, in their first screen so to speak. */
export class PlainRinging {
  readonly #caller: ChromiumPerson;
  readonly #callee: ChromiumPerson;
  readonly #calleeId: string;

  private constructor(caller: ChromiumPerson, callee: ChromiumPerson, calleeId: string) {
    this.#caller = caller;
    this.#callee = callee;
    this.#calleeId = calleeId;
  }

  static async open(caller: ChromiumPerson, callee: ChromiumPerson): Promise<PlainRinging> {
    const [, calleeId] = await Promise.all([caller, callee].map((person) => person.evaluate<string>(OPEN)));
    return new PlainRinging(caller, callee, calleeId ?? "");
  }

  /** Calls, and resolves once it rings. */
  async ring(): Promise<void> {
    const people = [this.#caller, this.#callee];
    await Promise.all(people.map((person) => person.evaluate("plain.openDevices()")));
    await this.#callee.evaluate("plain.offer = null");
    await this.#caller.evaluate(`plain.call(${JSON.stringify(this.#calleeId)})`);
    await this.#callee.waitUntil("plain.offer !== null");
    // As with ours: whoever rings has gathered by the time that somebody accepts.
    await this.#caller.waitUntil("plain.pc.iceGatheringState === 'complete'");
  }

  async hangUp(): Promise<void> {
    await Promise.all([this.#caller, this.#callee].map((person) => person.evaluate("plain.close()")));
  }
}
