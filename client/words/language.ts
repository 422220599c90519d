/**
 * The current language, and the parts of the catalogue in it, with the words that every page needs. It is English until
 * `speaking.ts` has loaded another one. `page/early.ts` chooses the first language before anything is shown.
 */

import { computed, type Signal, signal } from "@preact/signals";
import type { AdmissionWords } from "./en/home/admission.ts";
import type { AppWords } from "./en/home/app.ts";
import type { CallWords } from "./en/call.ts";
import type { ChatWords } from "./en/features/chat.ts";
import type { CheckWords } from "./en/check.ts";
import type { ComparisonWords } from "./en/comparison.ts";
import type { DeviceWords } from "./en/features/devices.ts";
import type { DrawWords } from "./en/features/draw.ts";
import type { EndWords } from "./en/ends.ts";
import type { FilesWords } from "./en/features/files.ts";
import type { FirstWords } from "./en/first.ts";
import type { HoldWords } from "./en/features/hold.ts";
import type { InsecureWords } from "./en/insecure.ts";
import type { LeftCallWords } from "./en/home/left_call.ts";
import type { KnockingWords } from "./en/home/knocking.ts";
import type { NoteWords } from "./en/home/notes.ts";
import type { KeyboardWords } from "./en/features/keyboard.ts";
import type { MediaWords } from "./en/media.ts";
import { page, type PageWords } from "./en/page.ts";
import type { PeopleWords } from "./en/home/people.ts";
import type { PeopleFileWords } from "./en/home/people_file.ts";
import type { PictureWords } from "./en/features/pictures.ts";
import type { PreviewWords } from "./en/features/preview.ts";
import type { DetailWords, QualityWords } from "./en/features/quality.ts";
import type { ReachWords } from "./en/home/reach.ts";
import type { ReactionWords } from "./en/features/reactions.ts";
import type { RefusalWords } from "./en/refusals.ts";
import type { RingingWords } from "./en/home/ringing.ts";
import type { ScanWords } from "./en/home/scan.ts";
import type { ScreenShareWords } from "./en/features/screen_share.ts";
import type { StrangerWords } from "./en/home/strangers.ts";
import type { ThingWords } from "./en/things.ts";
import type { Language } from "./grammar/languages.ts";

/** What each file of a language holds. */
export interface LanguageFiles {
  readonly first: {
    readonly first: FirstWords;
    readonly insecure: InsecureWords;
    readonly page: PageWords;
    readonly refusals: RefusalWords;
  };
  readonly call: {
    readonly call: CallWords;
    readonly chat: ChatWords;
    readonly screenShare: ScreenShareWords;
    readonly devices: DeviceWords;
    readonly draw: DrawWords;
    readonly comparison: ComparisonWords;
    readonly files: FilesWords;
    readonly hold: HoldWords;
    readonly keyboard: KeyboardWords;
    readonly pictures: PictureWords;
    readonly preview: PreviewWords;
    readonly reactions: ReactionWords;
    /** Null until they are needed. */
    readonly media: MediaWords | null;
  };
  /** What comes after a call, which loads as one begins, with how good its connection is; and of one of a page before this. */
  readonly ends: {
    readonly ends: EndWords;
    readonly leftCall: LeftCallWords;
    readonly quality: QualityWords;
    readonly details: DetailWords;
  };
  readonly check: { readonly check: CheckWords };
  /** What comes behind the first screen, or when a person asks for it there. */
  readonly home: {
    readonly app: AppWords;
    readonly people: PeopleWords;
    readonly peopleFile: PeopleFileWords;
    readonly scan: ScanWords;
    readonly ringing: RingingWords;
    readonly admission: AdmissionWords;
    readonly knocking: KnockingWords;
    readonly strangers: StrangerWords;
    readonly notes: NoteWords;
    readonly reach: ReachWords;
  };
  /** What the pictures show that people compare: loaded with their panel. */
  readonly things: { readonly things: ThingWords };
}

/** What the page speaks, once its words are there. */
export const language = signal<Language>("en");

/** Whether its lines run from right to left. */
export const isRtl = computed(() => language.value === "ar");

/** What stands between two sentences: nothing, where a full stop is as wide as a sign and its blank. */
export const gap = computed(() => /ja|zh/.test(language.value) ? "" : " ");

/** Puts whole sentences behind each other; what is empty is left out. */
export function joinSentences(...sentences: readonly (string | null | undefined | false)[]): string {
  return sentences.filter(Boolean).join(gap.value);
}

/** Some words of a file, to be put in place when their language is spoken. */
export type Part<File extends keyof LanguageFiles = keyof LanguageFiles> = {
  readonly file: File;
  /** @param words null for English */
  put(words: LanguageFiles[File] | null): void;
};

/** Those that are loaded. */
export const parts = signal<readonly Part[]>([]);

/** Makes a part known; reading it in a component follows the language. */
export function createPart<File extends keyof LanguageFiles, Name extends keyof LanguageFiles[File]>(
  file: File,
  name: Name,
  english: LanguageFiles[File][Name],
): Signal<LanguageFiles[File][Name]> {
  const words = signal(english);
  const part: Part<File> = { file, put: (others) => words.value = others === null ? english : others[name] };
  parts.value = [...parts.peek(), part as unknown as Part];
  return words;
}

export const pageWords = createPart("first", "page", page);

/**
 * By what numbers, times and durations are written: as the person's browser has the language (`de-AT`), and always with
 * the digits that IDs have.
 */
export const locale = computed(() => {
  const own = navigator.languages.find((tag) => tag.split("-")[0] === language.value);
  return new Intl.Locale(own ?? language.value, { numberingSystem: "latn" }).toString();
});
