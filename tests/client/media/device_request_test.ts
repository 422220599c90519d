/** How camera and microphone are asked for: together where that spares a question, and each alone where it can help. */

import { assertEquals } from "@std/assert";
import { type Answer, requestDevices } from "../../../client/media/device_request.ts";
import type { DeviceSource } from "../../../client/media/source.ts";

type Outcome = { readonly refuses?: string; readonly kinds?: readonly string[] };

/** Asks a browser that does this when it is asked for these; returns what was asked for, and what came of each. */
async function ask(
  sources: readonly DeviceSource[],
  outcomes: Record<string, Outcome>,
  permission: PermissionState = "prompt",
): Promise<{ asked: string[]; answers: Partial<Record<DeviceSource, string>> }> {
  const asked: string[] = [];
  const mediaDevices = {
    getUserMedia(constraints: Record<string, unknown>) {
      const key = Object.keys(constraints).join(" ");
      asked.push(key);
      const { refuses, kinds: given = key.split(" ") } = outcomes[key] ?? {};
      if (refuses !== undefined) return Promise.reject(new DOMException("No", refuses));
      return Promise.resolve({ getTracks: () => given.map((kind) => ({ kind })) });
    },
  };
  const permissions = { query: () => Promise.resolve({ state: permission }) };
  const before = ["mediaDevices", "permissions"].map((name) =>
    [name, Object.getOwnPropertyDescriptor(navigator, name)] as const
  );
  Object.defineProperty(navigator, "mediaDevices", { configurable: true, value: mediaDevices });
  Object.defineProperty(navigator, "permissions", { configurable: true, value: permissions });
  const answers: Partial<Record<DeviceSource, string>> = {};
  try {
    const take = (source: DeviceSource, answer: Answer) =>
      void (answers[source] = "problem" in answer ? answer.problem : `a track of ${answer.track.kind}`);
    await requestDevices(sources, take);
  } finally {
    for (const [name, descriptor] of before) {
      Reflect.deleteProperty(navigator, name);
      if (descriptor !== undefined) Object.defineProperty(navigator, name, descriptor);
    }
  }
  return { asked, answers };
}

const BOTH = ["microphone", "camera"] as const;

Deno.test("requestDevices() asks for both at once, and once", async () => {
  assertEquals(await ask(BOTH, {}), {
    asked: ["audio video"],
    answers: { microphone: "a track of audio", camera: "a track of video" },
  });
});

Deno.test("requestDevices() asks for each alone when both together cannot be had, and gives what there is", async () => {
  const outcomes = { "audio video": { refuses: "NotFoundError" }, "video": { refuses: "NotFoundError" } };
  assertEquals(await ask(BOTH, outcomes), {
    asked: ["audio video", "audio", "video"],
    answers: { microphone: "a track of audio", camera: "not-found" },
  });
});

Deno.test("requestDevices() does not ask again whoever has just said no, but for what they allow", async () => {
  const outcomes = { "audio video": { refuses: "NotAllowedError" } };
  assertEquals(await ask(BOTH, outcomes), {
    asked: ["audio video"],
    answers: { microphone: "denied", camera: "denied" },
  });
  assertEquals((await ask(BOTH, outcomes, "granted")).answers, {
    ...{ microphone: "a track of audio", camera: "a track of video" },
  });
});

Deno.test("requestDevices() names each problem, and a stream that lacks a track", async () => {
  const problems = {
    ...{ NotAllowedError: "denied", SecurityError: "denied", NotFoundError: "not-found" },
    ...{ OverconstrainedError: "not-found", NotReadableError: "in-use", AbortError: "in-use", TypeError: "failed" },
  };
  for (const [refuses, problem] of Object.entries(problems)) {
    assertEquals(await ask(["camera"], { video: { refuses } }), { asked: ["video"], answers: { camera: problem } });
  }
  assertEquals((await ask(BOTH, { "audio video": { kinds: ["audio"] } })).answers, {
    ...{ microphone: "a track of audio", camera: "failed" },
  });
});
