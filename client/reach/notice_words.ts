/** What the worker says in notifications while no page is open, as a page has left it. A name takes the place of `%`. */

import { type Guard, type Guarded, is, nullable, shape, text } from "../../signaling/protocol/guards.ts";
import { isPeerId, type PeerId } from "../../signaling/protocol/ids.ts";

export const isNoticeWords = shape({
  /** Whose page it is: of calls for anybody else it names nobody. */
  own: nullable(isPeerId as Guard<PeerId>),
  lang: text(16),
  dir: is("ltr", "rtl"),
  ringing: text(256),
  missed: text(256),
  someoneRinging: text(256),
  someoneMissed: text(256),
  accept: text(64),
  decline: text(64),
});
export type NoticeWords = Guarded<typeof isNoticeWords>;

/** Where no page has left any. */
export const ENGLISH: NoticeWords = {
  ...{ own: null, lang: "en", dir: "ltr", accept: "Accept", decline: "Decline" },
  ...{ ringing: "% is calling…", missed: "Missed call from %" },
  ...{ someoneRinging: "Someone is calling…", someoneMissed: "Missed call" },
};
