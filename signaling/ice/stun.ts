/**
 * Answers STUN Binding requests (RFC 8489): it tells a sender the address that its datagram came from.
 *
 * Pure and stateless: takes a datagram and its source, returns a datagram or nothing; `stun_server.ts` owns the
 * sockets. It is the basic server of RFC 8489 §12, without authentication, so that a fresh install needs no third
 * party's.
 *
 * It is of little use to reflect traffic at forged sources (RFC 8489 §16.1.2): one small answer for each request.
 *
 *   answer     request   bytes of STUN     with the headers of UDP and IP
 *   IPv4       bare      32/20 = 1.6       60/48 = 1.25
 *   IPv6       bare      44/20 = 2.2       92/68 = 1.35
 *   420        smallest  36/24 = 1.5       64/52 = 1.23
 *
 * It never sends more, and the standard allows no less; the protocols that are abused for this multiply by ten and
 * more. It answers requests only, and an answer is none, so no two servers can be set against each other, nor one
 * against itself.
 */

import { crc32 } from "node:zlib";
import { parseIpAddress } from "../address/ip_address.ts";

/** Where a datagram came from: an IP address as text, and a UDP port. */
export interface TransportAddress {
  readonly hostname: string;
  readonly port: number;
}

export const HEADER_BYTES = 20;
/** In network byte order at offset 4 (RFC 8489 §5). */
export const MAGIC_COOKIE = 0x2112a442;

/** Method Binding with each class (RFC 8489 §5). */
export const BINDING_REQUEST = 0x0001;
const BINDING_SUCCESS = 0x0101;
const BINDING_ERROR = 0x0111;

/** Attributes that servers and clients of STUN share (RFC 8489 §18.3). */
export const ATTRIBUTE = {
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  unknownAttributes: 0x000a,
  messageIntegritySha256: 0x001c,
  xorMappedAddress: 0x0020,
  fingerprint: 0x8028,
} as const;

/**
 * Attributes that a receiver must understand, and that RFC 8489 §18.3.1 defines: MAPPED-ADDRESS, USERNAME,
 * MESSAGE-INTEGRITY, ERROR-CODE, UNKNOWN-ATTRIBUTES, REALM, NONCE, MESSAGE-INTEGRITY-SHA256, PASSWORD-ALGORITHM,
 * USERHASH, XOR-MAPPED-ADDRESS. They change nothing: what identifies a sender is not asked for here.
 */
const UNDERSTOOD = new Set([0x0001, 0x0006, 0x0008, 0x0009, 0x000a, 0x0014, 0x0015, 0x001c, 0x001d, 0x001e, 0x0020]);
/** From here on an attribute may be ignored by who does not know it (RFC 8489 §14). */
const COMPREHENSION_OPTIONAL = 0x8000;

/** What the CRC is combined with, so that it differs from an application's own (RFC 8489 §14.7). */
const FINGERPRINT_XOR = 0x5354554e;

interface BindingRequest {
  /** Magic cookie and transaction ID: bytes 4 to 19, which an answer repeats. */
  readonly cookieAndTransactionId: Uint8Array;
  readonly hasFingerprint: boolean;
  /** Comprehension-required attributes that are not understood, each once, in order. */
  readonly unknownTypes: readonly number[];
}

interface Attribute {
  readonly type: number;
  readonly value: Uint8Array;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function padToFour(length: number): number {
  return (length + 3) & ~3;
}

function computeFingerprint(bytesBefore: Uint8Array): number {
  return (crc32(bytesBefore) ^ FINGERPRINT_XOR) >>> 0;
}

/** Parses a Binding request (RFC 8489 §5, §6.3); null for anything else, which is dropped without a word. */
function parseBindingRequest(bytes: Uint8Array): BindingRequest | null {
  if (bytes.length < HEADER_BYTES || bytes.length % 4 !== 0) return null;
  const view = viewOf(bytes);
  // Comparing all 16 bits of the type checks the two leading zeros, the class and the method at once.
  if (view.getUint16(0) !== BINDING_REQUEST || view.getUint32(4) !== MAGIC_COOKIE) return null;
  if (view.getUint16(2) !== bytes.length - HEADER_BYTES) return null;

  const unknownTypes = new Set<number>();
  let isPastIntegrity = false;
  let hasFingerprint = false;
  let next = HEADER_BYTES;
  for (let offset = next; offset < bytes.length; offset = next) {
    if (hasFingerprint) return null; // It must be the last one (§14.7).
    const type = view.getUint16(offset);
    const length = view.getUint16(offset + 2);
    next = offset + 4 + padToFour(length);
    if (next > bytes.length) return null;
    if (type === ATTRIBUTE.fingerprint) {
      if (length !== 4 || view.getUint32(offset + 4) !== computeFingerprint(bytes.subarray(0, offset))) return null;
      hasFingerprint = true;
    } else if (type < COMPREHENSION_OPTIONAL && !UNDERSTOOD.has(type) && !isPastIntegrity) {
      unknownTypes.add(type);
    }
    // Whatever follows proves nothing and is to be ignored (§14.5).
    isPastIntegrity ||= type === ATTRIBUTE.messageIntegrity || type === ATTRIBUTE.messageIntegritySha256;
  }
  return { cookieAndTransactionId: bytes.subarray(4, HEADER_BYTES), hasFingerprint, unknownTypes: [...unknownTypes] };
}

/** Encodes an answer to `request`, with a FINGERPRINT if the request has one (RFC 8489 §6.3.1.1). */
function encodeAnswer(type: number, request: BindingRequest, attributes: readonly Attribute[]): Uint8Array {
  const bodyBytes = attributes.reduce((sum, { value }) => sum + 4 + padToFour(value.length), 0);
  const fingerprintOffset = HEADER_BYTES + bodyBytes;
  const bytes = new Uint8Array(fingerprintOffset + (request.hasFingerprint ? 8 : 0));
  const view = viewOf(bytes);
  view.setUint16(0, type);
  view.setUint16(2, bytes.length - HEADER_BYTES); // Counts the FINGERPRINT, also in its own CRC (§14.7).
  bytes.set(request.cookieAndTransactionId, 4);
  let offset = HEADER_BYTES;
  for (const { type, value } of attributes) {
    view.setUint16(offset, type);
    view.setUint16(offset + 2, value.length);
    bytes.set(value, offset + 4);
    offset += 4 + padToFour(value.length);
  }
  if (request.hasFingerprint) {
    view.setUint16(fingerprintOffset, ATTRIBUTE.fingerprint);
    view.setUint16(fingerprintOffset + 2, 4);
    view.setUint32(fingerprintOffset + 4, computeFingerprint(bytes.subarray(0, fingerprintOffset)));
  }
  return bytes;
}

/** Encodes XOR-MAPPED-ADDRESS: combined with the cookie, so that no NAT rewrites it on its way (RFC 8489 §14.2). */
function encodeXorMappedAddress(address: Uint8Array, port: number, cookieAndTransactionId: Uint8Array): Attribute {
  const value = new Uint8Array(4 + address.length);
  const view = viewOf(value);
  value[1] = address.length === 4 ? 1 : 2;
  view.setUint16(2, port ^ (MAGIC_COOKIE >>> 16));
  for (const [index, byte] of address.entries()) value[4 + index] = byte ^ (cookieAndTransactionId[index] ?? 0);
  return { type: ATTRIBUTE.xorMappedAddress, value };
}

/** Encodes 420 and what was not understood (RFC 8489 §14.8, §14.13), without a phrase, which would only add bytes. */
function encodeUnknownAttributes(types: readonly number[]): Attribute[] {
  const list = new Uint8Array(types.length * 2);
  for (const [index, type] of types.entries()) viewOf(list).setUint16(index * 2, type);
  return [
    { type: ATTRIBUTE.errorCode, value: Uint8Array.of(0, 0, 4, 20) },
    { type: ATTRIBUTE.unknownAttributes, value: list },
  ];
}

/**
 * Answers one datagram that came from `source`, or returns null to drop it. Never throws.
 * The answer is a copy, so the caller may use its buffer again.
 */
export function answerBinding(bytes: Uint8Array, source: TransportAddress): Uint8Array | null {
  const request = parseBindingRequest(bytes);
  if (request === null || source.port === 0) return null; // Nothing can be sent to port 0.
  if (request.unknownTypes.length > 0) {
    return encodeAnswer(BINDING_ERROR, request, encodeUnknownAttributes(request.unknownTypes));
  }
  const address = parseIpAddress(source.hostname);
  if (address === null) return null;
  const mapped = encodeXorMappedAddress(address, source.port, request.cookieAndTransactionId);
  return encodeAnswer(BINDING_SUCCESS, request, [mapped]);
}
