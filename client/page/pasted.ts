/** Tells files that were pasted from text that comes with a picture of itself. Pure. */

/**
 * Whether it is text, as spreadsheets and word processors copy it: with a picture of it beside. Files may bring text as
 * well where systems say their names by it.
 */
export function isTextPasted(handed: DataTransfer): boolean {
  const text = handed.getData("text/plain");
  return text !== "" && ![...handed.files].some(({ name }) => text.includes(name));
}
