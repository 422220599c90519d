/**
 * Guards: functions that tell whether an unknown value is a `T`, and a few that combine them. Each message is described
 * once, by its guard, and its type follows from that. Part of the protocol, and of
 * whatever the page keeps; no Deno, no DOM.
 *
 * They are 50 lines of our own, because the page pays for every byte before it can ring: a schema library took 2.6 KB
 * of its 30, mostly to explain what is wrong with a value, which nobody here asks.
 */

// deno-lint-ignore no-explicit-any -- A guard narrows any value; what it is given before is nobody's to say.
export type Guard<T> = (value: any) => value is T;
export type Guarded<G> = G extends Guard<infer T> ? T : never;

declare const OPTIONAL: unique symbol;
/** A guard of a property that may be absent. */
type OptionalGuard<T> = Guard<T | undefined> & { readonly [OPTIONAL]?: T };

type OptionalKey<S> = { [K in keyof S]: S[K] extends { readonly [OPTIONAL]?: unknown } ? K : never }[keyof S];
type Shape<S> =
  & { readonly [K in Exclude<keyof S, OptionalKey<S>>]: Guarded<S[K]> }
  & { readonly [K in OptionalKey<S>]?: Exclude<Guarded<S[K]>, undefined> };
// Written out as one object, so that a type reads as what it is.
type Flat<T> = { [K in keyof T]: T[K] };

/** Any of these very values. */
export function is<const T extends string | boolean>(...values: readonly T[]): Guard<T> {
  return (value): value is T => values.includes(value);
}

export const isBoolean: Guard<boolean> = is(true, false);

/** A string of at most `lengthMax` UTF-16 units. */
export function text(lengthMax = Infinity): Guard<string> {
  return (value): value is string => typeof value === "string" && value.length <= lengthMax;
}

/** A whole number from `min` up to 2⁵³ − 1. */
export function count(min = 0): Guard<number> {
  return (value): value is number => Number.isSafeInteger(value) && value >= min;
}

export function list<T>(guard: Guard<T>, lengthMax = Infinity): Guard<T[]> {
  return (value): value is T[] =>
    Array.isArray(value) && value.length <= lengthMax && value.every((item) => guard(item));
}

export function anyOf<G extends readonly Guard<unknown>[]>(...guards: G): Guard<Guarded<G[number]>> {
  return (value): value is Guarded<G[number]> => guards.some((guard) => guard(value));
}

export function optional<T>(guard: Guard<T>): OptionalGuard<T> {
  return (value): value is T | undefined => value === undefined || guard(value);
}

/** May be absent or null: the way the DOM's dictionaries leave things out. */
export function nullish<T>(guard: Guard<T>): OptionalGuard<T | null> {
  return (value): value is T | null | undefined => value === undefined || value === null || guard(value);
}

/** Must be there, and may be null. */
export function nullable<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

/** Makes of a guard what reads a value: null for what does not pass. */
export function readBy<T>(guard: Guard<T>): (value: unknown) => T | null {
  return (value) => guard(value) ? value : null;
}

/** An object whose own properties pass; others may be there and mean nothing. */
export function shape<S extends Record<string, Guard<unknown>>>(guards: S): Guard<Flat<Shape<S>>> {
  const entries = Object.entries(guards);
  return (value): value is Flat<Shape<S>> =>
    typeof value === "object" && value !== null &&
    entries.every(([key, guard]) => guard(Object.hasOwn(value, key) ? value[key] : undefined));
}
