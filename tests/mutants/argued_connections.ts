/**
 * Mutants that no test can notice in the files that hold a call's connections and its line to the other end, each with
 * the reason. They are part of the list in `argued.ts`, which says how an entry is known; they stand apart since most of
 * what is argued is about these files.
 */

import type { Argued } from "./argued.ts";

export const ARGUED_OF_CONNECTIONS: readonly Argued[] = [
  {
    file: "client/connection/connections.ts",
    source: "if (!this.#isOwed) this.#options.handlers.replacing({ isOffered: false });",
    original: "{ isOffered: false }",
    replacement: "{}",
    because: "What is left out is as good as false.",
  },
  {
    file: "client/connection/connection.ts",
    source:
      'if (isTurnUrl(url ?? "") && this.#relayErrors.length < RELAY_ERRORS_MAX) this.#relayErrors.push(errorCode);',
    original: '""',
    replacement: '"Stryker was here!"',
    because: "Neither text is the address of a relay.",
  },
  {
    file: "client/connection/connection.ts",
    source: "const { iceServers = [], iceTransportPolicy } = this.#pc.getConfiguration();",
    original: "[]",
    replacement: '["Stryker was here"]',
    because: "A text has no `urls`, so that it offers no relay either.",
  },
  {
    file: "client/connection/connection.ts",
    source: 'const applied = readFingerprint(this.#pc.remoteDescription?.sdp ?? "");',
    original: '""',
    replacement: '"Stryker was here!"',
    because: "No fingerprint is in the one as in the other, and that there is none is all that is asked.",
  },
  {
    file: "client/connection/standby.ts",
    source: "#answeredAtMs: number[] = [];",
    original: "[]",
    replacement: '["Stryker was here"]',
    because: "No text is a time of less than a minute ago, so that it is gone before anything is counted.",
  },
  {
    file: "client/connection/connections.ts",
    source: "this.#current = this.#create(this.#certificate, { connectionId: null, isOwn: true, isForced: false });",
    original: "true",
    replacement: "false",
    because: "Whose offer it was is asked of a standby alone, which the first never is.",
  },
  {
    file: "client/connection/connections.ts",
    source: "this.#current = this.#create(this.#certificate, { connectionId: null, isOwn: true, isForced: false });",
    original: "false",
    replacement: "true",
    because: "What another network made necessary is asked of a standby alone, which the first never is.",
  },
  {
    file: "client/connection/connections.ts",
    source: "if (this.#isClosed || this.#current === null || this.#certificate === null) return;",
    original: "this.#certificate === null",
    replacement: "false",
    because: "A connection in use was made with the certificate, so the comparison is for the types alone.",
  },
  {
    file: "client/connection/connections.ts",
    source: "if (this.#standby !== entry || entry.connectionId === null) return;",
    original: "entry.connectionId === null",
    replacement: "false",
    because:
      "Only the first connection has no ID, and no standby is the first, so the comparison is for the types alone.",
  },
  {
    file: "client/connection/connections.ts",
    source: "const held = entry.held ?? [];",
    original: "[]",
    replacement: '["Stryker was here"]',
    because: "Until its description has left a standby holds a list, so the default is for the types alone.",
  },
  {
    file: "client/connection/connections.ts",
    source: "if (standby?.isAnswered && !standby.beganHeard) this.#failures++;",
    original: "this.#failures++",
    replacement: "this.#failures--",
    because: "Only whether their number is even is asked, and that changes by one either way.",
  },
  {
    file: "client/line/call_line.ts",
    source: "isPolite: localPeerId < remotePeerId,",
    original: "localPeerId < remotePeerId",
    replacement: "localPeerId <= remotePeerId",
    because: "Nobody has a call with their own ID.",
  },
  {
    file: "client/path/path_watch.ts",
    source: "if (connection === null) return;",
    original: "connection === null",
    replacement: "false",
    because: "Heartbeats begin with a connection and end before it does, so the line is for the types alone.",
  },
  {
    file: "client/path/path_watch.ts",
    source: "return connections().current?.requestPicture();",
    original: "connections().current?.requestPicture",
    replacement: "connections().current.requestPicture",
    because: "It resumes by what is heard on a connection in use, so the question mark is for the types alone.",
  },
  {
    file: "client/path/path_watch.ts",
    source: "return connections().replace({ isForced: false });",
    original: "{ isForced: false }",
    replacement: "{}",
    because: "Whether it is forced is only asked for being true, and undefined is as false as false.",
  },
];
