/** What offers to go on with a call of a page before this one, in English; its type is what every language says. */

export const leftCall = {
  offer: (who: string) => `You were in a call with ${who}, and they’re waiting for you.`,
  rejoin: "Rejoin",
  leave: "Leave",
};

export type LeftCallWords = typeof leftCall;
