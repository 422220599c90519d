/** Certificates on a listener: what is taken, what is refused, and what becomes of the sockets when one is renewed. */

import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import FakeTimers from "@sinonjs/fake-timers";
import { RETIRE_MS, WebListener, type WebListenerOptions } from "../../../signaling/http/web_listener.ts";
import { type Certificate, createCertificate } from "../../doubles/certificate.ts";
import { isMissing } from "../../doubles/programs.ts";

/** Echoes on a socket, and answers everything else. */
function handle(request: Request): Response {
  if (request.headers.get("upgrade") === null) return new Response("hello");
  const { socket, response } = Deno.upgradeWebSocket(request, { idleTimeout: 0 });
  socket.onmessage = ({ data }) => socket.send(data);
  return response;
}

interface World {
  readonly old: Certificate;
  readonly renewed: Certificate;
  /** Of which the listener has the paths. */
  readonly tls: NonNullable<WebListenerOptions["tls"]>;
  readonly said: string[];
  readonly clock: FakeTimers.Clock;
  start(options?: Partial<WebListenerOptions>): Promise<WebListener>;
  /** Puts a certificate in the place that the listener reads. */
  put(certificate: Certificate, parts?: { cert?: boolean; key?: boolean }): Promise<void>;
}

function tlsTest(name: string, body: (world: World) => Promise<void>): void {
  Deno.test({
    name,
    ignore: isMissing(name, { openssl: "openssl" }),
    async fn() {
      const folder = await Deno.makeTempDir({ prefix: "tls-" });
      const [old, renewed] = await Promise.all(["old", "renewed"].map(async (name) => {
        await Deno.mkdir(`${folder}/${name}`);
        return await createCertificate(`${folder}/${name}`);
      }));
      if (old === undefined || renewed === undefined) throw new Error("There must be two certificates");
      const tls = { certPath: `${folder}/cert.pem`, keyPath: `${folder}/key.pem` };
      const said: string[] = [];
      const log = {
        info: (_: string, line: string) => said.push(line),
        warn: (_: string, line: string) => said.push(line),
      };
      const clock = FakeTimers.install({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
      const put: World["put"] = async ({ chainPath, keyPath }, { cert = true, key = true } = {}) => {
        if (cert) await Deno.copyFile(chainPath, tls.certPath);
        if (key) await Deno.copyFile(keyPath, tls.keyPath);
      };
      const start: World["start"] = (options) =>
        WebListener.start({
          port: 0,
          hostname: "127.0.0.1",
          tls,
          handler: handle,
          log,
          onRenewed: () => {},
          ...options,
        });
      try {
        await body({ old, renewed, tls, said, clock, start, put });
      } finally {
        clock.uninstall();
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}

/** Tells whether what listens shows a certificate of this one's authority. */
async function shows({ authority }: Certificate, port: number): Promise<boolean> {
  using connection = await Deno.connectTls({ hostname: "localhost", port, caCerts: [authority] });
  try {
    await connection.handshake();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.InvalidData) return false;
    throw error;
  }
}

class Echo {
  readonly closed: Promise<number>;
  readonly #socket: WebSocket;
  readonly #client: Deno.HttpClient;

  private constructor(socket: WebSocket, client: Deno.HttpClient) {
    [this.#socket, this.#client] = [socket, client];
    this.closed = new Promise((resolve) => socket.onclose = ({ code }) => resolve(code));
  }

  static async open(port: number, certificates: Certificate[]): Promise<Echo> {
    const client = Deno.createHttpClient({ caCerts: certificates.map(({ authority }) => authority) });
    const options: unknown = { client }; // Deno's own second form of the constructor, which browsers do not have.
    const socket = new WebSocket(`wss://localhost:${port}`, options as string[]);
    await new Promise((resolve, reject) => [socket.onopen, socket.onerror] = [resolve, reject]);
    return new Echo(socket, client);
  }

  async say(text: string): Promise<string> {
    const answer = new Promise<string>((resolve) => this.#socket.onmessage = ({ data }) => resolve(String(data)));
    this.#socket.send(text);
    return await answer;
  }

  async close(): Promise<void> {
    this.#socket.close();
    await this.closed;
    this.#client.close();
  }
}

tlsTest("WebListener takes a renewed certificate, and leaves its sockets the time to move", async (world) => {
  const { old, renewed, put, said, clock } = world;
  await put(old);
  let renewals = 0;
  const listener = await world.start({ onRenewed: () => renewals += 1 });
  assertEquals([await shows(old, listener.port), await shows(renewed, listener.port)], [true, false]);
  const early = await Echo.open(listener.port, [old]);

  await listener.checkCertificate();
  assertEquals([renewals, said], [0, []]); // Nothing has changed.
  await put(renewed);
  await listener.checkCertificate();
  assertEquals(renewals, 1);
  assertEquals(said, ["The certificate was renewed; the pages move over"]);
  assertEquals(await early.say("still here"), "still here");

  clock.tick(RETIRE_MS);
  assertEquals(await early.closed, 1001);
  await early.close();
  for (let turn = 0; turn < 10; turn++) assert(await shows(renewed, listener.port));
  const late = await Echo.open(listener.port, [renewed]);
  assertEquals(await late.say("here"), "here");
  await late.close();
  await listener.shutdown();
});

tlsTest("WebListener looks for another certificate by itself", async ({ old, renewed, put, clock, start }) => {
  await put(old);
  const { promise, resolve } = Promise.withResolvers<void>();
  const listener = await start({ onRenewed: resolve });
  await put(renewed);
  clock.tick(10_000);
  await promise;
  await listener.shutdown();
});

tlsTest("WebListener keeps its certificate and says why, once, when the new one cannot be used", async (world) => {
  const { old, renewed, tls, put, said } = world;
  await put(old);
  const listener = await world.start();
  const breakages: [how: () => Promise<void>, why: RegExp][] = [
    [() => put(renewed, { key: false }), /the key is not that of the certificate$/],
    [() => Deno.writeTextFile(tls.certPath, "-----BEGIN CERTIFICATE-----\nAAAA"), /certificate/i],
    [() => Deno.writeTextFile(tls.certPath, ""), /./],
    [() => Deno.remove(tls.certPath), /^.* Cannot read TLS_CERT, .*cert.pem: there is no such file$/],
  ];
  for (const [breakIt, why] of breakages) {
    await breakIt();
    for (let turn = 0; turn < 3; turn++) await listener.checkCertificate();
    const [sentence = "", ...more] = said.splice(0);
    assertEquals(more, []);
    assertMatch(sentence, /^The old certificate stays, the new cannot be used: /);
    assertMatch(sentence, why);
    for (let turn = 0; turn < 4; turn++) assert(await shows(old, listener.port));
  }
  await put(renewed);
  await listener.checkCertificate();
  assertEquals(said, ["The certificate was renewed; the pages move over"]);
  await listener.shutdown();
});

tlsTest(
  "WebListener.start() names what is wrong with the files, and a port in use with and without them",
  async (world) => {
    const { old, renewed, tls, put, start } = world;
    const refuse = async (sentence: string, options: Partial<WebListenerOptions> = {}) =>
      assertEquals((await assertRejects(() => start(options))).message, sentence);
    await refuse(`Cannot read TLS_CERT, ${tls.certPath}: there is no such file`);
    await put(old);
    await put(renewed, { cert: false });
    await refuse("Cannot use TLS_CERT and TLS_KEY: the key is not that of the certificate");
    await put(old);
    const listener = await start();
    const sentence = `Cannot listen: port ${listener.port} is in use; set PORT to another`;
    await refuse(sentence, { port: listener.port });
    await refuse(sentence, { port: listener.port, tls: null });
    await listener.shutdown();
  },
);

tlsTest("WebListener stops while a certificate is read and while an old listener retires", async (world) => {
  const { old, renewed, put } = world;
  await put(old);
  const listener = await world.start();
  await put(renewed);
  await listener.checkCertificate();
  await put(old);
  const check = listener.checkCertificate();
  await listener.shutdown();
  await check;
  const error = await assertRejects(() => Deno.connect({ hostname: "127.0.0.1", port: listener.port }));
  assert(error instanceof Deno.errors.ConnectionRefused);
});
