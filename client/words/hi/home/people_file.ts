/** What is said of people in a file, in Hindi. */

import type { PeopleFileWords } from "../../en/home/people_file.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("hi");

export const peopleFile: PeopleFileWords = {
  note: "अपने लोगों की एक प्रति रखें, या उन्हें दूसरे डिवाइस पर ले जाएँ। फ़ाइल सिर्फ़ इसी पासफ़्रेज़ से खुलेगी।",
  passphrase: "पासफ़्रेज़",
  tooShort: "कम से कम 8 अक्षर रखें।",
  export: "निर्यात करें",
  import: "आयात करें",
  exported: plural({ one: (count) => `${count} व्यक्ति निर्यात हुआ।`, other: (count) => `${count} लोग निर्यात हुए।` }),
  imported: plural({ one: (count) => `${count} व्यक्ति आयात हुआ।`, other: (count) => `${count} लोग आयात हुए।` }),
  wrong: "इस पासफ़्रेज़ से यह फ़ाइल नहीं खुलती। उसे जाँचें और फिर कोशिश करें।",
  foreign: "यह फ़ाइल यहाँ नहीं पढ़ी जा सकती। इसी पेज से निर्यात की गई फ़ाइल चुनें।",
  tooLarge: "यह फ़ाइल इतनी बड़ी है कि यहाँ से निर्यात की गई नहीं हो सकती।",
  done: "हो गया",
};
