#!/usr/bin/env bash
# Writes the settings and fresh secrets that compose.yaml needs into deploy/secrets/, which only its owner can enter.
# Run again it keeps the secrets, and writes the rest anew.
#
#   PUBLIC_HOST=call.example.com EXTERNAL_IP=203.0.113.1 deploy/compose.sh
set -euo pipefail
cd "$(dirname "$0")"

: "${PUBLIC_HOST:?the name under which people open the page}"
: "${EXTERNAL_IP:?the public IPv4 address of this machine}"
FOLDER="${SECRETS:-secrets}"
# What coturn relays by; the firewall has to let them in, by UDP.
MIN_PORT=49160
MAX_PORT=49400

# Nobody else can get to what is in it. Its files may be read by all, since programs in containers are somebody else.
mkdir -p -m 700 "$FOLDER"
chmod 700 "$FOLDER"

read_secret() { # file, what stands before it
  sed -n "s|^$2||p" "$FOLDER/$1" 2>/dev/null | head -n 1 | grep . || openssl rand -hex 32
}
turn_secret="$(read_secret app.env TURN_SECRET=)"
redis_password="$(read_secret redis.conf "requirepass ")"
push_secret="$(read_secret push.env PUSH_SECRET=)"

cat >"$FOLDER/app.env" <<END
PUBLIC_HOST=$PUBLIC_HOST
REDIS_URL=redis://:$redis_password@redis:6379
STUN_URLS=stun:$PUBLIC_HOST:3478
TURN_URLS=turn:$PUBLIC_HOST:3478?transport=udp,turn:$PUBLIC_HOST:3478?transport=tcp
TURN_SECRET=$turn_secret
END

echo "PUSH_SECRET=$push_secret" >"$FOLDER/push.env"
echo "requirepass $redis_password" >"$FOLDER/redis.conf"

# Of what stands twice the last counts.
cat coturn/turnserver.conf - >"$FOLDER/turnserver.conf" <<END
static-auth-secret=$turn_secret
realm=$PUBLIC_HOST
external-ip=$EXTERNAL_IP
min-port=$MIN_PORT
max-port=$MAX_PORT
pidfile=/tmp/turnserver.pid
userdb=/tmp/turndb
END
chmod 644 "$FOLDER"/*
