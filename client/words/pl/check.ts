/** What the connection check says, in Polish. */

import type { CheckWords } from "../en/check.ts";

const browserImpossible = "Nie sprawdzono, bo z tej przeglądarki nie da się stąd dzwonić.";
const untested = "Nie sprawdzono, bo serwer nie podał, co oferuje.";

export const check: CheckWords = {
  pageTitle: "Test połączenia – Rozmowy wideo",
  version: "Wersja strony",
  intro: "Sprawdza kamerę, mikrofon, głośnik i każdą drogę, którą może pójść rozmowa. Trwa około 15 sekund, " +
    "włącza kamerę i mikrofon, niczego nie nagrywa.",
  start: "Rozpocznij",
  checking: "Sprawdzanie…",
  again: "Sprawdź ponownie",
  yes: "Tak",
  no: "Nie",
  playAgain: "Odtwórz ponownie",
  microphoneLevel: "Poziom mikrofonu",
  copyReport: "Kopiuj raport",
  report: "Raport",
  reportCopied: "Skopiowano raport. Nie ma w nim adresów. Wyślij go osobie, która ci pomaga.",
  reportByHand: "Skopiuj tekst poniżej. Nie ma w nim adresów.",
  reportTitle: (at) => `Test połączenia, ${at} UTC`,
  reportBrowser: (browser) => `Przeglądarka: ${browser}`,
  notChecked: "nie sprawdzono",
  reportRow: (check, found) => `${check}: ${found}`,
  reportVerdict: (title, sentences) => `${title}. ${sentences}`,
  groups: { browser: "Przeglądarka", devices: "Urządzenia", network: "Sieć", calls: "Rozmowy" },
  titles: {
    "browser": "Ta przeglądarka",
    "camera": "Kamera",
    "microphone": "Mikrofon",
    "speaker": "Głośnik",
    "socket": "Połączenie z serwerem",
    "stun": "Sprawdzanie adresu (STUN)",
    "turn-udp": "Przekaźnik po UDP",
    "turn-tcp": "Przekaźnik po TCP",
    "turn-tls": "Przekaźnik po TLS",
    "direct": "Rozmowa w tej przeglądarce",
    "relayed": "Rozmowa przez przekaźnik",
  },
  activities: {
    "browser": "Sprawdzanie przeglądarki…",
    "camera": "Otwieranie kamery. Zezwól na nią, jeśli przeglądarka zapyta.",
    "microphone": "Mikrofon słucha. Powiedz coś.",
    "speaker": "Odtwarzanie tonu…",
    "socket": "Odpytywanie serwera…",
    "stun": "Sprawdzanie twojego adresu…",
    "turn-udp": "Odpytywanie przekaźnika po UDP…",
    "turn-tcp": "Odpytywanie przekaźnika po TCP…",
    "turn-tls": "Odpytywanie przekaźnika po TLS…",
    "direct": "Dzwonienie w tej przeglądarce…",
    "relayed": "Dzwonienie przez przekaźnik…",
  },

  browser: {
    "works": ["Można z niej dzwonić.", null],
    "insecure": [
      "Nie da się z niej stąd dzwonić, bo tę stronę otwarto bez HTTPS.",
      "Otwórz stronę pod jej adresem https:// albo poproś o taki link. Jeśli to twój serwer, postaw " +
      "przed nim HTTPS albo otwórz stronę z localhost.",
    ],
    "keyless": [
      "Nie obsługuje kluczy Ed25519, którymi weryfikuje się rozmowy.",
      "Użyj Chrome lub Edge 137, Firefoksa 129, Safari 17 albo nowszej wersji.",
    ],
    "no-webrtc": [
      "WebRTC, na którym działają rozmowy, jest wyłączone.",
      "Włącz je w ustawieniach przeglądarki, wyłącz rozszerzenia, które je blokują, albo użyj innej przeglądarki.",
    ],
  },
  camera: {
    "works": ["Działa.", null],
    "asked": ["Przeglądarka wciąż o nią pyta.", "Wybierz „Zezwól” u góry okna, a potem sprawdź ponownie."],
    "silenced": ["System ją wyłączył.", "Włącz ją przełącznikiem lub w ustawieniach systemu."],
    "denied": ["Jest zablokowana dla tej strony.", "Zezwól na nią obok adresu strony, a potem sprawdź ponownie."],
    "not-found": ["Nie znaleziono kamery.", "Podłącz ją, a potem sprawdź ponownie."],
    "in-use": ["Używa jej inny program.", "Zamknij ten program, a potem sprawdź ponownie."],
    "insecure": [
      "Przeglądarki pozwalają na kamerę tylko na stronach HTTPS.",
      "Otwórz tę stronę pod jej adresem https://.",
    ],
    "failed": ["Nie uruchomiła się.", "Odłącz ją i podłącz, a potem sprawdź ponownie."],
  },
  microphone: {
    "works": ["Słyszy cię.", null],
    "silent": [
      "Jest włączony, ale nic nie było słychać.",
      "Powiedz coś i obserwuj pasek. Jeśli się nie rusza, wyłącz wyciszenie mikrofonu albo wybierz inny " +
      "w ustawieniach systemu.",
    ],
    "unmeasured": ["Jest włączony. Ta przeglądarka nie podaje, jak głośno go słychać.", null],
    "asked": ["Przeglądarka wciąż o niego pyta.", "Wybierz „Zezwól” u góry okna, a potem sprawdź ponownie."],
    "silenced": ["System go wyłączył.", "Włącz go przełącznikiem lub w ustawieniach systemu."],
    "denied": ["Jest zablokowany dla tej strony.", "Zezwól na niego obok adresu strony, a potem sprawdź ponownie."],
    "not-found": ["Nie znaleziono mikrofonu.", "Podłącz go, a potem sprawdź ponownie."],
    "in-use": ["Używa go inny program.", "Zamknij ten program, a potem sprawdź ponownie."],
    "insecure": [
      "Przeglądarki pozwalają na mikrofon tylko na stronach HTTPS.",
      "Otwórz tę stronę pod jej adresem https://.",
    ],
    "failed": ["Nie uruchomił się.", "Odłącz go i podłącz, a potem sprawdź ponownie."],
  },
  speaker: {
    "works": ["Słychać ton.", null],
    "not-heard": [
      "Nie słychać tonu.",
      "Zwiększ głośność i wybierz właściwy głośnik lub słuchawki w ustawieniach systemu.",
    ],
    "failed": [
      "Przeglądarka nie odtworzyła tonu.",
      "Podłącz głośnik albo pozwól tej stronie odtwarzać dźwięk, a potem sprawdź ponownie.",
    ],
    "unanswered": ["Czy słychać było ton?", null],
  },
  socket: {
    works: "Działa.",
    worksWithin: (roundTrip) => `Działa, ${roundTrip} tam i z powrotem.`,
    "refused": [
      "Serwer nie przyjął tej strony.",
      "Spróbuj ponownie za minutę albo poproś osobę prowadzącą ten serwer, aby to sprawdziła.",
    ],
    "other-host": [
      "Serwer ma inną nazwę niż ta w pasku adresu.",
      "Otwórz stronę pod jej zwykłym adresem albo poproś osobę prowadzącą ten serwer, aby ustawiła " +
      "PUBLIC_HOST na tę nazwę lub aby proxy przekazywało nagłówek Host.",
    ],
    unreachable: ["Serwer nie odpowiada.", "Sprawdź sieć, a potem powtórz test."],
    startIt: "Sprawdź ponownie za minutę albo poproś osobę prowadzącą ten serwer o uruchomienie go.",
    cutEverywhere: "Wyłącz VPN lub proxy albo spróbuj w innej sieci. Jeśli dzieje się to wszędzie, poproś osobę " +
      "prowadzącą ten serwer, aby proxy przepuszczało WebSockety.",
    laterAgain: "Sprawdź ponownie za minutę.",
  },
  stun: {
    "works": ["Działa: inni mogą znaleźć drogę do ciebie.", null],
    "not-offered": [
      "Ten serwer tego nie oferuje. Rozmowy łączą się tylko w obrębie jednej sieci albo przez przekaźnik.",
      "Poproś osobę prowadzącą ten serwer o ustawienie STUN_PORT lub STUN_URLS.",
    ],
    "no-answer": ["Brak odpowiedzi. Ta sieć może blokować UDP.", "Spróbuj w innej sieci albo polegaj na przekaźniku."],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
    "same-machine": ["Nie sprawdzono, bo serwer działa na tym samym urządzeniu.", null],
  },
  turn: {
    "works": ["Działa.", null],
    "not-offered": ["Ten serwer tego nie oferuje.", null],
    "refused": [
      "Przekaźnik odrzucił dane uwierzytelniające tego serwera.",
      "Poproś osobę prowadzącą ten serwer o ustawienie TURN_SECRET na sekret przekaźnika i o ustawienie zegara.",
    ],
    "full": ["Przekaźnik nie ma teraz miejsca.", "Spróbuj później."],
    "untested": [untested, null],
    "impossible": [browserImpossible, null],
  },
  turnSilent: (protocol) => `Brak odpowiedzi po ${protocol}.`,
  turnSilentNext: {
    UDP: "Ta sieć może go blokować albo przekaźnik nie oferuje UDP. Spróbuj w innej sieci.",
    TCP: "Ta sieć może go blokować albo przekaźnik nie oferuje TCP. Spróbuj w innej sieci.",
    TLS: "Ta sieć może go blokować albo certyfikat przekaźnika jest nieważny. Spróbuj w innej sieci.",
  },
  flow: {
    works: (measure) => `Działa: ${measure}.`,
    poor: (measure) => `Łączy się, ale słabo: ${measure}.`,
    over: (rate, protocol) => `${rate} po ${protocol}`,
    nothingLost: "bez strat",
    lost: (share) => `${share} strat`,
    thereAndBack: (roundTrip) => `${roundTrip} tam i z powrotem`,
    directPoor: "Zamknij inne programy i karty, a potem sprawdź ponownie.",
    relayedPoor: "Podejdź bliżej routera albo użyj kabla, a potem sprawdź ponownie.",
    directFailed: [
      "Ta przeglądarka nie może się połączyć.",
      "Wyłącz rozszerzenia i ustawienia, które blokują WebRTC, albo użyj innej przeglądarki.",
    ],
    relayedFailed: [
      "Żadna rozmowa nie przeszła przez przekaźnik.",
      "Poproś osobę prowadzącą ten serwer o sprawdzenie, czego przekaźnik zabrania.",
    ],
    notOffered: ["Ten serwer nie ma przekaźnika.", "Poproś osobę prowadzącą ten serwer o dodanie go."],
    untested: ["Nie sprawdzono, bo nie da się użyć przekaźnika.", null],
    impossible: [browserImpossible, null],
  },

  verdict: {
    canCall: "Możesz dzwonić",
    notNow: "Nie możesz teraz dzwonić",
    notFromPage: "Nie możesz dzwonić z tej strony",
    notFromBrowser: "Nie możesz dzwonić z tej przeglądarki",
    notHidden: "Rozmowy się nie połączą, dopóki ukrywasz adres IP",
    likelyFail: "Z tej sieci rozmowy raczej się nie udadzą",
    seeBelow: "Poniżej opisano, co zrobić.",
    noConnection: "Ta przeglądarka nie łączy się nawet sama ze sobą. Wyłącz rozszerzenia i ustawienia, które blokują " +
      "WebRTC, albo użyj innej przeglądarki.",
    orDontHide: "Albo wyłącz „Ukryj mój adres IP” na stronie głównej.",
    blocksUdp: "Ta sieć chyba blokuje UDP, potrzebny do bezpośrednich rozmów. Spróbuj w innej sieci.",
    noStun: "Rozmowy z innymi sieciami zwykle się nie udają: ten serwer nie ma STUN.",
    mayFail: "W restrykcyjnych sieciach rozmowy mogą się nie udać.",
    aroundBlock: (protocol) => `Ta sieć chyba blokuje UDP, więc rozmowy idą przez przekaźnik po ${protocol}.`,
    onlyRelay: "Ta przeglądarka nie może łączyć się bezpośrednio, więc rozmowy idą przez przekaźnik.",
    aroundBlocks: (protocol) => `W sieciach, które blokują UDP, rozmowy idą przez przekaźnik po ${protocol}.`,
    relayOverUdp:
      "Przekaźnik pomaga tam, gdzie nie ma bezpośredniej drogi. W sieciach, które blokują UDP, rozmowy się nie udadzą.",
    offerTcp: "Poproś osobę prowadzącą ten serwer o udostępnienie przekaźnika także po TCP.",
    slowRelay: "Droga przez przekaźnik jest wolna lub gubi pakiety: podejdź bliżej routera albo użyj kabla.",
    noRelay: "Ten serwer nie ma przekaźnika. Poproś osobę prowadzącą ten serwer o dodanie go.",
    relayRefuses:
      "Przekaźnik odrzuca dane uwierzytelniające tego serwera. Poproś osobę prowadzącą ten serwer o ustawienie " +
      "TURN_SECRET na sekret przekaźnika.",
    relayFull: "Przekaźnik nie ma miejsca. Spróbuj później albo poproś osobę prowadzącą ten serwer o więcej miejsca.",
    relaySilent:
      "Przekaźnik nie odpowiada. Spróbuj w innej sieci albo poproś osobę prowadzącą ten serwer, aby to sprawdziła.",
    relayForbids:
      "Przekaźnik nie przepuszcza żadnej rozmowy. Poproś osobę prowadzącą ten serwer o sprawdzenie, czego zabrania.",
    unseenAndUnheard: "Inni cię nie widzą ani nie słyszą: sprawdź poniżej kamerę i mikrofon.",
    unseen: "Inni cię nie widzą: sprawdź poniżej kamerę.",
    silent: "Inni mogą cię nie słyszeć: z mikrofonu nic nie było słychać.",
    unheard: "Inni cię nie słyszą: sprawdź poniżej mikrofon.",
    deaf: "Możesz nie słyszeć innych: sprawdź poniżej głośnik.",
  },
};
