/** deploy/compose.yaml and the settings that compose.sh writes beside it, against the rest, and with a real Redis. */

import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { parseConfig } from "../../signaling/config/config.ts";
import { withComposeSecrets } from "../doubles/compose_secrets.ts";
import { isMissing } from "../doubles/programs.ts";
import { findFreePort } from "../doubles/server_process.ts";

const DEPLOY = new URL("../../deploy/", import.meta.url);

function readFile(path: string): Promise<string> {
  return Deno.readTextFile(new URL(path, DEPLOY));
}

/** What stands below a key of the first level, by the keys of the second. */
async function readBlocks(key: string): Promise<Map<string, string>> {
  const [, block = ""] = new RegExp(`^${key}:.*\n((?:(?: .*)?\n)*)`, "m").exec(await readFile("compose.yaml")) ?? [];
  return new Map(
    [...block.matchAll(/^ {2}(\w+):(.*\n(?: {4,}.*\n)*)/gm)].map(([, name = "", text = ""]) => [name, text]),
  );
}

function readVariables(text: string, pattern: RegExp): [name: string, value: string][] {
  return [...text.matchAll(pattern)].map(([, name = "", value = ""]) => [name, value]);
}

Deno.test("deploy/compose.yaml and compose.sh set only what the server reads, and name the instances that nginx does", () =>
  withComposeSecrets(async ({ readSecret }) => {
    const blocks = await readBlocks("x-app");
    const variables = new Map([
      ...readVariables(blocks.get("environment") ?? "", /^ {4}([A-Z_]+): "?(.*?)"?$/gm),
      ...readVariables(await readSecret("app.env"), /^([A-Z_]+)=(.*)$/gm),
      ...readVariables(await readSecret("push.env"), /^([A-Z_]+)=(.*)$/gm),
    ]);
    const readme = await readFile("../README.md");
    assert(variables.size >= 9);
    for (const name of variables.keys()) assertStringIncludes(readme, `| \`${name}\``);
    const config = parseConfig((name) => variables.get(name));
    assertEquals(config.redis?.addresses, [{ host: "redis", port: 6379 }]);
    assertMatch(config.redis?.password ?? "", /^[0-9a-f]{64}$/);
    assertEquals(config.push?.port, 5003);
    assertMatch(config.push?.secret ?? "", /^[0-9a-f]{64}$/);
    const services = await readBlocks("services");
    for (
      const [, host = "", port] of (await readFile("nginx/instances.compose.conf")).matchAll(/server (app\d):(\d+)/g)
    ) {
      assertEquals(services.get(host), " *app\n");
      assertEquals(Number(port), config.port);
    }
  }));

Deno.test("compose.sh keeps its secrets when it is run again, and nobody else can get to them", () =>
  withComposeSecrets(async ({ folder, readSecret, write }) => {
    const [turn] = /TURN_SECRET=[0-9a-f]{64}\n/.exec(await readSecret("app.env")) ?? [];
    assert(turn !== undefined);
    const before = await readSecret("redis.conf");
    const push = await readSecret("push.env");
    await write({ PUBLIC_HOST: "other.example" });
    assertStringIncludes(await readSecret("app.env"), turn);
    assertStringIncludes(await readSecret("app.env"), "PUBLIC_HOST=other.example\n");
    assertEquals(await readSecret("redis.conf"), before);
    assertEquals(await readSecret("push.env"), push);
    assertEquals(((await Deno.stat(folder)).mode ?? 0) & 0o777, 0o700);
  }));

Deno.test("deploy/compose.yaml confines every service, bounds its memory and log, and names no secret", async () => {
  const compose = await readFile("compose.yaml");
  const confined = [...(await readBlocks("x-confined")).keys()];
  for (const key of ["read_only", "cap_drop", "security_opt", "pids_limit", "logging"]) {
    assert(confined.includes(key), key);
  }
  assertMatch(compose, /^ {2}read_only: true$/m);
  assertMatch(compose, /^ {2}cap_drop: \[ALL\]$/m);
  assertMatch(compose, /^ {2}security_opt: \["no-new-privileges:true"\]$/m);
  assertMatch(compose, /^ {4}options: \{ max-size: 10m, max-file: "3" \}$/m);
  assertMatch(compose, /^x-app: &app\n {2}<<: \*confined\n/m);
  assert((await readBlocks("x-app")).has("mem_limit"));
  const services = await readBlocks("services");
  assertEquals([...services.keys()], ["nginx", "app1", "app2", "push", "redis", "coturn"]);
  for (const [name, text] of services) {
    if (text === " *app\n") continue;
    assertMatch(text, /^\n {4}<<: \*confined\n/, name);
    assertMatch(text, /^ {4}mem_limit: \d+m$/m, name);
    assertMatch(text, name === "push" ? /^ {4}build: \*build$/m : /^ {4}image: \$\{[A-Z]+_IMAGE:-[^}]+\}/m, name);
  }
  assertEquals(compose.match(/cap_add: .*/g), [
    "cap_add: [NET_BIND_SERVICE] # The image's program asks for it, and does not start where it cannot be had.",
  ]);
  assertEquals(compose.match(/privileged|seccomp|\$\{\w*(?:SECRET|PASSWORD)\w*/g), null);
});

Deno.test("deploy/compose.yaml looks each instance's name up again, with an nginx that can", async () => {
  const compose = await readFile("compose.yaml");
  const upstream = await readFile("nginx/instances.compose.conf");
  const servers = upstream.match(/^ *server .*$/gm) ?? [];
  assertEquals(servers.length, 2);
  for (const server of servers) assertStringIncludes(server, " resolve ");
  assertMatch(upstream, /^ *zone \w+ /m);
  assertMatch(upstream, /^ *resolver 127\.0\.0\.11 /m);
  const [, minor] = /:-nginx:1\.(\d+)-/.exec(compose) ?? [];
  assert(Number(minor) >= 28, `nginx 1.${minor} knows no "resolve"`);
});

Deno.test("deploy/compose.yaml gives nginx the site behind a proxy and all that it includes, for this machine alone", async () => {
  const compose = await readFile("compose.yaml");
  const mounted = new Map(
    [...compose.matchAll(/- \.\/nginx\/(\S+):\/etc\/nginx\/(\S+):ro/g)].map((match) => [match[2], match[1]]),
  );
  assertEquals(mounted.get("conf.d/default.conf"), "proxied.conf");
  for (const file of mounted.values()) {
    const text = await readFile(`nginx/${file}`);
    for (const [, part] of text.matchAll(/include (video-calling\/\S+);/g)) {
      assert(mounted.has(part), `${file}: ${part}`);
    }
  }
  assertMatch(compose, /ports:(?:\n +#.*)*\n +- 127\.0\.0\.1:8080:80\n/);
});

Deno.test("deploy/compose.yaml lets nginx alone say who somebody is, and the gateway alone to nginx", async () => {
  const compose = await readFile("compose.yaml");
  const [, nginx] = /ipv4_address: (\S+)/.exec(compose) ?? [];
  const [, trusted] = /TRUSTED_PROXIES: (\S+)/.exec(compose) ?? [];
  const [, gateway] = /gateway: (\S+)/.exec(compose) ?? [];
  assertEquals(trusted, nginx);
  const proxied = await readFile("nginx/proxied.conf");
  const believed = [...proxied.matchAll(/set_real_ip_from (\S+);/g)].map(([, address]) => address);
  assertEquals(believed, ["127.0.0.1", "::1", gateway]);
});

Deno.test("compose.sh gives coturn the shipped configuration, and nothing beside it but its own", () =>
  withComposeSecrets(async ({ readSecret }) => {
    const shipped = await readFile("coturn/turnserver.conf");
    const written = await readSecret("turnserver.conf");
    assert(shipped.split("denied-peer-ip=").length > 20);
    assert(written.startsWith(shipped));
    const own = written.slice(shipped.length);
    assertEquals(/denied-peer-ip|allowed-peer-ip|allow-loopback-peers/.test(own), false);
    const [, secret] = /^TURN_SECRET=(.*)$/m.exec(await readSecret("app.env")) ?? [];
    assertStringIncludes(own, `static-auth-secret=${secret}\n`);
    assertStringIncludes(
      await readFile("compose.yaml"),
      "- ./secrets/turnserver.conf:/etc/coturn/turnserver.conf:ro\n",
    );
    assertMatch(
      (await readBlocks("services")).get("coturn") ?? "",
      /command:\n +- -c\n +- \/etc\/coturn\/turnserver.conf\n$/,
    );
  }));

const REDIS_NAME = "Redis by compose.yaml lets nobody in without the password, which is on no command line";
Deno.test({
  name: REDIS_NAME,
  ignore: isMissing(REDIS_NAME, { "redis-server": "redis-server", "redis-cli": "redis-server" }),
  fn: () =>
    withComposeSecrets(async ({ folder, readSecret }) => {
      const text = (await readBlocks("services")).get("redis") ?? "";
      const [, list = ""] = /command:\n((?: +- .*\n)+)/.exec(text) ?? [];
      const words = [...list.matchAll(/- "?(.*?)"?\n/g)].map(([, word = ""]) => word);
      const [program = "", file, ...rest] = words;
      assertEquals([program, file], ["redis-server", "/etc/redis.conf"]);
      const port = findFreePort();
      const args = [`${folder}/redis.conf`, ...rest, "--port", String(port), "--bind", "127.0.0.1", "--dir", folder];
      const child = new Deno.Command(program, { args, stdout: "piped" }).spawn();
      const output = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
      for (let log = ""; !log.includes("Ready to accept connections");) log += (await output.read()).value ?? "";
      const ask = async (password: string, ...question: string[]) => {
        const { stdout } = await new Deno.Command("redis-cli", {
          args: ["-p", String(port), ...question],
          env: { REDISCLI_AUTH: password },
        }).output();
        return new TextDecoder().decode(stdout).trim();
      };
      const [, password = ""] = /^REDIS_URL=redis:\/\/:(\w+)@redis:6379$/m.exec(await readSecret("app.env")) ?? [];
      assertMatch(await ask("", "PING"), /^NOAUTH/);
      assertEquals(await ask(password, "PING"), "PONG");
      assertEquals(await ask(password, "CONFIG", "GET", "maxmemory"), `maxmemory\n${128 * 2 ** 20}`);
      const line = await Deno.readTextFile(`/proc/${child.pid}/cmdline`);
      assert(!line.includes(password), line);
      await output.cancel();
      child.kill("SIGTERM");
      await child.status;
    }),
});
