/** What is said of calls to a closed page, in Polish. */

import type { ReachWords } from "../../en/home/reach.ts";

export const reach: ReachWords = {
  telling: (who) => `Strona osoby ${who} jest zamknięta. Wysyłanie powiadomienia…`,
  told: (who) => `Wysłano powiadomienie do osoby ${who}. Czekanie na odpowiedź…`,
  ready: "Dostaniesz powiadomienie, gdy zadzwoni ktoś z kontaktów, nawet gdy ta strona jest zamknięta.",
  openOnly: "Dostaniesz powiadomienie, gdy ktoś zadzwoni, dopóki ta strona jest otwarta. Po jej zamknięciu " +
    "nie będzie to tutaj możliwe.",
  homeScreen: "Dodaj tę stronę do ekranu początkowego i otwórz ją stamtąd. Wtedy możesz dostawać " +
    "powiadomienia o połączeniach.",
  failed: "Ta przeglądarka nie mogła ustawić powiadomień dla zamkniętej strony. W Brave zezwól na " +
    "wiadomości push Google w ustawieniach prywatności.",
  missed: "Nieodebrane połączenie",
};
