/**
 * The sources that an end may send from in a call, in the order of their sections in a description. Tracks, streams and
 * what is said of them are kept by source, never by a track's kind: there may be two of each. Pure; the wire says the same
 * in other words, since pages that know two sources say `audio` and `video`.
 */

export const SOURCES = ["microphone", "camera", "screen", "screen-sound"] as const;
export type Source = typeof SOURCES[number];
/** Those that are devices of the person, which `media.ts` opens. */
export const DEVICES = ["microphone", "camera"] as const satisfies readonly Source[];
export type DeviceSource = typeof DEVICES[number];

export type BySource<T> = Readonly<Record<Source, T>>;
/** What an end sends, or nothing. */
export type Tracks = BySource<MediaStreamTrack | null>;
export type DeviceTracks = Pick<Tracks, DeviceSource>;
/** Whether anything comes from each; and whether nothing does yet, since the browser asks the person for it. */
export type MediaState = BySource<boolean> & { readonly isJoining?: true };

/** As browsers and descriptions name it. */
export const KIND_OF = {
  "microphone": "audio",
  "camera": "video",
  "screen": "video",
  "screen-sound": "audio",
} as const satisfies BySource<"audio" | "video">;

export function bySource<T>(create: (source: Source) => T): BySource<T> {
  return Object.fromEntries(SOURCES.map((source) => [source, create(source)])) as BySource<T>;
}

export const NO_TRACKS: Tracks = bySource(() => null);

/** As offers, answers and `media-state` say it; a page that knows of no screen says nothing of one. */
export type ToldMedia = {
  readonly audio: boolean;
  readonly video: boolean;
  readonly screen?: boolean;
  readonly screenSound?: boolean;
  readonly joining?: boolean;
};

export function readMedia({ audio, video, screen = false, screenSound = false, joining }: ToldMedia): MediaState {
  return { microphone: audio, camera: video, screen, "screen-sound": screenSound, ...(joining && { isJoining: true }) };
}

export function tellMedia(
  { microphone, camera, screen, "screen-sound": screenSound, isJoining }: MediaState,
): ToldMedia {
  return { audio: microphone, video: camera, screen, screenSound, ...(isJoining && { joining: true }) };
}
