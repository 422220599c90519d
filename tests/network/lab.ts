/**
 * A small internet of network namespaces, for tests that need NATs, dead links and bad paths:
 *
 *   a ── nata ──┐                    each home has a private network and a router with a NAT of its kind;
 *               inet ── srv          srv has the public address; nothing leaves the machine
 *   b ── natb ──┘
 *
 * Needs root, iproute2 and nftables. Names carry a random tag, so that runs do not meet; disposing removes all of it.
 */

/**
 * How a router maps an inner port: to the same outer one (`cone`), to a random one while two inner ports want the same
 * (`random`), to a random one for each destination (`fully-random`, where only a relay helps); or no UDP at all.
 */
export const NATS = ["cone", "random", "fully-random", "block-udp"] as const;
export type Nat = typeof NATS[number];
export type Home = "a" | "b";
type Place = Home | "nata" | "natb" | "inet" | "srv";

export const SERVER_ADDRESS = "203.0.113.10";
const PLACES: readonly Place[] = ["a", "b", "nata", "natb", "inet", "srv"];
const HOMES = {
  a: { subnet: "10.1.0", other: "10.3.0", wan: "203.0.113.2" },
  b: { subnet: "10.2.0", other: "10.4.0", wan: "203.0.113.3" },
};

async function run(command: readonly string[], input = ""): Promise<string> {
  const [program = "", ...args] = command;
  const child = new Deno.Command(program, { args, stdin: "piped", stdout: "piped", stderr: "piped" }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(input));
  await writer.close();
  const { success, stdout, stderr } = await child.output();
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  if (!success) throw new Error(`Cannot ${command.join(" ")}: ${decode(stderr)}`);
  return decode(stdout);
}

export class Lab implements AsyncDisposable {
  readonly #tag = `vc${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36).slice(0, 5)}`;
  readonly #folder: string;
  /** The homes that are on their other network. */
  readonly #moved = new Set<Home>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async create(nats: Readonly<Record<Home, Nat>>): Promise<Lab> {
    const lab = new Lab(await Deno.makeTempDir({ prefix: "network-lab-" }));
    try {
      await lab.#build(nats);
    } catch (error) {
      await lab[Symbol.asyncDispose]();
      throw error;
    }
    return lab;
  }

  /** A folder of this lab's own, which goes with it. */
  get folder(): string {
    return this.#folder;
  }

  namespaceOf(place: Place): string {
    return `${this.#tag}-${place}`;
  }

  /** Runs a program at a place and returns what it prints. */
  run(place: Place, command: readonly string[], input?: string): Promise<string> {
    return run(["ip", "netns", "exec", this.namespaceOf(place), ...command], input);
  }

  /** Writes a script that starts `program` at a place, to hand to whoever wants one executable. */
  async writeWrapper(place: Place, program: string): Promise<string> {
    const path = `${this.#folder}/${place}-${program.split("/").at(-1)}`;
    await Deno.writeTextFile(path, `#!/bin/sh\nexec ip netns exec ${this.namespaceOf(place)} ${program} "$@"\n`);
    await Deno.chmod(path, 0o755);
    return path;
  }

  /** Cuts a home's cable at its router, so that its own interface stays up and nothing is told. */
  async cut(home: Home): Promise<void> {
    await this.#ip(`nat${home}`, "link set wan down");
  }

  async mend(home: Home): Promise<void> {
    await this.#ip(`nat${home}`, "link set wan up");
    await this.#ip(`nat${home}`, "route replace default via 203.0.113.1");
  }

  /** Moves a home to its other network: a new address, the old one gone; as from Wi-Fi to mobile, and back again. */
  async changeAddress(home: Home): Promise<void> {
    const { subnet, other } = HOMES[home];
    const [to, gateway, from] = this.#moved.has(home) ? ["lan", subnet, "other"] : ["other", other, "lan"];
    if (!this.#moved.delete(home)) this.#moved.add(home);
    await this.#ip(home, `link set ${to} up`);
    await this.#ip(home, `route replace default via ${gateway}.1`);
    await this.#ip(home, `link set ${from} down`);
  }

  /** Puts a router of another kind in front of a home: what is open stays so, and what is new goes by the new rules. */
  async changeNat(home: Home, nat: Nat): Promise<void> {
    await this.#route(`nat${home}`, nat);
  }

  /** Drops UDP at a home's router, or lets it through again. */
  async blockUdp(home: Home, isBlocked: boolean): Promise<void> {
    await this.#filter(home, "udp", isBlocked ? "meta l4proto udp drop" : null);
  }

  /** Drops a share of all packets at a home's router, both ways. */
  async lose(home: Home, percent: number): Promise<void> {
    await this.#filter(home, "loss", percent === 0 ? null : `numgen random mod 100 < ${percent} drop`);
  }

  /** Lets no more out of a home than so much a second, and keeps what is over that waiting, for so long at most. */
  async narrow(home: Home, { mbitPerSecond, queueMs }: { mbitPerSecond: number; queueMs: number }): Promise<void> {
    const rate = `rate ${mbitPerSecond}mbit burst 3kb latency ${queueMs}ms`;
    await this.run(`nat${home}`, `tc qdisc replace dev wan root tbf ${rate}`.split(" "));
  }

  /** Lets out of a home all that it sends, after `narrow()`. */
  async widen(home: Home): Promise<void> {
    await this.run(`nat${home}`, "tc qdisc del dev wan root".split(" "));
  }

  /** Delays what passes a home's router, each way, by a program that takes packets from a kernel queue. */
  async delay(home: Home, { ms, jitterMs }: { ms: number; jitterMs: number }): Promise<Disposable> {
    // By iptables: a kernel may lack nftables' own queue statement and still have this.
    await this.run(`nat${home}`, "iptables -I FORWARD -j NFQUEUE --queue-num 0".split(" "));
    const script = new URL("./delay.py", import.meta.url).pathname;
    const child = new Deno.Command("ip", {
      args: ["netns", "exec", this.namespaceOf(`nat${home}`), "python3", script, String(ms), String(jitterMs)],
      stdout: "piped",
    }).spawn();
    const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
    for (let said = ""; !said.includes("bound");) {
      const { value, done } = await reader.read();
      if (done) throw new Error("Cannot delay packets: the program ended");
      said += value;
    }
    // Its output stays open: it would end by writing to nobody.
    return { [Symbol.dispose]: () => child.kill("SIGKILL") };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const place of PLACES) {
      const name = this.namespaceOf(place);
      const pids = await run(["ip", "netns", "pids", name]).catch(() => "");
      for (const pid of pids.split("\n").filter(Boolean)) {
        try {
          Deno.kill(Number(pid), "SIGKILL");
        } catch (error) {
          if (!(error instanceof Deno.errors.NotFound)) throw error; // It ended by itself meanwhile.
        }
      }
      await run(["ip", "netns", "del", name]).catch(() => ""); // It was never made.
    }
    await Deno.remove(this.#folder, { recursive: true });
  }

  async #ip(place: Place, words: string): Promise<void> {
    await run(["ip", "-n", this.namespaceOf(place), ...words.split(" ")]);
  }

  async #filter(home: Home, name: string, rule: string | null): Promise<void> {
    const table = `add table ip lab_${name}\ndelete table ip lab_${name}\n`;
    const chain = rule === null ? "" : `table ip lab_${name} {
      chain forward { type filter hook forward priority -10; ${rule}; }
    }\n`;
    await this.run(`nat${home}`, ["nft", "-f", "-"], table + chain);
  }

  async #build(nats: Readonly<Record<Home, Nat>>): Promise<void> {
    for (const place of PLACES) {
      await run(["ip", "netns", "add", this.namespaceOf(place)]);
      await this.#ip(place, "link set lo up");
    }
    await this.#ip("inet", "link add bridge type bridge");
    await this.#ip("inet", "link set bridge up");
    await this.#ip("inet", "addr add 203.0.113.1/24 dev bridge");
    await this.#plug("srv", `${SERVER_ADDRESS}/24`);
    for (const home of ["a", "b"] as const) {
      const router: Place = `nat${home}`;
      const { subnet, other, wan } = HOMES[home];
      await this.#plug(router, `${wan}/24`);
      await this.#wire(home, router, "lan", subnet);
      await this.#wire(home, router, "other", other);
      await this.#ip(home, "link set other down");
      await this.#ip(home, `route add default via ${subnet}.1`);
      await this.run(router, ["sysctl", "-qw", "net.ipv4.ip_forward=1"]);
      await this.#route(router, nats[home]);
    }
    for (const place of ["nata", "natb", "srv"] as const) await this.#ip(place, "route add default via 203.0.113.1");
  }

  async #plug(place: Place, address: string): Promise<void> {
    const peer = `p${place}`;
    await this.#ip(place, `link add wan type veth peer name ${peer} netns ${this.namespaceOf("inet")}`);
    await this.#ip("inet", `link set ${peer} master bridge up`);
    await this.#ip(place, `addr add ${address} dev wan`);
    await this.#ip(place, "link set wan up");
  }

  async #wire(home: Home, router: Place, name: string, subnet: string): Promise<void> {
    await this.#ip(home, `link add ${name} type veth peer name ${name} netns ${this.namespaceOf(router)}`);
    await this.#ip(home, `addr add ${subnet}.2/24 dev ${name}`);
    await this.#ip(router, `addr add ${subnet}.1/24 dev ${name}`);
    await this.#ip(home, `link set ${name} up`);
    await this.#ip(router, `link set ${name} up`);
  }

  async #route(router: Place, nat: Nat): Promise<void> {
    const flags = nat === "random" || nat === "fully-random" ? nat : "";
    await this.run(
      router,
      ["nft", "-f", "-"],
      `
      add table ip nat
      delete table ip nat
      add table ip firewall
      delete table ip firewall
      table ip nat {
        chain post { type nat hook postrouting priority 100; oifname "wan" masquerade ${flags}; }
      }
      table ip firewall {
        chain input { type filter hook input priority 0; iifname "wan" ct state new drop; }
        chain forward {
          type filter hook forward priority 0; policy drop;
          ct state established,related accept
          iifname != "wan" oifname "wan" ${nat === "block-udp" ? "meta l4proto != udp" : ""} accept
        }
      }`,
    );
  }
}
