/**
 * Makes a certificate for this machine's names and addresses, signed by its own key (RFC 5280), and tells whether one
 * that there is still does.
 *
 * It signs for nothing else, so that whoever tells a browser to accept it trusts this machine and no authority. It
 * touches no file. `lan.ts` calls it.
 */

import { Integer, OctetString, Utf8String } from "asn1js";
import { X509Certificate } from "node:crypto";
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  GeneralName,
  GeneralNames,
} from "pkijs";
import { parseIpAddress } from "../signaling/address/ip_address.ts";

const DAY_MS = 86_400_000;
/** Apple's systems take no more than 397. */
const VALID_DAYS = 365;
/** A phone's clock may be behind. */
const SINCE_DAYS = 1;
/** With less left, another is made. */
const REMAINING_DAYS_MIN = 30;

const COMMON_NAME = "2.5.4.3";
const SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
/** Of GeneralName (RFC 5280 §4.2.1.6). */
const [DNS_NAME, IP_ADDRESS] = [2, 7] as const;

export interface PemPair {
  readonly certificate: string;
  readonly key: string;
}

function encodePem(label: string, bytes: ArrayBuffer): string {
  const lines = new Uint8Array(bytes).toBase64().replace(/.{64}(?=.)/g, "$&\n");
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}

function createExtension(extnID: string, value: { toSchema(): { toBER(): ArrayBuffer } }, critical = false): Extension {
  return new Extension({ extnID, critical, extnValue: value.toSchema().toBER() });
}

function createName(host: string): GeneralName {
  const address = parseIpAddress(host);
  if (address === null) return new GeneralName({ type: DNS_NAME, value: host });
  return new GeneralName({ type: IP_ADDRESS, value: new OctetString({ valueHex: new Uint8Array(address).buffer }) });
}

/** 127 bits, positive and not beginning with a zero, which DER would not keep (RFC 5280 §4.1.2.2). */
function createSerialNumber(): Integer {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[0] = (bytes[0] ?? 0) & 0x7f | 0x40;
  return new Integer({ valueHex: bytes.buffer });
}

/** @param hosts DNS names and IP addresses that it is good for */
export async function createCertificate(hosts: readonly string[], nowMs: number): Promise<PemPair> {
  const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const certificate = new Certificate();
  certificate.version = 2; // The third.
  certificate.serialNumber = createSerialNumber();
  for (const { typesAndValues } of [certificate.issuer, certificate.subject]) {
    const value = new Utf8String({ value: "Video calling in this network" });
    typesAndValues.push(new AttributeTypeAndValue({ type: COMMON_NAME, value }));
  }
  certificate.notBefore.value = new Date(nowMs - SINCE_DAYS * DAY_MS);
  certificate.notAfter.value = new Date(nowMs + VALID_DAYS * DAY_MS);
  certificate.extensions = [
    createExtension("2.5.29.19", new BasicConstraints({ cA: false }), true),
    createExtension("2.5.29.37", new ExtKeyUsage({ keyPurposes: [SERVER_AUTHENTICATION] })),
    createExtension("2.5.29.17", new GeneralNames({ names: hosts.map(createName) })),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(keys.privateKey, "SHA-256");
  return {
    certificate: encodePem("CERTIFICATE", certificate.toSchema(true).toBER()),
    key: encodePem("PRIVATE KEY", await crypto.subtle.exportKey("pkcs8", keys.privateKey)),
  };
}

/** Tells whether a certificate is good for all of `hosts`, and for some weeks more. */
export function isGoodFor(pem: string, hosts: readonly string[], nowMs: number): boolean {
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(pem);
  } catch {
    return false; // Whatever it is, it is no certificate.
  }
  const remainingMs = Date.parse(certificate.validTo) - nowMs;
  const names = new Set(certificate.subjectAltName?.split(", ").map((name) => name.replace(/^.*:/, "")));
  return remainingMs > REMAINING_DAYS_MIN * DAY_MS && hosts.every((host) => names.has(host));
}
