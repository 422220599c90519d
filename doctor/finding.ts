/** What an examination finds: a part of the deployment, whether it works, and in a sentence what is so or what to do. */

export interface Finding {
  readonly part: string;
  /** `warns`: calls work, though not for everybody or not for long. */
  readonly verdict: "works" | "warns" | "fails";
  readonly sentence: string;
  /** For how many days the certificate is good, of the finding about it. */
  readonly certificateDays?: number;
}

export type Report = (finding: Finding) => void;

/** The time for one answer of the network, in milliseconds. */
export const PATIENCE_MS = 5_000;

/** Settles like `promise`, or rejects with what was waited for. */
export async function within<T>(promise: Promise<T>, what: string, ms = PATIENCE_MS): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lateness = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no ${what} came in ${ms / 1_000} s`)), ms);
  });
  try {
    return await Promise.race([promise, lateness]);
  } finally {
    clearTimeout(timer);
  }
}

export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause.message : error.message;
  return cause.replace(/^.*client error \(\w+\): /, "");
}

/** Returns where to connect to for what is at `url`. */
export function readAddress({ protocol, hostname, port }: URL): { hostname: string; port: number } {
  const fallback = protocol === "https:" ? 443 : 80;
  return { hostname: hostname.replace(/^\[|\]$/g, ""), port: Number(port || fallback) };
}
