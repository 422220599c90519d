/**
 * Prints a setting of push for the tasks that serve, which start the forwarder beside the server: what is set, or a port
 * of this machine that is free now, and a secret that nobody else has. Run with the setting's name; with `--reachable`
 * it prints where the forwarder may connect to, as `--allow-net` takes it.
 */

import { parsePushHosts } from "../signaling/push/push_settings.ts";
import { PUSH_SERVICES } from "../signaling/push/push_target.ts";

type Get = (name: string) => string | undefined;

/** @param get looks up what is set */
export function choosePushSetting(name: "PUSH_FORWARDER" | "PUSH_SECRET", get: Get): string {
  const given = get(name)?.trim();
  if (given) return given;
  if (name === "PUSH_SECRET") return crypto.getRandomValues(new Uint8Array(32)).toHex();
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return `127.0.0.1:${listener.addr.port}`;
}

/** Lists the servers that it works for, the browsers' push services, and what PUSH_HOSTS adds. */
export function listReachable(get: Get): string {
  const named = parsePushHosts(get("PUSH_HOSTS") ?? "") ?? []; // What cannot be right stops the server.
  const services = [
    ...PUSH_SERVICES.map((name) => `${name}:443`),
    ...named.map((host) => `${host.hostname}:${host.port}`),
  ];
  return [get("PUSH_FORWARDER")?.replaceAll(/\s/g, "") ?? "", ...services].filter((place) => place !== "").join(",");
}

if (import.meta.main) {
  const [name] = Deno.args;
  const get: Get = (variable) => Deno.env.get(variable);
  if (name === "PUSH_FORWARDER" || name === "PUSH_SECRET") console.log(choosePushSetting(name, get));
  else console.log(listReachable(get));
}
