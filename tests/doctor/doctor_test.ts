/** What the doctor says of deployments that are well, and of each way in which one is not. */

import { assertEquals, assertStringIncludes } from "@std/assert";
import { judgeExpiry } from "../../doctor/page.ts";
import { encodeFigures } from "../../doctor/rounds.ts";
import { ChaosProxy } from "../doubles/chaos_proxy.ts";
import { Nginx, NGINX_WITH_TLS } from "../doubles/nginx.ts";
import { isMissing } from "../doubles/programs.ts";
import { encodeHandshake, RawSocket } from "../doubles/raw_socket.ts";
import { findFreePort } from "../doubles/server_process.ts";
import { withServer } from "../doubles/test_server.ts";
import { startTurnServer, TURN_PROGRAMS } from "../doubles/turn_server.ts";

const SCRIPT = new URL("../../doctor/main.ts", import.meta.url).pathname;

type Diagnosis = { readonly code: number; readonly output: string };

async function examine(origin: string, { authority = "", isQuick = true } = {}): Promise<Diagnosis> {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/ca.pem`, authority);
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--allow-net", SCRIPT, ...(isQuick ? ["--quick"] : []), origin],
    env: { NO_COLOR: "1", ...(authority === "" ? {} : { DENO_CERT: `${folder}/ca.pem` }) },
  }).output();
  await Deno.remove(folder, { recursive: true });
  return { code, output: new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr) };
}

function assertSays({ code, output }: Diagnosis, expectedCode: number, ...sentences: string[]): void {
  for (const sentence of sentences) assertStringIncludes(output, sentence);
  assertEquals(code, expectedCode, output);
}

function doctorTest(name: string, run: () => Promise<void>, programs: Record<string, string> = {}): void {
  Deno.test({ name, ignore: isMissing(name, programs), fn: run });
}

type Edit = (name: string, text: string) => string;

/** Examines a server behind an nginx whose files are changed. */
async function examineBehind(edit: Edit, options: Parameters<typeof examine>[1] = {}): Promise<Diagnosis> {
  let diagnosis: Diagnosis | null = null;
  await withServer(async (_, server) => {
    await using nginx = await Nginx.start(server.port, { edit });
    diagnosis = await examine(nginx.origin, options);
  });
  if (diagnosis === null) throw new Error("Nothing was examined");
  return diagnosis;
}

const replaceIn = (file: string, from: string, to: string): Edit => (name, text) => {
  if (name !== file) return text;
  if (!text.includes(from)) throw new Error(`There is no "${from}" in ${file}`);
  return text.replaceAll(from, to);
};

doctorTest("The doctor finds a deployment with TLS and TURN well", async () => {
  await using coturn = await startTurnServer();
  await withServer(async (_, server) => {
    await using nginx = await Nginx.start(server.port, { hasTls: true, certificateDays: 60 });
    const diagnosis = await examine(nginx.origin, { authority: nginx.authority ?? "" });
    const { udp, tcp } = coturn.urls;
    assertSays(
      diagnosis,
      0,
      "All is well",
      `${udp} takes our credentials`,
      `${tcp} takes our credentials`,
      "good for 59",
    );
  }, coturn.env);
}, { ...NGINX_WITH_TLS, ...TURN_PROGRAMS });

doctorTest("The doctor holds a socket through nginx for longer than its timeouts", async () => {
  assertSays(await examineBehind((_, text) => text, { isQuick: false }), 0, "An idle socket was still open after 70 s");
}, NGINX_WITH_TLS);

doctorTest("The doctor names a timeout that is too short", async () => {
  const edit = replaceIn("locations.conf", "proxy_read_timeout 60s", "proxy_read_timeout 2s");
  const diagnosis = await examineBehind(edit, { isQuick: false });
  assertSays(diagnosis, 1, "An idle socket was closed after", "proxy_read_timeout");
}, NGINX_WITH_TLS);

doctorTest("The doctor names a proxy that does not pass WebSockets on", async () => {
  const edit = replaceIn("locations.conf", "proxy_set_header Upgrade $http_upgrade;", "");
  assertSays(await examineBehind(edit), 1, "✗ Socket", "let it send the Upgrade and Connection headers");
}, NGINX_WITH_TLS);

doctorTest("The doctor names a proxy that changes the host", async () => {
  const edit = replaceIn("locations.conf", "Host $http_host", "Host $proxy_host");
  const { code, output } = await examineBehind(edit);
  assertEquals(code, 1, output);
  assertStringIncludes(output, "let the proxy pass the Host header on");
}, NGINX_WITH_TLS);

doctorTest("The doctor names a server that is gone behind its proxy", async () => {
  await using nginx = await Nginx.start(findFreePort());
  assertSays(await examine(nginx.origin), 1, "✗ Page", "the proxy does not reach the server");
}, NGINX_WITH_TLS);

doctorTest("The doctor names instances that do not know of each other", async () => {
  await withServer((_, first) =>
    withServer(async (_, second) => {
      await using nginx = await Nginx.start([first.port, second.port]);
      assertSays(await examine(nginx.origin), 1, "✗ Relay", "the same REDIS_URL");
    })
  );
}, NGINX_WITH_TLS);

doctorTest(
  "The doctor names a certificate that nobody knows, one that has expired, and one that soon will",
  async () => {
    await withServer(async (_, server) => {
      await using fresh = await Nginx.start(server.port, { hasTls: true, certificateDays: 5 });
      assertSays(await examine(fresh.origin), 1, "browsers do not know who signed the certificate");
      assertSays(
        await examine(fresh.origin, { authority: fresh.authority ?? "" }),
        0,
        "The certificate ends in 4 days",
      );
      await using expired = await Nginx.start(server.port, { hasTls: true, certificateDays: -1 });
      assertSays(
        await examine(expired.origin, { authority: expired.authority ?? "" }),
        1,
        "the certificate has expired",
      );
    });
  },
  NGINX_WITH_TLS,
);

doctorTest("The doctor goes on where /readyz and /metrics break off or hang", async () => {
  const answerAlike = (answer: string): Edit => (name, text) =>
    name === "locations.conf" ? `${text.replace("return 404;", answer)}\nlocation = /readyz { ${answer} }\n` : text;
  const rest = ["✓ Page", "! Server", "! Metrics", "✓ Register", "✓ Relay"];
  const broken = await examineBehind(answerAlike("return 444;")); // nginx closes without an answer.
  assertSays(broken, 0, ...rest, "the connection is broken off without an answer");
  using silent = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const hanging = await examineBehind(answerAlike(`proxy_pass http://127.0.0.1:${silent.addr.port};`));
  assertSays(hanging, 0, ...rest, "takes the connection, and says nothing for 5 s");
}, NGINX_WITH_TLS);

doctorTest("The doctor goes on where the certificate cannot be seen a second time", async () => {
  await withServer(async (_, server) => {
    await using nginx = await Nginx.start(server.port, { hasTls: true });
    using breaker = Deno.listen({ port: 0, hostname: "127.0.0.1" });
    const broken = breaker.accept().then((connection) => connection.close());
    // The page comes by the first connection, and the certificate is looked at by the second.
    await using proxy = new ChaosProxy({ targetPort: [nginx.port, breaker.addr.port, ...Array(6).fill(nginx.port)] });
    const origin = `https://localhost:${proxy.port}`;
    const diagnosis = await examine(origin, { authority: nginx.authority ?? "" });
    assertSays(
      diagnosis,
      0,
      "✓ Page",
      "! TLS",
      "how long its certificate is good cannot be seen",
      "✓ Server",
      "✓ Relay",
    );
    await broken;
  });
}, NGINX_WITH_TLS);

Deno.test("judgeExpiry() does not pass a certificate that does not say until when it is good", () => {
  const nowMs = Date.UTC(2030, 0, 1);
  const judge = (text: string) => judgeExpiry(Date.parse(text), nowMs).verdict;
  const texts = ["undefined", "", "Jan 20 00:00:00 2030 GMT", "Jan 15 00:00:00 2030 GMT", "Jan 14 23:59:59 2030 GMT"];
  assertEquals(texts.map(judge), ["fails", "fails", "works", "works", "warns"]);
});

doctorTest("The doctor names a TURN server with another secret, and one that does not answer", async () => {
  await using coturn = await startTurnServer();
  await withServer(async (host) => {
    assertSays(await examine(`http://${host}`), 1, "TURN_SECRET must be coturn's static-auth-secret");
  }, { ...coturn.env, TURN_SECRET: "another" });
  await coturn.stop();
  await withServer(async (host) => {
    const sentences = ["it does not answer", `open UDP port ${coturn.port}`, "nothing listens there"];
    assertSays(await examine(`http://${host}`), 1, ...sentences);
  }, coturn.env);
}, TURN_PROGRAMS);

doctorTest("The doctor names a name that leads nowhere, a port where nothing is, and another site", async () => {
  assertSays(await examine("http://call.invalid"), 1, "give it an A record");
  assertSays(await examine(`http://localhost:${findFreePort()}`), 1, "nothing listens there");
  await using other = Deno.serve({ port: 0, onListen: () => {} }, () => new Response("Welcome to nginx!"));
  assertSays(await examine(`http://localhost:${other.addr.port}`), 1, "What answers is another page");
  assertSays(await examine(`https://localhost:${other.addr.port}`), 1, "does not speak TLS");
});

doctorTest("The doctor names what listens and says nothing, nothing but 404, or another address", async () => {
  using silent = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  assertSays(
    await examine(`http://127.0.0.1:${silent.addr.port}`),
    1,
    "takes the connection, and says nothing for 5 s",
  );
  const answers = (request: Request) =>
    new URL(request.url).hostname === "127.0.0.1"
      ? new Response("Not found", { status: 404 })
      : Response.redirect("https://call.example.com/");
  await using other = Deno.serve({ port: 0, onListen: () => {} }, answers);
  assertSays(await examine(`http://127.0.0.1:${other.addr.port}`), 1, "there is another site at this name");
  assertSays(await examine(`http://localhost:${other.addr.port}`), 1, "so examine https://call.example.com");
});

doctorTest("The doctor says how it wants to be asked", async () => {
  assertSays(await examine("call.example.com"), 2, "Say where the service is");
});

/** Starts the doctor in a loop with a round a second, and reads what it prints. */
function startRounds(target: string, textfile: string, folder: string) {
  const flags = ["run", "--no-prompt", "--allow-net", `--allow-read=${folder}`, `--allow-write=${folder}`];
  const args = [...flags, SCRIPT, target, "--every", "1", "--textfile", textfile];
  const child = new Deno.Command(Deno.execPath(), { args, stdout: "piped", env: { NO_COLOR: "1" } }).spawn();
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  return {
    /** Reads a line, and the figures that are written after it and before the next. */
    async read(): Promise<{ line: string; figures: string }> {
      const { value: line = "" } = await lines.read();
      await lines.read();
      return { line, figures: await Deno.readTextFile(textfile) };
    },
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await lines.cancel();
      await child.status;
    },
  };
}

Deno.test("The doctor in a loop prints a line a round, and writes whole figures of who can register", async () => {
  const folder = await Deno.makeTempDir();
  const textfile = `${folder}/video_calling.prom`;
  const port = findFreePort();
  const target = `http://127.0.0.1:${port}`;
  try {
    await using rounds = startRounds(target, textfile, folder);
    const before = await rounds.read();
    assertStringIncludes(before.line, "✗ Page: The page does not come");
    assertStringIncludes(before.figures, `video_calling_registration_success{target="${target}"} 0\n`);
    await withServer(async () => {
      await rounds.read(); // Of a round in which the server was just not there, or just was.
      const { line, figures } = await rounds.read();
      assertStringIncludes(line, "! TLS: By HTTP this machine can call");
      assertStringIncludes(figures, `video_calling_registration_success{target="${target}"} 1\n`);
      assertStringIncludes(figures, `video_calling_examined_timestamp_seconds{target="${target}"} `);
    }, { PORT: String(port) });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("encodeFigures() tells the days of the certificate, and says nothing of them where there is none", () => {
  const certificate = judgeExpiry(40 * 86_400_000, 0);
  const figures = encodeFigures("https://call.example", [certificate], 5_000);
  assertStringIncludes(figures, 'video_calling_certificate_expiry_days{target="https://call.example"} 40\n');
  assertStringIncludes(figures, 'video_calling_registration_success{target="https://call.example"} 0\n');
  assertEquals(encodeFigures("https://call.example", [], 0).includes("certificate"), false);
});

doctorTest("The doctor names the setting that refuses a page, and the limit that is reached", async () => {
  const refusals: [settings: Record<string, string>, sentence: string][] = [
    [{ PUBLIC_HOST: "call.example.com" }, "refuses pages of this name: add it to PUBLIC_HOST"],
    [{ ALLOWED_ORIGINS: "https://call.example.com" }, "refuses pages of this origin: add it to ALLOWED_ORIGINS"],
    [{ LIMIT_SOCKETS: "1" }, "LIMIT_SOCKETS says how many"],
  ];
  for (const [settings, sentence] of refusals) {
    await withServer(async (host, { port }) => {
      using socket = await RawSocket.connect(port);
      await socket.write(encodeHandshake());
      assertEquals(await socket.readStatus(), "http 101");
      assertSays(await examine(`http://${host}`), 1, "✗ Socket", sentence);
    }, settings);
  }
});

doctorTest(
  "The doctor finds a page below a path well, and names a proxy that does not take the path away",
  async () => {
    const below = (rest: string) => `location /call/ {\n  proxy_pass http://video_calling${rest};`;
    const edit = (rest: string): Edit => (name, text) => {
      const sockets = "location /call/socket {\n  proxy_pass http://video_calling/socket;\n}\n";
      const moved = replaceIn("locations.conf", "location / {\n  proxy_pass http://video_calling;", below(rest))(
        name,
        text,
      );
      return name === "locations.conf" ? sockets + moved : moved;
    };
    await withServer(async (_, server) => {
      await using nginx = await Nginx.start(server.port, { edit: edit("/") });
      for (const path of ["/call/", "/call"]) assertSays(await examine(nginx.origin + path), 0, "✓ Page", "✓ Relay");
      await using whole = await Nginx.start(server.port, { edit: edit("") });
      assertSays(
        await examine(`${whole.origin}/call/`),
        1,
        "✗ Page",
        "passes /call/ on to the server",
        "the last slash",
      );
    });
  },
  NGINX_WITH_TLS,
);
