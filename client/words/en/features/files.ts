/** What is said of files that two people send each other, in English; its type is what every language says. */

import type { TransferProblem } from "../../../features/files/files_key.ts";
import { createPlural } from "../../grammar/plurals.ts";

const plural = createPlural("en");

const problems: Record<TransferProblem, string> = {
  "no-room": "There’s no room for it on this device. Free up some space, then accept it again.",
  memory:
    "This browser can only take up to 256 MB here. Open the page in another browser, or outside private browsing.",
  storage: "It couldn’t be saved. Free up some space on this device, then try again.",
  unasked: "This browser couldn’t ask where to save it. Press again to download it.",
  unreadable: "The file was moved or changed. Choose it again.",
  corrupt: "It arrived damaged. Ask for it to be sent again.",
  unavailable: "It couldn’t be sent. Try again, or ask them to reload their page.",
};

export const files = {
  title: "Files",
  close: "Close files",
  send: "Send file",
  sendFolder: "Send folder",
  drop: (who: string) => `Drop files to offer them to ${who}`,
  empty:
    "Choose files, drop them here, or paste them. They go straight to the other person’s browser once they accept.",
  tooMany: "That’s too much at once. Send up to 1,000 files and 64 GB, or wait until the current transfers are done.",
  offered: (who: string, what: string, size: string) => `${who} would like to send you ${what} (${size}).`,
  count: plural({
    one: () => "1 file",
    other: (count) => `${count} files`,
  }),
  accept: "Accept file",
  decline: "Decline",
  pause: "Pause transfer",
  resume: "Resume transfer",
  cancel: "Cancel transfer",
  save: "Save",
  remove: "Remove from the list",
  /** Before what is sent and what comes, for whoever hears it. */
  youSend: "You send:",
  theySend: (who: string) => `${who} sends:`,
  waiting: (who: string) => `Waiting for ${who} to accept`,
  ofAll: (done: string, all: string) => `${done} of ${all}`,
  eachSecond: (size: string) => `${size} a second`,
  left: (duration: string) => `${duration} left`,
  paused: "Paused",
  interrupted: (who: string) => `Interrupted. It will resume once ${who} is back and has the file open.`,
  unsaved: (who: string) => `Waiting for ${who} to save it`,
  sent: "Sent",
  received: "Received. Save it before you leave.",
  saved: "Saved",
  declined: (who: string) => `${who} declined.`,
  cancelled: "Cancelled",
  problems,
  underWay: (what: string, share: string) => `${what}: ${share} done`,
};

export type FilesWords = typeof files;
