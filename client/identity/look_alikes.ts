/**
 * What a name looks like: two names that a person in a hurry takes for one have one skeleton (UTS #39 §4). Pure, and
 * loaded when this browser knows somebody whose name could be used; `known_peers.ts` compares without it till then.
 *
 * The table is Unicode's own (confusables.txt, of which `tests/client/identity/look_alikes_test.ts` makes it anew) cut down to what looks
 * like a Latin letter or a digit in Latin, Greek, Cyrillic, Armenian, Coptic, Cherokee and Lisu: the 6,311 entries of all
 * are 25 KB. So a name in another script is compared with its like, but not with what looks like it in a third.
 */

/** What they look like, before the colon; kept apart by spaces. */
export const CONFUSABLES: string = // deno-fmt-ignore
  "2:ƧƻϨꙄꝚ 3:ƷȜЗҘӠⳌꝪꞫ𝈆 4:Ꮞ 5:Ƽ 6:бᏮⳒ 7:𝈒 8:Ȣȣ 9:ⳊꝮ a:ɑΑαАаᎪꓮ aa:Ꜳꜳ ae:ÆæӔӕ ao:Ꜵꜵ au:Ꜷꜷ av:ꜸꜹꜺꜻ ay:Ꜽꜽ " +
  "b:ƀƁƂƃƄɓΒБВЬѢѣҌҍᏏᏴꓐꞴ bl:Ы c:ƇȼСсҪҫᏟᴄⲤⲥꓚꮯ d:ÐĐđƉƊƌɖɗԁᎠᏧꓒꓓ dz:ʣ e:ɆɇΕЕеҽҿᎬꓰꬲ f:ƑƒϜքᵮẝꓝꞘꞙꬵ𝈓 " +
  "g:ƍƓǤǥɠɡԌցᏀᏳᶃꓖ h:ĦħɦΗНћҢһӇӉհᎻᏂᏲⱧⲎꓧꚕ i:ıɨɩɪιіӏᎥᵻᵼꙇꭵ j:ɈɉͿϳЈјᎫꓙꞲ k:ƘƙΚКҚҞᏦⱩⲔꓗꝀ l:|ŁłƖƗƚǀɫɭΙІӀᏞ∣⏽ⲒⳐꓡꓲ𝈪 " +
  "ll:ǁ lo:Ю ls:ʪ lz:ʫ m:ΜϺМӍᎷⲘꓟ n:ƝƞɳΝηոռᵰⲚꓠ𐆎 o:ØøƟɵΘΟθοσОоѲѳӨөՕօᎤᎾᏫᴏᴑⲞⲟꓳꝊꝋꬽꬾꭴꮎꮻ𝈚 oe:Œœ oo:ꚘꚙꝎꝏ " +
  "p:ƤƥΡρРрᏢᵽⲢⲣꓑ q:ʠԛգզ r:ƦɍɼɽгґғᎡᏒᴦᵲⲅꓣꭇꭈꮁ𝈖 rn:ɱᵯ s:ƽʂЅѕՏᏕᏚᵴꓢꜱꮪ t3:Ꜩ t:ŦŧƬƭƮȾΤТҬᎢᵵⲦꓔ tf:ꝷ ts:ʦ " +
  "u:ɄʋυՍսᏌᴜᵾꓴꞟꭎꭒꮜ ue:ᵫ uo:ꭣ v:νѴѵᏙᴠꓦꮩ𝈍 w:ɯѡѽԜԝաᎳᏔᴡꓪꝡꮃ x:ΧХхҲⲬꓫꞳ y:ƳƴɎɏɣʏΥγУуҮүҰұᎩᎽᶌỿⲨꓬꭚ z:ƵƶȤȥʐΖᏃᴢᵶꓜꮓ";

/**
 * Unicode takes a small Cyrillic or Greek letter for the small capital that it resembles; who reads a name among Latin
 * letters takes it for the letter. And what many typefaces draw alike.
 */
const RESEMBLING = "b:вβ e:ε h:н k:кκĸ m:м n:п r:я t:тτ u:иμ w:ω l:i1 o:0";

/** Words that claim something about a name, and look like a badge beside it. */
const CLAIMS =
  "verified,official,authentic,genuine,trusted,confirmed,verifiziert,offiziell,officiel,oficial,ufficiale," +
  "verificado,verificato,verifie";

const looks = new Map<string, string>();
for (const [look = "", letters = ""] of `${CONFUSABLES} ${RESEMBLING}`.split(" ").map((entry) => entry.split(":"))) {
  for (const letter of letters) looks.set(letter, look);
}

function replaceLooks(text: string): string {
  return [...text].map((letter) => looks.get(letter) ?? letter).join("");
}

/** The letters and digits of a name as they look; capitals count as the small letters that they are. */
function readLooks(name: string): string {
  const plain = name.normalize("NFKD").replace(/[\p{M}\p{DI}]/gu, "");
  // Again: a capital may look like another letter than its small one does, and what that looks like has a look itself.
  const looked = replaceLooks(replaceLooks(replaceLooks(plain).toLowerCase()));
  return looked.replace(/[^\p{L}\p{N}]/gu, "").replaceAll("rn", "m").replaceAll("vv", "w");
}

const claims = CLAIMS.split(",").map(readLooks).join("|");
const CLAIM = new RegExp(`^(?:the)?(?:${claims})+|(?:${claims})+$`, "g");

/** Names whose looks are kept: those of all who are known, of whom 2,000 would take 50 ms each time. */
const KEPT_MAX = 16_384;
const kept = new Map<string, string>();

/** What a name looks like, without the claims around it. */
export function skeletonOf(name: string): string {
  const before = kept.get(name);
  if (before !== undefined) return before;
  const looked = readLooks(name);
  const skeleton = looked.replace(CLAIM, "") || looked || name;
  if (kept.size >= KEPT_MAX) kept.clear();
  kept.set(name, skeleton);
  return skeleton;
}
