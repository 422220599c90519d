/**
 * Asks the server of this container whether it works, and ends with 0 if so: the image's HEALTHCHECK, since there is no
 * curl in it. It asks `/healthz` and not `/readyz`: a server that drains is not ready, and yet not to be killed.
 */

const port = Deno.env.get("PORT")?.trim() || "5000";
try {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2_500) });
  if (!response.ok) throw new Error(`it answers ${response.status}`);
} catch (error) {
  console.error(`The server at port ${port} is not well: ${error instanceof Error ? error.message : error}`);
  Deno.exit(1);
}
