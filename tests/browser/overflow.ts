/** Finds what sticks out sideways. */

/**
 * Names what reaches past the left or right edge, and the page itself if it scrolls sideways. What only decorates (a
 * picture, a pulse) may be cut off by the edge; what is to be read or pressed may not.
 */
export const FIND_OVERFLOW = `{
  const found = [];
  const page = document.scrollingElement;
  if (page.scrollWidth > innerWidth) found.push("page " + page.scrollWidth);
  for (const element of document.querySelectorAll("button, input, label, h1, h2, p, code, [role=timer], [role=group]")) {
    const { left, right, width } = element.getBoundingClientRect();
    if (width > 1 && (left < -0.5 || right > innerWidth + 0.5)) {
      found.push(element.tagName + " " + element.className + " " + Math.round(left) + "–" + Math.round(right));
    }
  }
  found;
}`;
