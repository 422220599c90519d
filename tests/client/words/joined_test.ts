/**
 * Sentences behind each other stand as a language writes them: with a blank between them, or with none, as in Japanese
 * and Chinese. No code puts a blank or a full stop there itself.
 */

import { assert, assertEquals, assertMatch } from "@std/assert";
import { FAILURE_DETAILS } from "../../../signaling/protocol/peer_messages.ts";
import type { CallView } from "../../../client/conversation/call_views.ts";
import { readMedia } from "../../../client/media/source.ts";
import { LANGUAGES } from "../../../client/words/grammar/languages.ts";

// What `speaking.ts` marks; it must be there before that is loaded.
Object.defineProperty(globalThis, "document", { value: { documentElement: {} }, configurable: true });

const { announce } = await import("../../../client/screens/announcement.ts");
const { loadEnding } = await import("../../../client/screens/call/ending.ts");
const { CHECK_IDS, judge } = await import("../../../client/screens/check/verdict.ts");
const { reportOf } = await import("../../../client/screens/check/sentences.ts");
const { localMedia } = await import("../../../client/model/state.ts");
const { nameWarningSentence } = await import("../../../client/words/call_sentences.ts");
const { endAloud } = await import("../../../client/words/end_sentences.ts");
const { joinSentences } = await import("../../../client/words/language.ts");
const { refusalSentence } = await import("../../../client/words/refusal_words.ts");
const { REFUSAL_CAUSES } = await import("../../../client/socket/refusal.ts");
const { speak } = await import("../../../client/words/speaking.ts");

const CALL = { remoteName: "Kim", phase: "connected", features: new Map(), isOutgoing: true };
const ENDED = {
  ...CALL,
  phase: "ended",
  connectedAtMs: 0,
  endedAtMs: 65_000,
  endedAtWallMs: 65_000,
  remotePublicKey: "key",
};

/** Whatever is made of several sentences, as the language that is spoken says it. */
function sayAll(): string[] {
  const joining = { ...readMedia({ audio: false, video: false }), isJoining: true };
  const reasons = ["cancelled", "busy", "unanswered", "no-webrtc", "unprepared", "unverified", "lost", "page-gone"];
  const ends = reasons.map((endReason) => ({ ...ENDED, endReason, isOutgoing: endReason === "unverified" }));
  const failures = FAILURE_DETAILS.map((local) => ({
    ...ENDED,
    endReason: "failed",
    failure: { local, remote: local === "no-path" ? "peer-silent" : "no-path" },
  }));
  return [
    ...REFUSAL_CAUSES.map(refusalSentence),
    ...["incoming", "connected"].map((phase) => nameWarningSentence({ ...CALL, phase } as unknown as CallView)),
    announce({ ...CALL, remoteMedia: joining } as never),
    ...[...ends, ...failures].map((call) => endAloud(call as unknown as CallView)),
  ];
}

function sayReport(): string {
  const outcomes = Object.fromEntries(CHECK_IDS.map((check) => [check, "works"]));
  const results = {
    ...outcomes,
    direct: "untested",
    relayed: "untested",
    camera: "denied",
    microphone: "silent",
    socket: "unreachable",
  } as never;
  return reportOf(results, {}, judge(results), { browser: "Chrome", at: new Date(0) });
}

Deno.test("what is said of several sentences is said as each language puts them behind each other", async () => {
  await loadEnding();
  const before = localMedia.value;
  localMedia.value = { ...before, audioProblem: "denied", videoProblem: "in-use" };
  try {
    for (const language of LANGUAGES) {
      await speak(language);
      const isUngapped = language === "ja" || language === "zh";
      const all = [...sayAll(), ...sayReport().split("\n").filter((line) => /[。.।]\S*$/.test(line))];
      assert(all.length > 20, language);
      for (const said of all) {
        assert(!/[.。।]{2}|\s\s|\s$|\s[.。।]/.test(said), `${language}: ${said}`);
        assert(!(isUngapped ? /[。！？：，、] / : /[.।](?=[\p{Lu}\p{Lo}])/u).test(said), `${language}: ${said}`);
        assertMatch(said, /[.。।…]$/, language);
      }
      assertEquals(joinSentences("1.", null, "", "2."), isUngapped ? "1.2." : "1. 2.");
    }
  } finally {
    localMedia.value = before;
    await speak("en");
  }
});

const ROOT = new URL("../../../", import.meta.url);
/** What puts a blank between two expressions, or a stop behind one. */
const JOINED = /\.join\(" "\)|\{" "\}|^\s*\{[^}]+\} \{|\$\{[^}]+\}[.。] ?[`$]|\+ "\. ?"/;
/** Lists of classes, points and numbers: no sentences. */
const UNSAID = /class=|points=|viewBox:/;

async function* walk(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(new URL(folder, ROOT))) {
    if (isDirectory) yield* walk(`${folder}${name}/`);
    else if (/\.tsx?$/.test(name)) yield `${folder}${name}`;
  }
}

Deno.test("no screen and nothing that chooses sentences puts blanks or stops between them by itself", async () => {
  const found: string[] = [];
  for await (const path of walk("client/")) {
    if (!/^client\/(?:screens\/|features\/[^/]+\/screen\/|words\/[^/]+$)/.test(path)) continue;
    const lines = (await Deno.readTextFile(new URL(path, ROOT))).split("\n");
    for (const [index, line] of lines.entries()) {
      if (JOINED.test(line) && !UNSAID.test(line)) found.push(`${path}:${index + 1}: ${line.trim()}`);
    }
  }
  assertEquals(found, []);
});
