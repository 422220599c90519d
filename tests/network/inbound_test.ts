/** The firewall that bounds how fast one address may send to the web server: whom it slows down, and whom not. */

import { assert, assertEquals } from "@std/assert";
import { isMissing } from "../doubles/programs.ts";

const FIREWALL = new URL("../../deploy/nftables/inbound.nft", import.meta.url).pathname;
const SCENE = new URL("inbound_scene.ts", import.meta.url).pathname;
const KIB = 1_024;
/** 1 MiB at once and 256 KiB a second, for 3 s, and as much again in headers as TCP has. */
const SLOWED_KIB_MAX = (1_024 + 3 * 256) * 1.2;
/** Less than a hundredth of what this cable carries. */
const FREE_KIB_MIN = 10 * SLOWED_KIB_MAX;

async function run(command: readonly string[], input = ""): Promise<string> {
  const [program = "", ...args] = command;
  const child = new Deno.Command(program, { args, stdin: "piped", stdout: "piped", stderr: "piped" }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(input));
  await writer.close();
  const { success, stdout, stderr } = await child.output();
  if (!success) throw new Error(`Cannot ${command.join(" ")}: ${new TextDecoder().decode(stderr)}`);
  return new TextDecoder().decode(stdout);
}

const SERVER = { ipv4: "203.0.113.10", ipv6: "2001:db8::10" };
const SENDERS = ["203.0.113.2", "203.0.113.3", "203.0.113.4", "203.0.113.5", "2001:db8:0:100::2", "2001:db8:0:1ff::2"]
  .concat("2001:db8:0:200::2");
/** What a container engine does for a published port. */
const PUBLISHED = `table ip containers {
  chain prerouting { type nat hook prerouting priority dstnat; tcp dport 5000 redirect to :8443; }
}`;

/** Two network namespaces with a cable between them, and the firewall in the server's. */
class Cable implements AsyncDisposable {
  readonly #tag = `vc${crypto.randomUUID().slice(0, 6)}`;

  at(place: "srv" | "far", ...command: string[]): string[] {
    return ["ip", "netns", "exec", `${this.#tag}-${place}`, ...command];
  }

  async lay(): Promise<void> {
    const [server, far] = [`${this.#tag}-srv`, `${this.#tag}-far`];
    for (const name of [server, far]) await run(["ip", "netns", "add", name]);
    await run(["ip", "link", "add", "cable", "netns", server, ..."type veth peer name cable netns".split(" "), far]);
    for (const [name, addresses] of [[server, Object.values(SERVER)], [far, SENDERS]] as const) {
      for (const address of addresses) {
        const words = address.includes(":")
          ? [`${address}/32`, "dev", "cable", "nodad"]
          : [`${address}/24`].concat("dev", "cable");
        await run(["ip", "-n", name, "address", "add", ...words]);
      }
      for (const device of ["lo", "cable"]) await run(["ip", "-n", name, "link", "set", device, "up"]);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const place of ["srv", "far"]) await run(["ip", "netns", "delete", `${this.#tag}-${place}`]);
  }
}

const NAME = "The firewall slows one IPv4 address or /56 down at the web server's ports, and nobody and nothing else";
Deno.test({
  name: NAME,
  ignore: isMissing(NAME, { ip: "iproute2", nft: "nftables" }),
  async fn() {
    await using cable = new Cable();
    await cable.lay();
    await run(cable.at("srv", "nft", "--file", "-"), PUBLISHED);
    for (let time = 0; time < 2; time++) await run(cable.at("srv", "nft", "--file", FIREWALL));
    const tables = await run(cable.at("srv", "nft", "list", "tables"));
    assertEquals(tables.trim().split("\n").sort(), ["table inet video_calling_inbound", "table ip containers"]);

    const [program = "", ...args] = cable.at(
      "srv",
      Deno.execPath(),
      "run",
      "--allow-all",
      SCENE,
      "sink",
      "443",
      "8443",
    );
    const sink = new Deno.Command(program, { args, stdout: "piped", stderr: "inherit" }).spawn();
    const output = sink.stdout.getReader();
    await output.read();
    const send = async (place: "srv" | "far", ways: readonly string[]): Promise<number[]> =>
      JSON.parse(await run(cable.at(place, Deno.execPath(), "run", "--allow-all", SCENE, "send", ...ways)))
        .map((bytes: number) => bytes / KIB);

    const toIpv6 = `${SERVER.ipv6}:443`;
    const [one = 0, other = 0, first = 0, second = 0, third = 0, published = 0] = await send("far", [
      `203.0.113.2>${SERVER.ipv4}:443`,
      `203.0.113.3>${SERVER.ipv4}:443`,
      ...SENDERS.slice(4).map((address) => `${address}>${toIpv6}`),
      `203.0.113.4>${SERVER.ipv4}:5000`,
    ]);
    const slowed = { one, other, "a /56": first + second, "another /56": third, "a published port": published };
    for (const [what, kib] of Object.entries(slowed)) {
      assert(kib > 512 && kib < SLOWED_KIB_MAX, `${what}: ${kib} KiB in 3 s`);
    }
    const [elsewhere = 0] = await send("far", [`203.0.113.5>${SERVER.ipv4}:8443`]);
    const [own = 0] = await send("srv", [`${SERVER.ipv4}>${SERVER.ipv4}:443`]);
    for (const [what, kib] of Object.entries({ "another port": elsewhere, "the machine itself": own })) {
      assert(kib > FREE_KIB_MIN, `${what}: ${kib} KiB in 3 s`);
    }
    console.log({ ...slowed, elsewhere, own });
    sink.kill("SIGKILL");
    await Promise.all([sink.status, output.cancel()]);
  },
});
