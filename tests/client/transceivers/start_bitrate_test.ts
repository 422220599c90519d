/** A browser begins to send pictures at more than it would, by what is written into the other end's description. */

import { assertEquals } from "@std/assert";
import { hintStart } from "../../../client/transceivers/start_bitrate.ts";

const SDP = [
  "v=0",
  "m=audio 9 UDP/TLS/RTP/SAVPF 111",
  "a=rtpmap:111 opus/48000/2",
  "a=fmtp:111 minptime=10",
  "m=video 9 UDP/TLS/RTP/SAVPF 96 97 98",
  "a=rtpmap:96 VP8/90000",
  "a=rtpmap:97 rtx/90000",
  "a=fmtp:97 apt=96",
  "a=rtpmap:98 VP9/90000",
  "a=fmtp:98 profile-id=0",
  "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
  "",
].join("\r\n");

Deno.test("Every codec of pictures gets it, with what it has or in a line of its own; nothing else is changed", () => {
  const told = hintStart(SDP).split("\r\n");
  const added = told.filter((line) => !SDP.split("\r\n").includes(line));
  assertEquals(added, ["a=fmtp:96 x-google-start-bitrate=1000", "a=fmtp:98 profile-id=0;x-google-start-bitrate=1000"]);
  assertEquals(told.indexOf("a=fmtp:96 x-google-start-bitrate=1000"), told.indexOf("a=rtpmap:96 VP8/90000") + 1);
  assertEquals(told.length, SDP.split("\r\n").length + 1);
});

Deno.test("A description without pictures stays as it is", () => {
  const sdp = "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=rtpmap:111 opus/48000/2\r\n";
  assertEquals([hintStart(sdp), hintStart("")], [sdp, ""]);
});

Deno.test("Nothing of a hostile description comes to stand where it did not, whatever it is made of", () => {
  const candidate = "a=candidate:1 1 udp 2122260223 198.51.100.7 5000 typ host";
  for (const trick of [`$'${candidate}`, `$&${candidate}`, "$`", "$1", "$$", `x${candidate}`]) {
    const sdp = `v=0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=rtpmap:96 VP8/90000 ${trick}\r\na=x\r\n`;
    const added = hintStart(sdp).split("\r\n").filter((line) => !sdp.split("\r\n").includes(line));
    assertEquals(added, ["a=fmtp:96 x-google-start-bitrate=1000"], trick);
  }
});

Deno.test("A description whose lines end as no browser ends them stays as it is", () => {
  const sdp = SDP.replace("profile-id=0\r\n", "profile-id=0\na=x\r\n");
  assertEquals([hintStart(sdp), hintStart(SDP.replaceAll("\r\n", "\n"))], [sdp, SDP.replaceAll("\r\n", "\n")]);
});

Deno.test("A description that names a format again and again gets it once, and soon", () => {
  const again = " 96".repeat(19_000);
  const sdp = `v=0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96${again}\r\na=rtpmap:96 VP8/90000\r\n`;
  assertEquals(hintStart(sdp).length, sdp.length + "a=fmtp:96 x-google-start-bitrate=1000\r\n".length);
  const many = Array.from({ length: 5_000 }, (_, type) => type);
  const large = `v=0\r\nm=video 9 UDP/TLS/RTP/SAVPF ${many.join(" ")}\r\n` +
    many.map((type) => `a=rtpmap:${type} VP8/90000\r\n`).join("");
  assertEquals(hintStart(large).split("x-google").length - 1, 64);
});
