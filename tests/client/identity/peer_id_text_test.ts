/** What people paste: the ID is found wherever it can only be meant, and nothing else is taken for one. */

import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { readPeerId } from "../../../client/identity/peer_id_text.ts";
import { createRandomPeerId, isPeerId } from "../../../signaling/protocol.ts";

const ID = "k7mq-2vhd-9xtr-w4pz-0b5n";
const OTHER = "47z3-3qx1-ajh6-2rkb-z1a0";
const LINK = `https://call.example/#${ID}`;

/** Digits and letters as East Asian keyboards make them. */
function widen(text: string): string {
  return [...text].map((char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).join("");
}

Deno.test("readPeerId() forgives how a person writes an ID", () => {
  const forms = [
    ID,
    ID.toUpperCase(),
    ID.replaceAll("-", ""),
    ID.replaceAll("-", " "),
    ID.replaceAll("-", "\u00a0"),
    ID.replaceAll("-", "–"),
    ID.replaceAll("-", "—"),
    ID.replaceAll("-", "−"),
    ID.replaceAll("-", "\u2011"),
    ID.replaceAll("-", "\u00ad"),
    ID.replaceAll("-", "-\u00ad"),
    ID.replaceAll("-", "-\u200b"),
    ID.replaceAll("-", "_"),
    ID.replaceAll("-", " - "),
    [...ID.replaceAll("-", "")].join(" "),
    widen(ID),
    `  ${ID}\n`,
    `\ufeff\u200b${ID}\u200b\u2060`,
    LINK,
    `http://localhost:5000/?a#${ID.toUpperCase()} `,
    `#${ID}`,
    `#${ID.replaceAll("-", " ")}`,
    `${ID}#`,
  ];
  for (const text of forms) assertEquals(readPeerId(text), ID, text);
  assertEquals(readPeerId("oOoO-iIlL-2222-3333-4444"), "0000-1111-2222-3333-4444");
  assertEquals(readPeerId("aaaa-bbbb-cccc-dddd-eeee"), "aaaa-bbbb-cccc-dddd-eeee", "One without a digit, alone");
});

Deno.test("readPeerId() takes no notice of what stands around an ID or a link", () => {
  for (const text of [ID, LINK, ID.toUpperCase(), ID.replaceAll("-", "")]) {
    const around = [
      ...[".", ",", ";", ":", "!", "?", ">", ")", "]", "}", '"', "’", "”", "…", "*", "`", "|", "\\", "/"].map((sign) =>
        text + sign
      ),
      ...["<>", "()", "[]", "“”", "‹›", "**", "``", "「」"].map((pair) => pair[0] + text + pair[1]),
      `${text}&utm=1`,
      `${text}?utm_source=mail&utm_medium=1`,
      `${text}&fbclid=IwAR0kk2`,
      `${text}%20`,
      `${text}\u200b.`,
    ];
    for (const pasted of around) assertEquals(readPeerId(pasted), ID, pasted);
  }
});

Deno.test("readPeerId() finds an ID inside a link that programs have rewritten", () => {
  const links = [
    `https://call.example/%23${ID}`,
    `https://call.example/%2523${ID}`,
    `https://call.example/#${ID.replaceAll("-", "%2D")}`,
    `https://call.example/#${ID.replaceAll("-", "%E2%80%93")}`,
    `https://call.example/#%20${ID}`,
    `https://call.example/?utm=1#${ID}&utm=1`,
    `https://call.example/#/${ID}`,
    `https://call.example/#a#${ID}`,
    `https://mail.example/out?url=https%3A%2F%2Fcall.example%2F%23${ID}&sig=0a1b2c3d`,
    `[call me](${LINK})`,
    `<a href="${LINK}">${LINK}</a>`,
    `${LINK}%FF`,
  ];
  for (const text of links) assertEquals(readPeerId(text), ID, text);
});

Deno.test("readPeerId() finds an ID inside a sentence, a chat and a quoted e-mail", () => {
  const texts = [
    `Hi, call me at ${ID}. Thanks!`,
    `Hi, call me at ${ID.replaceAll("-", "")}, thanks`,
    `My ID is: ${ID.replaceAll("-", " ")}.`,
    `Please call me—${ID}—this evening`,
    `Please call me – ${ID} – this evening`,
    `[09:41] Kim: ${LINK} when you can`,
    `Kim wrote:\n> call me at\n> ${LINK}\n>\n> Kim\n-- \nSent from my phone`,
    `> https://call.example/#k7mq-2vhd-\n> 9xtr-w4pz-0b5n`,
    `Kim wrote: > https://call.example/#k7mq-2vhd-> 9xtr-w4pz-0b5n > Kim`,
    `>> k7mq 2vhd 9xtr\r\n>> w4pz 0b5n`,
    `https://call.example/#k7mq-2vhd-9x=\r\ntr-w4pz-0b5n`,
    `${ID} (mine) or ${LINK}`,
    `ID: ${ID}\n-- \nKim`,
    `• ${ID}`,
    `- ${ID}`,
  ];
  for (const text of texts) assertEquals(readPeerId(text), ID, text);
});

Deno.test("readPeerId() takes nothing else for an ID, and does not choose between two", () => {
  const texts = [
    ...["", "#", ID.slice(1), `${ID}0`, `0${ID}`, `${ID}-0000`, "uuuu-uuuu-uuuu-uuuu-uuuu", "Kim"],
    ...["https://call.example/", "https://meets.example.com", "kim.lee@something.example"],
    "He says that this will work fine, and there is some internationalization left",
    "the well-known that-this-will-work-fine story",
    `u${ID}`,
    `${ID}é`,
    `${ID} ${OTHER}`,
    `Not ${LINK} but https://call.example/#${OTHER}`,
    `%23%FF%${ID.slice(2)}`,
  ];
  for (const text of texts) assertEquals(readPeerId(text), null, text);
  assertEquals(readPeerId(`Mine is ${OTHER}, call ${LINK}`), ID, "A link says more than an ID");
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    const id = readPeerId(text);
    assert(id === null || isPeerId(id));
  }));
});

Deno.test("readPeerId() reads every ID back, however its case and dashes were changed and whatever stands around", () => {
  const around = fc.string({ unit: fc.constantFrom(..." \n\t.,;:!?<>()[]{}\"'“”|*`/\\&=\u200b\u00ad\ufeff\u00a0") });
  const changes = fc.array(fc.constantFrom("", "upper", "wide"), { minLength: 24, maxLength: 24 });
  const dash = fc.constantFrom("-", "", "–", "\u2011", "\u00ad", "-\u200b", "_", "%2D", "%E2%80%93");
  fc.assert(fc.property(changes, dash, fc.boolean(), around, around, (how, separator, isLink, before, after) => {
    const id = createRandomPeerId();
    const typed = [...id].map((char, index) => {
      if (char === "-") return separator;
      return how[index] === "upper" ? char.toUpperCase() : how[index] === "wide" ? widen(char) : char;
    }).join("");
    const text = `${before}${isLink ? "https://call.example/?a=1#" : ""}${typed}${after}`;
    const isAmongWords = isLink || /\d/.test(id);
    assertEquals(readPeerId(text), isAmongWords ? id : readPeerId(text), JSON.stringify(text));
  }));
});

Deno.test("readPeerId() is done at once with a text of any length", () => {
  const pieces = ["#", "-", " ", "\n>", "%", "%25", "k7mq-", "k7mq ", "#k7mq-", "ﷺ", "=\n", "—", "0", ">", "-\n"];
  const startedAtMs = performance.now();
  for (const piece of pieces) for (const end of ["", "x", ID]) readPeerId(piece.repeat(100_000) + end);
  const tookMs = performance.now() - startedAtMs;
  assert(tookMs < 45 * 100, `${tookMs} ms`);
});
