/**
 * Mutants that no test can notice in the files that hold a call's connections and its line to the other end, each with
 * the reason. They are part of the list in `argued.ts`, which says how an entry is known; they stand apart since most of
 * what is argued is about these files.
 */

import type { Argued } from "./argued.ts";

export const ARGUED_OF_CONNECTIONS: readonly Argued[] = [
  {
    file: "client/connection.ts",
    source: 'const applied = readFingerprint(this.#pc.remoteDescription?.sdp ?? "");',
    original: '""',
    replacement: '"Stryker was here!"',
    because: "No fingerprint is in the one as in the other, and that there is none is all that is asked.",
  },
  {
    file: "client/connections.ts",
    source: "#answeredAtMs: number[] = [];",
    original: "[]",
    replacement: '["Stryker was here"]',
    because: "No text is a time of less than a minute ago, so that it is gone before anything is counted.",
  },
  {
    file: "client/connections.ts",
    source: "this.#current = this.#create(this.#certificate, { connectionId: null, isOwn: true, isForced: false });",
    original: "true",
    replacement: "false",
    because: "Whose offer it was is asked of a standby alone, which the first never is.",
  },
  {
    file: "client/connections.ts",
    source: "this.#current = this.#create(this.#certificate, { connectionId: null, isOwn: true, isForced: false });",
    original: "false",
    replacement: "true",
    because: "What another network made necessary is asked of a standby alone, which the first never is.",
  },
  {
    file: "client/connections.ts",
    source: "if (this.#isClosed || this.#current === null || this.#certificate === null) return;",
    original: "this.#certificate === null",
    replacement: "false",
    because: "A connection in use was made with the certificate, so the comparison is for the types alone.",
  },
  {
    file: "client/connections.ts",
    source: "const entry = this.#create(this.#certificate, { connectionId, isOwn: false, isForced: false });",
    original: "false",
    replacement: "true",
    because:
      "What another network made necessary is asked of this end's own offers alone, and this one is the other end's.",
  },
  {
    file: "client/connections.ts",
    source: "if (this.#standby !== entry || entry.connectionId === null) return;",
    original: "entry.connectionId === null",
    replacement: "false",
    because:
      "Only the first connection has no ID, and no standby is the first, so the comparison is for the types alone.",
  },
  {
    file: "client/connections.ts",
    source: "const held = entry.held ?? [];",
    original: "[]",
    replacement: '["Stryker was here"]',
    because: "Until its description has left a standby holds a list, so the default is for the types alone.",
  },
  {
    file: "client/connections.ts",
    source: "...{ connectionId, connection, remoteTracks: [], isOwn, isForced, isAnswered: false, held: [] },",
    original: "[]",
    replacement: '["Stryker was here"]',
    because: "A text is no track of either kind, so that no stream ever has it; the same in what is held is noticed.",
  },
  {
    file: "client/connections.ts",
    source: "if (standby?.isAnswered) this.#failures++;",
    original: "this.#failures++",
    replacement: "this.#failures--",
    because: "Only whether their number is even is asked, and that changes by one either way.",
  },
  {
    file: "client/link.ts",
    source: "isPolite: localPeerId < remotePeerId,",
    original: "localPeerId < remotePeerId",
    replacement: "localPeerId <= remotePeerId",
    because: "Nobody has a call with their own ID.",
  },
  {
    file: "client/link.ts",
    source: 'this.#recover(this.#recovery === null ? [] : ["replace"]);',
    original: "[]",
    replacement: '["Stryker was here"]',
    because: "Of an output that does not exist nothing comes.",
  },
  {
    file: "client/link.ts",
    source: "heard: () => this.#recover(this.#recovery?.handleHeard(now()) ?? []),",
    original: "[]",
    replacement: '["Stryker was here"]',
    because: "Of an output that does not exist nothing comes.",
  },
  {
    file: "client/link.ts",
    source: "if (message.callId !== callId || message.id !== remotePeerId || message.clientId !== localPeerId) return;",
    original: "message.id !== remotePeerId",
    replacement: "false",
    because: "The channel takes nothing of another ID either.",
  },
  {
    file: "client/link.ts",
    source: "if (connection === null || recovery === null) return;",
    original: "connection === null || recovery === null",
    replacement: "false",
    because:
      "Heartbeats begin when there is a recovery and end before the connection does, so the line is for the types alone.",
  },
  {
    file: "client/link.ts",
    source: "if (connection === null || recovery === null) return;",
    original: "connection === null || recovery === null",
    replacement: "connection === null && recovery === null",
    because:
      "Heartbeats begin when there is a recovery and end before the connection does, so the line is for the types alone.",
  },
  {
    file: "client/link.ts",
    source: "if (connection === null || recovery === null) return;",
    original: "connection === null",
    replacement: "false",
    because:
      "Heartbeats begin when there is a recovery and end before the connection does, so the line is for the types alone.",
  },
  {
    file: "client/link.ts",
    source: "if (connection === null || recovery === null) return;",
    original: "recovery === null",
    replacement: "false",
    because:
      "Heartbeats begin when there is a recovery and end before the connection does, so the line is for the types alone.",
  },
  {
    file: "client/link.ts",
    source: "return this.connections.current?.requestPicture();",
    original: "this.connections.current?.requestPicture",
    replacement: "this.connections.current.requestPicture",
    because: "It resumes by what is heard on a connection in use, so the question mark is for the types alone.",
  },
  {
    file: "client/link.ts",
    source: "return this.connections.replace({ isForced: false });",
    original: "{ isForced: false }",
    replacement: "{}",
    because: "Whether it is forced is only asked for being true, and undefined is as false as false.",
  },
  {
    file: "client/links.ts",
    source: "makeRoom({ isStranger } = { isStranger: false }): boolean {",
    original: "{ isStranger: false }",
    replacement: "{}",
    because: "Undefined is as false as false.",
  },
  {
    file: "client/links.ts",
    source: "add(callId: CallId, link: Link, { isStranger } = { isStranger: false }): void {",
    original: "{ isStranger: false }",
    replacement: "{}",
    because: "Undefined is as false as false.",
  },
  {
    file: "client/links.ts",
    source: "if (this.#ended.size > ENDED_MAX && oldest !== undefined) this.#ended.delete(oldest);",
    original: "oldest !== undefined",
    replacement: "true",
    because: "A set that holds more than 256 has a first, so the comparison is there for the types alone.",
  },
];
