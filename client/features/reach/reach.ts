/**
 * Hands the own reach card over in a call, and takes the other end's. By the connection alone: a card is for nobody else,
 * the server included. What is said that way may be lost, so it is said again until it was heard.
 */

import { count, shape, text } from "../../../signaling/protocol/guards.ts";
import type { FeatureCall, FeatureLine } from "../../feature/feature.ts";
import type { SignedCard } from "../../reach/reach_card.ts";
import type { ReachFeature, ReachView } from "./reach_key.ts";

/** How long the other end has to say that it has the card, in milliseconds, and how often it is handed over. */
export const AGAIN_MS = 3_000;
export const TRIES_MAX = 10;

const isGot = shape({ got: count() });
/** Whoever takes it reads it; here nothing of it is believed. */
const isHanded = shape({ card: text() });

class Reach implements ReachFeature {
  readonly #line: FeatureLine;
  readonly #call: FeatureCall;
  #owed: { readonly card: SignedCard; readonly seq: number } | null = null;
  #triesLeft = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  view: ReachView = { received: null };

  constructor(line: FeatureLine, call: FeatureCall) {
    [this.#line, this.#call] = [line, call];
  }

  hand(card: SignedCard, seq: number): void {
    this.#owed = { card, seq };
    this.#triesLeft = TRIES_MAX;
    this.#say();
  }

  confirm(got: number): void {
    this.#line.sendDirect({ got });
  }

  /** It says nothing by the server, and so hears nothing by it. */
  receive(): void {}

  receiveDirect(body: unknown): void {
    if (isGot(body) && body.got === this.#owed?.seq) this.close();
    if (!isHanded(body)) return;
    this.view = { received: body };
    this.#call.changed();
  }

  close(): void {
    this.#owed = null;
    clearTimeout(this.#timer);
  }

  #say(): void {
    clearTimeout(this.#timer);
    if (this.#owed === null || this.#triesLeft-- <= 0) return;
    this.#line.sendDirect(this.#owed.card);
    this.#timer = setTimeout(() => this.#say(), AGAIN_MS);
  }
}

export function open(line: FeatureLine, call: FeatureCall): ReachFeature {
  return new Reach(line, call);
}
