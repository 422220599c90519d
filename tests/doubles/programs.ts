/**
 * Tests that need a program of the machine. Elsewhere such a test is skipped with a sentence that names the Debian
 * package; with `CI=true` nothing may be skipped, so the test runs and fails.
 */

function findProgram(name: string): string | null {
  for (const folder of (Deno.env.get("PATH") ?? "").split(":").concat("/usr/sbin", "/sbin")) {
    try {
      if (Deno.statSync(`${folder}/${name}`).isFile) return `${folder}/${name}`;
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory)) throw error;
    }
  }
  return null;
}

/** Tells whether to ignore a test because one of `programs` (name → Debian package) is missing, and says so. */
export function isMissing(testName: string, programs: Record<string, string>): boolean {
  const missing = Object.entries(programs).filter(([name]) => findProgram(name) === null);
  if (missing.length === 0 || Deno.env.get("CI") === "true") return false;
  console.log(`Skipped "${testName}": install ${missing.map(([, debian]) => debian).join(", ")} to run it.`);
  return true;
}
