/**
 * Plays the sound of the calls that are on but not on the screen; of those on hold nothing comes. Their pictures are not
 * shown, and so cost nothing.
 */

import { useEffect, useRef } from "preact/hooks";
import type { CallView } from "../../../conversation/call_views.ts";
import { otherCalls } from "../../../model/state.ts";
import { attach } from "../../../screens/pieces/playback.ts";
import { useSpeaker } from "../../../screens/pieces/speaker.ts";

export function OtherCalls() {
  return <>{otherCalls.value.map((call) => <Sound key={call.callId} call={call} />)}</>;
}

function Sound({ call: { remoteStreams } }: { call: CallView }) {
  const ref = useRef<HTMLAudioElement>(null);
  useEffect(() => attach(ref.current, remoteStreams?.microphone), [remoteStreams]);
  useSpeaker(ref);
  return <audio ref={ref} autoplay />;
}
