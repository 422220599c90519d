/** Which codecs are offered first. */

/**
 * Has sound sent so that a packet carries the piece before it once more (RFC 2198), where both ends can: of one packet in
 * ten that is lost, one in a hundred is missed. Where the browser cannot, or has no say in it, all stays as it is.
 */
export function preferRedundancy(transceiver: Partial<RTCRtpTransceiver> | undefined, kind: "audio" | "video"): void {
  if (kind !== "audio" || typeof RTCRtpReceiver === "undefined" || !transceiver?.setCodecPreferences) return;
  const codecs = RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [];
  const redundant = codecs.filter(({ mimeType }) => mimeType === "audio/red");
  if (redundant.length > 0) {
    transceiver.setCodecPreferences([
      ...redundant,
      ...codecs.filter((each) => !redundant.includes(each)),
    ]);
  }
}
