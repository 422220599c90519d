/**
 * Finds under which addresses others in this network reach this machine, and how its page is called there.
 *
 * Pure; it is handed what the system says of its interfaces. `lan.ts` asks.
 */

/** The part of a `Deno.NetworkInterfaceInfo` that is used here. */
export type NetworkInterface = Pick<Deno.NetworkInterfaceInfo, "name" | "family" | "address">;

/** Bridges to containers and virtual machines of this machine alone: nobody else is there. */
const INNER = /^(?:lo\d*$|docker|br-|veth|virbr|vmnet|vboxnet|podman|cni|lxc|utun|tun|awdl|llw)/;
/** As many as anybody would look through. */
const ADDRESSES_MAX = 4;

/** Those of a private network first (RFC 1918), since that is what a phone beside this machine is in. */
function isPrivate(address: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(address);
}

/** Lists the IPv4 addresses; the server of `start:lan` listens on no others. */
export function findLanAddresses(interfaces: readonly NetworkInterface[]): string[] {
  const isOuter = ({ name, family, address }: NetworkInterface) =>
    family === "IPv4" && !INNER.test(name) && !/^(?:127|169\.254)\./.test(address);
  const unique = [...new Set(interfaces.filter(isOuter).map(({ address }) => address))];
  return [...unique.filter(isPrivate), ...unique.filter((address) => !isPrivate(address))].slice(0, ADDRESSES_MAX);
}

/** Names the machine in its own network (RFC 6762 §3): `kims-laptop.local`. Null if its name can be none there. */
export function findLanName(hostname: string): string | null {
  const [label = ""] = hostname.toLowerCase().split(".");
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label) && label !== "localhost" ? `${label}.local` : null;
}

/** The page at an address or a name. */
export function createUrl(host: string, port: number): string {
  return `https://${host}${port === 443 ? "" : `:${port}`}`;
}
