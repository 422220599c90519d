/** What is said of the look at oneself before a call, in English; its type is what every language says. */

export const preview = {
  open: "Check camera and sound",
  title: "How others see and hear you",
  level: "Microphone level",
};

export type PreviewWords = typeof preview;
