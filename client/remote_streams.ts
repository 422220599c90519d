/**
 * What is received in a call, sound and picture apart: sound must not wait for a first picture, which may never come.
 * The streams stay the same for the whole call, so that elements play on; their tracks change with the connection.
 */

import { attempt } from "./attempt.ts";
import { KINDS, type MediaKind } from "./connection.ts";

export type RemoteStreams = Readonly<Record<MediaKind, MediaStream>>;

/** Puts these tracks in the streams, and takes all others out. */
export function showTracks(streams: RemoteStreams, remoteTracks: readonly MediaStreamTrack[]): void {
  for (const kind of KINDS) {
    attempt("show what is received", () => {
      const stream = streams[kind];
      const tracks = remoteTracks.filter((track) => track.kind === kind);
      for (const track of stream.getTracks()) if (!tracks.includes(track)) stream.removeTrack(track);
      for (const track of tracks) stream.addTrack(track);
    });
  }
}
