/**
 * What a relay can do to a description without touching its certificate: each leaves an offer or an answer that a
 * browser takes, and a call that is worse than the two people made it. Also what it can say of the sender.
 */

/** Alters the lines of the sections of one kind, the first line of each included. */
function alterSections(sdp: string, kind: RegExp, alter: (lines: string[]) => string[]): string {
  const sections = sdp.split(/(?=^m=)/m);
  return sections.map((section) => {
    const lines = section.trimEnd().split("\r\n");
    return kind.test(lines[0] ?? "") ? alter(lines).map((line) => `${line}\r\n`).join("") : section;
  }).join("");
}

function replaceFirst(pattern: RegExp, replacement: string): (lines: string[]) => string[] {
  return ([first = "", ...others]) => [first.replace(pattern, replacement), ...others];
}

const DIRECTION = /^a=(?:sendrecv|sendonly|recvonly|inactive)$/;

export type Tampering = { readonly name: string; alter(sdp: string): string };

export const TAMPERINGS: readonly Tampering[] = [
  {
    name: "rejects the video section",
    alter: (sdp) => alterSections(sdp, /^m=video/, replaceFirst(/^m=video \d+/, "m=video 0")),
  },
  {
    name: "makes the sound inactive",
    alter: (sdp) =>
      alterSections(sdp, /^m=audio/, (lines) => [...lines.filter((line) => !DIRECTION.test(line)), "a=inactive"]),
  },
  {
    name: "makes the picture go one way",
    alter: (sdp) =>
      alterSections(sdp, /^m=video/, (lines) => [...lines.filter((line) => !DIRECTION.test(line)), "a=recvonly"]),
  },
  {
    name: "cuts all codecs of the picture but the first",
    alter: (sdp) => alterSections(sdp, /^m=video/, replaceFirst(/(SAVPF \d+).*/, "$1")),
  },
  {
    name: "puts the codecs of the picture in another order",
    alter: (sdp) => alterSections(sdp, /^m=video/, replaceFirst(/(SAVPF) (\d+) (\d+)/, "$1 $3 $2")),
  },
  {
    name: "bounds the bandwidth to next to nothing",
    alter: (sdp) =>
      alterSections(sdp, /^m=(?:audio|video)/, ([first = "", c = "", ...others]) => [first, c, "b=AS:1", ...others]),
  },
  {
    name: "swaps the credentials of ICE",
    alter: (sdp) =>
      sdp.replace(/^a=ice-ufrag:.*$/gm, "a=ice-ufrag:evil").replace(/^a=ice-pwd:.*$/gm, `a=ice-pwd:${"e".repeat(24)}`),
  },
  {
    name: "drops the data section",
    alter: (sdp) => alterSections(sdp, /^m=application/, () => []).replace(/^(a=group:BUNDLE 0 1) 2/m, "$1"),
  },
  {
    name: "turns the DTLS roles around",
    alter: (sdp) => sdp.replace(/^a=setup:.*$/gm, "a=setup:passive"),
  },
  { name: "adds a line that nobody reads", alter: (sdp) => `${sdp}a=x-nothing\r\n` },
  { name: "drops the last end of line", alter: (sdp) => sdp.replace(/\r\n$/, "") },
];

type Telling = { readonly name?: string; readonly audio: boolean; readonly video: boolean };

/** What a relay can say of the sender beside its description. */
export const LIES: readonly { readonly name: string; alter(told: Telling): object }[] = [
  { name: "gives the sender another name", alter: (told) => ({ ...told, name: "Kim" }) },
  { name: "takes the sender's name away", alter: ({ name: _, ...told }) => told },
  { name: "says that there is no sound", alter: (told) => ({ ...told, audio: !told.audio }) },
  { name: "says that there is no picture", alter: (told) => ({ ...told, video: !told.video }) },
];
