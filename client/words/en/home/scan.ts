/** What the scanner of QR codes says, in English; its type is what every language says. */

export const scan = {
  scan: "Scan",
  /** Over the picture of the camera. */
  title: "Scan a QR code",
  hint: "Point the camera at someone’s QR code.",
  close: "Close",
  opening: "Opening the camera…",
  notALink: "This QR code isn’t a link for a call.",
  own: "This is your own QR code. Others scan it to call you.",
  /** Another server of this kind, or another service: `host` is where the code leads. */
  elsewhere: (host: string) => `This QR code leads to ${host}, not here. Open it with your phone’s camera.`,
  denied: "Allow this page to use the camera in your browser’s settings, or paste the link instead.",
  missing: "This device has no camera to scan with, so paste the link or type the ID.",
  failed: "The camera didn’t open. Close whatever else is using it, then scan again.",
  unloaded: "The scanner didn’t load. Check your connection, then reload this page.",
};

export type ScanWords = typeof scan;
