/** What of the chat is loaded behind it, as one part: its options, how pictures look, and what parts its calls. */

export { divide } from "./chat_dividers.tsx";
export { ChatOptions } from "./chat_options.tsx";
export { LargePicture, SeenPicture } from "./seen_pictures.tsx";
