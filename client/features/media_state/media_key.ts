/** How screens learn what the other end is sending. */

import { type Feature, type FeatureKey, type FeatureStates, readView } from "../../feature/feature.ts";
import { type MediaState, readMedia } from "../../media/source.ts";

const MEDIA_STATE: FeatureKey<Feature<MediaState>> = { name: "media-state" };

/** What is shown of a call, as far as this needs. */
type Shown = { readonly features: FeatureStates; readonly remoteMedia: MediaState };

/** What the other end sends: as it says, and before it has said so, as its offer or answer did. */
export function remoteMediaOf({ features, remoteMedia }: Shown): MediaState {
  // Where its word cannot be read, its picture shows for itself.
  if (features.get(MEDIA_STATE.name)?.stage === "failed") return readMedia({ audio: true, video: true });
  return readView(features, MEDIA_STATE) ?? remoteMedia;
}
