/** What is said of how pictures are shown in a call, in English; its type is what every language says. */

export const pictures = {
  fullScreen: "Full screen",
  smallWindow: "Picture in picture",
  whole: "Show the whole picture",
  filling: "Fill the screen",
  hideOwn: "Hide your own picture",
  showOwn: "Show your own picture",
  refused: {
    fullScreen: "Your browser did not go to full screen. Press again, or use its own menu.",
    smallWindow: "Your browser did not open the small window. Press again once you see a picture.",
  },
};

export type PictureWords = typeof pictures;
