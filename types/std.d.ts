// Types for the few functions of Deno's standard library that this project uses. The npm edition of the library comes
// without any; with the JSR edition this file and its line in deno.json go away.

declare module "@std/assert" {
  export class AssertionError extends Error {}
  export function assert(expr: unknown, msg?: string): asserts expr;
  export function assertEquals<T>(actual: T, expected: T, msg?: string): void;
  export function assertNotEquals<T>(actual: T, expected: T, msg?: string): void;
  export function assertStrictEquals<T>(actual: unknown, expected: T, msg?: string): asserts actual is T;
  export function assertExists<T>(actual: T, msg?: string): asserts actual is NonNullable<T>;
  export function assertMatch(actual: string, expected: RegExp, msg?: string): void;
  export function assertStringIncludes(actual: string, expected: string, msg?: string): void;
  export function assertThrows(fn: () => unknown, msg?: string): Error;
  export function assertRejects(fn: () => PromiseLike<unknown>, msg?: string): Promise<Error>;
  export function fail(msg?: string): never;
}

declare module "@std/http/etag" {
  /** Calculates a strong ETag for the bytes (RFC 9110 §8.8.3). */
  export function eTag(entity: string | Uint8Array): Promise<string | undefined>;
  /** True when the entity should be sent: `If-None-Match` names none that weakly matches (RFC 9110 §13.1.2). */
  export function ifNoneMatch(value: string | null, etag: string | undefined): boolean;
}

declare module "@std/http/negotiation" {
  /** Picks the coding that the request likes best, of equals the first; undefined if it takes none (RFC 9110 §12.5.3). */
  export function acceptsEncodings(request: Request, ...encodings: string[]): string | undefined;
  /** Picks the language that the request likes best, of equals the first; undefined if it takes none (RFC 9110 §12.5.4). */
  export function acceptsLanguages(request: Request, ...langs: string[]): string | undefined;
}

declare module "@std/media-types" {
  export function contentType(extensionOrType: string): string | undefined;
}
