/** What deploy/compose.sh writes, in a folder of its own that is gone afterwards. */

const SCRIPT = new URL("../../deploy/compose.sh", import.meta.url).pathname;

export interface ComposeSecrets {
  readonly folder: string;
  readSecret(file: string): Promise<string>;
  /** Runs the script again. */
  write(env?: Record<string, string>): Promise<void>;
}

export async function withComposeSecrets(body: (secrets: ComposeSecrets) => Promise<void>): Promise<void> {
  const parent = await Deno.makeTempDir({ prefix: "compose-" });
  const folder = `${parent}/secrets`;
  const write = async (env: Record<string, string> = {}) => {
    const variables = { PUBLIC_HOST: "call.example.com", EXTERNAL_IP: "203.0.113.10", SECRETS: folder, ...env };
    const { success, stderr } = await new Deno.Command(SCRIPT, { env: variables }).output();
    if (!success) throw new Error(`compose.sh failed: ${new TextDecoder().decode(stderr)}`);
  };
  try {
    await write();
    await body({ folder, readSecret: (file) => Deno.readTextFile(`${folder}/${file}`), write });
  } finally {
    await Deno.remove(parent, { recursive: true });
  }
}
