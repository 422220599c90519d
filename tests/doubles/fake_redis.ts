/** A Redis that answers every command with what a test gives it, right or wrong, and counts its connections. */

/** Ends of whole commands in what a client has sent so far; ioredis sends arrays of bulk strings and nothing else. */
function countCommands(text: string): { count: number; rest: string; names: string[] } {
  const names: string[] = [];
  let offset = 0;
  for (;;) {
    const head = /^\*(\d+)\r\n/.exec(text.slice(offset));
    if (head === null) break;
    let end = offset + head[0].length;
    const words: string[] = [];
    for (let n = 0; n < Number(head[1]); n++) {
      const bulk = /^\$(\d+)\r\n/.exec(text.slice(end));
      if (bulk === null) break;
      const start = end + bulk[0].length;
      if (text.length < start + Number(bulk[1]) + 2) break;
      words.push(text.slice(start, start + Number(bulk[1])));
      end = start + Number(bulk[1]) + 2;
    }
    if (words.length < Number(head[1])) break;
    names.push(words[0]?.toUpperCase() ?? "");
    offset = end;
  }
  return { count: names.length, rest: text.slice(offset), names };
}

export class FakeRedis implements AsyncDisposable {
  connectionCount = 0;
  readonly #listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  readonly #connections = new Set<Deno.TcpConn>();
  readonly #answer: (command: string) => string;
  readonly #serving: Promise<void>;
  #handleConnection = () => {};

  /** @param answer makes the whole reply to a command, in RESP; empty means none */
  constructor(answer: (command: string) => string) {
    this.#answer = answer;
    this.#serving = this.#serve();
  }

  get port(): number {
    return this.#listener.addr.port;
  }

  /** Resolves when so many connections have come. */
  async waitForConnections(count: number): Promise<void> {
    while (this.connectionCount < count) await new Promise<void>((resolve) => this.#handleConnection = resolve);
  }

  async #serve(): Promise<void> {
    const answering: Promise<void>[] = [];
    for await (const connection of this.#listener) {
      this.connectionCount += 1;
      this.#handleConnection();
      this.#connections.add(connection);
      answering.push(this.#answerAll(connection));
    }
    await Promise.all(answering);
  }

  async #answerAll(connection: Deno.TcpConn): Promise<void> {
    const [buffer, decoder] = [new Uint8Array(65_536), new TextDecoder("latin1")];
    let text = "";
    try {
      for (let length; (length = await connection.read(buffer)) !== null;) {
        const { rest, names } = countCommands(text + decoder.decode(buffer.subarray(0, length)));
        text = rest;
        const reply = new TextEncoder().encode(names.map(this.#answer).join(""));
        for (let offset = 0; offset < reply.length;) offset += await connection.write(reply.subarray(offset));
      }
    } catch {
      // Given up by the other end, as it should be, or closed by the test.
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener.close();
    for (const connection of this.#connections) {
      try {
        connection.close();
      } catch (error) {
        if (!(error instanceof Deno.errors.BadResource)) throw error;
      }
    }
    await this.#serving;
  }
}
