import { assert } from "@std/assert";
import { isMissing } from "../doubles/programs.ts";
import { REDIS, RedisServer } from "../doubles/redis_server.ts";
import { findFreePort, startServerProcess } from "../doubles/server_process.ts";

const NAME =
  "An instance that is cut off from Redis, both ways or one, says so, goes on alone, and comes back by itself";
const ADDRESS = "10.9.0.2";

async function ip(...args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command("ip", { args }).output();
  if (!success) throw new Error(`Cannot ip ${args.join(" ")}: ${new TextDecoder().decode(stderr)}`);
}

/** Two network namespaces with a cable between them: `app` and `far`, which has the address. */
class Cable implements AsyncDisposable {
  readonly #tag = `vc${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36).slice(0, 5)}`;
  readonly app = `${this.#tag}-app`;
  readonly far = `${this.#tag}-far`;

  async lay(): Promise<void> {
    for (const name of [this.app, this.far]) await ip("netns", "add", name);
    await ip(..."link add cable netns".split(" "), this.app, ..."type veth peer name cable netns".split(" "), this.far);
    for (const [name, address] of [[this.app, "10.9.0.1"], [this.far, ADDRESS]] as const) {
      await ip("-n", name, "addr", "add", `${address}/24`, "dev", "cable");
      for (const device of ["lo", "cable"]) await ip("-n", name, "link", "set", device, "up");
    }
  }

  prefix(name: string): string[] {
    return ["ip", "netns", "exec", name];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const name of [this.app, this.far]) await ip("netns", "del", name);
  }
}

Deno.test({
  name: NAME,
  ignore: isMissing(NAME, { ...REDIS, ip: "iproute2", nft: "nftables" }),
  async fn() {
    await using cable = new Cable();
    await cable.lay();
    const prefix = cable.prefix(cable.far);
    await using redis = await RedisServer.start({ prefix, host: ADDRESS, settings: ["--protected-mode", "no"] });
    const port = findFreePort();
    const other = await startServerProcess({ port, prefix, env: { HOST: ADDRESS, REDIS_URL: redis.url } });
    try {
      const [program = "", ...args] = cable.prefix(cable.app);
      const scene = new URL("redis_cut_scene.ts", import.meta.url).pathname;
      const words = [...args, Deno.execPath(), "run", "--allow-all", scene, ADDRESS, String(redis.port), String(port)];
      const { success, stdout, stderr } = await new Deno.Command(program, { args: words }).output();
      console.log(new TextDecoder().decode(stdout).trimEnd());
      assert(success, new TextDecoder().decode(stderr));
    } finally {
      await other.kill("SIGKILL");
    }
  },
});
