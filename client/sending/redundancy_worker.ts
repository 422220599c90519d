/**
 * Has every packet of sound carry more of what went before it, in a worker of its own, where the page cannot hold it up
 * (W3C webrtc-encoded-transform §5). The other end needs nothing for it: any browser reads such packets.
 *
 * The page says how many earlier blocks (`Depth`) by messages. The build compiles this by itself.
 */

import { type Block, readNewest, writePacket } from "./red_payload.ts";

/** As many earlier blocks as there may be. */
const EARLIER_MAX = 5;

/** Not in TypeScript's types of a page. */
type EncodedSound = {
  data: ArrayBuffer;
  /** Where metadata does not tell it (Safari). */
  readonly timestamp?: number;
  getMetadata(): { readonly rtpTimestamp?: number };
};
type Transformer = { readonly readable: ReadableStream<EncodedSound>; readonly writable: WritableStream<EncodedSound> };
type Scope = {
  postMessage(word: string): void;
  onrtctransform: ((event: { readonly transformer: Transformer }) => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
};
const scope = globalThis as unknown as Scope;

let depth = 1;

scope.onmessage = ({ data }) => {
  if (typeof data === "number") depth = data;
};

scope.onrtctransform = ({ transformer: { readable, writable } }) => {
  const earlier: Block[] = [];
  const rewrite = (sound: EncodedSound): void => {
    const timestamp = sound.getMetadata().rtpTimestamp ?? sound.timestamp;
    const newest = timestamp === undefined ? null : readNewest(new Uint8Array(sound.data), timestamp);
    if (newest === null) return;
    // What browsers do by themselves is left to them.
    if (depth > 1) sound.data = writePacket(newest, earlier.slice(-depth)).buffer;
    earlier.push(newest);
    if (earlier.length > EARLIER_MAX) earlier.shift();
  };
  const transform = new TransformStream<EncodedSound, EncodedSound>({
    transform(sound, controller) {
      try {
        rewrite(sound);
      } catch {
        // It goes out as it came.
      }
      controller.enqueue(sound);
    },
  });
  readable.pipeThrough(transform).pipeTo(writable).catch(() => {}); // The connection is gone.
};

// From now on sound may come: until then it would go nowhere.
scope.postMessage("ready");
