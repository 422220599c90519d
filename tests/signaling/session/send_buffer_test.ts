import { assertEquals } from "@std/assert";
import { SendBuffer } from "../../../signaling/session/send_buffer.ts";

/** A socket that counts how often it is looked at. */
class WatchedSocket {
  waiting = 0;
  looks = 0;

  get bufferedAmount(): number {
    this.looks += 1;
    return this.waiting;
  }

  send(text: string): void {
    this.waiting += new TextEncoder().encode(text).length;
  }
}

Deno.test("SendBuffer.isOver() says what the socket does, whatever is sent and read in between", () => {
  const socket = new WatchedSocket();
  const buffer = new SendBuffer(socket);
  for (let step = 0; step < 2_000; step += 1) {
    buffer.send("€".repeat(step % 40));
    if (step % 300 === 299) socket.waiting = 0;
    for (const bytes of [500, 5_000]) assertEquals(buffer.isOver(bytes), socket.waiting > bytes, `${step} of ${bytes}`);
  }
});

Deno.test("SendBuffer.isOver() does not look at a socket into which too little was sent", () => {
  const socket = new WatchedSocket();
  const buffer = new SendBuffer(socket);
  for (let sent = 0; sent < 600; sent += 1) {
    buffer.send("a candidate, say, of some hundred characters".repeat(7));
    socket.waiting = 0;
    assertEquals(buffer.isOver(64 * 1_024), false);
  }
  assertEquals(socket.looks, 8);
});
