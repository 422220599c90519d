/** What the connection check says, in French. */

import type { CheckWords } from "../en/check.ts";

const browserImpossible = "Non testé, car ce navigateur ne peut pas passer d’appels d’ici.";
const untested = "Non testé, car le serveur n’a pas dit ce qu’il propose.";

export const check: CheckWords = {
  pageTitle: "Test de connexion – Appels vidéo",
  version: "Version de la page",
  intro:
    "Ce test essaie votre caméra, votre micro, votre haut-parleur et tous les chemins qu’un appel peut prendre. Il dure " +
    "environ 15\u00a0secondes, active la caméra et le micro, et n’enregistre rien.",
  start: "Démarrer",
  checking: "Test en cours…",
  again: "Relancer le test",
  yes: "Oui",
  no: "Non",
  playAgain: "Rejouer",
  microphoneLevel: "Niveau du micro",
  copyReport: "Copier le rapport",
  report: "Rapport",
  reportCopied: "Rapport copié. Il ne contient aucune adresse. Envoyez-le à la personne qui vous aide.",
  reportByHand: "Copiez le texte ci-dessous. Il ne contient aucune adresse.",
  reportTitle: (at) => `Test de connexion, ${at} UTC`,
  reportBrowser: (browser) => `Navigateur\u00a0: ${browser}`,
  notChecked: "non testé",
  reportRow: (check, found) => `${check}\u00a0: ${found}`,
  reportVerdict: (title, sentences) => `${title}. ${sentences}`,
  groups: { browser: "Navigateur", devices: "Appareils", network: "Réseau", calls: "Appels" },
  titles: {
    "browser": "Ce navigateur",
    "camera": "Caméra",
    "microphone": "Micro",
    "speaker": "Haut-parleur",
    "socket": "Connexion au serveur",
    "stun": "Recherche d’adresse (STUN)",
    "turn-udp": "Relais en UDP",
    "turn-tcp": "Relais en TCP",
    "turn-tls": "Relais en TLS",
    "direct": "Appel dans ce navigateur",
    "relayed": "Appel via le relais",
  },
  activities: {
    "browser": "Examen du navigateur…",
    "camera": "Ouverture de la caméra. Autorisez-la si le navigateur le demande.",
    "microphone": "Le micro écoute. Dites quelque chose.",
    "speaker": "Lecture d’un son…",
    "socket": "Interrogation du serveur…",
    "stun": "Recherche de votre adresse…",
    "turn-udp": "Interrogation du relais en UDP…",
    "turn-tcp": "Interrogation du relais en TCP…",
    "turn-tls": "Interrogation du relais en TLS…",
    "direct": "Appel dans ce navigateur…",
    "relayed": "Appel via le relais…",
  },

  browser: {
    "works": ["Il peut passer des appels.", null],
    "insecure": [
      "Il ne peut pas passer d’appels ici, car cette page a été ouverte sans HTTPS.",
      "Ouvrez la page à son adresse https://, ou demandez cette adresse à la personne qui vous a envoyé le lien. Si le " +
      "serveur est à vous, placez HTTPS devant lui ou ouvrez la page depuis localhost.",
    ],
    "keyless": [
      "Il ne prend pas en charge les clés Ed25519, qui servent à vérifier les appels.",
      "Utilisez Chrome ou Edge\u00a0137, Firefox\u00a0129, Safari\u00a017, ou une version ultérieure.",
    ],
    "no-webrtc": [
      "WebRTC, qui permet les appels, est désactivé.",
      "Activez-le dans les paramètres du navigateur, désactivez les extensions qui le bloquent, ou utilisez un autre " +
      "navigateur.",
    ],
  },
  camera: {
    "works": ["Elle fonctionne.", null],
    "asked": [
      "Le navigateur demande encore l’autorisation.",
      "Choisissez «\u00a0Autoriser\u00a0» en haut de la fenêtre, puis relancez le test.",
    ],
    "silenced": ["Le système l’a coupée.", "Réactivez-la avec son interrupteur ou dans les paramètres du système."],
    "denied": [
      "Elle est bloquée pour cette page.",
      "Autorisez-la à côté de l’adresse de la page, puis relancez le test.",
    ],
    "not-found": ["Aucune caméra trouvée.", "Branchez-en une, puis relancez le test."],
    "in-use": ["Un autre programme l’utilise.", "Fermez ce programme, puis relancez le test."],
    "insecure": [
      "Les navigateurs n’autorisent la caméra que sur les pages HTTPS.",
      "Ouvrez cette page à son adresse https://.",
    ],
    "failed": ["Elle n’a pas démarré.", "Débranchez-la et rebranchez-la, puis relancez le test."],
  },
  microphone: {
    "works": ["Il vous entend.", null],
    "silent": [
      "Il est activé, mais n’a rien capté.",
      "Dites quelque chose et regardez la barre. Si elle ne bouge pas, réactivez le micro ou choisissez-en un autre dans " +
      "les paramètres du système.",
    ],
    "unmeasured": ["Il est activé. Ce navigateur n’indique pas son niveau.", null],
    "asked": [
      "Le navigateur demande encore l’autorisation.",
      "Choisissez «\u00a0Autoriser\u00a0» en haut de la fenêtre, puis relancez le test.",
    ],
    "silenced": ["Le système l’a coupé.", "Réactivez-le avec son interrupteur ou dans les paramètres du système."],
    "denied": [
      "Il est bloqué pour cette page.",
      "Autorisez-le à côté de l’adresse de la page, puis relancez le test.",
    ],
    "not-found": ["Aucun micro trouvé.", "Branchez-en un, puis relancez le test."],
    "in-use": ["Un autre programme l’utilise.", "Fermez ce programme, puis relancez le test."],
    "insecure": [
      "Les navigateurs n’autorisent le micro que sur les pages HTTPS.",
      "Ouvrez cette page à son adresse https://.",
    ],
    "failed": ["Il n’a pas démarré.", "Débranchez-le et rebranchez-le, puis relancez le test."],
  },
  speaker: {
    "works": ["Vous avez entendu le son.", null],
    "not-heard": [
      "Vous n’avez pas entendu le son.",
      "Augmentez le volume et choisissez le bon haut-parleur ou casque dans les paramètres du système.",
    ],
    "failed": [
      "Le navigateur n’a pas joué le son.",
      "Branchez un haut-parleur ou autorisez le son pour cette page, puis relancez le test.",
    ],
    "unanswered": ["Avez-vous entendu le son\u202f?", null],
  },
  socket: {
    works: "Elle fonctionne.",
    worksWithin: (roundTrip) => `Elle fonctionne, ${roundTrip} aller-retour.`,
    "refused": [
      "Le serveur n’a pas accepté cette page.",
      "Réessayez dans une minute, ou demandez à la personne qui gère ce serveur de vérifier.",
    ],
    "other-host": [
      "Le serveur porte un autre nom que celui de la barre d’adresse.",
      "Ouvrez la page à son adresse habituelle, ou demandez à la personne qui gère ce serveur de mettre celle-ci dans " +
      "PUBLIC_HOST ou de faire transmettre l’en-tête Host par son proxy.",
    ],
    unreachable: ["Le serveur ne répond pas.", "Vérifiez votre réseau, puis relancez le test."],
    startIt: "Relancez le test dans une minute, ou demandez à la personne qui gère ce serveur de le démarrer.",
    cutEverywhere:
      "Désactivez le VPN ou le proxy, ou essayez un autre réseau. Si cela se produit partout, demandez à la " +
      "personne qui gère ce serveur de laisser passer les WebSockets par son proxy.",
    laterAgain: "Relancez le test dans une minute.",
  },
  stun: {
    "works": ["Elle fonctionne\u00a0: les autres peuvent trouver le chemin jusqu’à vous.", null],
    "not-offered": [
      "Ce serveur ne la propose pas. Les appels n’aboutissent qu’au sein d’un même réseau, ou via un relais.",
      "Demandez à la personne qui gère ce serveur de définir STUN_PORT ou STUN_URLS.",
    ],
    "no-answer": [
      "Pas de réponse. Ce réseau bloque peut-être UDP.",
      "Essayez un autre réseau, ou comptez sur le relais.",
    ],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
    "same-machine": ["Non testé, car le serveur tourne sur cette machine même.", null],
  },
  turn: {
    "works": ["Il fonctionne.", null],
    "not-offered": ["Ce serveur ne le propose pas.", null],
    "refused": [
      "Le relais a refusé les identifiants fournis par ce serveur.",
      "Demandez à la personne qui gère ce serveur de mettre dans TURN_SECRET le secret du relais, et de régler l’horloge.",
    ],
    "full": ["Le relais est saturé pour le moment.", "Réessayez plus tard."],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
  },
  turnSilent: (protocol) => `Pas de réponse en ${protocol}.`,
  turnSilentNext: {
    UDP: "Ce réseau le bloque peut-être, ou le relais ne propose pas UDP. Essayez un autre réseau.",
    TCP: "Ce réseau le bloque peut-être, ou le relais ne propose pas TCP. Essayez un autre réseau.",
    TLS: "Ce réseau le bloque peut-être, ou le certificat du relais n’est pas valide. Essayez un autre réseau.",
  },
  flow: {
    works: (measure) => `Il fonctionne\u00a0: ${measure}.`,
    poor: (measure) => `Il aboutit, mais mal\u00a0: ${measure}.`,
    over: (rate, protocol) => `${rate} en ${protocol}`,
    nothingLost: "aucune perte",
    lost: (share) => `${share} de pertes`,
    thereAndBack: (roundTrip) => `${roundTrip} aller-retour`,
    directPoor: "Fermez d’autres programmes et onglets, puis relancez le test.",
    relayedPoor: "Rapprochez-vous du routeur ou utilisez un câble, puis relancez le test.",
    directFailed: [
      "Ce navigateur ne parvient pas à se connecter.",
      "Désactivez les extensions et les paramètres qui bloquent WebRTC, ou utilisez un autre navigateur.",
    ],
    relayedFailed: [
      "Aucun appel n’est passé par le relais.",
      "Demandez à la personne qui gère ce serveur de vérifier ce que le relais interdit.",
    ],
    notOffered: [
      "Ce serveur ne propose pas de relais.",
      "Demandez à la personne qui gère ce serveur d’en ajouter un.",
    ],
    untested: ["Non testé, car le relais est inutilisable.", null],
    impossible: [browserImpossible, null],
  },

  verdict: {
    canCall: "Vous pouvez appeler",
    notNow: "Vous ne pouvez pas appeler pour le moment",
    notFromPage: "Vous ne pouvez pas appeler depuis cette page",
    notFromBrowser: "Vous ne pouvez pas appeler avec ce navigateur",
    notHidden: "Les appels n’aboutiront pas tant que vous masquez votre adresse IP",
    likelyFail: "Les appels échoueront sans doute depuis ce réseau",
    seeBelow: "La marche à suivre est indiquée plus bas.",
    noConnection:
      "Ce navigateur ne parvient même pas à se connecter à lui-même. Désactivez les extensions et les paramètres qui " +
      "bloquent WebRTC, ou utilisez un autre navigateur.",
    orDontHide: "Ou désactivez «\u00a0Masquer mon adresse IP\u00a0» sur la page d’accueil.",
    blocksUdp: "Ce réseau semble bloquer UDP, nécessaire aux appels directs. Essayez-en un autre.",
    noStun: "Les appels vers d’autres réseaux échouent le plus souvent\u00a0: ce serveur n’a pas de STUN.",
    mayFail: "Les appels peuvent échouer sur les réseaux stricts.",
    aroundBlock: (protocol) =>
      `Ce réseau semble bloquer UDP\u00a0: les appels passent donc par le relais en ${protocol}.`,
    onlyRelay: "Ce navigateur ne peut pas se connecter directement\u00a0: les appels passent donc par le relais.",
    aroundBlocks: (protocol) => `Sur les réseaux qui bloquent UDP, les appels passent par le relais en ${protocol}.`,
    relayOverUdp: "Le relais aide quand aucun chemin direct n’existe. Sur les réseaux qui bloquent UDP, les appels " +
      "échoueront.",
    offerTcp: "Demandez à la personne qui gère ce serveur de proposer aussi le relais en TCP.",
    slowRelay:
      "Le chemin par le relais est lent ou perd des paquets\u00a0: rapprochez-vous du routeur ou utilisez un câble.",
    noRelay: "Ce serveur ne propose pas de relais. Demandez à la personne qui gère ce serveur d’en ajouter un.",
    relayRefuses: "Le relais refuse les identifiants de ce serveur. " +
      "Demandez à la personne qui gère ce serveur de mettre dans TURN_SECRET le secret du relais.",
    relayFull:
      "Le relais est saturé. Réessayez plus tard, ou demandez à la personne qui gère ce serveur d’en augmenter la " +
      "capacité.",
    relaySilent: "Le relais ne répond pas. Essayez un autre réseau, ou demandez à la personne qui gère ce serveur de " +
      "vérifier.",
    relayForbids:
      "Le relais ne laisse passer aucun appel. Demandez à la personne qui gère ce serveur de vérifier ce qu’il " +
      "interdit.",
    unseenAndUnheard: "Personne ne peut vous voir ni vous entendre\u00a0: voyez la caméra et le micro plus bas.",
    unseen: "Personne ne peut vous voir\u00a0: voyez la caméra plus bas.",
    silent: "On ne vous entend peut-être pas\u00a0: le micro n’a rien capté.",
    unheard: "Personne ne peut vous entendre\u00a0: voyez le micro plus bas.",
    deaf: "Vous n’entendrez peut-être pas les autres\u00a0: voyez le haut-parleur plus bas.",
  },
};
