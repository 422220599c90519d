/** Makes presence topics, as a page does that wishes to be found by those whom it tells. */

import { encodeBase64Url, type PresenceTopic } from "../../signaling/protocol.ts";

export function createPresenceTopic(): PresenceTopic {
  return encodeBase64Url(crypto.getRandomValues(new Uint8Array(16))) as PresenceTopic;
}
