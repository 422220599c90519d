/** Keys of small order, found anew by the curve's own equations rather than by the list that is tested. */

import { assert, assertEquals } from "@std/assert";
import { isOfSmallOrder } from "../../../signaling/protocol/key_check.ts";

/** The field and the curve −x² + y² = 1 + d·x²·y² of Ed25519 (RFC 8032 §5.1). */
const P = 2n ** 255n - 19n;
const D = modulo(-121_665n * power(121_666n, P - 2n));
const ROOT_OF_MINUS_1 = power(2n, (P - 1n) / 4n);

function modulo(value: bigint): bigint {
  return ((value % P) + P) % P;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = modulo(base); exponent > 0n; exponent >>= 1n, square = modulo(square * square)) {
    if (exponent & 1n) result = modulo(result * square);
  }
  return result;
}

/** A root of `value`, or null if it has none (P ≡ 5 mod 8). */
function root(value: bigint): bigint | null {
  const guess = power(value, (P + 3n) / 8n);
  return [guess, modulo(guess * ROOT_OF_MINUS_1)].find((candidate) => modulo(candidate * candidate - value) === 0n) ??
    null;
}

/** 32 bytes, the lowest first; with the sign of x in the highest bit. */
function encode(y: bigint, { isNegative = false } = {}): Uint8Array {
  const bytes = Uint8Array.from({ length: 32 }, (_, index) => Number((y >> BigInt(8 * index)) & 255n));
  bytes[31] = (bytes[31] ?? 0) | (isNegative ? 0x80 : 0);
  return bytes;
}

/** The points of order 8 double to (±√−1, 0), so x² = −y², and so d·y⁴ + 2·y² − 1 = 0. */
function findOrder8(): bigint[] {
  const half = root(1n + D) ?? 0n;
  const squares = [half, -half].map((sign) => modulo((sign - 1n) * power(D, P - 2n)));
  return squares.flatMap((square) => {
    const y = root(square);
    return y === null ? [] : [y, modulo(-y)];
  });
}

const ORDER_8 = findOrder8();

Deno.test("Keys of small order are known in every encoding: of order 1, 2, 4 and 8", () => {
  assertEquals(ORDER_8.length, 2);
  // Order 1, 2 and 4, and what is the same modulo P and still fits 255 bits.
  const others = [1n, P - 1n, 0n, P + 1n, P];
  for (const y of [...others, ...ORDER_8]) {
    for (const isNegative of [false, true]) {
      assert(isOfSmallOrder(encode(y, { isNegative })), `${y} ${isNegative}`);
    }
  }
});

Deno.test("Keys beside them, and one made by the book, are not of small order", async () => {
  for (const y of [2n, P - 2n, P + 2n, ...ORDER_8.flatMap((y) => [y - 1n, y + 1n])]) assert(!isOfSmallOrder(encode(y)));
  const { publicKey } = await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"]);
  assert(!isOfSmallOrder(new Uint8Array(await crypto.subtle.exportKey("raw", publicKey))));
});
