/**
 * What the server writes to its console: a sentence for people or, for programs, one line of JSON for each event.
 *
 * Few events are worth a line: what the server does as a whole, and what it cannot do. What people do is counted
 * (`counters.ts`) and never logged one by one, so no ID, no person's address and nothing of a message gets here.
 */

import type { LogFormat } from "../config/config.ts";

/** Stable names of what is told, in kebab-case. */
export type LogEvent =
  | "listening"
  | "stopping"
  | "cannot-start"
  | "failing"
  | "memory"
  | "push"
  | "redis"
  | "stun"
  | "certificate"
  | "refused"
  | "forgotten-proxy"
  | "trusted-sender"
  | "wide-proxies"
  | "defect";

export interface Log {
  info(event: LogEvent, sentence: string): void;
  warn(event: LogEvent, sentence: string): void;
  /** @param error what was thrown, with its stack, if it is a defect of ours */
  error(event: LogEvent, sentence: string, error?: unknown): void;
}

/** Where lines go: what is wrong to the error output. */
export interface LogOutput {
  log(...values: unknown[]): void;
  error(...values: unknown[]): void;
}

export function createLog(format: LogFormat, output: LogOutput = console, now: () => Date = () => new Date()): Log {
  const encode = (level: string, event: LogEvent, message: string, stack?: string) =>
    format === "text" ? message : JSON.stringify({ time: now().toISOString(), level, event, message, stack });
  return {
    info: (event, sentence) => output.log(encode("info", event, sentence)),
    warn: (event, sentence) => output.error(encode("warn", event, sentence)),
    error(event, sentence, error) {
      if (format === "text") output.error(...(error === undefined ? [sentence] : [`${sentence}:`, error]));
      else output.error(encode("error", event, sentence, error instanceof Error ? error.stack : undefined));
    },
  };
}
