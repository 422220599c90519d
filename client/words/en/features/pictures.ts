/** What is said of how pictures are shown in a call, in English; its type is what every language says. */

export const pictures = {
  fullScreen: "Full screen",
  smallWindow: "Picture in picture",
  whole: "Show the whole picture",
  filling: "Fill the screen",
  hideOwn: "Hide your own picture",
  showOwn: "Show your own picture",
  refused: {
    fullScreen: "Your browser didn’t go full screen. Try again, or use its own menu.",
    smallWindow: "Your browser didn’t open the small window. Try again once you see a picture.",
  },
};

export type PictureWords = typeof pictures;
