/**
 * A small TURN client (RFC 8656) that asks a relay for what a hostile one would: permissions for any peer address. Run
 * as a program it prints one line of JSON, so that it can run inside a network namespace:
 *
 *   turn_client.ts SERVER PORT USERNAME CREDENTIAL PEER…  →  {"192.0.2.1": 0, "10.0.0.1": 403, …, "relayed": true}
 *
 * 0 means granted; `relay` is what another allocation's address got, and `relayed` whether a datagram came there.
 * `service` tells whether one came to a UDP service that listens on all addresses of the relay's machine, which is this.
 */

/// <reference lib="deno.unstable" />

import { createHash, createHmac } from "node:crypto";
import { Buffer } from "node:buffer";
import { parseIpAddress } from "../../signaling/address/ip_address.ts";

const COOKIE = Buffer.from([0x21, 0x12, 0xa4, 0x42]);
const METHOD = { allocate: 0x003, createPermission: 0x008, channelBind: 0x009, send: 0x016, data: 0x017 } as const;
const INDICATION = 0x010;
const ATTRIBUTE = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  channelNumber: 0x000c,
  peerAddress: 0x0012,
  data: 0x0013,
  realm: 0x0014,
  nonce: 0x0015,
  relayedAddress: 0x0016,
  addressFamily: 0x0017,
  transport: 0x0019,
} as const;

/** Where such a service listens: not where relays do. */
const SERVICE_PORT = 53;

/** Requests are repeated until they are answered (RFC 8489 §6.2.1), in milliseconds. */
const RETRANSMIT_MS = 500;

type Attributes = ReadonlyMap<number, Buffer>;
type Address = { readonly bytes: Uint8Array; readonly port: number };

function encodeAttribute(type: number, value: Uint8Array): Buffer {
  const bytes = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4);
  bytes.writeUInt16BE(type);
  bytes.writeUInt16BE(value.length, 2);
  bytes.set(value, 4);
  return bytes;
}

function xor(bytes: Uint8Array, id: Buffer): Buffer {
  const key = Buffer.concat([COOKIE, id]);
  return Buffer.from(bytes.map((byte, index) => byte ^ (key[index] ?? 0)));
}

function encodePeer({ bytes, port }: Address, id: Buffer): Buffer {
  const value = Buffer.concat([Buffer.from([0, bytes.length === 4 ? 1 : 2, 0, 0]), xor(bytes, id)]);
  value.writeUInt16BE(port ^ 0x2112, 2);
  return encodeAttribute(ATTRIBUTE.peerAddress, value);
}

function parseAttributes(message: Buffer): Attributes {
  const attributes = new Map<number, Buffer>();
  for (let offset = 20; offset + 4 <= message.length;) {
    const length = message.readUInt16BE(offset + 2);
    attributes.set(message.readUInt16BE(offset), message.subarray(offset + 4, offset + 4 + length));
    offset += 4 + Math.ceil(length / 4) * 4;
  }
  return attributes;
}

export class TurnClient {
  readonly #socket: Deno.DatagramConn;
  readonly #server: Deno.NetAddr;
  readonly #username: string;
  readonly #credential: string;
  #realm: Buffer = Buffer.alloc(0);
  #nonce: Buffer = Buffer.alloc(0);
  relayed: Address | null = null;

  constructor(hostname: string, port: number, username: string, credential: string) {
    this.#server = { transport: "udp", hostname, port };
    this.#username = username;
    this.#credential = credential;
    this.#socket = Deno.listenDatagram({ transport: "udp", hostname, port: 0 });
  }

  /** Asks for a relayed address of the family; throws unless it gets one. */
  async allocate(family: 1 | 2): Promise<void> {
    const code = await this.tryToAllocate(family);
    if (code !== 0) throw new Error(`Cannot allocate: ${code}`);
  }

  /** Asks for a relayed address of the family, and returns 0 or the code of the refusal. */
  async tryToAllocate(family: 1 | 2): Promise<number> {
    const ask = () => [
      encodeAttribute(ATTRIBUTE.transport, Uint8Array.of(17, 0, 0, 0)),
      encodeAttribute(ATTRIBUTE.addressFamily, Uint8Array.of(family, 0, 0, 0)),
    ];
    await this.request(METHOD.allocate, ask); // 401, with realm and nonce.
    const { code, attributes, id } = await this.request(METHOD.allocate, ask);
    const value = attributes.get(ATTRIBUTE.relayedAddress);
    if (code !== 0 || value === undefined) return code;
    this.relayed = { bytes: xor(value.subarray(4), id), port: value.readUInt16BE(2) ^ 0x2112 };
    return 0;
  }

  async permit(peer: Address): Promise<number> {
    return (await this.request(METHOD.createPermission, (id) => [encodePeer(peer, id)])).code;
  }

  async bindChannel(peer: Address, channel: number): Promise<number> {
    const number = encodeAttribute(ATTRIBUTE.channelNumber, Uint8Array.of(channel >> 8, channel & 255, 0, 0));
    return (await this.request(METHOD.channelBind, (id) => [number, encodePeer(peer, id)])).code;
  }

  async send(peer: Address, text: string): Promise<void> {
    const id = Buffer.from(crypto.getRandomValues(new Uint8Array(12)));
    const attributes = [encodePeer(peer, id), encodeAttribute(ATTRIBUTE.data, new TextEncoder().encode(text))];
    await this.#socket.send(this.#encode(METHOD.send | INDICATION, id, attributes), this.#server);
  }

  async receiveData(): Promise<string> {
    for (;;) {
      const message = Buffer.from((await this.#socket.receive())[0]);
      if (message.readUInt16BE() !== (METHOD.data | INDICATION)) continue;
      return parseAttributes(message).get(ATTRIBUTE.data)?.toString() ?? "";
    }
  }

  async request(
    method: number,
    create: (id: Buffer) => Buffer[],
  ): Promise<{ code: number; attributes: Attributes; id: Buffer }> {
    const id = Buffer.from(crypto.getRandomValues(new Uint8Array(12)));
    const name = [
      encodeAttribute(ATTRIBUTE.username, new TextEncoder().encode(this.#username)),
      encodeAttribute(ATTRIBUTE.realm, this.#realm),
      encodeAttribute(ATTRIBUTE.nonce, this.#nonce),
    ];
    const hasNonce = this.#nonce.length > 0;
    let message = this.#encode(method, id, [...create(id), ...(hasNonce ? name : [])]);
    if (hasNonce) message = this.#sign(message);
    const send = () => void this.#socket.send(message, this.#server).catch(console.error);
    send();
    const timer = setInterval(send, RETRANSMIT_MS);
    try {
      return await this.#receiveAnswer(id);
    } finally {
      clearInterval(timer);
    }
  }

  async #receiveAnswer(id: Buffer): Promise<{ code: number; attributes: Attributes; id: Buffer }> {
    for (;;) {
      const answer = Buffer.from((await this.#socket.receive())[0]);
      if (!answer.subarray(8, 20).equals(id)) continue;
      const attributes = parseAttributes(answer);
      this.#realm = attributes.get(ATTRIBUTE.realm) ?? this.#realm;
      this.#nonce = attributes.get(ATTRIBUTE.nonce) ?? this.#nonce;
      const error = attributes.get(ATTRIBUTE.errorCode);
      return { code: error === undefined ? 0 : (error[2] ?? 0) * 100 + (error[3] ?? 0), attributes, id };
    }
  }

  close(): void {
    this.#socket.close();
  }

  #encode(type: number, id: Buffer, attributes: readonly Buffer[]): Buffer<ArrayBuffer> {
    const body = Buffer.concat(attributes);
    const head = Buffer.alloc(4);
    head.writeUInt16BE(type);
    head.writeUInt16BE(body.length, 2);
    return Buffer.concat([head, COOKIE, id, body]);
  }

  /** Adds MESSAGE-INTEGRITY under the long-term key (RFC 8489 §9.2.2, §14.5). */
  #sign(message: Buffer): Buffer<ArrayBuffer> {
    const key = createHash("md5").update(`${this.#username}:${this.#realm}:${this.#credential}`).digest();
    message.writeUInt16BE(message.length - 20 + 24, 2);
    const mac = createHmac("sha1", key).update(message).digest();
    return Buffer.concat([message, encodeAttribute(ATTRIBUTE.messageIntegrity, mac)]);
  }
}

function parsePeer(text: string): Uint8Array {
  if (/^::ffff:\d/i.test(text)) { // As 16 bytes, which is the point of asking for it.
    const last = text.slice(7).split(".").map(Number);
    return Uint8Array.of(...new Array<number>(10).fill(0), 255, 255, ...last);
  }
  const bytes = parseIpAddress(text);
  if (bytes === null) throw new Error(`${text} is no address`);
  return bytes;
}

if (import.meta.main) {
  const [server = "", port = "", username = "", credential = "", ...peers] = Deno.args;
  const results: Record<string, number | boolean> = {};
  const create = async (family: 1 | 2) => {
    const client = new TurnClient(server, Number(port), username, credential);
    await client.allocate(family);
    return client;
  };
  const clients = { 4: await create(1), 16: await create(2) };
  for (const [index, text] of peers.entries()) {
    const peer = { bytes: parsePeer(text), port: 80 };
    const client = peer.bytes.length === 4 ? clients[4] : clients[16];
    const codes = [await client.permit(peer), await client.bindChannel(peer, 0x4000 + index)];
    results[text] = Math.min(...codes); // Either would do for an attacker.
  }
  const [one, other] = [await create(1), await create(1)];
  if (one.relayed === null || other.relayed === null) throw new Error("No relayed address");
  results.relay = Math.max(await one.permit(other.relayed), await other.permit(one.relayed));
  if (results.relay === 0) {
    const service = Deno.listenDatagram({ transport: "udp", hostname: "0.0.0.0", port: SERVICE_PORT });
    await one.send({ bytes: parsePeer(server), port: SERVICE_PORT }, "by a relay");
    await one.send(other.relayed, "by two relays");
    results.relayed = await other.receiveData() === "by two relays";
    const place: Deno.NetAddr = { transport: "udp", hostname: server, port: SERVICE_PORT };
    await service.send(new TextEncoder().encode("by itself"), place); // Comes behind what was relayed before.
    results.service = new TextDecoder().decode((await service.receive())[0]) !== "by itself";
    service.close();
  }
  console.log(JSON.stringify(results));
  for (const client of [clients[4], clients[16], one, other]) client.close();
}
