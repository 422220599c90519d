/**
 * What is received in a call, each source apart: sound must not wait for a first picture, which may never come. The streams
 * stay the same for the whole call, so that elements play on; their tracks change with the connection.
 */

import { attempt } from "../bounds/attempt.ts";
import { type BySource, bySource, type Source, SOURCES } from "../media/source.ts";

export type RemoteStreams = BySource<MediaStream>;
/** As far as the other end may send from each. */
export type RemoteTracks = Partial<Record<Source, MediaStreamTrack>>;

export function createRemoteStreams(): RemoteStreams {
  return bySource(() => new MediaStream());
}

/** Puts these tracks in the streams, and takes all others out. */
export function showTracks(streams: RemoteStreams, remoteTracks: RemoteTracks): void {
  for (const source of SOURCES) {
    attempt("show what is received", () => {
      const [stream, track] = [streams[source], remoteTracks[source]];
      for (const other of stream.getTracks()) if (other !== track) stream.removeTrack(other);
      if (track !== undefined) stream.addTrack(track);
    });
  }
}
