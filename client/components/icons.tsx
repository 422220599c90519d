/**
 * The icons: inline SVG on one 24 × 24 grid with one stroke, drawn for this page.
 *
 * They are decoration: the button around one carries the name. Colour comes from `currentColor`, size from CSS.
 */

import type { ComponentChildren, JSX } from "preact";

function icon(children: ComponentChildren): () => JSX.Element {
  return () => <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{children}</svg>;
}

const HANDSET = "M12 8.2c4 0 7.2 1.3 8.9 3.3.6.7.8 1.6.6 2.5l-.3 1.3c-.2.8-1 1.3-1.8 1.1l-2.6-.6a1.5 1.5 0 0 1-1.2" +
  "-1.5v-1.6a11 11 0 0 0-7.2 0v1.6c0 .7-.5 1.3-1.2 1.5l-2.6.6c-.8.2-1.6-.3-1.8-1.1L2.5 14c-.2-.9 0-1.8.6-2.5C4.8 " +
  "9.5 8 8.2 12 8.2Z";

export const HangUpIcon = icon(<path class="solid" d={HANDSET} />);
export const PhoneIcon = icon(<path class="solid" d={HANDSET} transform="rotate(-135 12 12.2)" />);
export const MicrophoneIcon = icon(
  <>
    <rect x="9" y="3" width="6" height="11" rx="3" />
    <path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3" />
  </>,
);
export const MicrophoneOffIcon = icon(
  <path d="M9 6a3 3 0 0 1 6 0v5.8M9 11.6a3 3 0 0 0 2 2.2M5.5 11.5a6.5 6.5 0 0 0 8.7 6.1M18.5 11.5a6.5 6.5 0 0 1-.9 3.3M12 18v3M4 4l16 16" />,
);
export const CameraIcon = icon(
  <>
    <rect x="2.5" y="6" width="13" height="12" rx="3" />
    <path d="m15.5 10.8 4.4-2.9a1 1 0 0 1 1.6.8v6.6a1 1 0 0 1-1.6.8l-4.4-2.9" />
  </>,
);
export const CameraOffIcon = icon(
  <path d="M9.5 6h3a3 3 0 0 1 3 3v1.8l4.4-2.9a1 1 0 0 1 1.6.8v6.6a1 1 0 0 1-1.6.8l-2.4-1.6M14.8 18H5.5a3 3 0 0 1-3-3V9a3 3 0 0 1 .9-2.1M4 4l16 16" />,
);
export const LinkIcon = icon(
  <path d="M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.2-1.2" />,
);
export const CheckIcon = icon(<path d="m5 12.5 4.5 4.5L19 7.5" />);
export const ShareIcon = icon(<path d="M12 15V3.5m0 0L8 7.5m4-4 4 4M6 11.5v6a3 3 0 0 0 3 3h6a3 3 0 0 0 3-3v-6" />);
export const SoundIcon = icon(
  <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM15.5 9a4.2 4.2 0 0 1 0 6M18 6.2a8 8 0 0 1 0 11.6" />,
);
export const WarningIcon = icon(
  <path d="M12 9.5v4m0 3.4v.1M10.3 4.4 2.9 17a2 2 0 0 0 1.7 3h14.8a2 2 0 0 0 1.7-3L13.7 4.4a2 2 0 0 0-3.4 0Z" />,
);
