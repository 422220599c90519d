/** What the first screen says, in Turkish; with what every page says and why the server opens no socket. */

import type { FirstWords } from "../en/first.ts";
import { createPlural } from "../grammar/plurals.ts";

export { insecure } from "./insecure.ts";
export { page } from "./page.ts";
export { refusals } from "./refusals.ts";

const plural = createPlural("tr");

export const first: FirstWords = {
  untaken: (who, why) => `${who} aradı. ${why}`,
  tabLifetime: "Bu kimlik yalnızca siz bu sekmeyi kapatana kadar geçerli, çünkü tarayıcı bu sayfa için hiçbir şey " +
    "saklamıyor. Kalıcı bir kimlik için gizli moddan çıkın.",
  framedLifetime: "Başka bir sitenin içinde kimliğiniz farklı olabilir.",
  unansweredLifetime:
    "Tarayıcının depolama alanı yanıt vermiyor, bu yüzden bu sekme siz kapatana kadar ayrı bir kimlik " +
    "kullanıyor. Her " +
    "zamanki kimliğiniz için tarayıcıyı yeniden başlatın.",
  unread: "Tarayıcının depolama alanı yanıt vermiyor. Adınız ve cevapsız aramalarınız bu yüzden burada yok, " +
    "değişiklikleriniz de bu sekme kapanınca kaybolur. Sayfayı yenileyin ya da tarayıcıyı yeniden " +
    "başlatın.",
  damaged: "Tarayıcının bu sayfa için sakladıklarının bir kısmı okunamıyor. Adınızı, “IP adresimi gizle” " +
    "ayarını ve engellediğiniz kişileri kontrol edin.",
  reachable: "Bu sayfa açıkken linkinize sahip olan herkes sizi arayabilir.",
  linkCopied: "Link kopyalandı. Sizi arayacak kişiye gönderin.",
  idCopied: "Kimlik kopyalandı. Sizi arayacak kişiye gönderin.",
  copyByHand: "Seçildi. Ctrl + C ile, Mac’te ⌘ C ile kopyalayın.",
  unreadableId: "Kimlik şöyle görünür: k7mq-2vhd-9xtr-w4pz-0b5n.",
  emptyId: "Kimlik yazın ya da link yapıştırın.",
  brokenLink: "Bu link eksik. Yeniden isteyin ya da kimliği yazın.",
  ownId: "Bu sizin kimliğiniz. Başkaları sizi bununla arar.",
  hiddenAndNoRelay: "Aramak için “IP adresimi gizle” ayarını kapatın.",
  relayOnly: "Aramalar bir aktarıcıdan geçer. Başkaları adresinizi görmez.",
  noRelay: "Bunun için aktarıcı gerekir, bu sunucuda ise yok.",
  relayStuck: "Bu sunucuda aktarıcı yok, bu yüzden aramalar bağlanamaz. Aramak için bunu kapatın.",
  blocked: "Engellendi. Bu kişi artık sizi arayamaz ve bundan haberi olmaz.",

  language: "Dil",
  unspoken: (name) => `${name} yüklenemedi. Bağlantınızı kontrol edip dili yeniden seçin.`,
  tagline: "Aramalar tarayıcıdan tarayıcıya, uçtan uca şifreli gider.",
  invitation: (id) => [id, " aransın mı?"],
  byLink: "Bu kişinin linkini açtınız.",
  namedByLink: "Bu ad linkten geliyor. Doğru olup olmadığı ilk aramadan sonra belli olur.",
  seesId: "Bu kişi kimliğinizi görecek.",
  seesIdAndName: "Bu kişi kimliğinizi ve adınızı görecek.",
  yourId: "Kimliğiniz",
  copy: "Kopyala",
  copyLink: "Linki kopyala",
  shareLink: "Linki paylaş",
  qrCode: "QR kodu",
  scanMe: "Beni aramak için tarayın",
  closeQr: "Kapat",
  qrMissing: "QR kodu yüklenemedi. Bağlantınızı kontrol edip sayfayı yenileyin.",
  callMe: "Beni ara",
  ringing: "Zil",
  people: "Kişiler",
  textToCopy: "Kopyalanacak metin",
  idOrLink: "Kimlik veya link",
  pasteOrType: "Link yapıştırın ya da kimlik yazın",
  call: "Ara",
  yourName: "Adınız",
  nameUse: "Görüştüğünüz kişiler ve linkinizi açan herkes görür.",
  optional: "İsteğe bağlı",
  hideAddress: "IP adresimi gizle",

  unverified: plural({ other: (count) => `${count} arama doğrulanamadığı için çalmadı.` }),
  untakenCount: plural({ other: (count) => `${count} arama geldi, ancak bu sayfa arama alamıyor.` }),
  block: "Engelle",
};
