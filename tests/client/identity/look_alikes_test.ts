/** Names that look alike have one skeleton, others have not, and the table is what Unicode's data say. */

import { assert, assertEquals, assertNotEquals } from "@std/assert";
import fc from "fast-check";
import confusables from "unhomoglyph/data.json" with { type: "json" };
import { confirmName, isOthersName, notePeer } from "../../../client/kept/people/acquaintances.ts";
import { CONFUSABLES, skeletonOf } from "../../../client/identity/look_alikes.ts";
import { cleanName } from "../../../client/identity/name.ts";
import type { PeerId } from "../../../signaling/protocol.ts";

const [KIM, OTHER] = ["k7mq-2vhd-9xtr-w4pz-0b5n" as PeerId, "0000-1111-2222-3333-4444" as PeerId];

/** What each name may be taken for. */
const ALIKE: readonly (readonly [known: string, ...others: string[]])[] = [
  [
    "Kim Lee",
    ...["KIM LEE", "kim-lee", "Kim\u00a0Lee", "Кim Lee", "Кіm Lее", "кiм lee", "Κim Lee", "Κιm Lee", "Kím Léé"],
    ...["Klm Lee", "K1m Lee", "K|m Lee", "Kim Iee", "Kim 1ee", "Kirn Lee", "Ｋｉｍ Ｌｅｅ", "𝐊𝐢𝐦 𝐋𝐞𝐞", "𝓚𝓲𝓶 𝓛𝓮𝓮"],
    ...["Ꮶim Lee", "ꓗim ꓡee", "Kim Lee\u3164", "\u115fKim Lee", "Kim\u1160Lee", "Kim Lee\uffa0", "Kim\u2800Lee"],
    ...[
      "Kim\u200bLee",
      "Ki\u200dm Lee",
      "Kim 🛡️ Lee",
      "✅ Kim Lee",
      "Kim Lee 🔒",
      "Kim Lee ⭐⭐",
      "Kım Lee",
      "KꙆm Lee",
      "Kɪm Lee",
    ],
    ...["Kim 🛡️ Lee Verified", "Kim Lee (official)", "Official Kim Lee", "The Official Kim Lee", "KimLeeVerified"],
    ...["Kim Lee ✔ Vеrifiеd", "Kim Lee, verified, official", "Kim Lee verifiziert"],
  ],
  ["Bob Olsen", "B0b 0lsen", "Воb Оlsеn", "Βοb Οlsen", "Bøb Ølsen", "Bob OIsen"],
  ["Anna", "Аnnа", "Αnna", "ＡＮＮＡ", "Aηηa", "αnnα"],
  ["Helen", "Неlen", "Ηelen", "Hеlеn", "hеlеп"],
  ["William", "VVilliam", "Ԝilliam", "WiIIiam", "Wi||iam"],
  ["Анна", "АННА", "Ahha"],
];

Deno.test("names that people take for one another have one skeleton, and warn beside the known one", () => {
  for (const [name, ...others] of ALIKE) {
    const known = notePeer([], { peerId: KIM, name, publicKey: null }, skeletonOf);
    for (const other of others) {
      const shown = cleanName(other);
      assertEquals(skeletonOf(shown ?? ""), skeletonOf(name), `${name} / ${other}`);
      assert(isOthersName(known, OTHER, shown, skeletonOf), other);
      assert(!isOthersName(known, KIM, shown, skeletonOf), "It is theirs");
      assertEquals(notePeer(known, { peerId: OTHER, name: shown, publicKey: null }, skeletonOf)[0]?.names, []);
      const confirmed = confirmName(known, { peerId: OTHER, name: shown, publicKey: null });
      assert(!isOthersName(confirmed, OTHER, shown, skeletonOf), "The person has said that it is them");
    }
  }
});

Deno.test("other names have another skeleton, and none loses all of itself", () => {
  const names = [
    "Kim",
    "Kim Lee",
    "Tim Lee",
    "Anna",
    "Hanna",
    "Анна",
    "Иван",
    "Ольга",
    "Ελένη",
    "محمد",
    "احمد",
    "李小龍",
  ];
  const more = ["田中", "김", "이", "Verified", "Official", "Åsa", "Oscar", "Bo", "Ho", "Ken", "Jo", "🐶", "✦"];
  const all = [...names, ...more];
  for (const [index, name] of all.entries()) {
    assertNotEquals(skeletonOf(name), "", name);
    for (const other of all.slice(index + 1)) {
      assertNotEquals(skeletonOf(name), skeletonOf(other), `${name} / ${other}`);
    }
  }
});

Deno.test("a joiner that a word is spelt with, or not, makes no other name", () => {
  const pairs = [
    ["می\u200cخواهم", "میخواهم"],
    ["ක්\u200dර", "ක්ර"],
    ["രാജന്\u200d", "രാജന്"],
    ["葛\u{e0100}城", "葛城"],
    ["ᠰᠠᠷ\u180eᠠ", "ᠰᠠᠷᠠ"],
  ] as const;
  for (const [name, other] of pairs) assertEquals(skeletonOf(name), skeletonOf(other), name);
});

Deno.test("skeletonOf() has no more to do in a second pass", () => {
  const letters = fc.constantFrom(..."KimrnvvI1l0OоКкηН|é\u3164\u200d verified official the");
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(letters, fc.string({ unit: "grapheme", maxLength: 1 })) }), (name) => {
      const skeleton = skeletonOf(name);
      assertEquals(skeletonOf(skeleton), skeleton);
    }),
    { numRuns: 5_000 },
  );
});

// --- The table ------------------------------------------------------------------------------------------------------

const SCRIPTS = ["Latin", "Greek", "Cyrillic", "Armenian", "Cherokee", "Lisu", "Coptic"];
const LETTER = new RegExp(`^(?:[|∣⏽]|[${SCRIPTS.map((script) => `\\p{Script=${script}}`).join("")}])$`, "u");

function simplify(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "");
}

/** The entries of Unicode's table that are kept; what NFKD and small letters settle is not among them. */
function createTable(): string {
  const table = new Map<string, string[]>();
  for (const [letter, prototype] of Object.entries<string>(confusables)) {
    const plain = simplify(prototype);
    const look = plain.toLowerCase().replace(/[^a-z0-9]/g, "");
    const isKept = LETTER.test(letter) && simplify(letter) === letter && !/[a-z0-9]/i.test(letter);
    if (!isKept || !/^[!-~]+$/.test(plain) || look === "" || look.length > 2) continue;
    table.set(look, [...table.get(look) ?? [], letter]);
  }
  return [...table].map(([look, letters]) => `${look}:${letters.sort().join("")}`).sort().join(" ");
}

Deno.test("CONFUSABLES is what Unicode's table says of letters that look like Latin ones and digits", () => {
  assertEquals(CONFUSABLES, createTable());
});
