/**
 * Tells whether this browser can make peer connections. Settings, extensions and policies remove WebRTC: some leave no
 * trace of it, others leave something that throws when used, so only making one tells. That sends no packet and opens
 * no device. Asked once the code of calls has loaded, and again when a call could not be set up.
 */

export function hasWebRtc(): boolean {
  try {
    new RTCPeerConnection().close();
    return true;
  } catch {
    return false; // Whatever it threw, there are no calls.
  }
}
