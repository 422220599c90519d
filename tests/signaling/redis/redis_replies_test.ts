/**
 * No reply of Redis ends the process, however well formed and wrong: the connection is given up and made again. An error
 * that nobody catches fails these tests by itself.
 */

import { assert, assertEquals } from "@std/assert";
import { createRandomPeerId } from "../../../signaling/protocol.ts";
import { FakeRedis } from "../../doubles/fake_redis.ts";
import { createPresenceTopic } from "../../doubles/presence_topic.ts";
import { TestBus } from "../../doubles/redis_test_case.ts";

const HELLO =
  "%7\r\n$6\r\nserver\r\n$5\r\nredis\r\n$7\r\nversion\r\n$5\r\n7.0.0\r\n$5\r\nproto\r\n:3\r\n$2\r\nid\r\n:7\r\n" +
  "$4\r\nmode\r\n$10\r\nstandalone\r\n$4\r\nrole\r\n$6\r\nmaster\r\n$7\r\nmodules\r\n*0\r\n";

/** One of each type of RESP2 and RESP3, empty, nested, huge and broken. */
const REPLIES: Readonly<Record<string, string>> = {
  "a simple string": "+OK\r\n",
  "an error": "-ERR no\r\n",
  "an error of another slot": "-MOVED 1 127.0.0.1:1\r\n",
  "an empty error": "-\r\n",
  "a number": ":1\r\n",
  "a huge number": `:${"9".repeat(40)}\r\n`,
  "a bulk string": "$3\r\nabc\r\n",
  "an empty bulk string": "$0\r\n\r\n",
  "a null bulk string": "$-1\r\n",
  "a null array": "*-1\r\n",
  "an empty array": "*0\r\n",
  "an array of nulls": "*3\r\n_\r\n_\r\n_\r\n",
  "nested arrays": "*1\r\n*1\r\n*1\r\n*0\r\n",
  "a deep nest": `${"*1\r\n".repeat(20_000)}:1\r\n`,
  "an array without end": "*2147483647\r\n",
  "a string without end": "$2147483647\r\n",
  "a negative length": "$-5\r\n",
  "an unknown type": "?1\r\n",
  "null": "_\r\n",
  "a boolean": "#t\r\n",
  "no boolean": "#x\r\n",
  "a double": ",1.5\r\n",
  "infinity": ",inf\r\n",
  "a big number": `(${"9".repeat(60)}\r\n`,
  "a blob error": "!6\r\nERR no\r\n",
  "a verbatim string": "=7\r\ntxt:abc\r\n",
  "a map": "%1\r\n+a\r\n:1\r\n",
  "a map with a map for a key": "%1\r\n%0\r\n:1\r\n",
  "a set": "~2\r\n:1\r\n:1\r\n",
  "an attribute": "|1\r\n+a\r\n:1\r\n+OK\r\n",
  "an empty push": ">0\r\n",
  "a push of a null": ">1\r\n_\r\n",
  "a push of numbers": ">3\r\n:1\r\n:2\r\n:3\r\n",
  "a push of an unknown kind": ">1\r\n+hello\r\n",
  "a message without a channel": ">1\r\n+message\r\n",
  "a message of nulls": ">3\r\n+message\r\n_\r\n_\r\n",
  "a message of maps": ">3\r\n+message\r\n%0\r\n%0\r\n",
  "a subscription without a channel": ">1\r\n+subscribe\r\n",
  "a subscription to null": ">3\r\n+subscribe\r\n_\r\n:1\r\n",
  "a subscription to another channel": ">3\r\n+subscribe\r\n+other\r\n:1\r\n",
  "a sharded subscription to null": ">3\r\n+ssubscribe\r\n_\r\n_\r\n",
  "an end of no subscription": ">3\r\n+unsubscribe\r\n_\r\n:0\r\n",
  "a sharded end without a channel": ">1\r\n+sunsubscribe\r\n",
  "two replies for one": "+OK\r\n+OK\r\n",
  "two nulls for one": "_\r\n_\r\n",
  "no reply at all": "",
};

/** From which command on the reply is wrong: the first of all, and those after a proper greeting. */
const STAGES: Readonly<Record<string, (command: string, wrong: string) => string>> = {
  "to everything": (_, wrong) => wrong,
  "after the greeting": (command, wrong) => command === "HELLO" ? HELLO : wrong,
};

for (const [stage, answer] of Object.entries(STAGES)) {
  for (const scheme of ["redis", "redis+cluster"]) {
    Deno.test(`RedisBus by ${scheme} outlives each wrong reply ${stage}, and tries again`, async () => {
      await Promise.all(
        Object.entries(REPLIES).map(async ([name, wrong]) => {
          await using redis = new FakeRedis((command) => answer(command, wrong));
          using bus = new TestBus(`${scheme}://127.0.0.1:${redis.port}`);
          const peerId = createRandomPeerId();
          void bus.subscribe(peerId, () => {});
          await redis.waitForConnections(3);
          assertEquals(bus.isReady, false, name);
          assertEquals(await bus.publish(peerId, "text", peerId), "unavailable", name);
          assertEquals(await bus.findOnline([createPresenceTopic()]), "unavailable", name);
          if (scheme === "redis") assert(bus.lines[0]?.startsWith("Cannot reach Redis: "), name);
        }),
      );
    });
  }
}
