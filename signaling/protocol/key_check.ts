/**
 * Public keys of small order, under which a signature proves nothing: nobody may have an ID by one. Part of the
 * protocol; no Deno, no DOM.
 */

/**
 * The y coordinates of the curve's points of small order, in every encoding (RFC 8032 §5.1.2; Chalkias et al., "Taming
 * the many EdDSAs", 2020). Under such a key one signature fits many messages or all, so it proves nothing; whoever made
 * a key by the book has none. WebCrypto need not refuse them, and Deno's does not.
 */
const SMALL_ORDER_KEYS = new Set([
  "00".repeat(32),
  `01${"00".repeat(31)}`,
  `ec${"ff".repeat(30)}7f`,
  `ed${"ff".repeat(30)}7f`,
  `ee${"ff".repeat(30)}7f`,
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
]);

/** Tells whether the raw 32 bytes of an Ed25519 key are of a key that proves nothing. */
export function isOfSmallOrder(publicKey: Uint8Array): boolean {
  const y = publicKey.with(31, (publicKey[31] ?? 0) & 0x7f); // Without the sign of x.
  return SMALL_ORDER_KEYS.has([...y].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
}
