/**
 * The server under PM2, for those who like it: `PM2_KILL_SIGNAL=SIGTERM pm2 start deploy/ecosystem.config.cjs`, once
 * what `deno task bundle` puts into dist/ is in the folder of `cwd`. Not for a host of setup.sh: the settings are those
 * below, /etc/video-calling.env is not read, and release.sh starts again what systemd runs.
 *
 * Without that variable in PM2's own environment it stops with SIGINT, which ends the server without letting its clients
 * move first; they come back by themselves all the same. `pm2 save` and `pm2 startup` bring it back after a reboot.
 * One process: PM2's cluster is Node's, and several instances need REDIS_URL and a port each.
 */

module.exports = {
  apps: [{
    name: "video-calling",
    cwd: "/opt/video-calling/current",
    script: "server.js",
    interpreter: "deno",
    interpreter_args:
      "run --unstable-net --unstable-no-legacy-abort --v8-flags=--heap-growing-percent=60 --no-prompt --allow-net --deny-net=169.254.169.254 --allow-read=static --allow-sys=systemMemoryInfo --allow-env=PORT,HOST,TLS_CERT,TLS_KEY,PUBLIC_HOST,STUN_PORT,STUN_URLS,TURN_URLS,TURN_SECRET,TURN_TTL_SECONDS,DRAIN_SECONDS,REDIS_URL,METRICS_PORT,METRICS_HOST,LOG_FORMAT,PUSH,PUSH_FORWARDER,PUSH_SECRET,PUSH_HOSTS,ALLOWED_ORIGINS,EMBED_ORIGINS,REQUIRE_ORIGIN,TRUSTED_PROXIES,LIMIT_SOCKETS,LIMIT_REGISTRATIONS_PER_MINUTE,LIMIT_MESSAGES_PER_SECOND,LIMIT_MESSAGES_BURST,LIMIT_MISSES_PER_HOUR,LIMIT_MEMORY_MIB,LIMIT_MEMORY_PERCENT --ignore-env",
    exec_mode: "fork",
    kill_timeout: 30_000, // In milliseconds: a drain takes up to DRAIN_SECONDS.
    exp_backoff_restart_delay: 100,
    max_memory_restart: "2G",
    env: {
      HOST: "127.0.0.1",
      TRUSTED_PROXIES: "127.0.0.1",
      METRICS_PORT: "9464",
      LIMIT_MEMORY_MIB: "2048", // As above: how many sockets one address may have follows from it.
      // PUBLIC_HOST: "call.example.com",
    },
  }],
};
