import { assertEquals } from "@std/assert";
import { judgeAnswer, parseHead, parseRetryAfter } from "../../../signaling/push/push_post.ts";

const NOW_MS = Date.parse("Sat, 28 Nov 2026 12:00:00 GMT");

Deno.test("parseHead() reads the status and when to come back, and nothing that is no answer", () => {
  assertEquals(parseHead("HTTP/1.1 201 Created\r\nLocation: /m/1"), { status: 201, retryAfter: null });
  assertEquals(parseHead("HTTP/1.0 429\r\nX: y\r\nRETRY-AFTER: \t7 \r\nZ: z"), { status: 429, retryAfter: "7" });
  assertEquals(parseHead("HTTP/1.1 429 \r\nX-Retry-After: 7"), { status: 429, retryAfter: null });
  for (const text of ["", "SSH-2.0-OpenSSH", "HTTP/2 200", "HTTP/1.1 20", "HTTP/1.1 2000", " HTTP/1.1 200 OK"]) {
    assertEquals(parseHead(text), null, text);
  }
});

Deno.test("parseRetryAfter() takes seconds and dates, a day at most", () => {
  for (
    const [text, expected] of [
      [null, null],
      ["", null],
      ["soon", null],
      ["-1", 0],
      ["0", 0],
      ["120", 120_000],
      ["999999999", 86_400_000],
      ["Sat, 28 Nov 2026 12:00:30 GMT", 30_000],
      ["Sat, 28 Nov 2026 11:00:00 GMT", 0],
    ] as const
  ) assertEquals(parseRetryAfter(text, NOW_MS), expected, String(text));
});

Deno.test("judgeAnswer() says of every status what the protocol says", () => {
  const expected: Record<string, string> = {
    ...{ 200: "accepted", 201: "accepted", 202: "accepted", 404: "gone", 410: "gone", 429: "limited" },
    ...{ 400: "refused", 401: "refused", 403: "refused", 413: "refused" },
  };
  for (let status = 100; status < 600; status++) {
    const { result } = judgeAnswer({ status, retryAfter: "1" }, NOW_MS);
    assertEquals(result, expected[status] ?? "unavailable", String(status));
  }
  assertEquals(judgeAnswer({ status: 429, retryAfter: "7" }, NOW_MS), { result: "limited", retryAfterMs: 7_000 });
  assertEquals(judgeAnswer({ status: 201, retryAfter: "7" }, NOW_MS), { result: "accepted" });
});
