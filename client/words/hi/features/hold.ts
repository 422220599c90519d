/** What calls on hold and a second call are called, in Hindi. */

import type { HoldWords } from "../../en/features/hold.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("hi");

const more = plural({ other: (count) => `${count} अन्य` });

export const hold: HoldWords = {
  waitingCalls: "इंतज़ार में कॉल",
  show: "दिखाएँ",
  waiting: {
    known: (who) => `${who} की कॉल आ रही है`,
    knownAndMore: (who, others) => `${who} और ${more(others)} की कॉल आ रही हैं`,
    strangers: plural({
      one: () => "किसी अनजान व्यक्ति की कॉल आ रही है",
      other: (count) => `${count} अनजान लोगों की कॉल आ रही हैं`,
    }),
    knownAndStrangers: (who, strangers) =>
      plural({
        one: () => `${who} और किसी अनजान व्यक्ति की कॉल आ रही हैं`,
        other: (count) => `${who} और ${count} अनजान लोगों की कॉल आ रही हैं`,
      })(strangers),
    all: (who, others, strangers) =>
      plural({
        one: () => `${who}, ${more(others)} और किसी अनजान व्यक्ति की कॉल आ रही हैं`,
        other: (count) => `${who}, ${more(others)} और ${count} अनजान लोगों की कॉल आ रही हैं`,
      })(strangers),
  },
  hold: "होल्ड करें",
  resume: "फिर शुरू करें",
  holdAndAnswer: "होल्ड करके जवाब दें",
  endAndAnswer: "काटकर जवाब दें",
  title: "होल्ड पर",
  swap: "कॉल बदलें",
  swapTo: (who) => `${who} की कॉल पर जाएँ`,
  leave: (who) => `${who} की कॉल काटें`,
  said: {
    own: (who) => ["आपने ", who, " को होल्ड पर रखा है। आप दोनों एक-दूसरे को सुन या देख नहीं सकते।"],
    theirs: (who) => [who, " ने आपको होल्ड पर रखा है। उनके लौटने तक आपको कोई सुन या देख नहीं सकता।"],
    both: (who) => ["आप और ", who, ", दोनों ने यह कॉल होल्ड पर रखी है। इसे फिर शुरू भी दोनों को करना होगा।"],
  },
  screenRests: "तब तक आपकी स्क्रीन नहीं दिखाई जाएगी।",
  resumed: (who) => `${who} के साथ आपकी कॉल फिर जारी है।`,
  heldEnded: (who) => `${who} के साथ होल्ड पर रखी कॉल खत्म हो गई है।`,
};
