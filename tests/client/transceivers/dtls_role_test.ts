/** Whoever offers begins the DTLS handshake, by what is read in their offer. */

import { assertEquals } from "@std/assert";
import { letOffererBegin } from "../../../client/transceivers/dtls_role.ts";

const write = (...setups: readonly string[]) =>
  ["v=0", ...setups.flatMap((setup) => ["m=audio 9 UDP/TLS/RTP/SAVPF 111", setup, "a=mid:0"]), ""].join("\r\n");

Deno.test("An offer that leaves the choice is read as a client's, in every section, and nothing else is changed", () => {
  assertEquals(
    letOffererBegin(write("a=setup:actpass", "a=setup:actpass")),
    write("a=setup:active", "a=setup:active"),
  );
  assertEquals(letOffererBegin("v=0\na=setup:actpass\n"), "v=0\na=setup:active\n");
});

Deno.test("An offer that has chosen, and one that says nothing, stays as it is", () => {
  for (const setup of ["a=setup:active", "a=setup:passive", "a=setup:holdconn", "a=x"]) {
    assertEquals(letOffererBegin(write(setup)), write(setup));
  }
});

Deno.test("Only a whole line counts, whatever else a hostile offer writes beside it", () => {
  for (const line of ["a=x a=setup:actpass", "a=setup:actpass2", "a=x\u2028a=setup:actpass", "a=setup:actpass $'"]) {
    assertEquals(letOffererBegin(write(line)), write(line));
  }
});
