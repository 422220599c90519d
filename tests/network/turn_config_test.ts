/** The coturn configuration that is shipped, as compose.sh writes it, and the rules beside it: what it relays to. */

import { assertEquals } from "@std/assert";
import { parseConfig } from "../../signaling/config/config.ts";
import { createIceServerOffers } from "../../signaling/ice/ice_servers.ts";
import { withComposeSecrets } from "../doubles/compose_secrets.ts";
import { isMissing } from "../doubles/programs.ts";
import { TURN_PROGRAMS } from "../doubles/turn_server.ts";

/** As if on the open network: addresses kept for documentation (RFC 5737, RFC 3849), which nobody has. */
const [ADDRESS, ADDRESS_IPV6] = ["203.0.113.10", "2001:db8::10"];

/** One of each block that is not for the open network, first and last where an edge could be missed. */
const REFUSED = [
  ...["0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.1"],
  ...["169.254.169.254", "169.254.0.1", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.168.0.1"],
  ...["192.168.255.255", "198.18.0.1", "198.19.255.255", "224.0.0.1", "239.255.255.250", "255.255.255.255"],
  ...["::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:10.0.0.1", "::ffff:8.8.8.8"],
  ...["::ffff:0:7f00:1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b::a00:1", "64:ff9b:1::a00:1"],
  ...["2001:0:1:2::1", "2002:7f00:1::1", "2002:a9fe:a9fe::1", "fc00::1", "fd00:ec2::254", "fdff::1", "fe80::1"],
  ...["fec0::1", "ff02::1", "100::1"],
];
const GRANTED = ["198.51.100.7", "8.8.8.8", "172.32.0.1", "11.0.0.1", "100.128.0.1", "2001:db8:1::7", "2606:4700::1"];

const NAME = "The shipped coturn configuration refuses every private peer and relays from relay to relay";

async function run(program: string, ...args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, { args }).output();
  if (!success) throw new Error(`Cannot ${program} ${args.join(" ")}: ${new TextDecoder().decode(stderr)}`);
  return new TextDecoder().decode(stdout);
}

/** Runs `body` in a network namespace of its own that has the two public addresses, and nothing else. */
async function withNamespace(body: (name: string) => Promise<void>): Promise<void> {
  const name = `vcturn${crypto.randomUUID().slice(0, 6)}`;
  await run("ip", "netns", "add", name);
  try {
    await run("ip", "-n", name, "link", "set", "lo", "up");
    await run("ip", "-n", name, "address", "add", `${ADDRESS}/32`, "dev", "lo");
    await run("ip", "-n", name, "address", "add", `${ADDRESS_IPV6}/128`, "dev", "lo", "nodad");
    await body(name);
  } finally {
    await run("ip", "netns", "delete", name);
  }
}

function createCredentials(secret: string): string[] {
  const variables: Record<string, string> = { TURN_URLS: `turn:${ADDRESS}`, TURN_SECRET: secret };
  const offer = createIceServerOffers({
    config: parseConfig((name) => variables[name]),
    stunPort: null,
    nowMs: Date.now,
  });
  const [server] = offer(undefined, ADDRESS).iceServers;
  return [server?.username ?? "", server?.credential ?? ""];
}

Deno.test({
  name: NAME,
  ignore: isMissing(NAME, { ...TURN_PROGRAMS, ip: "iproute2", nft: "nftables", runuser: "util-linux" }),
  fn: () =>
    withNamespace(async (namespace) => {
      const folder = await Deno.makeTempDir({ prefix: "turn-config-" });
      const rules = new URL("../../deploy/coturn/loopback.nft", import.meta.url).pathname;
      await run("ip", "netns", "exec", namespace, "nft", "--file", rules);
      const shipped = `${folder}/turnserver.conf`; // Coturn is somebody else, who may not read it where it is.
      let secret = "";
      await withComposeSecrets(async ({ readSecret }) => {
        const text = await readSecret("turnserver.conf");
        secret = /^static-auth-secret=(.*)$/m.exec(text)?.[1] ?? "";
        await Deno.writeTextFile(shipped, text);
      });
      await Deno.chmod(folder, 0o777);
      // What is the host's own to say: where it is, and where it may write.
      const own = ["-L", ADDRESS, "-E", ADDRESS, "-L", ADDRESS_IPV6, "-E", ADDRESS_IPV6]
        .concat("--pidfile", `${folder}/turn.pid`, "--userdb", `${folder}/turndb`);
      const coturn = new Deno.Command("ip", {
        args: ["netns", "exec", namespace, "runuser", "-u", "turnserver", "--", "turnserver", "-c", shipped, ...own],
        stdout: "null",
        stderr: "null",
      }).spawn();
      const client = new URL("../doubles/turn_client.ts", import.meta.url).pathname;
      const output = await run(
        ...["ip", "netns", "exec", namespace, Deno.execPath(), "run", "--allow-all", "--unstable-net"] as const,
        ...[client, ADDRESS, "3478", ...createCredentials(secret), ...REFUSED, ...GRANTED],
      );
      const { relay, relayed, service, ...codes } = JSON.parse(output) as Record<string, number | boolean>;
      assertEquals([relay, relayed], [0, true], "from relay to relay");
      assertEquals(service, false, "A service of the machine itself was reached");
      // 403 as a rule; coturn finds some forms malformed, 400.
      const answers = Object.entries(codes).map(([peer, code]) => [peer, code === 0 ? "granted" : "refused"]);
      const expected = [...REFUSED.map((peer) => [peer, "refused"]), ...GRANTED.map((peer) => [peer, "granted"])];
      assertEquals(Object.fromEntries(answers), Object.fromEntries(expected));
      coturn.kill("SIGTERM");
      await coturn.status;
      await Deno.remove(folder, { recursive: true });
    }),
});
