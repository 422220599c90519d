/** What is said of sharing the screen, in German. */

import type { ScreenShareWords } from "../../en/features/screen_share.ts";

export const screenShare: ScreenShareWords = {
  share: "Bildschirm teilen",
  stop: "Nicht mehr teilen",
  swap: "Bilder tauschen",
  sharedScreen: "Geteilter Bildschirm",
  sharing: "Du teilst deinen Bildschirm.",
  sharingWithSound: "Du teilst deinen Bildschirm mit Ton.",
  stopped: "Du teilst deinen Bildschirm nicht mehr.",
  theyShare: (who) => `${who} teilt den Bildschirm.`,
  theyStopped: (who) => `${who} teilt den Bildschirm nicht mehr.`,
  moving: "Flüssige Bewegung",
  zoomIn: "In einen geteilten Bildschirm hineinzoomen",
  zoomOut: "Herauszoomen",
  zoomWhole: "Den ganzen geteilten Bildschirm zeigen",
  zoomed: (percent: number) => `Der geteilte Bildschirm wird auf ${percent} Prozent vergrößert gezeigt.`,
  problems: {
    blocked: "Das System lässt diesen Browser den Bildschirm nicht aufnehmen. " +
      "Erlaube es in den Datenschutz-Einstellungen des Systems und drücke noch einmal auf „Bildschirm teilen“.",
    nothing: "Es gab nichts zu teilen. Öffne das Fenster, das du zeigen willst, " +
      "und drücke noch einmal auf „Bildschirm teilen“.",
    failed: "Dein Bildschirm ließ sich nicht teilen. Drücke noch einmal auf „Bildschirm teilen“ " +
      "und wähle ein Fenster oder einen Tab.",
  },
};
