/**
 * Prepares `deno task start:lan`: sees to a certificate for this machine's present addresses in .lan/, and says where to
 * open the page. The server is started after it, by the task, and reads the certificate from there.
 */

import { findLanAddresses, findLanName } from "./lan_addresses.ts";
import { createCertificate, isGoodFor } from "./lan_certificate.ts";
import { describeLan } from "./lan_words.ts";

const FOLDER = ".lan";
const CERTIFICATE = `${FOLDER}/certificate.pem`;
const KEY = `${FOLDER}/key.pem`;
const DEFAULT_PORT = 5000;

async function readIfThere(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  }
}

/** Leaves alone what is good, so that who has accepted it is not asked again. The key is for this user's eyes only. */
async function ensureCertificate(hosts: readonly string[]): Promise<void> {
  const [certificate, key] = await Promise.all([CERTIFICATE, KEY].map(readIfThere));
  if (key !== "" && isGoodFor(certificate ?? "", hosts, Date.now())) return;
  const pair = await createCertificate(hosts, Date.now());
  await Deno.mkdir(FOLDER, { recursive: true, mode: 0o700 });
  // A mode counts only for a file that is made.
  if (key !== "") await Deno.remove(KEY);
  await Deno.writeTextFile(KEY, pair.key, { mode: 0o600 });
  await Deno.writeTextFile(CERTIFICATE, pair.certificate);
}

if (import.meta.main) {
  const addresses = findLanAddresses(Deno.networkInterfaces());
  const name = findLanName(Deno.hostname());
  await ensureCertificate(["localhost", "127.0.0.1", ...(name === null ? [] : [name]), ...addresses]);
  const port = Number(Deno.env.get("PORT")?.trim() || DEFAULT_PORT);
  const hasColours = Deno.stdout.isTerminal() && !Deno.env.get("NO_COLOR");
  console.log(describeLan({ addresses, name, port, hasColours }));
}
