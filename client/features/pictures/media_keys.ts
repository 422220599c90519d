/**
 * The keys that a system has for calls: on headsets, keyboards, and in the browser's own windows (W3C Media Session,
 * `#enumdef-mediasessionaction`). A browser that lacks one throws at its name, and goes on with the others.
 */

const ACTIONS = ["togglemicrophone", "togglecamera", "hangup", "enterpictureinpicture"] as const;
export type CallAction = typeof ACTIONS[number];
/** What is on, as the system shows it. */
export type OnAir = { readonly isMicrophoneOn: boolean; readonly isCameraOn: boolean };

/** Of the browser's session; its parts for calls are younger than the rest. */
export type CallSession = {
  setActionHandler(action: string, handler: (() => void) | null): void;
  setMicrophoneActive?(isActive: boolean): unknown;
  setCameraActive?(isActive: boolean): unknown;
};

/** Takes the keys until the function that it returns is called. */
export function bindMediaKeys(session: CallSession, handlers: Readonly<Record<CallAction, () => void>>): () => void {
  const bound = ACTIONS.filter((action) => set(session, action, handlers[action]));
  return () => {
    for (const action of bound) set(session, action, null);
  };
}

function set(session: CallSession, action: CallAction, handler: (() => void) | null): boolean {
  try {
    session.setActionHandler(action, handler);
    return true;
  } catch {
    return false; // This browser has no such key.
  }
}

/** Tells the system what is on, so that its own buttons show it. */
export function tellOnAir(session: CallSession, { isMicrophoneOn, isCameraOn }: OnAir): void {
  session.setMicrophoneActive?.(isMicrophoneOn);
  session.setCameraActive?.(isCameraOn);
}
