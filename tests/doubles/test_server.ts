/** The real server on a port of its own, with a page that stands for the built one. */

import { type Server, startServer } from "../../server.ts";
import { compress } from "../../client/page/build/compress.ts";
import { type Config, parseConfig } from "../../signaling/config/config.ts";

export const SCRIPT = "console.log('hello');\n".repeat(200);
/** What the page holds itself. */
export const INLINE_SCRIPT = "console.log('inline')";
export const INLINE_STYLE = "p{margin:0}";

/** Without a STUN server, so that tests that run side by side do not fight over its port. */
const DEFAULTS: Record<string, string> = { PORT: "0", HOST: "127.0.0.1", STUN_PORT: "0" };

export async function createStaticFolder(parent: string): Promise<string> {
  const folder = `${parent}/static`;
  await Deno.mkdir(`${folder}/build`, { recursive: true });
  await Deno.writeTextFile(
    `${folder}/build/index.html`,
    `<!doctype html><style>${INLINE_STYLE}</style><script>${INLINE_SCRIPT}</script><script src="build/main-ABC.js"></script>`,
  );
  await Deno.writeTextFile(`${folder}/build/not_found.html`, "<!doctype html><h1>There is nothing here</h1>");
  await Deno.writeTextFile(`${folder}/build/not_found_de.html`, "<!doctype html><h1>Hier ist nichts</h1>");
  const forms = { ...compress(new TextEncoder().encode(SCRIPT)), "": new TextEncoder().encode(SCRIPT) };
  for (const [ending, bytes] of Object.entries(forms)) {
    await Deno.writeFile(`${folder}/build/main-ABC.js${ending}`, bytes);
  }
  return folder;
}

/** Runs `body` against a server with a page that stands for the built one. */
export async function withServer(
  body: (host: string, server: Server) => Promise<void>,
  variables: Record<string, string> = {},
): Promise<void> {
  const config: Config = parseConfig((name) => ({ ...DEFAULTS, ...variables })[name]);
  const folder = await Deno.makeTempDir();
  const server = await startServer(config, await createStaticFolder(folder));
  try {
    await body(`127.0.0.1:${server.port}`, server);
  } finally {
    await server.stop();
    await Deno.remove(folder, { recursive: true });
  }
}
