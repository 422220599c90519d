/**
 * A stopwatch in a page, of ours or a bare one: notes when each phase between the press on Accept and the first picture
 * was over, by the clock of the machine, which both ends' browsers share.
 */

/** In the order in which they come; what an end does not do itself it does not have. */
export const PHASES = [
  "pressed",
  "sent",
  "arrived",
  "applied",
  "candidate",
  "ice",
  "dtls",
  "packet",
  "sound",
  "received",
  "decoded",
  "painted",
] as const;
export type Phase = typeof PHASES[number];

export type Times = Readonly<Partial<Record<Phase, number>>> & {
  /** Of the picture, in pixels: the first one's, and three seconds after the press. */
  readonly firstWidth: number;
  readonly laterWidth: number;
  /** Which end of the DTLS handshake this is (W3C webrtc-stats `dtlsRole`). */
  readonly dtlsRole: string;
  /** What keeps the picture that this end sends small, three seconds after the press (`qualityLimitationReason`). */
  readonly limitedBy: string;
  /** What its browser believes that the path takes then, in kbit/s. */
  readonly believedKbit: number;
};

/** Runs before the scripts of a page and after `INSTRUMENTS`; `stopwatch.arm()` begins a round. */
export const STOPWATCH = `{
  const nowMs = () => performance.timeOrigin + performance.now();
  const stopwatch = globalThis.stopwatch = {
    times: {}, firstWidth: 0, laterWidth: 0, pc: null, isArmed: false,
    note(phase, atMs = nowMs()) { if (this.isArmed) this.times[phase] ??= atMs; },
    arm() {
      Object.assign(this, { times: {}, firstWidth: 0, laterWidth: 0, isArmed: true });
      const seen = new WeakSet();
      clearInterval(this.interval);
      this.interval = setInterval(() => {
        for (const video of document.querySelectorAll("video")) {
          if (seen.has(video)) continue;
          seen.add(video);
          video.requestVideoFrameCallback((now, { receiveTime, processingDuration, width, presentationTime }) => {
            if (receiveTime === undefined) return seen.delete(video); // Of this end's own camera.
            this.firstWidth ||= width;
            this.video = video;
            this.note("received", performance.timeOrigin + receiveTime);
            this.note("decoded", performance.timeOrigin + receiveTime + 1_000 * (processingDuration ?? 0));
            this.note("painted", performance.timeOrigin + presentationTime);
          });
        }
        const pc = instruments.connections.findLast((each) => each.connectionState !== "closed");
        if (this.times.sound !== undefined || pc === undefined) return;
        for (const receiver of pc.getReceivers()) {
          if (receiver.track.kind !== "audio") continue;
          const [source] = receiver.getSynchronizationSources();
          if (source?.audioLevel > 0.001) this.note("sound", source.timestamp);
        }
      }, 5);
    },
    async read() {
      this.isArmed = false;
      clearInterval(this.interval);
      const pc = instruments.connections.findLast((each) => each.connectionState === "connected");
      const stats = [...(await pc.getStats()).values()];
      const transport = stats.find(({ type }) => type === "transport");
      const pair = stats.find(({ id }) => id === transport.selectedCandidatePairId);
      const sent = stats.find(({ type, kind, mid }) => type === "outbound-rtp" && kind === "video" && mid === "1");
      return {
        ...this.times, firstWidth: this.firstWidth, laterWidth: this.video?.videoWidth ?? 0,
        dtlsRole: transport?.dtlsRole ?? "", limitedBy: sent?.qualityLimitationReason ?? "",
        believedKbit: (pair?.availableOutgoingBitrate ?? 0) / 1_000,
      };
    },
  };
  addEventListener("click", ({ target, timeStamp }) => {
    if (target.closest("button")?.textContent.trim() !== "Accept") return;
    stopwatch.note("pressed", performance.timeOrigin + timeStamp);
  }, { capture: true });
  const { send } = WebSocket.prototype;
  WebSocket.prototype.send = function (text) {
    if (String(text).includes('"accepted":true')) stopwatch.note("sent");
    return send.call(this, text);
  };
  const { setRemoteDescription } = RTCPeerConnection.prototype;
  RTCPeerConnection.prototype.setRemoteDescription = async function (description) {
    await setRemoteDescription.call(this, description);
    if (description.type === "answer") stopwatch.note("applied");
  };
  const { addIceCandidate } = RTCPeerConnection.prototype;
  RTCPeerConnection.prototype.addIceCandidate = async function (candidate) {
    await addIceCandidate.call(this, candidate);
    stopwatch.note("candidate");
  };
  globalThis.WebSocket = class extends WebSocket {
    constructor(...parameters) {
      super(...parameters);
      this.addEventListener("message", ({ data }) => {
        if (String(data).includes('"accepted":true')) stopwatch.note("arrived");
      });
    }
  };
  const Instrumented = RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Instrumented {
    constructor(...parameters) {
      super(...parameters);
      if (parameters.length === 0) return;
      this.addEventListener("iceconnectionstatechange", () => {
        if (/connected|completed/.test(this.iceConnectionState)) stopwatch.note("ice");
      });
      this.addEventListener("connectionstatechange", () => {
        if (this.connectionState === "connected") stopwatch.note("dtls");
      });
      this.addEventListener("track", ({ track }) => {
        track.addEventListener("unmute", () => stopwatch.note("packet"));
      });
    }
  };
}`;
