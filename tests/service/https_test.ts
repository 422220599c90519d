/** The server by HTTPS of its own: the socket, who may open one, and what a browser is told to keep. */

import { assertEquals, assertStringIncludes } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { parseMessage } from "../../signaling/any_message.ts";
import { type Certificate, createCertificate } from "../doubles/certificate.ts";
import { isMissing } from "../doubles/programs.ts";
import { findFreePort } from "../doubles/server_process.ts";
import { withServer } from "../doubles/test_server.ts";

interface World {
  readonly origin: string;
  readonly client: Deno.HttpClient;
  /** Whose signature the client takes, in PEM. */
  readonly authority: string;
  /** Opens a socket as a page of `origin` does, and returns the type of the server's first message; null if refused. */
  connect(origin: string): Promise<string | null>;
}

async function withHttps(env: Record<string, string>, body: (world: World) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "https-" });
  try {
    const { chainPath, keyPath, authority }: Certificate = await createCertificate(folder);
    using client = Deno.createHttpClient({ caCerts: [authority] });
    await withServer(async (host) => {
      const port = host.split(":")[1];
      const connect: World["connect"] = (origin) => {
        const options: unknown = { client, headers: { origin } };
        const socket = new WebSocket(`wss://localhost:${port}/socket`, options as string[]);
        return new Promise((resolve) => {
          let type: string | null = null;
          socket.onmessage = ({ data }) => {
            type = parseMessage(String(data))?.type ?? "nonsense";
            socket.close();
          };
          socket.onclose = () => resolve(type);
        });
      };
      await body({ origin: `https://localhost:${port}`, client, authority, connect });
    }, { TLS_CERT: chainPath, TLS_KEY: keyPath, ...env });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function httpsTest(name: string, body: () => Promise<void>): void {
  Deno.test({ name, ignore: isMissing(name, { openssl: "openssl" }), fn: body });
}

httpsTest(
  "The server by HTTPS opens sockets for its own pages, and for none that came by HTTP",
  () =>
    withHttps({}, async ({ origin, connect }) => {
      assertEquals(await connect(origin), "challenge");
      assertEquals(await connect(origin.replace("https:", "http:")), null);
      assertEquals(await connect("https://evil.example"), null);
    }),
);

httpsTest(
  "The server says by HTTP/2, too, why a page is refused, and nothing of a page of its own",
  () =>
    withHttps({}, async ({ origin, client }) => {
      const ask = async (page: string) => {
        const init: RequestInit & { client: Deno.HttpClient } = { client };
        const response = await fetch(`${origin}/socket?origin=${encodeURIComponent(page)}`, init);
        return [response.status, await response.text()] as const;
      };
      assertEquals((await ask(origin))[0], 426); // HTTP/2 has no Host header.
      const [status, text] = await ask("https://evil.example");
      assertEquals(status, 403);
      assertStringIncludes(text, "origin-refused");
    }),
);

httpsTest("The server by HTTPS binds browsers to it only under a name that PUBLIC_HOST has", async () => {
  const readHsts = async ({ origin, client }: Pick<World, "origin" | "client">, headers: HeadersInit = {}) => {
    const init: RequestInit & { client: Deno.HttpClient } = { client, headers };
    const response = await fetch(origin, init);
    await response.body?.cancel();
    return response.headers.get("strict-transport-security");
  };
  // Bound, localhost would be so for whatever else runs on this machine.
  await withHttps({}, async (world) => assertEquals(await readHsts(world), null));
  await withHttps({ PUBLIC_HOST: "call.example.com" }, async (world) => assertEquals(await readHsts(world), null));
  const port = String(findFreePort());
  await withHttps({ PORT: port, PUBLIC_HOST: `call.example.com,localhost:${port}` }, async (world) => {
    assertEquals(await readHsts(world), "max-age=63072000");
  });
  await withHttps({ PUBLIC_HOST: "call.example.com:443" }, async ({ origin, authority }) => {
    // As a browser asks at the port that it leaves out.
    using client = Deno.createHttpClient({ caCerts: [authority], allowHost: true, http2: false });
    assertEquals(await readHsts({ origin, client }, { host: "call.example.com" }), "max-age=63072000");
    assertEquals(await readHsts({ origin, client }, { host: "call.example.org" }), null);
  });
});

httpsTest("The server asks its sockets to move when its certificate is renewed", async () => {
  const folder = await Deno.makeTempDir({ prefix: "https-" });
  const [old, renewed] = [await createCertificate(folder), await createRenewed(folder)];
  const clock = FakeTimers.install({ toFake: ["setInterval", "clearInterval"] });
  using client = Deno.createHttpClient({ caCerts: [old.authority] });
  await withServer(async (host) => {
    const options: unknown = { client };
    const socket = new WebSocket(`wss://localhost:${host.split(":")[1]}/socket`, options as string[]);
    const asked = new Promise((resolve) => {
      socket.onmessage = ({ data }) => {
        const message = parseMessage(String(data));
        if (message?.type === "challenge") socket.send(JSON.stringify({ type: "register" }));
        if (message?.type === "registered") renew();
        if (message?.type === "reconnect") resolve(message);
      };
    });
    const renew = async () => {
      await Deno.copyFile(renewed.chainPath, old.chainPath);
      await Deno.copyFile(renewed.keyPath, old.keyPath);
      clock.tick(10_000);
    };
    assertEquals(await asked, { type: "reconnect", withinMs: 5_000 });
    const closed = new Promise((resolve) => socket.onclose = resolve);
    socket.close();
    await closed;
  }, { TLS_CERT: old.chainPath, TLS_KEY: old.keyPath });
  clock.uninstall();
  await Deno.remove(folder, { recursive: true });
});

async function createRenewed(folder: string): Promise<Certificate> {
  await Deno.mkdir(`${folder}/renewed`);
  return await createCertificate(`${folder}/renewed`);
}
