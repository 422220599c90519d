/** What of the chat is loaded behind it, as one part: its options, and how pictures look. */

export { ChatOptions } from "./chat_options.tsx";
export { LargePicture, SeenPicture } from "./seen_pictures.tsx";
