/** Session descriptions, as messages carry them. */

import type { PeerMessage } from "../../signaling/protocol.ts";

export type Description = { type: "offer" | "answer"; sdp: string };
export type OfferDescription = Extract<PeerMessage, { type: "video-offer-request" }>["description"];
export type AnswerDescription = Extract<PeerMessage, { accepted: true }>["description"];
