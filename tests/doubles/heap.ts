/** What a process of Deno's still holds: all strings that its objects lead to, by its own inspector. */

/** Flags that let `takeHeapSnapshot()` in, with strings whole. */
export function inspectFlags(flags: readonly string[], port: number): string[] {
  const limit = "--heap-snapshot-string-limit=1000000";
  const others = flags.filter((flag) => !flag.startsWith("--v8-flags="));
  const v8 = flags.find((flag) => flag.startsWith("--v8-flags="));
  return [...others, `${v8 === undefined ? "--v8-flags=" : `${v8},`}${limit}`, `--inspect=127.0.0.1:${port}`];
}

/** Collects garbage, and returns a snapshot of the heap as text: a string that is not in it is held by nothing. */
export async function takeHeapSnapshot(port: number): Promise<string> {
  const [target] = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  const opened = Promise.withResolvers<void>();
  const answers = new Map<number, () => void>();
  const chunks: string[] = [];
  socket.onopen = () => opened.resolve();
  socket.onmessage = ({ data }) => {
    const { id, method, params } = JSON.parse(data);
    if (method === "HeapProfiler.addHeapSnapshotChunk") chunks.push(params.chunk);
    answers.get(id)?.();
  };
  await opened.promise;
  let id = 0;
  for (const method of ["enable", "collectGarbage", "collectGarbage", "takeHeapSnapshot"]) {
    id += 1;
    const { promise, resolve } = Promise.withResolvers<void>();
    answers.set(id, resolve);
    socket.send(JSON.stringify({ id, method: `HeapProfiler.${method}` }));
    await promise;
  }
  const closed = Promise.withResolvers<void>();
  socket.onclose = () => closed.resolve();
  socket.close();
  await closed.promise;
  return chunks.join("");
}
