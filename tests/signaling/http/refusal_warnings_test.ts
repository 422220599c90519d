import { assertEquals, assertMatch } from "@std/assert";
import { createRefusalWarnings, type RefusalCause } from "../../../signaling/http/refusal_warnings.ts";

/** Each cause with what its sentence must name; null where there is nothing to say. */
const EXPECTED: Record<RefusalCause, RegExp | null> = {
  "origin-missing": null,
  "origin-not-listed": /https:\/\/a\.example .*ALLOWED_ORIGINS/,
  "host-not-listed": /https:\/\/a\.example .*PUBLIC_HOST/,
  "host-differs": /https:\/\/a\.example .*127\.0\.0\.1:5000.*Host header.*PUBLIC_HOST/,
  "not-https": /https:\/\/a\.example .*HTTPS/,
  "sockets": /LIMIT_SOCKETS.*TRUSTED_PROXIES/,
  "handshakes": /LIMIT_REGISTRATIONS_PER_MINUTE.*TRUSTED_PROXIES/,
  "upgrade-lost": /Upgrade and Connection/,
  "other-host": /127\.0\.0\.1:5000.*Host header.*PUBLIC_HOST/,
};
const PAGE = { origin: "https://a.example", host: "127.0.0.1:5000" };

function createBench() {
  const lines: string[] = [];
  const note = (event: string, sentence: string) => void lines.push(`${event}: ${sentence}`);
  return { lines, warn: createRefusalWarnings({ info: note, warn: note, error: note }) };
}

Deno.test("createRefusalWarnings() names the setting or the header to look at, once", () => {
  for (const [cause, expected] of Object.entries(EXPECTED) as [RefusalCause, RegExp | null][]) {
    const { lines, warn } = createBench();
    for (let count = 0; count < 3; count++) warn(cause, PAGE);
    assertEquals(lines.length, expected === null ? 0 : 1, cause);
    if (expected !== null) assertMatch(lines[0] ?? "", expected);
    assertMatch(lines[0] ?? "refused: X.", /^refused: [A-Z][^\n]*\.$/);
  }
});

Deno.test("createRefusalWarnings() says few things of each cause, and repeats nothing that is no name", () => {
  const { lines, warn } = createBench();
  for (let count = 0; count < 100; count++) warn("host-differs", { ...PAGE, origin: `https://a${count}.example` });
  assertEquals(lines.length, 4);
  warn("host-not-listed", PAGE);
  assertEquals(lines.length, 5, "another cause has its own share");
  for (const origin of ["https://a.example\nlistening: all is well", "\u001b[2J", "x".repeat(200), null]) {
    const bench = createBench();
    bench.warn("origin-not-listed", { origin, host: "a b" });
    bench.warn("host-differs", { origin, host: "a b" });
    assertEquals(bench.lines.filter((line) => /another origin/.test(line)).length, 2);
    assertEquals(bench.lines.filter((line) => /unreadable/.test(line)).length, 1);
  }
});
