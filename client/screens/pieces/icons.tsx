/**
 * The icons, by the names that `static/icons.svg` draws them under; the build puts that file into each page, so that
 * the drawings cost no script.
 *
 * They are decoration: the button around one carries the name. Colour comes from `currentColor`, size from CSS.
 */

import type { JSX } from "preact";

function icon(name: string): () => JSX.Element {
  return () => (
    <svg class="icon" aria-hidden="true" focusable="false">
      <use href={`#${name}`} />
    </svg>
  );
}

/** The page's own mark, which the build draws from `static/icon.svg`. */
export function Logo() {
  return (
    <svg class="logo" aria-hidden="true" focusable="false">
      <use href="#logo" />
    </svg>
  );
}

export const HangUpIcon = /* @__PURE__ */ icon("hang-up");
export const PhoneIcon = /* @__PURE__ */ icon("phone");
export const MicrophoneIcon = /* @__PURE__ */ icon("microphone");
export const MicrophoneOffIcon = /* @__PURE__ */ icon("microphone-off");
export const CameraIcon = /* @__PURE__ */ icon("camera");
export const CameraOffIcon = /* @__PURE__ */ icon("camera-off");
export const MoreIcon = /* @__PURE__ */ icon("more");
export const LinkIcon = /* @__PURE__ */ icon("link");
export const CheckIcon = /* @__PURE__ */ icon("check");
export const BellIcon = /* @__PURE__ */ icon("bell");
export const BlockIcon = /* @__PURE__ */ icon("block");
export const CrossIcon = /* @__PURE__ */ icon("cross");
export const DashIcon = /* @__PURE__ */ icon("dash");
export const PenIcon = /* @__PURE__ */ icon("pen");
export const QrIcon = /* @__PURE__ */ icon("qr");
export const ShareIcon = /* @__PURE__ */ icon("share");
export const SoundIcon = /* @__PURE__ */ icon("sound");
export const ShieldIcon = /* @__PURE__ */ icon("shield");
export const ShieldCheckIcon = /* @__PURE__ */ icon("shield-check");
export const WarningIcon = /* @__PURE__ */ icon("warning");
