/**
 * Asking why the server opens no socket, and saying it. Loaded when a first one fails unheard: few pages ever need it, and
 * none before.
 */

export { askWhyRefused } from "./socket/refusal.ts";
export { refusalSentence } from "./words/refusal_words.ts";
