/** What of a message is a link, and that nothing else is. */

import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { findLinks, LINKS_MAX } from "../../../../client/features/chat/links.ts";
import { runs } from "../../../doubles/runs.ts";

function linksIn(text: string): string[] {
  return findLinks(text).flatMap((part) => typeof part === "string" ? [] : [`${part.text} → ${part.href}`]);
}

Deno.test("findLinks() finds web addresses as they were typed, and leaves the sentence its own signs", () => {
  const cases: [text: string, links: string[]][] = [
    ["https://example.com", ["https://example.com → https://example.com/"]],
    ["See http://example.com/a?b=c#d, please.", ["http://example.com/a?b=c#d → http://example.com/a?b=c#d"]],
    ["(https://example.com/a_(b))", ["https://example.com/a_(b) → https://example.com/a_(b)"]],
    ["“https://example.com/x”…", ["https://example.com/x → https://example.com/x"]],
    ["HTTPS://Example.COM/X!", ["HTTPS://Example.COM/X → https://example.com/X"]],
    ["www.example.com/a and www.example.org", [
      "www.example.com/a → https://www.example.com/a",
      "www.example.org → https://www.example.org/",
    ]],
    ["https://bücher.example", ["https://bücher.example → https://xn--bcher-kva.example/"]],
    ["one\nhttps://example.com/2\nthree", ["https://example.com/2 → https://example.com/2"]],
  ];
  for (const [text, links] of cases) assertEquals(linksIn(text), links, text);
});

Deno.test("findLinks() makes a link of no other address, and of none that could pass for another", () => {
  const cases = [
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://example.com",
    "xhttps://example.com",
    "kim@www.example.com",
    "https://",
    "https://bank.example@evil.example/",
    "https://bank.example:x@evil.example/",
    "http://[::bad",
    "<b>bold</b>",
  ];
  for (const text of cases) assertEquals(findLinks(text), [text], text);
});

Deno.test("A link ends at a sign that turns the direction of what follows", () => {
  assertEquals(linksIn("https://example.com/\u202emoc.knab"), ["https://example.com/ → https://example.com/"]);
  assertEquals(linksIn("https://example.com/\u2067x"), ["https://example.com/ → https://example.com/"]);
});

Deno.test("No message has more links than a page can show with ease", () => {
  assertEquals(linksIn("http://a.b ".repeat(300)).length, LINKS_MAX);
});

Deno.test("The parts together are the text, whatever it is, and every link is of the web", () => {
  const piece = fc.oneof(
    fc.constantFrom("https://", "http://", "www.", "example.com", "/", "(", ")", ".", " ", "\n", "@", "javascript:"),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join("");
      const parts = findLinks(text);
      assertEquals(parts.map((part) => typeof part === "string" ? part : part.text).join(""), text);
      for (const part of parts) {
        if (typeof part !== "string") assertEquals(/^https?:\/\//.test(part.href), true, part.href);
      }
    }),
    { numRuns: runs(200) },
  );
});

Deno.test("A hostile text takes no time", () => {
  const texts = [
    "https://" + "(".repeat(4_000),
    "https://a/" + ")".repeat(3_990),
    "www.".repeat(1_000),
    ".".repeat(4_000),
  ];
  for (const text of texts) {
    const sinceMs = performance.now();
    findLinks(text);
    assertEquals(performance.now() - sinceMs < 100, true, text.slice(0, 20));
  }
});
