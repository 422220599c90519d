/**
 * What `one_address_test.ts` runs at the places of its network, each as a program of its own. `bystanders` relay to each
 * other, and print when and in how many milliseconds; `unfinished` and `pongs` attack. All go on until they are killed.
 * Arguments: which of them, and the address of the web server.
 */

import { Bystanders } from "../doubles/bystanders.ts";
import { encodeFrame, OPCODE, RawSocket } from "../doubles/raw_socket.ts";

const [role = "", hostname = ""] = Deno.args;
const PORT = 80;
/** More than are let in. */
const SOCKETS = 40;
const MIB_OF_A_MESSAGE = 60;
const PAUSE_MS = 25; // Within what one socket may send.

const PIECE = encodeFrame(new Uint8Array(2 ** 20), { opcode: OPCODE.continuation, isFinal: false });
const PONG = encodeFrame("", { opcode: OPCODE.pong });
/** Without a body, so that there are as many as possible. */
const PONGS = Uint8Array.from({ length: 10_000 * PONG.length }, (_, index) => PONG[index % PONG.length] ?? 0);

async function relay(): Promise<void> {
  const bystanders = await Bystanders.join(PORT, undefined, hostname);
  while (true) {
    const tookMs = await bystanders.relayOnce();
    console.log(`${Date.now()} ${tookMs}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

async function open(): Promise<RawSocket | null> {
  try {
    const socket = await RawSocket.open(PORT, hostname, {}, hostname);
    await socket.register();
    return socket;
  } catch {
    return null; // As many as are let in attack.
  }
}

async function leaveUnfinished(socket: RawSocket): Promise<void> {
  await socket.writeFrame("", { opcode: OPCODE.text, isFinal: false });
  for (let count = 0; count < MIB_OF_A_MESSAGE; count++) await socket.write(PIECE);
}

async function sendPongs(socket: RawSocket): Promise<void> {
  while (true) await socket.write(PONGS);
}

const send = { unfinished: leaveUnfinished, pongs: sendPongs }[role];
if (send === undefined) {
  await relay();
} else {
  const sockets = (await Promise.all(Array.from({ length: SOCKETS }, open))).filter((socket) => socket !== null);
  console.log(`attacking ${sockets.length}`);
  await Promise.all(sockets.map(send));
  console.log("sent 0");
  setInterval(() => {}, 1_000); // What it has pinned stays so for as long as it is there.
}
