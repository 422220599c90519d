/** A whole call, whichever the browsers: what each step shows at both ends, and that no device outlives it. */

import { assertEquals } from "@std/assert";
import { assertMediaFlows, type Person } from "./person.ts";

/** With LONG=1 five seconds of picture and sound, one after another; else one. */
const FLOW_SECONDS = Deno.env.get("LONG") === "1" ? 5 : 1;

/** As far as their browsers tell it: the end that called is the client of the DTLS handshake. */
async function assertCallerBegan(caller: Person, callee: Person): Promise<void> {
  const readRole = (person: Person) =>
    person.evaluate<string | undefined>(`(async () => {
      const connection = instruments.connections.findLast(({ connectionState }) => connectionState === "connected");
      return [...(await connection.getStats()).values()].find(({ type }) => type === "transport")?.dtlsRole;
    })()`);
  const roles = [await readRole(caller) ?? "client", await readRole(callee) ?? "server"];
  assertEquals(roles, ["client", "server"], "Who has accepted waits a round trip longer where they begin");
}

/**
 * Calls, lets it ring, accepts, watches media flow both ways, hangs up, and sees both ends say so.
 *
 * @param playMore what else is looked at in the call
 */
export async function playWholeCall(
  caller: Person,
  callee: Person,
  playMore: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const requestsBefore = await callee.evaluate<number>("instruments.mediaRequests");
  await caller.call(await callee.readId());
  await callee.seeRinging();
  await caller.see("Ringing");
  const requests = await callee.evaluate<number>("instruments.mediaRequests");
  assertEquals(requests, requestsBefore, "A device was asked for before accept");
  await callee.press("Accept");
  await Promise.all([caller.see("Connected with"), callee.see("Connected with")]);
  await Promise.all([caller, callee].map((person) => assertMediaFlows(person, { seconds: FLOW_SECONDS })));
  await assertCallerBegan(caller, callee);
  await playMore();
  await caller.press("Hang up");
  await Promise.all([caller, callee].map((person) => person.see(/Call ended. You talked with .* for \d+\sseconds/)));
  for (const person of [caller, callee]) {
    assertEquals(await person.evaluate("instruments.liveTracks"), [], "A device stayed open after the call");
  }
}
