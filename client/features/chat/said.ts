/** What two chats say to each other: a message, how far those have come, who writes, and what. */

import { count, isBoolean, optional, shape, text } from "../../../signaling/protocol/guards.ts";
import { TEXT_MAX } from "./text_max.ts";

export const isSaid = shape({
  ...{ say: count(1), text: text(TEXT_MAX), id: optional(count()), ago: optional(count()) },
  keep: optional(isBoolean),
});
export const isHeard = shape({ heard: count(1) });
export const isTyping = shape({ typing: isBoolean });
export const isDraft = shape({ draft: text(TEXT_MAX) });
