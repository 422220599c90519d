/** What is said of people in a file, in Hindi. */

import type { PeopleFileWords } from "../../en/home/people_file.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("hi");

export const peopleFile: PeopleFileWords = {
  note: "अपने लोगों की एक प्रति रखें, या उन्हें दूसरे डिवाइस पर ले जाएँ। फ़ाइल सिर्फ़ इसी पासफ़्रेज़ से खुलेगी।",
  passphrase: "पासफ़्रेज़",
  tooShort: "कम से कम 8 वर्ण रखें।",
  export: "एक्सपोर्ट करें",
  import: "इंपोर्ट करें",
  exported: plural({ one: (count) => `${count} व्यक्ति एक्सपोर्ट हुआ।`, other: (count) => `${count} लोग एक्सपोर्ट हुए।` }),
  imported: plural({ one: (count) => `${count} व्यक्ति इंपोर्ट हुआ।`, other: (count) => `${count} लोग इंपोर्ट हुए।` }),
  wrong: "इस पासफ़्रेज़ से यह फ़ाइल नहीं खुलती। पासफ़्रेज़ जाँचें और फिर कोशिश करें।",
  foreign: "यह फ़ाइल यहाँ नहीं पढ़ी जा सकती। इस पेज पर एक्सपोर्ट की गई फ़ाइल चुनें।",
  tooLarge: "यह फ़ाइल इतनी बड़ी है कि यहाँ एक्सपोर्ट की गई नहीं हो सकती।",
  done: "हो गया",
};
