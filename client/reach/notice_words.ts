/** What the worker says in notifications while no page is open, as a page has left it. A name takes the place of `%`. */

import { type Guarded, is, shape, text } from "../../signaling/protocol/guards.ts";

export const isNoticeWords = shape({
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
  ...{ lang: "en", dir: "ltr", accept: "Accept", decline: "Decline" },
  ...{ ringing: "% is calling…", missed: "Missed call from %" },
  ...{ someoneRinging: "Someone is calling…", someoneMissed: "Missed call" },
};
