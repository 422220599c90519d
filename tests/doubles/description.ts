/** The least that is a description of ours: its sections in one bundle, no address, one certificate. */

/** A fingerprint of its own for each `seed` below 256. */
export function createFingerprint(seed: number): string {
  return Array(32).fill(seed.toString(16).toUpperCase().padStart(2, "0")).join(":");
}

const AUDIO = "audio 9 UDP/TLS/RTP/SAVPF 111";
const VIDEO = "video 9 UDP/TLS/RTP/SAVPF 96 98";
const DATA = "application 9 UDP/DTLS/SCTP webrtc-datachannel";

/** A description with these sections of media, and data behind them. */
export function createMediaSdp(fingerprint: string, kinds: readonly string[]): string {
  return createSdp(fingerprint, [...kinds.map((kind) => kind === "audio" ? AUDIO : VIDEO), DATA]);
}

/** The kinds of a description's sections of media, in their order. */
export function readMediaKinds(sdp: string): string[] {
  return [...sdp.matchAll(/^m=(audio|video) /gm)].map(([, kind = ""]) => kind);
}

/** A description of a connection that carries data alone. */
export function createDataSdp(fingerprint: string): string {
  return createSdp(fingerprint, [DATA]);
}

export function createSdp(fingerprint = createFingerprint(1), sections = [AUDIO, VIDEO, DATA]): string {
  const section = (first: string, mid: number, ...more: string[]) => [
    `m=${first}`,
    "c=IN IP4 0.0.0.0",
    `a=mid:${mid}`,
    "a=ice-ufrag:abcd",
    "a=ice-pwd:abcdefghijklmnopqrstuv",
    `a=fingerprint:sha-256 ${fingerprint}`,
    "a=setup:actpass",
    ...more,
  ];
  const lines = [
    ...["v=0", "o=- 1 2 IN IP4 127.0.0.1", "s=-", "t=0 0", `a=group:BUNDLE ${[...sections.keys()].join(" ")}`],
    ...sections.flatMap((first, mid) => section(first, mid, ...first === DATA ? [] : ["a=sendrecv"])),
  ];
  return lines.map((line) => `${line}\r\n`).join("");
}
