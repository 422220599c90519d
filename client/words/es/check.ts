/** What the connection check says, in Spanish. */

import type { CheckWords } from "../en/check.ts";

const browserImpossible = "No se ha probado, porque este navegador no puede hacer llamadas desde aquí.";
const untested = "No se ha probado, porque el servidor no dijo qué ofrece.";

export const check: CheckWords = {
  pageTitle: "Prueba de conexión – Videollamadas",
  version: "Versión de la página",
  intro: "Se prueban tu cámara, tu micrófono, tu altavoz y todas las rutas que puede tomar una llamada. Dura unos " +
    "15 segundos, enciende la cámara y el micrófono, y no graba nada.",
  start: "Empezar",
  checking: "Comprobando…",
  again: "Repetir la prueba",
  yes: "Sí",
  no: "No",
  playAgain: "Reproducir otra vez",
  microphoneLevel: "Nivel del micrófono",
  copyReport: "Copiar informe",
  report: "Informe",
  reportCopied: "Informe copiado. No contiene direcciones. Envíalo a quien te esté ayudando.",
  reportByHand: "Copia el texto de abajo. No contiene direcciones.",
  reportTitle: (at) => `Prueba de conexión, ${at} UTC`,
  reportBrowser: (browser) => `Navegador: ${browser}`,
  notChecked: "sin comprobar",
  reportRow: (check, found) => `${check}: ${found}`,
  reportVerdict: (title, sentences) => `${title}. ${sentences}`,
  groups: { browser: "Navegador", devices: "Dispositivos", network: "Red", calls: "Llamadas" },
  titles: {
    "browser": "Este navegador",
    "camera": "Cámara",
    "microphone": "Micrófono",
    "speaker": "Altavoz",
    "socket": "Conexión con el servidor",
    "stun": "Consulta de dirección (STUN)",
    "turn-udp": "Retransmisor por UDP",
    "turn-tcp": "Retransmisor por TCP",
    "turn-tls": "Retransmisor por TLS",
    "direct": "Llamada dentro de este navegador",
    "relayed": "Llamada por el retransmisor",
  },
  activities: {
    "browser": "Examinando el navegador…",
    "camera": "Abriendo la cámara. Permítelo si el navegador pregunta.",
    "microphone": "Escuchando el micrófono. Di algo.",
    "speaker": "Reproduciendo un tono…",
    "socket": "Preguntando al servidor…",
    "stun": "Consultando tu dirección…",
    "turn-udp": "Preguntando al retransmisor por UDP…",
    "turn-tcp": "Preguntando al retransmisor por TCP…",
    "turn-tls": "Preguntando al retransmisor por TLS…",
    "direct": "Llamando dentro de este navegador…",
    "relayed": "Llamando por el retransmisor…",
  },

  browser: {
    "works": ["Puede hacer llamadas.", null],
    "insecure": [
      "Aquí no puede hacer llamadas, porque esta página se abrió sin HTTPS.",
      "Abre la página en su dirección https:// o pídesela a quien te envió el enlace. Si el servidor es tuyo, pon " +
      "HTTPS delante de él o abre la página desde localhost.",
    ],
    "keyless": [
      "No admite claves Ed25519, que sirven para verificar las llamadas.",
      "Usa Chrome o Edge 137, Firefox 129, Safari 17 o una versión posterior.",
    ],
    "no-webrtc": [
      "WebRTC, que hace posibles las llamadas, está desactivado.",
      "Actívalo en los ajustes del navegador, desactiva las extensiones que lo bloqueen o usa otro navegador.",
    ],
  },
  camera: {
    "works": ["Funciona.", null],
    "asked": [
      "El navegador sigue pidiendo permiso para usarla.",
      "Elige «Permitir» en la parte superior de la ventana y repite la prueba.",
    ],
    "silenced": ["El sistema la ha apagado.", "Enciéndela con su interruptor o en los ajustes del sistema."],
    "denied": [
      "Está bloqueada para esta página.",
      "Permítela junto a la dirección de la página y repite la prueba.",
    ],
    "not-found": ["No se encontró ninguna cámara.", "Conecta una y repite la prueba."],
    "in-use": ["Otro programa la está usando.", "Cierra ese programa y repite la prueba."],
    "insecure": [
      "Los navegadores solo permiten la cámara en páginas HTTPS.",
      "Abre esta página en su dirección https://.",
    ],
    "failed": ["No arrancó.", "Desconéctala, vuelve a conectarla y repite la prueba."],
  },
  microphone: {
    "works": ["Te oye.", null],
    "silent": [
      "Está encendido, pero no captó nada.",
      "Di algo y mira la barra. Si no se mueve, activa el micrófono o elige otro en los ajustes del sistema.",
    ],
    "unmeasured": ["Está encendido. Este navegador no dice con qué volumen capta.", null],
    "asked": [
      "El navegador sigue pidiendo permiso para usarlo.",
      "Elige «Permitir» en la parte superior de la ventana y repite la prueba.",
    ],
    "silenced": ["El sistema lo ha apagado.", "Enciéndelo con su interruptor o en los ajustes del sistema."],
    "denied": [
      "Está bloqueado para esta página.",
      "Permítelo junto a la dirección de la página y repite la prueba.",
    ],
    "not-found": ["No se encontró ningún micrófono.", "Conecta uno y repite la prueba."],
    "in-use": ["Otro programa lo está usando.", "Cierra ese programa y repite la prueba."],
    "insecure": [
      "Los navegadores solo permiten el micrófono en páginas HTTPS.",
      "Abre esta página en su dirección https://.",
    ],
    "failed": ["No arrancó.", "Desconéctalo, vuelve a conectarlo y repite la prueba."],
  },
  speaker: {
    "works": ["Oíste el tono.", null],
    "not-heard": [
      "No oíste el tono.",
      "Sube el volumen y elige el altavoz o los auriculares correctos en los ajustes del sistema.",
    ],
    "failed": [
      "El navegador no reprodujo el tono.",
      "Conecta un altavoz o permite el sonido en esta página y repite la prueba.",
    ],
    "unanswered": ["¿Oíste el tono?", null],
  },
  socket: {
    works: "Funciona.",
    worksWithin: (roundTrip) => `Funciona, ${roundTrip} ida y vuelta.`,
    "refused": [
      "El servidor no aceptó esta página.",
      "Inténtalo de nuevo en un minuto o pide a quien administra este servidor que lo revise.",
    ],
    "other-host": [
      "El servidor tiene un nombre distinto del que aparece en la barra de direcciones.",
      "Abre la página en su dirección habitual o pide a quien administra este servidor que ponga esta en PUBLIC_HOST " +
      "o que su proxy transmita la cabecera Host.",
    ],
    unreachable: ["El servidor no responde.", "Revisa tu red y repite la prueba."],
    startIt: "Repite la prueba en un minuto o pide a quien administra este servidor que lo inicie.",
    cutEverywhere:
      "Desactiva la VPN o el proxy, o prueba otra red. Si ocurre en todas partes, pide a quien administra " +
      "este servidor que su proxy deje pasar los WebSockets.",
    laterAgain: "Repite la prueba en un minuto.",
  },
  stun: {
    "works": ["Funciona: los demás pueden encontrar el camino hasta ti.", null],
    "not-offered": [
      "Este servidor no lo ofrece. Las llamadas solo se conectan dentro de una misma red o por un retransmisor.",
      "Pide a quien administra este servidor que configure STUN_PORT o STUN_URLS.",
    ],
    "no-answer": ["Sin respuesta. Puede que esta red bloquee UDP.", "Prueba otra red o cuenta con el retransmisor."],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
    "same-machine": ["No se ha probado, porque el servidor está en este mismo equipo.", null],
  },
  turn: {
    "works": ["Funciona.", null],
    "not-offered": ["Este servidor no lo ofrece.", null],
    "refused": [
      "El retransmisor rechazó las credenciales que dio este servidor.",
      "Pide a quien administra este servidor que ponga en TURN_SECRET el secreto del retransmisor y ajuste el reloj.",
    ],
    "full": ["El retransmisor no tiene capacidad en este momento.", "Inténtalo más tarde."],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
  },
  turnSilent: (protocol) => `Sin respuesta por ${protocol}.`,
  turnSilentNext: {
    UDP: "Puede que esta red lo bloquee o que el retransmisor no ofrezca UDP. Prueba otra red.",
    TCP: "Puede que esta red lo bloquee o que el retransmisor no ofrezca TCP. Prueba otra red.",
    TLS: "Puede que esta red lo bloquee o que el certificado del retransmisor no sea válido. Prueba otra red.",
  },
  flow: {
    works: (measure) => `Funciona: ${measure}.`,
    poor: (measure) => `Se conecta, pero mal: ${measure}.`,
    over: (rate, protocol) => `${rate} por ${protocol}`,
    nothingLost: "sin pérdidas",
    lost: (share) => `${share} de pérdidas`,
    thereAndBack: (roundTrip) => `${roundTrip} ida y vuelta`,
    directPoor: "Cierra otros programas y pestañas y repite la prueba.",
    relayedPoor: "Acércate al router o usa un cable y repite la prueba.",
    directFailed: [
      "Este navegador no puede conectarse.",
      "Desactiva las extensiones y los ajustes que bloqueen WebRTC o usa otro navegador.",
    ],
    relayedFailed: [
      "Ninguna llamada pasó por el retransmisor.",
      "Pide a quien administra este servidor que revise qué prohíbe el retransmisor.",
    ],
    notOffered: [
      "Este servidor no ofrece ningún retransmisor.",
      "Pide a quien administra este servidor que añada uno.",
    ],
    untested: ["No se ha probado, porque no se puede usar el retransmisor.", null],
    impossible: [browserImpossible, null],
  },

  verdict: {
    canCall: "Puedes llamar",
    notNow: "Ahora no puedes llamar",
    notFromPage: "No puedes llamar desde esta página",
    notFromBrowser: "No puedes llamar desde este navegador",
    notHidden: "Las llamadas no se conectarán mientras ocultes tu dirección IP",
    likelyFail: "Es probable que las llamadas fallen desde esta red",
    seeBelow: "Abajo verás qué hacer.",
    noConnection:
      "Este navegador no puede conectarse ni siquiera consigo mismo. Desactiva las extensiones y los ajustes que " +
      "bloqueen WebRTC o usa otro navegador.",
    orDontHide: "O desactiva «Ocultar mi dirección IP» en la página de inicio.",
    blocksUdp: "Parece que esta red bloquea UDP, necesario para las llamadas directas. Prueba otra red.",
    noStun: "Las llamadas a otras redes suelen fallar: este servidor no tiene STUN.",
    mayFail: "Las llamadas pueden fallar en redes restrictivas.",
    aroundBlock: (protocol) =>
      `Parece que esta red bloquea UDP, así que las llamadas pasan por el retransmisor usando ${protocol}.`,
    onlyRelay: "Este navegador no puede conectarse directamente, así que las llamadas pasan por el retransmisor.",
    aroundBlocks: (protocol) =>
      `En las redes que bloquean UDP, las llamadas pasan por el retransmisor usando ${protocol}.`,
    relayOverUdp:
      "El retransmisor ayuda cuando no hay un camino directo. En las redes que bloquean UDP, las llamadas fallarán.",
    offerTcp: "Pide a quien administra este servidor que ofrezca el retransmisor también por TCP.",
    slowRelay: "El camino por el retransmisor es lento o pierde paquetes: acércate al router o usa un cable.",
    noRelay: "Este servidor no ofrece ningún retransmisor. Pide a quien administra este servidor que añada uno.",
    relayRefuses: "El retransmisor rechaza las credenciales de este servidor. " +
      "Pide a quien administra este servidor que ponga en TURN_SECRET el secreto del retransmisor.",
    relayFull:
      "El retransmisor no tiene capacidad. Inténtalo más tarde o pide a quien administra este servidor que lo amplíe.",
    relaySilent: "El retransmisor no responde. Prueba otra red o pide a quien administra este servidor que lo revise.",
    relayForbids:
      "El retransmisor no deja pasar ninguna llamada. Pide a quien administra este servidor que revise qué prohíbe.",
    unseenAndUnheard: "Nadie puede verte ni oírte: consulta abajo la cámara y el micrófono.",
    unseen: "Nadie puede verte: consulta abajo la cámara.",
    silent: "Puede que no te oigan: el micrófono no captó nada.",
    unheard: "Nadie puede oírte: consulta abajo el micrófono.",
    deaf: "Puede que no oigas a los demás: consulta abajo el altavoz.",
  },
};
