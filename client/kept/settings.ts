/** The person's settings, kept in this browser and shared by its tabs. */

import { NAME_LENGTH_MAX } from "../../signaling/protocol.ts";
import { readBy, text } from "../../signaling/protocol/guards.ts";
import { attempt } from "../bounds/attempt.ts";
import { Kept } from "./kept.ts";
import type { KeptStore } from "./kept_store.ts";
import { isMarkedRelayOnly, markRelayOnly, parseRelayOnly, RELAY_ONLY_KEY } from "./relay_only.ts";

/** @param show called with the name, empty where there is none; it has been made fit to be shown before it is kept */
export function createNameSetting(show: (name: string) => void, store?: KeptStore): Kept<string> {
  return new Kept({
    key: "name",
    empty: "",
    parse: readBy(text()),
    bound: (name) => name.slice(0, NAME_LENGTH_MAX),
    migrate: (text) => text,
    show,
  }, store);
}

/** @param show called with whether the person wants their address hidden */
export function createRelaySetting(show: (isRelayOnly: boolean) => void, store?: KeptStore): Kept<boolean> {
  return new Kept({
    key: RELAY_ONLY_KEY,
    empty: isMarkedRelayOnly(),
    parse: parseRelayOnly,
    migrate: (text) => text !== "",
    show(isOn) {
      markRelayOnly(isOn);
      show(isOn);
    },
  }, store);
}

/** Tells `early.ts`, which cannot wait for the store, whether there are people to be listed on the first screen. */
export function keepHasPeople(hasPeople: boolean): void {
  attempt("tell the next page of people", () => localStorage.setItem("has-people", hasPeople ? "yes" : "[]"));
}

/** Keeps the language where `early.ts` finds it before any script has run: nothing else can be read at once. */
export function keepLanguage(language: string): void {
  attempt("keep the language", () => localStorage.setItem("language", language));
}
