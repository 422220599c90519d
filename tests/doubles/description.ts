/** The least that is a description of ours: three sections in one bundle, no address, one certificate. */

/** A fingerprint of its own for each `seed` below 256. */
export function createFingerprint(seed: number): string {
  return Array(32).fill(seed.toString(16).toUpperCase().padStart(2, "0")).join(":");
}

export function createSdp(fingerprint = createFingerprint(1)): string {
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
    ...["v=0", "o=- 1 2 IN IP4 127.0.0.1", "s=-", "t=0 0", "a=group:BUNDLE 0 1 2"],
    ...section("audio 9 UDP/TLS/RTP/SAVPF 111", 0, "a=sendrecv"),
    ...section("video 9 UDP/TLS/RTP/SAVPF 96 98", 1, "a=sendrecv"),
    ...section("application 9 UDP/DTLS/SCTP webrtc-datachannel", 2),
  ];
  return lines.map((line) => `${line}\r\n`).join("");
}
