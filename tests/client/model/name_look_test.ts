import { assertEquals } from "@std/assert";
import { foldName } from "../../../client/kept/people/known_peers.ts";
import { followLooks } from "../../../client/model/name_look.ts";
import { knownPeers, nameLook } from "../../../client/model/state.ts";
import { createRandomPeerId } from "../../../signaling/protocol.ts";

const meet = () =>
  knownPeers.value = [
    ...knownPeers.value,
    { peerId: createRandomPeerId(), names: [], shownName: null, verifiedAtMs: null, savedAtMs: null, publicKey: null },
  ];

Deno.test("followLooks() loads what compares names once there is somebody known, and once only", async () => {
  const skeletonOf = () => "all alike";
  let loads = 0;
  try {
    followLooks(() => {
      loads++;
      return Promise.resolve({ skeletonOf });
    });
    assertEquals([loads, nameLook.value], [0, foldName]);
    meet();
    await Promise.resolve();
    meet();
    await Promise.resolve();
    assertEquals([loads, nameLook.value], [1, skeletonOf]);
  } finally {
    [knownPeers.value, nameLook.value] = [[], foldName];
  }
});

Deno.test("followLooks() leaves names compared as they were where the code does not come", async () => {
  const { warn } = console;
  const warnings: unknown[] = [];
  console.warn = (...all: unknown[]) => void warnings.push(all[0]);
  try {
    meet();
    followLooks(() => Promise.reject(new Error("Cannot load")));
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    assertEquals([warnings.length, nameLook.value], [1, foldName]);
  } finally {
    console.warn = warn;
    knownPeers.value = [];
  }
});
