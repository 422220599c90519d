/** What is sent on an open socket, and what must come back. Data of `inputs_test.ts`. */

import { encodeFrame, OPCODE, type RawSocket } from "../doubles/raw_socket.ts";
import { MESSAGE_BYTES_MAX } from "../../signaling/protocol.ts";

export type HostileFrames = {
  readonly name: string;
  /** `id` is the socket's own when it is registered, and that of a bystander is `other`. */
  readonly send: (socket: RawSocket, ids: { id: string; other: string }) => Promise<void>;
  readonly expected: string | RegExp;
  /** Sent as the first thing, before any register. */
  readonly isFirst?: boolean;
};

/** The RFC's 1002, or no more than the end of the connection: Deno's own framing chooses. */
const PROTOCOL_ERROR = /^(?:close 1002|end)$/;
/** What is still on its way when the server closes makes the kernel reset the connection, and the code may be lost. */
export const FLOODED = /^(?:close 4006|end)$/;
const BAD_TEXT = /^(?:close 1007|end)$/;

type Bytes = Uint8Array<ArrayBuffer>;

function frames(name: string, expected: string | RegExp, ...all: Bytes[]): HostileFrames {
  return {
    name,
    expected,
    async send(socket) {
      for (const bytes of all) await socket.write(bytes);
    },
  };
}

function closeFrame(...payload: number[]): Bytes {
  return encodeFrame(Uint8Array.from(payload), { opcode: OPCODE.close });
}

const part = (text: string, opcode: number, isFinal: boolean) => encodeFrame(text, { opcode, isFinal });
const { continuation, text, binary, close, ping } = OPCODE;

export const HOSTILE_FRAMES: readonly HostileFrames[] = [
  { name: "nothing for 5 s", send: async () => {}, expected: "close 4002", isFirst: true },
  frames("a binary frame", "close 1003", encodeFrame("{}", { opcode: binary })),
  frames("bad UTF-8", BAD_TEXT, encodeFrame(Uint8Array.of(0x7b, 0xff, 0xfe))),
  frames("a surrogate in UTF-8", BAD_TEXT, encodeFrame(Uint8Array.of(0xed, 0xa0, 0x80))),
  frames("UTF-8 cut off in the middle", BAD_TEXT, encodeFrame(Uint8Array.of(0x22, 0xe2, 0x82))),
  frames("65,537 bytes", "close 1009", encodeFrame(" ".repeat(MESSAGE_BYTES_MAX + 1))),
  frames(
    "65,538 bytes in two fragments",
    "close 1009",
    part(" ".repeat(32_769), text, false),
    part(" ".repeat(32_769), continuation, true),
  ),
  // RFC 6455 §5.1 wants 1002; Deno takes it, which harms no one: masks protect proxies from pages, not servers.
  frames("an unmasked frame", "error bad-message", encodeFrame("{}", { isMasked: false })),
  frames("RSV1, as compression would set it", PROTOCOL_ERROR, encodeFrame("{}", { rsv: 4 })),
  frames("RSV2 and RSV3", PROTOCOL_ERROR, encodeFrame("{}", { rsv: 3 })),
  frames("an opcode that nobody has defined", PROTOCOL_ERROR, encodeFrame("{}", { opcode: 3 })),
  frames("a control opcode that nobody has defined", PROTOCOL_ERROR, encodeFrame("", { opcode: 11 })),
  frames("a ping of 126 bytes", PROTOCOL_ERROR, encodeFrame("a".repeat(126), { opcode: ping })),
  frames("a ping in fragments", PROTOCOL_ERROR, part("a", ping, false)),
  frames("a continuation of nothing", PROTOCOL_ERROR, part("{}", continuation, true)),
  frames("a message inside another", PROTOCOL_ERROR, part("{", text, false), part("{}", text, true)),
  frames("a length of 2^63", PROTOCOL_ERROR, encodeFrame("", { claimedLength: 2n ** 63n })),
  frames("a length of 2^40", /^(?:close 1009|close 1002|end)$/, encodeFrame("", { claimedLength: 2n ** 40n })),
  frames("a close of one byte", PROTOCOL_ERROR, closeFrame(3)),
  frames("a close with code 1005", PROTOCOL_ERROR, closeFrame(0x03, 0xed)),
  frames("a close with code 0", PROTOCOL_ERROR, closeFrame(0, 0)),
  frames("a close whose reason is no UTF-8", /^(?:close 100[27]|end)$/, closeFrame(0x03, 0xe8, 0xff)),
  frames("a proper close", /^(?:close 1000|end)$/, closeFrame(0x03, 0xe8)),
  frames("a close without a code", /^(?:close 100[05]|end)$/, encodeFrame("", { opcode: close })),
  frames(
    "10,000 empty fragments",
    "error bad-message",
    part("", text, false),
    repeat(part("", continuation, false), 10_000),
    part("{", continuation, true),
  ),
  frames("pings by the thousand, answered", "pong frame", repeat(encodeFrame("", { opcode: ping }), 1_000)),
  frames("a flood of messages", FLOODED, repeat(encodeFrame("{}"), 700), repeat(encodeFrame("{}"), 700)),
];

function repeat(bytes: Bytes, count: number): Bytes {
  const all = new Uint8Array(bytes.length * count);
  for (let index = 0; index < count; index++) all.set(bytes, index * bytes.length);
  return all;
}
