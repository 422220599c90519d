/** What is wrong with the own camera and microphone, what that means for the call, and what to do; in Dutch. */

import type { MediaWords } from "../en/media.ts";

export const media: MediaWords = {
  "asked": {
    camera: "Je browser vraagt om je camera. Anderen zien je niet. Kies ‘Toestaan’ boven in het venster.",
    microphone: "Je browser vraagt om je microfoon. Anderen horen je niet. Kies ‘Toestaan’ boven in het venster.",
    both: "Je browser vraagt om je camera en microfoon. Anderen zien en horen je niet. Kies ‘Toestaan’ boven " +
      "in het venster.",
  },
  "silenced": {
    camera: "Je systeem heeft je camera uitgezet. Anderen zien je niet. Sluit wat de camera nog gebruikt, of " +
      "druk op de schakelaar van het apparaat.",
    microphone: "Je systeem heeft je microfoon uitgezet. Anderen horen je niet. Sluit wat de microfoon nog " +
      "gebruikt, of druk op de schakelaar van het apparaat.",
    both: "Je systeem heeft je camera en microfoon uitgezet. Anderen zien en horen je niet. Sluit wat ze nog " +
      "gebruikt, of druk op de schakelaar van het apparaat.",
  },
  "denied": {
    camera: "Je camera is geblokkeerd voor deze pagina. Anderen zien je niet. Sta de camera toe naast het " +
      "adres van de pagina en druk dan op de cameraknop.",
    microphone: "Je microfoon is geblokkeerd voor deze pagina. Anderen horen je niet. Sta de microfoon toe naast " +
      "het adres van de pagina en druk dan op de microfoonknop.",
    both: "Je camera en microfoon zijn geblokkeerd voor deze pagina. Anderen zien en horen je niet. Sta ze " +
      "toe naast het adres van de pagina en druk dan op hun knoppen.",
  },
  "not-found": {
    camera: "Geen camera gevonden. Anderen zien je niet. Sluit er een aan, dan werkt die meteen.",
    microphone: "Geen microfoon gevonden. Anderen horen je niet. Sluit er een aan, dan werkt die meteen.",
    both: "Geen camera of microfoon gevonden. Anderen zien en horen je niet. Sluit er een aan, dan werkt die meteen.",
  },
  "in-use": {
    camera:
      "Een ander programma gebruikt je camera. Anderen zien je niet. Sluit dat programma en druk dan op de cameraknop.",
    microphone: "Een ander programma gebruikt je microfoon. Anderen horen je niet. Sluit dat programma en druk dan " +
      "op de microfoonknop.",
    both: "Een ander programma gebruikt je camera en microfoon. Anderen zien en horen je niet. Sluit dat " +
      "programma en druk dan op hun knoppen.",
  },
  "insecure": {
    camera: "Browsers staan de camera alleen toe op HTTPS-pagina’s. Anderen zien je niet. Open deze pagina op " +
      "het https://-adres.",
    microphone: "Browsers staan de microfoon alleen toe op HTTPS-pagina’s. Anderen horen je niet. Open deze pagina " +
      "op het https://-adres.",
    both: "Browsers staan camera en microfoon alleen toe op HTTPS-pagina’s. Anderen zien en horen je niet. " +
      "Open deze pagina op het https://-adres.",
  },
  "failed": {
    camera: "Je camera is niet gestart. Anderen zien je niet. Koppel hem los, sluit hem weer aan en druk dan " +
      "op de cameraknop.",
    microphone: "Je microfoon is niet gestart. Anderen horen je niet. Koppel hem los, sluit hem weer aan en druk " +
      "dan op de microfoonknop.",
    both: "Je camera en microfoon zijn niet gestart. Anderen zien en horen je niet. Koppel ze los, sluit ze " +
      "weer aan en druk dan op hun knoppen.",
  },
};
