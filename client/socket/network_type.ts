/** What the browser knows about its network. Used by `main.tsx`. */

/**
 * Listens to the Network Information API where there is one (Chromium). It tells of another kind of network where it
 * knows kinds, on phones; but also of each new estimate of the speed, of which nothing follows but a closer look.
 */
export function followNetwork(handleOther: () => void, handleDoubt: () => void): void {
  const connection: unknown = "connection" in navigator ? navigator.connection : null;
  if (!(connection instanceof EventTarget)) return;
  const readType = () => "type" in connection ? connection.type : undefined;
  let type = readType();
  connection.addEventListener("change", () => {
    const before = type;
    type = readType();
    if (type === before) handleDoubt();
    else handleOther();
  });
}
