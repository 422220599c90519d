/** Which codecs are offered and answered, and which first. */

/** Variants of H.264 that are kept: the one that all browsers have which have any, and the one that Apple's devices encode. */
const COMMON = /profile-level-id=42e0/i;
const HIGH = /profile-level-id=64/i;
/** With several pieces in a packet, or one in several (RFC 6184 §6.2). */
const PACKETIZED = /packetization-mode=1/;
/** Ten bits and more colours, which no camera has. */
const RICH = /profile(?:-id)?=[1-9]/;

/**
 * Has sound sent so that a packet carries the piece before it once more (RFC 2198), where both ends can: of one packet in
 * ten that is lost, one in a hundred is missed. Pictures go without the variants that no call comes to use, since they are
 * a third of a description, and both people wait for the answer. Where the browser cannot, or has no say in it, all stays
 * as it is.
 */
export function preferCodecs(transceiver: Partial<RTCRtpTransceiver> | undefined, kind: "audio" | "video"): void {
  if (typeof RTCRtpReceiver === "undefined" || !transceiver?.setCodecPreferences) return;
  const codecs = RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [];
  const h264 = codecs.filter(({ mimeType }) => /h264$/i.test(mimeType));
  const packetized = h264.filter(({ sdpFmtpLine = "" }) => PACKETIZED.test(sdpFmtpLine));
  const hasCommon = packetized.some(({ sdpFmtpLine = "" }) => COMMON.test(sdpFmtpLine));
  const rest = codecs.filter((codec) => {
    const { sdpFmtpLine = "" } = codec;
    if (!h264.includes(codec)) return !RICH.test(sdpFmtpLine);
    return !hasCommon || packetized.includes(codec) && (COMMON.test(sdpFmtpLine) || HIGH.test(sdpFmtpLine));
  });
  const redundant = rest.filter(({ mimeType }) => mimeType === "audio/red");
  const wanted = [...redundant, ...rest.filter((each) => !redundant.includes(each))];
  if (wanted.length < codecs.length || redundant.length > 0) transceiver.setCodecPreferences(wanted);
}
