/** What is said of the keyboard in a call, in English; its type is what every language says. */

export const keyboard = {
  title: "Keyboard shortcuts",
  close: "Close shortcuts",
  microphone: "Mute or unmute",
  camera: "Turn camera on or off",
  talk: "Hold to talk while you’re muted",
  list: "Show this list",
  space: "Space",
  singleKeys: "Use single-key shortcuts",
};

export type KeyboardWords = typeof keyboard;
