/** What is wrong with the own camera and microphone, what that means for the call, and what to do; in German. */

import type { MediaWords } from "../en/media.ts";

export const media: MediaWords = {
  "asked": {
    camera: "Dein Browser fragt nach deiner Kamera. Andere sehen dich nicht. Wähle oben im Fenster „Zulassen“.",
    microphone: "Dein Browser fragt nach deinem Mikrofon. Andere hören dich nicht. Wähle oben im Fenster „Zulassen“.",
    both: "Dein Browser fragt nach Kamera und Mikrofon. Andere sehen und hören dich nicht. " +
      "Wähle oben im Fenster „Zulassen“.",
  },
  "silenced": {
    camera: "Das System hat deine Kamera ausgeschaltet. Andere sehen dich nicht. " +
      "Beende, was sie sonst benutzt, oder drücke den Schalter am Gerät.",
    microphone: "Das System hat dein Mikrofon ausgeschaltet. Andere hören dich nicht. " +
      "Beende, was es sonst benutzt, oder drücke den Schalter am Gerät.",
    both: "Das System hat Kamera und Mikrofon ausgeschaltet. Andere sehen und hören dich nicht. " +
      "Beende, was sie sonst benutzt, oder drücke den Schalter am Gerät.",
  },
  "denied": {
    camera: "Deine Kamera ist für diese Seite gesperrt. Andere sehen dich nicht. " +
      "Erlaube sie neben der Adresse der Seite, dann drücke auf ihren Knopf.",
    microphone: "Dein Mikrofon ist für diese Seite gesperrt. Andere hören dich nicht. " +
      "Erlaube es neben der Adresse der Seite, dann drücke auf seinen Knopf.",
    both: "Kamera und Mikrofon sind für diese Seite gesperrt. Andere sehen und hören dich nicht. " +
      "Erlaube sie neben der Adresse der Seite, dann drücke auf ihre Knöpfe.",
  },
  "not-found": {
    camera: "Keine Kamera gefunden. Andere sehen dich nicht. Schließ eine an, dann läuft sie sofort.",
    microphone: "Kein Mikrofon gefunden. Andere hören dich nicht. Schließ eins an, dann läuft es sofort.",
    both: "Weder Kamera noch Mikrofon gefunden. Andere sehen und hören dich nicht. " +
      "Schließ etwas an, dann läuft es sofort.",
  },
  "in-use": {
    camera: "Ein anderes Programm benutzt deine Kamera. Andere sehen dich nicht. " +
      "Beende das Programm, dann drücke auf ihren Knopf.",
    microphone: "Ein anderes Programm benutzt dein Mikrofon. Andere hören dich nicht. " +
      "Beende das Programm, dann drücke auf seinen Knopf.",
    both: "Ein anderes Programm benutzt Kamera und Mikrofon. Andere sehen und hören dich nicht. " +
      "Beende das Programm, dann drücke auf ihre Knöpfe.",
  },
  "insecure": {
    camera: "Ohne HTTPS gibt der Browser einer Seite keine Kamera. Andere sehen dich nicht. " +
      "Öffne diese Seite unter ihrer Adresse mit https://.",
    microphone: "Ohne HTTPS gibt der Browser einer Seite kein Mikrofon. Andere hören dich nicht. " +
      "Öffne diese Seite unter ihrer Adresse mit https://.",
    both: "Ohne HTTPS gibt der Browser einer Seite weder Kamera noch Mikrofon. Andere sehen und hören dich nicht. " +
      "Öffne diese Seite unter ihrer Adresse mit https://.",
  },
  "failed": {
    camera: "Deine Kamera ist nicht angesprungen. Andere sehen dich nicht. " +
      "Zieh sie ab und steck sie wieder ein, dann drücke auf ihren Knopf.",
    microphone: "Dein Mikrofon ist nicht angesprungen. Andere hören dich nicht. " +
      "Zieh es ab und steck es wieder ein, dann drücke auf seinen Knopf.",
    both: "Kamera und Mikrofon sind nicht angesprungen. Andere sehen und hören dich nicht. " +
      "Zieh sie ab und steck sie wieder ein, dann drücke auf ihre Knöpfe.",
  },
};
