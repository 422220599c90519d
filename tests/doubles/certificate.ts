/**
 * A certificate for `localhost` and 127.0.0.1, signed by an authority of its own: what a public authority gives, but for
 * its name. Not a single self-signed one, which Deno and curl refuse even when they are told to trust it, since a
 * server's certificate must not be an authority (RFC 5280 §4.2.1.9). Its Debian package is `openssl`.
 */

export interface Certificate {
  /** Files in the folder that it was made in. */
  readonly chainPath: string;
  readonly keyPath: string;
  /** For `caCerts` of a client. */
  readonly authority: string;
}

const NEW_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];

async function runOpenssl(folder: string, args: readonly string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command("openssl", { args: [...args], cwd: folder, stdout: "null" })
    .output();
  if (!success) throw new Error(`openssl ${args.join(" ")} failed: ${new TextDecoder().decode(stderr)}`);
}

export async function createCertificate(
  folder: string,
  { days = 2, name = "localhost" }: { days?: number; name?: string } = {},
): Promise<Certificate> {
  const authority = ["req", "-x509", ...NEW_KEY, "-days", "2", "-subj", "/CN=Test authority"];
  await runOpenssl(folder, [...authority, "-keyout", "ca.key", "-out", "ca.pem"]);
  const request = ["req", ...NEW_KEY, "-subj", `/CN=${name}`, "-keyout", "privkey.pem", "-out", "leaf.csr"];
  await runOpenssl(folder, request);
  await Deno.writeTextFile(
    `${folder}/leaf.ext`,
    `basicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\nsubjectAltName=DNS:${name},IP:127.0.0.1\n`,
  );
  const signature = ["x509", "-req", "-in", "leaf.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial"];
  await runOpenssl(folder, [...signature, "-days", String(days), "-extfile", "leaf.ext", "-out", "leaf.pem"]);
  const authorityText = await Deno.readTextFile(`${folder}/ca.pem`);
  await Deno.writeTextFile(`${folder}/fullchain.pem`, await Deno.readTextFile(`${folder}/leaf.pem`) + authorityText);
  return { chainPath: `${folder}/fullchain.pem`, keyPath: `${folder}/privkey.pem`, authority: authorityText };
}
