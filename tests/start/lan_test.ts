/** What `deno task start:lan` makes and says. */

import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { X509Certificate } from "node:crypto";
import decodeQR from "qr/decode.js";
import { createUrl, findLanAddresses, findLanName, type NetworkInterface } from "../../start/lan_addresses.ts";
import { createCertificate, isGoodFor } from "../../start/lan_certificate.ts";
import { describeLan, drawCode } from "../../start/lan_words.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 10, 27);

function on(name: string, address: string): NetworkInterface {
  return { name, address, family: address.includes(":") ? "IPv6" : "IPv4" };
}

Deno.test("findLanAddresses() finds where a phone can reach this machine, private networks first", () => {
  const interfaces = [
    on("lo", "127.0.0.1"),
    on("lo", "::1"),
    on("docker0", "172.17.0.1"),
    on("br-12ab", "172.18.0.1"),
    on("veth0", "10.9.9.9"),
    on("eth1", "203.0.113.7"),
    on("wlan0", "192.168.1.20"),
    on("wlan0", "fe80::1"),
    on("eth0", "10.0.0.5"),
    on("eth0", "10.0.0.5"),
    on("eth2", "169.254.3.4"),
  ];
  assertEquals(findLanAddresses(interfaces), ["192.168.1.20", "10.0.0.5", "203.0.113.7"]);
  assertEquals(findLanAddresses(interfaces.slice(0, 5)), []);
  const many = Array.from({ length: 9 }, (_, index) => on("eth0", `10.0.0.${index}`));
  assertEquals(findLanAddresses(many).length, 4);
});

Deno.test("findLanName() names the machine as its network does, or not at all", () => {
  assertEquals(findLanName("Kims-Laptop.fritz.box"), "kims-laptop.local");
  for (const name of ["", "localhost", "kim's laptop", "-x"]) assertEquals(findLanName(name), null, name);
});

Deno.test("createUrl() leaves the port of HTTPS out", () => {
  assertEquals(createUrl("10.0.0.5", 5000), "https://10.0.0.5:5000");
  assertEquals(createUrl("kim.local", 443), "https://kim.local");
});

Deno.test("createCertificate() signs for the names and addresses alone, is no authority, and ends within what Apple takes", async () => {
  const hosts = ["localhost", "kim.local", "127.0.0.1", "192.168.1.20"];
  const { certificate, key } = await createCertificate(hosts, NOW_MS);
  const parsed = new X509Certificate(certificate);
  assertEquals(parsed.subjectAltName, "DNS:localhost, DNS:kim.local, IP Address:127.0.0.1, IP Address:192.168.1.20");
  assertEquals([parsed.ca, parsed.issuer === parsed.subject], [false, true]);
  const [fromMs, toMs] = [Date.parse(parsed.validFrom), Date.parse(parsed.validTo)];
  assert(fromMs < NOW_MS && toMs - fromMs <= 397 * DAY_MS, `${parsed.validFrom} to ${parsed.validTo}`);
  assert(parsed.verify(parsed.publicKey));
  // Deno takes the pair, and a client that knows the certificate the server.
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", cert: certificate, key, onListen() {} },
    () => new Response(),
  );
  using connection = await Deno.connectTls({ hostname: "localhost", port: server.addr.port, caCerts: [certificate] });
  await connection.handshake();
  const other = await createCertificate(hosts, NOW_MS);
  assert(other.key !== key && new X509Certificate(other.certificate).serialNumber !== parsed.serialNumber);
});

Deno.test("isGoodFor() asks for another certificate for another address, near the end, and for what is none", async () => {
  const { certificate } = await createCertificate(["localhost", "kim.local", "192.168.1.20"], NOW_MS);
  const cases: [hosts: string[], days: number, isGood: boolean][] = [
    [["localhost", "kim.local", "192.168.1.20"], 0, true],
    [["192.168.1.20"], 0, true],
    [["192.168.1.21"], 0, false],
    [["kim.local.evil.example"], 0, false],
    [["localhost"], 334, true],
    [["localhost"], 336, false],
    [["localhost"], 400, false],
  ];
  for (const [hosts, days, isGood] of cases) {
    assertEquals(isGoodFor(certificate, hosts, NOW_MS + days * DAY_MS), isGood, `${hosts} after ${days} days`);
  }
  for (const text of ["", "x", certificate.slice(0, 100)]) assertEquals(isGoodFor(text, ["localhost"], NOW_MS), false);
});

/** Takes a picture of a code that is drawn in a terminal, dark as a terminal is, each block of the font 8 by 16 pixels. */
function photograph(code: string): { width: number; height: number; data: Uint8Array } {
  const rows = code.split("\n").flatMap((line) => {
    const cells = [...line];
    return [cells.map((cell) => "█▀".includes(cell)), cells.map((cell) => "█▄".includes(cell))];
  });
  const scale = 8;
  const [width, height] = [(rows[0]?.length ?? 0) * scale, rows.length * scale];
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isLight = rows[Math.floor(y / scale)]?.[Math.floor(x / scale)] ?? false;
      data.fill(isLight ? 255 : 0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { width, height, data };
}

Deno.test("drawCode() draws what a camera reads, light on dark whatever the terminal's colours are", () => {
  const url = "https://192.168.1.20:5000";
  assertEquals(decodeQR(photograph(drawCode(url, false))), url);
  const lines = drawCode(url, true).split("\n");
  assert(lines.every((line) => line.startsWith("\x1b[97;40m") && line.endsWith("\x1b[0m")));
});

Deno.test("describeLan() says each address, what browsers warn of, and that there is no network", () => {
  const options = { name: "kim.local", port: 5001, hasColours: false };
  const text = describeLan({ ...options, addresses: ["192.168.1.20", "10.0.0.5"] });
  for (const part of ["https://192.168.1.20:5001", "https://10.0.0.5:5001", "https://kim.local:5001"]) {
    assertStringIncludes(text, `${part}\n`);
  }
  for (const browser of ["Chrome", "Safari", "Firefox"]) assertStringIncludes(text, browser);
  assertStringIncludes(text, "TCP port 5001");
  assertMatch(describeLan({ ...options, addresses: [] }), /^This machine is in no network now/);
});

Deno.test("deno task lan keeps its certificate from one start to the next, and the key from other users", async () => {
  const folder = await Deno.makeTempDir({ prefix: "lan-" });
  try {
    for (const file of ["deno.json", "start.json", "start.lock"]) await Deno.copyFile(ROOT + file, `${folder}/${file}`);
    for (const part of ["start", "signaling", "node_modules"]) await Deno.symlink(ROOT + part, `${folder}/${part}`);
    const run = async () => {
      const env = { NO_COLOR: "1" };
      const { code, stderr } = await new Deno.Command(Deno.execPath(), { args: ["task", "lan"], cwd: folder, env })
        .output();
      assertEquals(code, 0, new TextDecoder().decode(stderr));
      return await Promise.all(["certificate", "key"].map((name) => Deno.readTextFile(`${folder}/.lan/${name}.pem`)));
    };
    const first = await run();
    assertEquals((Deno.statSync(`${folder}/.lan/key.pem`).mode ?? 0) & 0o777, 0o600);
    assertEquals((Deno.statSync(`${folder}/.lan`).mode ?? 0) & 0o777, 0o700);
    assertEquals(await run(), first);
    const { certificate, key } = await createCertificate(["192.0.2.99"], Date.now());
    await Deno.writeTextFile(`${folder}/.lan/certificate.pem`, certificate);
    await Deno.writeTextFile(`${folder}/.lan/key.pem`, key);
    const [other] = await run();
    assert(other !== certificate && isGoodFor(other ?? "", ["localhost", "127.0.0.1"], Date.now()));
    assertEquals((Deno.statSync(`${folder}/.lan/key.pem`).mode ?? 0) & 0o777, 0o600);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
