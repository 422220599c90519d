/** Asks who of the people with a card is online, as long as somebody looks (PROTOCOL.md, "Presence"). */

import {
  is,
  isTopics,
  type PeerId,
  PRESENCE_TOPICS_MAX,
  type PresenceRequest,
  shape,
} from "../../signaling/protocol.ts";
import type { ReachCards } from "../kept/people/reach_cards.ts";

/** How often it asks, in milliseconds. A session may ask every 2 s, four times for 200 cards. */
export const ASK_MS = 15_000;

const isPresence = shape({ type: is("presence"), topics: isTopics, online: isTopics });

export type PresenceWatchOptions = {
  readonly cards: () => ReachCards;
  readonly send: (request: PresenceRequest) => unknown;
  readonly show: (online: ReadonlySet<PeerId>) => void;
};

export class PresenceWatch {
  readonly #options: PresenceWatchOptions;
  #online: ReadonlySet<PeerId> = new Set();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(options: PresenceWatchOptions) {
    this.#options = options;
  }

  /** Somebody looks from now on, or nobody; or there is something new to ask. */
  look(isSeen: boolean): void {
    clearInterval(this.#timer);
    if (!isSeen) return;
    this.#ask();
    this.#timer = setInterval(() => this.#ask(), ASK_MS);
  }

  /** Takes what the server has said. */
  handleTold(message: unknown): void {
    if (!isPresence(message)) return;
    const [asked, online] = [new Set(message.topics), new Set(message.online)];
    const cards = this.#options.cards();
    // Of those who were not asked about, what was known; of those whose card is no more, nothing.
    const there = cards.filter(({ id, presenceTopic }) =>
      asked.has(presenceTopic) ? online.has(presenceTopic) : this.#online.has(id)
    );
    this.#online = new Set(there.map(({ id }) => id));
    this.#options.show(this.#online);
  }

  #ask(): void {
    const topics = [...new Set(this.#options.cards().map(({ presenceTopic }) => presenceTopic))];
    for (let at = 0; at < topics.length; at += PRESENCE_TOPICS_MAX) {
      this.#options.send({ type: "presence-request", topics: topics.slice(at, at + PRESENCE_TOPICS_MAX) });
    }
  }
}
