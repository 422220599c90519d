# The server and its page as an image. It holds one script and the page's files beside the runtime, fetches nothing when
# it starts, writes nothing, and needs neither root nor any capability:
#
#   docker build -t video-calling .
#   docker run --read-only --cap-drop=ALL --security-opt=no-new-privileges -p 127.0.0.1:5000:5000 -p 3478:3478/udp video-calling
#
# The settings are environment variables, see README.md. BASE is any image that has `deno` on its PATH; this one has no
# shell and no package manager, so every command here is in the form that needs none.
ARG BASE=docker.io/denoland/deno:distroless-2.9.6

FROM ${BASE} AS build
WORKDIR /src
# What changes seldom comes first: as long as these files are the same, the packages come from the cache.
COPY deno.json start.json start.lock ./
RUN ["deno", "install", "--config=start.json"]
# From here on nothing is fetched.
COPY server.ts ./
COPY types ./types
COPY signaling ./signaling
COPY client ./client
COPY static ./static
COPY start ./start
COPY deploy/bundle.ts ./deploy/
RUN ["deno", "task", "bundle"]

FROM ${BASE}
ARG REVISION=unknown
ARG CREATED=unknown
LABEL org.opencontainers.image.title="Video calling" \
  org.opencontainers.image.description="Browser-to-browser video calling: the page, and the server that introduces people to each other" \
  org.opencontainers.image.licenses="MIT" \
  org.opencontainers.image.revision="${REVISION}" \
  org.opencontainers.image.created="${CREATED}"
WORKDIR /app
COPY --from=build /src/dist ./
COPY deploy/healthcheck.js ./
# Nobody in particular. A number, so that an orchestrator can see that it is not root.
USER 65532:65532
# The page, the socket and the health checks by TCP; STUN by UDP.
EXPOSE 5000/tcp 3478/udp
# A drain takes up to DRAIN_SECONDS: give it `--stop-timeout 30`.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
  CMD ["deno", "run", "--no-prompt", "--allow-net", "--allow-env=PORT", "healthcheck.js"]
ENTRYPOINT []
CMD ["deno", "run", "--unstable-net", "--unstable-no-legacy-abort", "--v8-flags=--heap-growing-percent=60", "--no-prompt", "--allow-net", "--deny-net=169.254.169.254", "--allow-read=static", "--allow-sys=systemMemoryInfo", "--allow-env=PORT,HOST,TLS_CERT,TLS_KEY,PUBLIC_HOST,STUN_PORT,STUN_URLS,TURN_URLS,TURN_SECRET,TURN_TTL_SECONDS,DRAIN_SECONDS,REDIS_URL,METRICS_PORT,METRICS_HOST,LOG_FORMAT,PUSH,PUSH_FORWARDER,PUSH_SECRET,PUSH_HOSTS,ALLOWED_ORIGINS,EMBED_ORIGINS,REQUIRE_ORIGIN,TRUSTED_PROXIES,LIMIT_SOCKETS,LIMIT_REGISTRATIONS_PER_MINUTE,LIMIT_MESSAGES_PER_SECOND,LIMIT_MESSAGES_BURST,LIMIT_MISSES_PER_HOUR,LIMIT_MEMORY_MIB,LIMIT_MEMORY_PERCENT", "--ignore-env", "server.js"]
