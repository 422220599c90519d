/**
 * As much of a STUN and TURN client (RFC 8489, RFC 8656) as tells whether a server answers, and takes our credentials:
 * one Binding, or one allocation that is given back at once. By UDP, TCP or TLS.
 */

/// <reference lib="deno.unstable" />

import { createHash, createHmac } from "node:crypto";
import { Buffer } from "node:buffer";
import { ATTRIBUTE as STUN_ATTRIBUTE, BINDING_REQUEST, HEADER_BYTES, MAGIC_COOKIE } from "../signaling/ice/stun.ts";
import { PATIENCE_MS, within } from "./finding.ts";

export interface IceAddress {
  readonly hostname: string;
  readonly port: number;
  readonly transport: "udp" | "tcp" | "tls";
}

export interface Credentials {
  readonly username: string;
  readonly credential: string;
}

/** Requests of TURN (RFC 8656 §17). */
const ALLOCATE_REQUEST = 0x0003;
const REFRESH_REQUEST = 0x0004;
/** Those of STUN, with what only an authenticated client needs (RFC 8489 §18.3, RFC 8656 §18). */
const ATTRIBUTE = {
  ...STUN_ATTRIBUTE,
  username: 0x0006,
  lifetime: 0x000d,
  realm: 0x0014,
  nonce: 0x0015,
  xorRelayedAddress: 0x0016,
  requestedTransport: 0x0019,
} as const;
const UDP = Uint8Array.of(17, 0, 0, 0);
/** A request by UDP is repeated until it is answered (RFC 8489 §6.2.1), in milliseconds. */
const REPEAT_MS = 500;

type Attributes = ReadonlyMap<number, Buffer>;

interface Answer {
  /** 0 when the request was granted, or the error's (RFC 8489 §14.8). */
  readonly code: number;
  readonly attributes: Attributes;
}

function encodeAttribute(type: number, value: Uint8Array): Buffer {
  const bytes = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4);
  bytes.writeUInt16BE(type, 0);
  bytes.writeUInt16BE(value.length, 2);
  bytes.set(value, 4);
  return bytes;
}

function encodeRequest(method: number, attributes: readonly Buffer[], key: Uint8Array | null): Buffer {
  const body = Buffer.concat(attributes);
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16BE(method, 0);
  header.writeUInt16BE(body.length + (key === null ? 0 : 24), 2); // The integrity counts itself (RFC 8489 §14.5).
  header.writeUInt32BE(MAGIC_COOKIE, 4);
  crypto.getRandomValues(header.subarray(8));
  const message = Buffer.concat([header, body]);
  if (key === null) return message;
  const mac = createHmac("sha1", key).update(message).digest();
  return Buffer.concat([message, encodeAttribute(ATTRIBUTE.messageIntegrity, mac)]);
}

function parseAnswer(bytes: Uint8Array): Answer {
  const message = Buffer.from(bytes);
  const attributes = new Map<number, Buffer>();
  for (let offset = HEADER_BYTES; offset + 4 <= message.length;) {
    const length = message.readUInt16BE(offset + 2);
    attributes.set(message.readUInt16BE(offset), message.subarray(offset + 4, offset + 4 + length));
    offset += 4 + Math.ceil(length / 4) * 4;
  }
  const error = attributes.get(ATTRIBUTE.errorCode);
  return { code: error === undefined ? 0 : (error[2] ?? 0) * 100 + (error[3] ?? 0), attributes };
}

/** Reads a XOR'd IPv4 address as text; null for another family. */
function readIpv4({ attributes }: Answer, type: number): string | null {
  const value = attributes.get(type);
  if (value === undefined || value[1] !== 1) return null;
  const address = (value.readUInt32BE(4) ^ MAGIC_COOKIE) >>> 0;
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join(".");
}

interface Channel extends Disposable {
  /** Sends a request and resolves with the bytes of its answer. */
  ask(request: Uint8Array): Promise<Uint8Array>;
}

function openUdp({ hostname, port }: IceAddress): Channel {
  const isIpv6 = hostname.includes(":");
  const socket = Deno.listenDatagram({ transport: "udp", hostname: isIpv6 ? "::" : "0.0.0.0", port: 0 });
  return {
    async ask(request) {
      const send = () => socket.send(request, { transport: "udp", hostname, port });
      await send();
      const timer = setInterval(() => void send().catch(() => clearInterval(timer)), REPEAT_MS);
      try {
        for (;;) {
          const [answer] = await socket.receive();
          if (Buffer.from(answer.subarray(8, 20)).equals(request.subarray(8, 20))) return answer;
        }
      } finally {
        clearInterval(timer);
      }
    },
    [Symbol.dispose]: () => socket.close(),
  };
}

async function openStream({ hostname, port, transport }: IceAddress): Promise<Channel> {
  const connect = (): Promise<Deno.Conn> =>
    transport === "tls" ? Deno.connectTls({ hostname, port }) : Deno.connect({ hostname, port });
  const connection = await within(connect(), "connection");
  const read = async (length: number) => {
    const bytes = new Uint8Array(length);
    for (let offset = 0; offset < length;) {
      const count = await connection.read(bytes.subarray(offset));
      if (count === null) throw new Error("the connection was closed");
      offset += count;
    }
    return bytes;
  };
  return {
    async ask(request) {
      for (let sent = 0; sent < request.length;) sent += await connection.write(request.subarray(sent));
      const header = await read(HEADER_BYTES);
      const body = await read(Buffer.from(header).readUInt16BE(2));
      return Buffer.concat([header, body]);
    },
    [Symbol.dispose]: () => connection.close(),
  };
}

async function open(address: IceAddress): Promise<Channel> {
  return address.transport === "udp" ? openUdp(address) : await openStream(address);
}

/** Asks a STUN server for the own address. Rejects if there is no answer. */
export async function bind(address: IceAddress): Promise<string | null> {
  using channel = await open(address);
  const answer = parseAnswer(await within(channel.ask(encodeRequest(BINDING_REQUEST, [], null)), "answer"));
  return readIpv4(answer, ATTRIBUTE.xorMappedAddress);
}

/** Asks a TURN server for a relay and gives it back. Returns the error's code, or 0 and the relay's address. */
export async function allocate(
  address: IceAddress,
  { username, credential }: Credentials,
): Promise<{ code: number; relayedAddress: string | null }> {
  using channel = await open(address);
  const ask = async (method: number, attributes: readonly Buffer[], key: Uint8Array | null) =>
    parseAnswer(await within(channel.ask(encodeRequest(method, attributes, key)), "answer", PATIENCE_MS));
  const wish = encodeAttribute(ATTRIBUTE.requestedTransport, UDP);
  const challenge = await ask(ALLOCATE_REQUEST, [wish], null); // 401, with what to sign.
  const [realm, nonce] = [challenge.attributes.get(ATTRIBUTE.realm), challenge.attributes.get(ATTRIBUTE.nonce)];
  if (realm === undefined || nonce === undefined) return { code: challenge.code, relayedAddress: null };
  const proof = [
    encodeAttribute(ATTRIBUTE.username, Buffer.from(username)),
    encodeAttribute(ATTRIBUTE.realm, realm),
    encodeAttribute(ATTRIBUTE.nonce, nonce),
  ];
  const key = createHash("md5").update(`${username}:${realm}:${credential}`).digest(); // RFC 8489 §9.2.2
  const answer = await ask(ALLOCATE_REQUEST, [wish, ...proof], key);
  if (answer.code === 0) {
    await ask(REFRESH_REQUEST, [encodeAttribute(ATTRIBUTE.lifetime, new Uint8Array(4)), ...proof], key);
  }
  return { code: answer.code, relayedAddress: readIpv4(answer, ATTRIBUTE.xorRelayedAddress) };
}
