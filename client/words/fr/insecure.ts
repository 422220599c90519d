/** What a page says that came without HTTPS, in French. */

import type { InsecureWords } from "../en/insecure.ts";

export const insecure: InsecureWords = {
  callsNeedHttps: "Les appels exigent HTTPS",
  whyHttps: (https, localhost) => [
    "Les appels exigent HTTPS\u00a0: les navigateurs ne donnent accès à la caméra, au micro et à une clé qu’aux pages " +
    "ouvertes en ",
    https,
    " ou depuis ",
    localhost,
    ".",
  ],
  askForHttps: "Demandez à la personne qui vous a envoyé le lien un lien qui commence par https://.",
  startHttps: (command, flag, origin) => [
    "Si le serveur est à vous, lancez-le avec ",
    command,
    ", placez HTTPS devant lui ou ouvrez la page depuis localhost\u202f; pour l’essayer à cette adresse, ouvrez ",
    flag,
    ", ajoutez ",
    origin,
    " et redémarrez le navigateur.",
  ],
};
