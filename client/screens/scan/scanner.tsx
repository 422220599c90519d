/**
 * Reads a QR code from the camera, and opens the link that it holds, as if it had been pressed: whom it calls is shown,
 * and nobody is called by it. Nothing of the picture leaves the page. A call comes before it, and takes the camera.
 */

import { effect, type Signal, useSignal } from "@preact/signals";
import { render } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { readPeerId } from "../../identity/peer_id_text.ts";
import { requestDevices, stop } from "../../media/device_request.ts";
import type { MediaProblem } from "../../media/local_media.ts";
import { frontCall, localPeerId } from "../../model/state.ts";
import type { ScanWords } from "../../words/en/home/scan.ts";
import { dialText } from "../home/dial_form.tsx";
import { isolate } from "../../words/who.ts";
import { createCodeReader } from "./code_reader.ts";

/** How long after a look at the picture the next one follows, in milliseconds. */
const LOOK_MS = 120;

/** Opens over the page until a link is read, or it is closed. */
export function showScanner(words: Signal<ScanWords>): void {
  const place = document.body.appendChild(document.createElement("div"));
  const remove = () => {
    render(null, place);
    place.remove();
  };
  render(<Scanner words={words} onClose={remove} />, place);
}

/** What is wrong with a code that was read; null for a link of this page, which is then open. */
function openLink(text: string, words: ScanWords): string | null {
  const peerId = readPeerId(text);
  const url = URL.parse(text);
  const page = new URL("./", location.href).href;
  if (peerId === null) return words.notALink;
  if (peerId === localPeerId.peek()) return words.own;
  const isLink = url !== null && /^https?:$/.test(url.protocol);
  if (isLink && url.origin + url.pathname !== page) return words.elsewhere(isolate(url.host));
  dialText.value = peerId; // Also where that link is open already, and something else was typed.
  location.hash = isLink ? url.hash : peerId;
  return null;
}

function problemSentence(problem: MediaProblem, words: ScanWords): string {
  return problem === "denied" ? words.denied : problem === "not-found" ? words.missing : words.failed;
}

type ScannerProps = { readonly words: Signal<ScanWords>; readonly onClose: () => void };

function Scanner({ words: { value: words }, onClose }: ScannerProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const videoRef = useRef<HTMLVideoElement>(null);
  const said = useSignal<(words: ScanWords) => string>(({ opening }) => opening);
  const isBlind = useSignal(false);
  useLayoutEffect(() => {
    ref.current?.showModal();
    return effect(() => {
      if (frontCall.value !== null) ref.current?.close();
    });
  }, []);
  useEffect(() => {
    let isOver = false;
    let camera: MediaStreamTrack | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const reading = createCodeReader();
    reading.catch(() => {}); // Said once there is a picture to read.
    const look = async () => {
      const video = videoRef.current;
      const isSeen = video !== null && video.readyState >= video.HAVE_CURRENT_DATA;
      const text = isSeen ? await (await reading)(video) : null;
      if (isOver) return;
      if (text !== null) {
        const problem = openLink(text, words);
        if (problem === null) return ref.current?.close();
        said.value = () => problem;
      }
      timer = setTimeout(lookOrSay, LOOK_MS);
    };
    const lookOrSay = () =>
      look().catch((error: unknown) => {
        console.warn("Cannot scan:", error);
        stop(camera);
        said.value = ({ unloaded }) => unloaded;
      });
    const take = (track: MediaStreamTrack) => {
      if (isOver) return stop(track);
      camera = track;
      said.value = ({ hint }) => hint;
      if (videoRef.current !== null) videoRef.current.srcObject = new MediaStream([track]);
      lookOrSay();
    };
    void requestDevices(
      ["camera"],
      (_, answer) => {
        if ("track" in answer) return take(answer.track);
        isBlind.value = true;
        said.value = (now) => problemSentence(answer.problem, now);
      },
      { microphone: null, camera: { facingMode: "environment" } },
    );
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop(camera);
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class="panel qr-code"
      aria-labelledby="scan-title"
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      onClose={onClose}
    >
      <div>
        <h2 id="scan-title">{words.title}</h2>
        {!isBlind.value && <video ref={videoRef} autoplay playsInline muted />}
        <p role="status">{said.value(words)}</p>
        <button type="button" class="button tonal" onClick={() => ref.current?.close()}>{words.close}</button>
      </div>
    </dialog>
  );
}
