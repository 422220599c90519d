/** The name that a link carries: what people send arrives, whatever programs make of the link on its way. */

import { assert, assertEquals, assertMatch } from "@std/assert";
import fc from "fast-check";
import { encodeLinkName, LINK_NAME_LENGTH_MAX } from "../../../client/identity/encode_link_name.ts";
import { readLinkName } from "../../../client/identity/link_name.ts";
import { cleanName } from "../../../client/identity/name.ts";
import { readPeerId } from "../../../client/identity/peer_id_text.ts";
import { createRandomPeerId } from "../../../signaling/protocol.ts";

const ID = "k7mq-2vhd-9xtr-w4pz-0b5n";
const LINK = `https://call.example/#${ID}`;

Deno.test("encodeLinkName() leaves nothing at which a program would cut the link", () => {
  const rows: [name: string, encoded: string][] = [
    ["", ""],
    ["  ", ""],
    ["Kim", "/Kim"],
    [" Kim  Lee ", "/Kim__Lee"],
    ["Anne-Marie", "/Anne-Marie"],
    ["Kim-", "/Kim%2D"],
    ["Kim_S", "/Kim%5FS"],
    ["Sam Jr.", "/Sam_Jr%2E"],
    ["K(i)'m*!~", "/K%28i%29%27m%2A%21%7E"],
    ["Zoë", "/Zo%C3%AB"],
    ["a/b#c?d&e%41", "/a%2Fb%23c%3Fd%26e%2541"],
    ["محمد", "/%D9%85%D8%AD%D9%85%D8%AF"],
    ["Kim\ud800", "/Kim%EF%BF%BD"],
  ];
  for (const [name, encoded] of rows) assertEquals(encodeLinkName(name), encoded, name);
});

Deno.test("encodeLinkName() drops the last words of a name that is too long, then letters", () => {
  const [word, long] = ["म".repeat(8), "म".repeat(30)];
  const [encodedWord, letter] = [encodeURIComponent(word), encodeURIComponent("म")];
  assertEquals(encodeLinkName(`${word} ${word} ${word}`), `/${encodedWord}_${encodedWord}`);
  assertEquals(encodeLinkName(long), `/${letter.repeat(Math.floor(LINK_NAME_LENGTH_MAX / letter.length))}`);
  assertEquals(encodeLinkName(`${"x".repeat(20)} ${"y".repeat(19)}`).length, 41, "Forty letters are no matter");
});

Deno.test("readLinkName() reads every name back that is fit to be shown, and the ID stays the same", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.constant(null).map(createRandomPeerId), text, (id, typed) => {
      const name = cleanName(typed);
      const encoded = encodeLinkName(name ?? "");
      assert(encoded.length <= LINK_NAME_LENGTH_MAX + 1);
      assertMatch(encoded, /^(?:\/(?:[\w-]|%[\dA-F]{2})*(?:\w|%[\dA-F]{2}))?$/);
      const link = `https://call.example/#${id}${encoded}`;
      const { hash } = new URL(link);
      // A name with a percent sign may look as if a letter of it had been cut.
      if (name === null || name.includes("%")) return;
      const isWhole = encodeURIComponent(name).replace(/[!'()*~._-]/g, "%00").length <= LINK_NAME_LENGTH_MAX;
      for (
        const form of [link, hash, `<${link}>`, `(${link}).`, `Call me: ${link}, or not`, encodeURIComponent(link)]
      ) {
        if (isWhole) assertEquals(readLinkName(form), name, form);
      }
      assertEquals(readPeerId(hash), id);
    }),
    { numRuns: 1_000 },
  );
});

Deno.test("readLinkName() forgives what programs do to a link", () => {
  const rows: [text: string, name: string | null][] = [
    [`${LINK}/Kim`, "Kim"],
    [`${LINK}/Kim_Lee.`, "Kim Lee"],
    [`${LINK}/Kim/`, "Kim"],
    [`${LINK}/Kim&utm_source=mail`, "Kim"],
    [`${LINK}/Kim?fbclid=1`, "Kim"],
    [`${LINK}/Zoë`, "Zoë"],
    [`${LINK}/%D9%85%D8`, null],
    [`${LINK}/Kim%`, "Kim"],
    [`${LINK}/Kim%2`, "Kim"],
    [`#${ID.toUpperCase()}/KIM`, "KIM"],
    [`#${ID.replaceAll("-", "%E2%80%93")}/Kim`, "Kim"],
    [`https://chat.example/?u=${encodeURIComponent(encodeURIComponent(`${LINK}/Zo%C3%AB_X`))}`, "Zoë X"],
    [`Ask in #12/Sam, or call ${LINK}/Kim`, "Kim"],
    [LINK, null],
    [`${LINK}/`, null],
    [`${LINK}/%20`, " "],
    [`#k7mq-2vhd/Kim`, null],
    ["#/Kim", null],
    ["Kim", null],
    ["", null],
  ];
  for (const [text, name] of rows) assertEquals(readLinkName(text), name, text);
});

Deno.test("readLinkName() is done at once with a text of any length", () => {
  const pieces = ["#", "#/", "%", "%25", "#a/", `#${ID}/`, "/", "_", "a"];
  const startMs = performance.now();
  for (const piece of pieces) readLinkName(piece.repeat(100_000));
  assert(performance.now() - startMs < 2_000);
});
