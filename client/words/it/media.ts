/** What is wrong with the own camera and microphone, what that means for the call, and what to do; in Italian. */

import type { MediaWords } from "../en/media.ts";

export const media: MediaWords = {
  "asked": {
    camera: "Il browser chiede di usare la videocamera. Nessuno può vederti. " +
      "Scegli “Consenti” nella parte alta della finestra.",
    microphone: "Il browser chiede di usare il microfono. Nessuno può sentirti. " +
      "Scegli “Consenti” nella parte alta della finestra.",
    both: "Il browser chiede di usare videocamera e microfono. Nessuno può vederti né sentirti. " +
      "Scegli “Consenti” nella parte alta della finestra.",
  },
  "silenced": {
    camera: "Il sistema ha disattivato la videocamera. Nessuno può vederti. " +
      "Chiudi ciò che la sta usando o premi l’interruttore del dispositivo.",
    microphone: "Il sistema ha disattivato il microfono. Nessuno può sentirti. " +
      "Chiudi ciò che lo sta usando o premi l’interruttore del dispositivo.",
    both: "Il sistema ha disattivato videocamera e microfono. Nessuno può vederti né sentirti. " +
      "Chiudi ciò che li sta usando o premi l’interruttore del dispositivo.",
  },
  "denied": {
    camera: "La videocamera è bloccata per questa pagina. Nessuno può vederti. " +
      "Consentila accanto all’indirizzo della pagina, poi premi il pulsante della videocamera.",
    microphone: "Il microfono è bloccato per questa pagina. Nessuno può sentirti. " +
      "Consentilo accanto all’indirizzo della pagina, poi premi il pulsante del microfono.",
    both: "Videocamera e microfono sono bloccati per questa pagina. Nessuno può vederti né sentirti. " +
      "Consentili accanto all’indirizzo della pagina, poi premi i loro pulsanti.",
  },
  "not-found": {
    camera: "Nessuna videocamera trovata. Nessuno può vederti. Collegane una e verrà usata subito.",
    microphone: "Nessun microfono trovato. Nessuno può sentirti. Collegane uno e verrà usato subito.",
    both: "Nessuna videocamera e nessun microfono trovati. Nessuno può vederti né sentirti. " +
      "Collega un dispositivo e verrà usato subito.",
  },
  "in-use": {
    camera: "Un altro programma sta usando la videocamera. Nessuno può vederti. " +
      "Chiudi quel programma, poi premi il pulsante della videocamera.",
    microphone: "Un altro programma sta usando il microfono. Nessuno può sentirti. " +
      "Chiudi quel programma, poi premi il pulsante del microfono.",
    both: "Un altro programma sta usando videocamera e microfono. Nessuno può vederti né sentirti. " +
      "Chiudi quel programma, poi premi i loro pulsanti.",
  },
  "insecure": {
    camera: "I browser consentono la videocamera solo alle pagine HTTPS. Nessuno può vederti. " +
      "Apri questa pagina al suo indirizzo https://.",
    microphone: "I browser consentono il microfono solo alle pagine HTTPS. Nessuno può sentirti. " +
      "Apri questa pagina al suo indirizzo https://.",
    both: "I browser consentono videocamera e microfono solo alle pagine HTTPS. Nessuno può vederti né sentirti. " +
      "Apri questa pagina al suo indirizzo https://.",
  },
  "failed": {
    camera: "La videocamera non si è avviata. Nessuno può vederti. " +
      "Scollegala e ricollegala, poi premi il pulsante della videocamera.",
    microphone: "Il microfono non si è avviato. Nessuno può sentirti. " +
      "Scollegalo e ricollegalo, poi premi il pulsante del microfono.",
    both: "Videocamera e microfono non si sono avviati. Nessuno può vederti né sentirti. " +
      "Scollegali e ricollegali, poi premi i loro pulsanti.",
  },
};
