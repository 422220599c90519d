/** Which of what is handed to the chat is sent as pictures, and what is left to the field and to others. */

import { assertEquals } from "@std/assert";
import type { CallView } from "../../../../../client/conversation/call_views.ts";
import { takePictures } from "../../../../../client/features/chat/screen/chat_picture.tsx";
import type { Actions } from "../../../../../client/model/state.ts";

const CALL = { callId: "call", features: new Map([["chat-pictures", { stage: "open" }]]) } as unknown as CallView;

type Handed = { readonly files: readonly File[]; readonly text?: string };

function hand(how: "paste" | "drop", { files, text }: Handed): { isTaken: boolean; sent: string[] } {
  const sent: string[] = [];
  const pictures = { add: (added: readonly File[]) => sent.push(...added.map(({ name }) => name)) };
  const actions = { useFeature: (_callId: string, _key: unknown, act: (feature: unknown) => void) => act(pictures) };
  const items = [
    ...files.map((file) => ({ kind: "file", type: file.type, getAsFile: () => file })),
    ...(text === undefined ? [] : [{ kind: "string", type: "text/plain", getAsFile: () => null }]),
  ];
  const event = new Event(how, { cancelable: true });
  const handed = { items, files, getData: (type: string) => type === "text/plain" ? text ?? "" : "" };
  Object.assign(event, { clipboardData: handed, dataTransfer: handed });
  const take = takePictures(CALL, actions as unknown as Actions);
  if (how === "paste") take.onPaste(event as ClipboardEvent);
  else take.onDrop(event as DragEvent);
  return { isTaken: event.defaultPrevented, sent };
}

const picture = (name: string, type = "image/png") => new File(["dots"], name, { type });

Deno.test("takePictures() takes a picture that is pasted or dropped, also a file that comes with its name", () => {
  const files = [picture("image.png")];
  for (const how of ["paste", "drop"] as const) {
    assertEquals(hand(how, { files }), { isTaken: true, sent: ["image.png"] });
  }
  const beach = [picture("Beach.jpg", "image/jpeg")];
  assertEquals(hand("paste", { files: beach, text: "Beach.jpg" }), { isTaken: true, sent: ["Beach.jpg"] });
});

Deno.test("takePictures() leaves text that was copied from a table to the field, although a picture of it comes too", () => {
  assertEquals(hand("paste", { files: [picture("image.png")], text: "42\t43" }), { isTaken: false, sent: [] });
});

Deno.test("takePictures() leaves what is no picture to whoever takes files", () => {
  const files = [picture("image.png"), picture("notes.txt", "text/plain")];
  for (const how of ["paste", "drop"] as const) assertEquals(hand(how, { files }), { isTaken: false, sent: [] });
});
