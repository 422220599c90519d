/**
 * What pages say to each other to leave a message: `note`, in four steps, see _Leaving a message_ in PROTOCOL.md. The
 * server passes it on like any type that it does not know. Apart from `peer_messages.ts`, since few pages need it. Part of
 * the protocol; no Deno, no DOM.
 */

import { anyOf, type Guard, type Guarded, is, shape, text } from "./guards.ts";
import { envelope } from "./envelope.ts";

/** Most of one message left, in characters (code points) and in UTF-16 units. */
export const NOTE_CHARACTERS_MAX = 1_000;
export const NOTE_LENGTH_MAX = 4_000;
/** Most of what it is sealed in: three bytes for each unit, what stands beside it, in base64url. */
const SEALED_LENGTH_MAX = 17_000;

/** 32 bytes in base64url. */
const BYTES_32 = /^[\w-]{42}[AEIMQUYcgkosw048]$/;
const isBytes32: Guard<string> = (value): value is string => typeof value === "string" && BYTES_32.test(value);

const isProof = shape({ publicKey: isBytes32, signature: text(86) });
const common = { type: is("note"), ...envelope, proof: isProof };

const isAsk = shape({ ...common, step: is("ask"), nonce: isBytes32 });
const isKey = shape({ ...common, step: is("key"), key: isBytes32 });
const isLeave = shape({
  ...common,
  step: is("leave"),
  key: isBytes32,
  ephemeralKey: isBytes32,
  sealed: text(SEALED_LENGTH_MAX),
});
const isLeft = shape({ ...common, step: is("left") });

/** Who leaves it asks, its receiver gives a key; it is left, sealed for that key, and acknowledged. */
export const isNoteMessage = anyOf(isAsk, isKey, isLeave, isLeft);
export type NoteMessage = Guarded<typeof isNoteMessage>;
export type NoteStep<Step extends NoteMessage["step"]> = Extract<NoteMessage, { step: Step }>;

/** Whether a text may be left. */
export function isNoteText(value: string): boolean {
  return value !== "" && value.length <= NOTE_LENGTH_MAX && countCharacters(value) <= NOTE_CHARACTERS_MAX;
}

export function countCharacters(value: string): number {
  return [...value].length;
}
