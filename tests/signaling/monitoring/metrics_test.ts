/** The figures for monitoring, of a real server; and that dashboard and alerts of deploy/monitoring ask for no others. */

import { assert, assertEquals } from "@std/assert";
import { Metrics } from "../../../signaling/monitoring/metrics.ts";
import { createRandomPeerId } from "../../../signaling/protocol.ts";
import { isMissing } from "../../doubles/programs.ts";
import { findFreePort } from "../../doubles/server_process.ts";
import { TestClient } from "../../doubles/test_client.ts";
import { withServer } from "../../doubles/test_server.ts";

const MONITORING = new URL("../../../deploy/monitoring/", import.meta.url);

async function scrape(port: number | null): Promise<string> {
  return await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
}

/** Reads the value of one line, `name{labels}`. */
function read(figures: string, name: string): number | null {
  const line = figures.split("\n").find((line) => line.startsWith(`${name} `));
  return line === undefined ? null : Number(line.slice(name.length + 1));
}

async function withMetrics(body: (host: string, port: number) => Promise<void>): Promise<void> {
  const port = findFreePort();
  await withServer(async (host, server) => {
    assertEquals(server.metricsPort, port);
    await body(host, port);
  }, { METRICS_PORT: String(port) });
}

Deno.test("The metrics count sockets, registrations, messages by type, refusals and ends", () =>
  withMetrics(async (host, port) => {
    const [a, b] = [new TestClient(host), new TestClient(host)];
    const [id, clientId] = [await a.register(), await b.register()];
    const ringing = { type: "ringing", id, clientId, callId: "c", tabId: "t", seq: 1 };
    for (let count = 0; count < 3; count++) {
      a.send(ringing);
      await b.nextText();
    }
    a.send({ ...ringing, type: "video-offer-request", clientId: createRandomPeerId() });
    a.send("{");
    for (const code of ["peer-unavailable", "bad-message"]) assertEquals((await a.nextOfType("error")).code, code);
    const figures = await scrape(port);
    const expected = {
      signaling_peers: 2,
      signaling_sockets: 2,
      signaling_sockets_opened_total: 2,
      signaling_descriptors: 2,
      signaling_handshakes_lost_total: 0,
      signaling_registrations_total: 2,
      'signaling_messages_relayed_total{type="ringing"}': 3,
      'signaling_messages_relayed_total{type="video-offer-request"}': 1,
      'signaling_refusals_total{code="peer-unavailable"}': 1,
      'signaling_refusals_total{code="bad-message"}': 1,
      'signaling_refusals_total{code="server-full"}': 0, // There before it happens, for the alert to see it rise.
      signaling_handshake_seconds_count: 2,
      signaling_relay_seconds_count: 1,
      signaling_send_buffer_bytes: 0,
      signaling_draining: 0,
      signaling_bus_up: 1,
    };
    assertEquals(Object.fromEntries(Object.keys(expected).map((name) => [name, read(figures, name)])), expected);
    await b.close();
    a.send(new ArrayBuffer(1)); // Not text, so the server closes it.
    await a.closed;
    const later = await scrape(port);
    assertEquals(read(later, 'signaling_sockets_closed_total{reason="client"}'), 1);
    assertEquals(read(later, 'signaling_sockets_closed_total{reason="not-text"}'), 1);
    assertEquals(read(later, "signaling_sockets"), 0);
  }));

Deno.test("The metrics show the process, and say the same when they are asked twice", () =>
  withMetrics(async (host, port) => {
    const client = new TestClient(host);
    await client.register();
    await scrape(port);
    const figures = await scrape(port);
    assertEquals(read(figures, "signaling_sockets_opened_total"), 1);
    for (
      const name of [
        "process_resident_memory_bytes",
        "signaling_heap_bytes",
        "signaling_timers",
        "process_cpu_seconds_total",
      ]
    ) {
      assert((read(figures, name) ?? 0) > 0, name);
    }
    const ageSeconds = Date.now() / 1_000 - (read(figures, "process_start_time_seconds") ?? 0);
    assert(ageSeconds >= 0 && ageSeconds < 60, `started ${ageSeconds} s ago`);
    await client.close();
  }));

Deno.test("The metrics name nobody, and are not on the port of the page", () =>
  withMetrics(async (host, port) => {
    const client = new TestClient(host);
    const id = await client.register();
    const figures = await scrape(port);
    assert(!figures.includes(id) && !figures.includes("127.0.0.1"));
    const response = await fetch(`http://${host}/metrics`);
    await response.body?.cancel();
    assertEquals(response.status, 404);
    await client.close();
  }));

Deno.test("Metrics count and sum durations exactly, however many come between two scrapes", async () => {
  const metrics = new Metrics();
  const total = { count: 0, seconds: 0 };
  for (const more of [1, 254, 1, 1, 255, 256, 257, 511, 512, 513, 0, 2_000]) {
    for (let n = 0; n < more; n++) {
      // Another whole number of seconds each time: one that is lost or comes twice is told from every other.
      total.count += 1;
      total.seconds += total.count;
      metrics.counters.countRegistered(performance.now() - total.count * 1_000);
    }
    const figures = await (await metrics.respond(new Request("http://localhost/metrics"))).text();
    assertEquals(read(figures, "signaling_handshake_seconds_count"), total.count);
    assertEquals(read(figures, 'signaling_handshake_seconds_bucket{le="+Inf"}'), total.count);
    assertEquals(read(figures, 'signaling_handshake_seconds_bucket{le="2.5"}'), Math.min(total.count, 2));
    // The moment between the two looks at the clock comes on top of each; all of them together are no half second.
    assertEquals(Math.round(read(figures, "signaling_handshake_seconds_sum") ?? 0), total.seconds);
  }
});

/** Names of metrics in an expression; functions and labels are followed or preceded by what a metric is not. */
function findMetrics(expression: string): string[] {
  const withoutLabels = expression.replace(/\{[^}]*\}/g, "").replace(/\b(?:by|without|on)\s*\([^)]*\)/g, "");
  return [...withoutLabels.matchAll(/\b(?:signaling|process|up)\w*\b/g)].map(([name]) => name);
}

async function readExpressions(): Promise<string[]> {
  const dashboard = await Deno.readTextFile(new URL("dashboard.json", MONITORING));
  const alerts = await Deno.readTextFile(new URL("alerts.yaml", MONITORING));
  const queries = [...dashboard.matchAll(/"expr": "((?:[^"\\]|\\.)*)"/g)].map(([, text]) => JSON.parse(`"${text}"`));
  const rules = [...alerts.matchAll(/^ +expr: (.*)$/gm)].map(([, text = ""]) => text);
  assert(queries.length >= 10 && rules.length >= 8, "expressions are missing");
  return [...queries, ...rules];
}

Deno.test("Dashboard and alerts ask only for metrics that the server has", () =>
  withMetrics(async (_, port) => {
    const figures = await scrape(port);
    // A histogram is asked for by its parts; counters have a line each, also before the first count.
    const known = new Set([...figures.matchAll(/^# TYPE (\S+) (\w+)/gm)].flatMap(([, name = "", type]) =>
      type === "histogram" ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name]
    ));
    known.add("up"); // Prometheus' own.
    const asked = (await readExpressions()).flatMap(findMetrics);
    assert(asked.length > 0);
    assertEquals(
      asked.filter((name) =>
        !known.has(name)
      ),
      [],
    );
  }));

Deno.test("Each alert is tried by promtool, and docs/operations.md says what to do about it", async () => {
  const [alerts, trials, operations] = await Promise.all(
    ["alerts.yaml", "alerts_test.yaml", "../../docs/operations.md"].map((path) =>
      Deno.readTextFile(new URL(path, MONITORING))
    ),
  );
  const names = [...(alerts ?? "").matchAll(/^ +- alert: (\w+)$/gm)].map(([, name]) => name);
  assert(names.length >= 8, "alerts are missing");
  assertEquals(names.filter((name) => !trials?.includes(`alertname: ${name}\n        exp_alerts`)), []);
  assertEquals(names.filter((name) => !operations?.includes(`**${name}**`)), []);
});

const PROMTOOL = "promtool accepts the alerts, and they go off when they should";
Deno.test({
  name: PROMTOOL,
  ignore: isMissing(PROMTOOL, { promtool: "prometheus" }),
  async fn() {
    for (
      const args of [["check", "rules", "alerts.yaml"], ["check", "config", "prometheus.yaml"], [
        "test",
        "rules",
        "alerts_test.yaml",
      ]]
    ) {
      const { success, stdout, stderr } = await new Deno.Command("promtool", { args, cwd: MONITORING }).output();
      assert(success, new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr));
    }
  },
});

const CHECK = "promtool finds nothing wrong with the metrics";
Deno.test({
  name: CHECK,
  ignore: isMissing(CHECK, { promtool: "prometheus" }),
  fn: () =>
    withMetrics(async (_, port) => {
      const child = new Deno.Command("promtool", { args: ["check", "metrics"], stdin: "piped", stderr: "piped" })
        .spawn();
      const writer = child.stdin.getWriter();
      await writer.write(new TextEncoder().encode(await scrape(port)));
      await writer.close();
      const { success, stderr } = await child.output();
      assert(success, new TextDecoder().decode(stderr));
    }),
});
