/** What the page says of itself as an app, in Polish. */

import type { AppWords } from "../../en/home/app.ts";

export const app: AppWords = {
  title: "Korzystaj jak z aplikacji",
  install: "Zainstaluj",
  notNow: "Nie teraz",
  why: "Otwiera się jednym stuknięciem, także bez sieci, a przeglądarka dłużej pamięta twoje ID i kontakty.",
  whyHomeScreen: "Safari zapomina twoje ID po siedmiu dniach bez odwiedzin. Aplikacja na ekranie początkowym " +
    "zachowuje swoje ID, ale będzie ono nowe. Stuknij „Udostępnij”, a potem „Do ekranu początkowego”.",
  ownLink: "To twój własny link. Każda karta tej przeglądarki ma twoje ID, więc nikt by tu nie odebrał.",
  trySecond: "Wypróbuj z drugim ID",
  trial: "Ta karta ma drugie ID, dopóki jej nie zamkniesz lub nie odświeżysz. Zadzwoń pod swoje zwykłe ID: " +
    "zadzwoni w drugiej karcie.",
  useUsual: "Użyj mojego zwykłego ID",
  newVersion: "Jest nowsza wersja tej strony.",
  reload: "Odśwież",
};
