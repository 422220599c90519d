/**
 * The server's routes: the socket, the health checks and the page's files, all with the same security headers.
 *
 * It keeps no state. `server.ts` hands it to `Deno.serve`.
 */

import type { Bus } from "../bus/bus.ts";
import { findClientAddress, isTlsRequest } from "../address/client_address.ts";
import { EMBED_PATH } from "../pages/embed_page.ts";
import { dropDefaultPort } from "../protocol.ts";
import { createDrainingResponse, createFullResponse, createTextResponse } from "./responses.ts";
import { createHeaderSetter } from "./security_headers.ts";
import { SocketRoute, type SocketRouteOptions } from "./socket_route.ts";
import { serveNotFoundPage, serveStaticFile, type StaticFiles } from "./static_files.ts";

export interface HandlerOptions extends SocketRouteOptions {
  /** Asked whether the other instances can be reached. */
  readonly bus: Pick<Bus, "isReady">;
  readonly files: StaticFiles;
}

function createReadinessResponse({ sessions, memory, bus }: HandlerOptions): Response {
  if (sessions.isDraining) return createDrainingResponse();
  if (memory.isFull) return createFullResponse();
  return bus.isReady
    ? createTextResponse(200, "ready")
    : createTextResponse(503, "Redis is away: only calls within this instance work.", { "retry-after": "1" });
}

function route(
  request: Request,
  remoteAddress: string,
  socketRoute: SocketRoute,
  options: HandlerOptions,
): Response | Promise<Response> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return createTextResponse(405, "Only GET and HEAD are answered here.", { allow: "GET, HEAD" });
  }
  const url = URL.parse(request.url); // Deno builds it from the Host header, which may hold anything.
  if (url === null) return createTextResponse(400, "Cannot read the request: its Host header is no host.");
  if (url.pathname === "/socket") return socketRoute.open(request, remoteAddress);
  if (url.pathname === "/healthz") return createTextResponse(200, "ok"); // The process works, also while it drains.
  if (url.pathname === "/readyz") return createReadinessResponse(options);
  return serveStaticFile(options.files, url.pathname, request) ?? serveNotFoundPage(options.files, request) ??
    createTextResponse(404, "There is nothing at this address.");
}

/**
 * Tells whether the name of the page may be bound to HTTPS for years, with all of its ports: if a proxy does TLS, or
 * the operator has named it. One that is ours by chance, such as localhost, others use too.
 */
function isBoundToHttps({ headers, url }: Request, remoteAddress: string, { config }: HandlerOptions): boolean {
  const { tls, publicHosts, trustedProxies } = config;
  const host = URL.parse(url)?.host;
  if (tls !== null && publicHosts.some((name) => dropDefaultPort(name) === host)) return true;
  if (!headers.has("x-forwarded-proto")) return false; // As most have none, and the address would be parsed in vain.
  return isTlsRequest(findClientAddress(remoteAddress, null, trustedProxies), headers);
}

/** Tells whether this is the page that may be in a frame of others, or the word that a browser has it already. */
function isForFrames({ url }: Request, { status }: Response, { config }: HandlerOptions): boolean {
  return config.embedOrigins.length > 0 && status < 400 && URL.parse(url)?.pathname === EMBED_PATH;
}

/** Creates the function that answers every request of the server. */
export function createHandler(
  options: HandlerOptions,
): (request: Request, info: Deno.ServeHandlerInfo<Deno.NetAddr>) => Response | Promise<Response> {
  const socketRoute = new SocketRoute(options);
  const setSecurityHeaders = createHeaderSetter(options.files, options.config.embedOrigins);
  return (request, { remoteAddr: { hostname } }) => {
    const finish = (response: Response): Response => {
      options.counters.countResponse(response.status);
      // A socket is no page; and its request is the runtime's now.
      if (response.status !== 101) {
        setSecurityHeaders(response.headers, {
          isTls: isBoundToHttps(request, hostname, options),
          isForFrames: isForFrames(request, response, options),
        });
      }
      return response;
    };
    const response = route(request, hostname, socketRoute, options);
    return response instanceof Promise ? response.then(finish) : finish(response);
  };
}
