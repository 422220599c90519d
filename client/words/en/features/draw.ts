/** What is said of pointing and drawing, in English; its type is what every language says. */

export const draw = {
  draw: "Draw",
  stop: "Stop drawing",
  theyPoint: (who: string) => `${who} is pointing.`,
  theyDraw: (who: string) => `${who} is drawing.`,
  ownScreen: "Your shared screen",
  /** Of what has the focus meanwhile. */
  byKeys: "Point with the arrow keys",
};

export type DrawWords = typeof draw;
