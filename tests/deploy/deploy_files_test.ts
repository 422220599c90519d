/** The files of deploy/ and the Dockerfile, as far as they can be held against the rest without running them. */

import { assert, assertEquals } from "@std/assert";
import { isMissing } from "../doubles/programs.ts";
import { readForwarderFlags } from "../doubles/forwarder_process.ts";
import { readServerFlags } from "../doubles/server_process.ts";

const ROOT = new URL("../../", import.meta.url);

/** What `deno.json` says by itself where there is one. */
const COMMAND = ["run", "--unstable-net", "--unstable-no-legacy-abort", ...readServerFlags(), "server.js"];

function readFile(path: string): Promise<string> {
  return Deno.readTextFile(new URL(path, ROOT));
}

function find(pattern: RegExp, text: string): string {
  const found = pattern.exec(text)?.[1];
  assert(found !== undefined, `There is no ${pattern}`);
  return found;
}

async function run(program: string, ...args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(program, { args, cwd: ROOT }).output();
  const output = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  assert(success, output);
  return output;
}

Deno.test("The Dockerfile, the unit and PM2 start the server with the permissions of deno task start", async () => {
  assertEquals(JSON.parse(find(/^CMD (\[.*\])$/m, await readFile("Dockerfile"))), ["deno", ...COMMAND]);
  const unit = await readFile("deploy/video-calling.service");
  assertEquals(find(/^ExecStart=(.*)$/m, unit).split(" "), ["/usr/local/bin/deno", ...COMMAND]);
  const ecosystem = await readFile("deploy/ecosystem.config.cjs");
  assertEquals([...find(/interpreter_args:\s*"(.*)"/, ecosystem).split(" "), "server.js"], COMMAND);
});

Deno.test("The unit and Compose start the forwarder with the permissions of deno task start", async () => {
  const compose = find(/command:((?:\n {6}- \S+)+\n {6}- forwarder\.js)\n/, await readFile("deploy/compose.yaml"));
  const unit = find(/^ExecStart=(.*)$/m, await readFile("deploy/video-calling-push.service"));
  for (
    const [words, servers, named] of [
      [
        compose.split(/\s+-\s/).filter((word) => word !== ""),
        "app1:5003,app2:5003",
        "${PUSH_HOSTS:-fcm.googleapis.com:443}",
      ],
      [unit.replace("/usr/local/bin/", "").split(" "), "${PUSH_FORWARDER}", "${PUSH_HOSTS}"],
    ]
  ) {
    const flags = readForwarderFlags({ PUSH_FORWARDER: String(servers) });
    const withNamed = flags.map((flag) => flag.startsWith("--allow-net=") ? `${flag},${named}` : flag);
    assertEquals(words, ["deno", "run", ...withNamed, "forwarder.js"]);
  }
});

Deno.test("setup.sh has the server wait for the forwarder where its unit looks for it, before the server starts", async () => {
  const place = find(/^Environment=PUSH_FORWARDER=(\S+)$/m, await readFile("deploy/push.conf"));
  assertEquals(find(/^Environment=PUSH_FORWARDER=(\S+) /m, await readFile("deploy/video-calling-push.service")), place);
  const setup = await readFile("deploy/setup.sh");
  assertEquals(find(/^if \(\(\$# == 0\)\); then set -- (.*); fi$/m, setup).match(/settings push server/)?.length, 1);
  const [own, read] = [setup, await readFile("deploy/video-calling.service")];
  assertEquals(find(/^EnvironmentFile=-(\S+push\S+)$/m, read), find(/^PUSH_SETTINGS=(\S+)$/m, own));
});

Deno.test("The Deno that setup.sh and the Dockerfile take is the one of the tests", async () => {
  const version = find(/deno@([\d.]+)/, await readFile(".ci/run"));
  assertEquals(find(/^DENO_VERSION=(.*)$/m, await readFile("deploy/setup.sh")), version);
  assertEquals(find(/^ARG BASE=.*-([\d.]+)$/m, await readFile("Dockerfile")), version);
});

Deno.test("The rules for relays leave them the ports that turnserver.conf gives out", async () => {
  const config = await readFile("deploy/coturn/turnserver.conf");
  const ports = `${find(/^min-port=(\d+)$/m, config)}-${find(/^max-port=(\d+)$/m, config)}`;
  const rule = find(/ udp (sport .*) meta mark set /m, await readFile("deploy/coturn/loopback.nft"));
  assertEquals(rule, `sport ${ports} udp dport != ${ports}`);
});

Deno.test("The alert on relays knows how many there are", async () => {
  const quota = find(/^total-quota=(\d+)$/m, await readFile("deploy/coturn/turnserver.conf"));
  assertEquals(
    find(/turn_total_allocations\S*\) > 0\.8 \* (\d+)$/m, await readFile("deploy/monitoring/alerts.yaml")),
    quota,
  );
});

const ANALYZE = "systemd finds the units well confined";
Deno.test({
  name: ANALYZE,
  ignore: isMissing(ANALYZE, { "systemd-analyze": "systemd" }),
  async fn() {
    for (const unit of ["video-calling", "video-calling-push"]) {
      const report = await run("systemd-analyze", "security", "--offline=true", `deploy/${unit}.service`);
      const exposure = Number(find(/exposure level for \S+: ([\d.]+)/, report));
      assert(exposure < 2, `The exposure of ${unit} is ${exposure} of 10`);
    }
  },
});

const COTURN = "systemd finds coturn well confined by what is added to its distribution's unit";
Deno.test({
  name: COTURN,
  ignore: isMissing(COTURN, { "systemd-analyze": "systemd" }),
  async fn() {
    const folder = await Deno.makeTempDir();
    const unit =
      "[Service]\nUser=turnserver\nGroup=turnserver\nType=notify\nExecStart=/usr/bin/turnserver\nPrivateTmp=yes\n";
    const added = await readFile("deploy/coturn/confined.conf");
    await Deno.writeTextFile(`${folder}/coturn.service`, unit + added);
    const report = await run("systemd-analyze", "security", "--offline=true", `${folder}/coturn.service`);
    const exposure = Number(find(/exposure level for \S+: ([\d.]+)/, report));
    assert(exposure < 2.5, `Its exposure is ${exposure} of 10`);
    await Deno.remove(folder, { recursive: true });
  },
});

const INSTANCES = "systemd runs the unit as instances by instance.conf, each with a port and a cache of its own";
Deno.test({
  name: INSTANCES,
  ignore: isMissing(INSTANCES, { "systemd-analyze": "systemd" }),
  async fn() {
    const folder = await Deno.makeTempDir();
    const unit = await readFile("deploy/video-calling.service");
    // What the instances share must not stand in the way of one another.
    assertEquals(find(/^CacheDirectory=(.*)$/m, unit), "%N");
    assertEquals(find(/ ?DENO_DIR=(\S*)/, unit), "%C/%N");
    // The program is not where it is on a host.
    const here = unit.replace("/usr/local/bin/deno", Deno.execPath());
    await Deno.writeTextFile(`${folder}/video-calling@.service`, here);
    await Deno.mkdir(`${folder}/video-calling@.service.d`);
    const dropIn = await readFile("deploy/instance.conf");
    await Deno.writeTextFile(`${folder}/video-calling@.service.d/instance.conf`, dropIn);
    const environment = find(/^Environment=(.*)$/m, dropIn).replaceAll("%i", "5001").split(" ");
    assertEquals(environment, ["PORT=5001", "METRICS_PORT=15001", "STUN_PORT=0"]);
    const report = await run("systemd-analyze", "verify", "--man=no", `${folder}/video-calling@5001.service`);
    assertEquals(report.split("\n").filter((line) => line.includes("video-calling")), [], report);
    await Deno.remove(folder, { recursive: true });
  },
});

const BASH = "The scripts of deploy/ can be read by bash";
Deno.test({
  name: BASH,
  ignore: isMissing(BASH, { bash: "bash" }),
  async fn() {
    for (const script of ["setup.sh", "release.sh", "take.sh", "compose.sh"]) {
      await run("bash", "-n", `deploy/${script}`);
    }
  },
});
