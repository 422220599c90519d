/** What is pasted as text, whatever comes with it, and what as files. */

import { assertEquals } from "@std/assert";
import { isTextPasted } from "../../../client/page/pasted.ts";

function hand(text: string, ...names: string[]): DataTransfer {
  const files = names.map((name) => new File([], name));
  return { files, getData: (type: string) => type === "text/plain" ? text : "" } as unknown as DataTransfer;
}

Deno.test("isTextPasted() takes cells and paragraphs for text, although a picture of them comes too", () => {
  assertEquals([hand("42\t43", "image.png"), hand("Hello"), hand(" ", "image.png")].map(isTextPasted), [
    true,
    true,
    true,
  ]);
});

Deno.test("isTextPasted() takes a picture for none, nor files that come with their names or addresses", () => {
  const files = [
    hand("", "image.png"),
    hand("Beach.jpg", "Beach.jpg"),
    hand("Beach.jpg\rHills.jpg", "Beach.jpg", "Hills.jpg"),
    hand("file:///home/kim/Beach.jpg", "Beach.jpg"),
    hand(""),
  ];
  assertEquals(files.map(isTextPasted), files.map(() => false));
});
