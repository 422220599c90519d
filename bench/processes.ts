/** What the kernel says of a process. */

/** Returns a process' resident memory, in MiB. */
export function readMemory(pid: number): number {
  const pages = Number(Deno.readTextFileSync(`/proc/${pid}/statm`).split(" ")[1]);
  return pages * 4_096 / 2 ** 20;
}

/** Returns the processor time that a process has used, in microseconds; the kernel counts in hundredths of a second. */
export function readCpu(pid: number): number {
  const fields = Deno.readTextFileSync(`/proc/${pid}/stat`).split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}
