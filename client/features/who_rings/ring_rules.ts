/** The rules of who may ring. Pure. */

export const WHO_RINGS = ["everybody", "contacts", "nobody"] as const;
export type WhoRings = typeof WHO_RINGS[number];

/** What a caller is to the person. */
export type Standing = {
  /** The person has saved them, or compared words with them. */
  readonly isContact: boolean;
  /** The person has called them not long ago, so that they may call back. */
  readonly isDialled: boolean;
  /** They have an invitation that is good. */
  readonly isInvited: boolean;
  /** They knock: they were told that only contacts ring, and ask for no more than to be read. */
  readonly isKnocking: boolean;
};

/**
 * Says what a caller hears in place of ringing; null if they ring. Where nobody rings it is what a person says who
 * declines: whether anybody else would ring is not theirs to know. A knock rings for none but those who ring anyway, also
 * where the person has let everybody ring since.
 */
export function judgeRing(
  whoRings: WhoRings,
  { isContact, isDialled, isInvited, isKnocking }: Standing,
): "contacts-only" | "declined" | null {
  if (whoRings === "nobody") return "declined";
  if (isContact || isDialled || isInvited) return null;
  return whoRings === "everybody" && !isKnocking ? null : "contacts-only";
}
