/**
 * Makes RTCPeerConnections, bound to the networks that the page knows or to none.
 *
 * In Chromium a page that may use the camera is given a list of the networks, and binds its sockets to each. After a
 * change of network that list is old for up to 3.3 s (measured), and what is bound to a network that is gone reaches
 * nobody. A page that may not is given no list, so its sockets take whatever way there is at that moment (RFC 8828 §5.2,
 * mode 2). So a connection that is to find a way out of a dead network is made in a frame that has no permission, within
 * the page: the same origin, the same process, the same tracks and certificates. What it cannot see is a second network
 * beside the first, so it is only one of two ways to try.
 */

let frame: HTMLIFrameElement | null = null;

/** Only Chromium tells what it is in this way (WICG ua-client-hints), and only Chromium needs the frame. */
function isChromium(): boolean {
  const { userAgentData } = navigator as Navigator & { userAgentData?: { brands: readonly { brand: string }[] } };
  return userAgentData?.brands.some(({ brand }) => brand === "Chromium") ?? false;
}

function openFrame(): HTMLIFrameElement {
  const element = document.createElement("iframe");
  element.hidden = true;
  element.allow = "camera 'none'; microphone 'none'";
  element.title = "Connection";
  document.body.append(element);
  return element;
}

/** Makes a connection; with `isUnbound` one whose sockets follow the system's current route, where that is to be had. */
export function createPeerConnection(
  configuration: RTCConfiguration,
  { isUnbound }: { isUnbound: boolean },
): RTCPeerConnection {
  if (isUnbound && isChromium()) {
    frame ??= openFrame();
    const inFrame = frame.contentWindow as (Window & { RTCPeerConnection?: typeof RTCPeerConnection }) | null;
    if (inFrame?.RTCPeerConnection !== undefined) return new inFrame.RTCPeerConnection(configuration);
  }
  return new RTCPeerConnection(configuration);
}
