/**
 * Prints what the server must read beside its page, as a continuation of `--allow-read=static`: the files of TLS_CERT and
 * TLS_KEY where they are set, and nothing else. Run by the task `server`.
 */

/** Deno splits the permission at commas, and takes two for one that is meant (`deno run --help`). */
export function listReadable(get: (name: string) => string | undefined): string {
  const paths = ["TLS_CERT", "TLS_KEY"].map((name) => get(name)?.trim() ?? "").filter((path) => path !== "");
  return paths.map((path) => `,${path.replaceAll(",", ",,")}`).join("");
}

if (import.meta.main) console.log(listReadable((name) => Deno.env.get(name)));
