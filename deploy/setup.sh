#!/usr/bin/env bash
# Turns a bare Debian or Ubuntu into the running service: Deno, the server and the forwarder of pushes under systemd, nginx
# with a certificate, a TURN server, and a firewall. It may be run again: what is there already stays, or is put right.
#
# The tests set up Debian 12. It needs nginx 1.22 and coturn 4.6.1, which newer ones and Ubuntu 24.04 have as well, and
# Ubuntu 22.04 has not.
#
#   sudo NAME=call.example.com EMAIL=you@example.com deploy/setup.sh          all steps, in this order
#   sudo NAME=call.example.com deploy/setup.sh packages deno                  only these
#
# NAME has to lead to this machine already, for the certificate; EMAIL hears of trouble with it. Both may stand in
# /etc/video-calling.setup; TAG and COMMIT, the release that release.sh may build, must. EXTERNAL_IP is asked of Google's
# metadata server where there is one.
set -euo pipefail
cd "$(dirname "$0")/.."

[[ -r /etc/video-calling.setup ]] && . /etc/video-calling.setup
: "${NAME:?the name under which people open the page}"
EMAIL="${EMAIL:-}"
DENO_VERSION=2.9.6
declare -A DENO_SHA512=( # As npm gives them: npm view @deno/linux-x64-glibc@2.9.6 dist.integrity
  [x64]=3md4TKLCuzsLDmfOoC5KN7NAZaxSVkMgm64vg6foD00JBADCpYS2/5QqXfzgnP5ZQz3iLP9vBQJtEgc116OAoQ==
  [arm64]=poqhoH9B3nYloigEMPT5t8HY+wBeiuea1An5Q7fqgJzP0SYmWsoS/oUnWO/pEiA4ofzIBy1Elt/in58xKtxEoQ==
)
SETTINGS=/etc/video-calling.env
PUSH_SETTINGS=/etc/video-calling-push.env
SYSTEMD=/etc/systemd/system
CERTIFICATE="/etc/letsencrypt/live/$NAME"
INSTANCES=/etc/nginx/video-calling/instances.conf
FOREIGN=/etc/nginx/conf.d/video-calling-foreign.conf
HOOK=/etc/letsencrypt/renewal-hooks/deploy/video-calling

say() { echo "== $*"; }

step_packages() {
  say "Packages"
  export DEBIAN_FRONTEND=noninteractive
  apt-get -q update
  apt-get -q install --yes --no-install-recommends ca-certificates curl git nginx certbot coturn nftables ufw openssl
}

# Deno's program as an npm package, which has to be the very one: npm also has all that the server is built on.
step_deno() {
  say "Deno"
  if [[ "$(deno --version 2>/dev/null || true)" == "deno $DENO_VERSION "* ]]; then return; fi
  local kind folder
  case "$(uname -m)" in
    x86_64) kind=x64 ;;
    aarch64) kind=arm64 ;;
    *) echo "There is no Deno for $(uname -m)" >&2 && exit 1 ;;
  esac
  folder="$(mktemp -d)"
  command -v npm >/dev/null || apt-get -q install --yes --no-install-recommends npm
  npm pack --silent --pack-destination "$folder" "@deno/linux-$kind-glibc@$DENO_VERSION" >/dev/null
  mv "$folder"/*.tgz "$folder/deno.tgz"
  if [[ "$(openssl dgst -sha512 -binary "$folder/deno.tgz" | openssl base64 -A)" != "${DENO_SHA512[$kind]}" ]]; then
    echo "Deno's archive is not the one that was looked at when this was written" >&2
    exit 1
  fi
  tar --extract --gzip --file "$folder/deno.tgz" --directory "$folder"
  install -m 755 "$folder/package/deno" /usr/local/bin/deno
  rm -r "$folder"
}

step_settings() {
  say "Settings in $SETTINGS"
  if [[ -e "$SETTINGS" ]]; then return; fi
  # coturn answers STUN as well, on the port that the server's own would take.
  (
    umask 077
    cat >"$SETTINGS" <<END
PUBLIC_HOST=$NAME
STUN_PORT=0
STUN_URLS=stun:$NAME:3478
TURN_URLS=turn:$NAME:3478?transport=udp,turn:$NAME:3478?transport=tcp,turns:$NAME:5349?transport=tcp
TURN_SECRET=$(openssl rand -hex 32)
END
  )
}

# The forwarder of pushes, beside the server. Each release starts it again, the first one too.
step_push() {
  say "Push, with settings in $PUSH_SETTINGS"
  if [[ -e "$SYSTEMD/video-calling@.service" ]]; then
    echo "Instances need a port each for the forwarder: see docs/operations.md"
    return
  fi
  local place="$SYSTEMD/video-calling.service.d/push.conf" is_new=
  if [[ ! -e "$place" || ! -e "$PUSH_SETTINGS" ]]; then is_new=1; fi
  if [[ ! -e "$PUSH_SETTINGS" ]]; then
    (
      umask 077
      echo "PUSH_SECRET=$(openssl rand -hex 32)" >"$PUSH_SETTINGS"
    )
  fi
  install -D -m 644 deploy/push.conf "$place"
  install -m 644 deploy/video-calling-push.service "$SYSTEMD"
  systemctl daemon-reload
  systemctl enable video-calling-push
  if [[ ! -e /opt/video-calling/current ]]; then return; fi
  if [[ -n "$is_new" ]]; then systemctl try-restart video-calling; fi # It knows nothing of it yet.
  systemctl restart video-calling-push
}

step_server() {
  say "Server"
  # Instances by instance.conf stay what they are. The unit of either is put in place with each release.
  if [[ ! -e "$SYSTEMD/video-calling@.service" ]]; then
    [[ -e "$SYSTEMD/video-calling.service" ]] || install -m 644 deploy/video-calling.service "$SYSTEMD"
    systemctl daemon-reload
    systemctl enable video-calling
  fi
  deploy/release.sh
}

put_site() { # plain or tls
  sed "s/call\.example\.com/$NAME/g" "deploy/nginx/$1.conf" >/etc/nginx/conf.d/video-calling.conf
  nginx -q -t
  systemctl reload-or-restart nginx
}

step_nginx() {
  say "nginx"
  mkdir -p /etc/nginx/video-calling /var/www/acme /var/cache/nginx
  install -m 644 deploy/nginx/{service,locations,headers,limits}.conf /etc/nginx/video-calling/
  # The operator's, once it is there: it has a line for each instance.
  [[ -e "$INSTANCES" ]] || install -m 644 deploy/nginx/instances.conf "$INSTANCES"
  rm -f /etc/nginx/sites-enabled/default
  # There can be only one default; where another site is it, that site answers for foreign names.
  rm -f "$FOREIGN"
  grep -EqRs '^[^#]*default_server' /etc/nginx/{conf.d,sites-enabled,nginx.conf} ||
    install -m 644 deploy/nginx/foreign.conf "$FOREIGN"
  # As main.conf has it, but for what the distribution's own file says besides.
  sed -i -E 's/^(\s*worker_connections) .*/\1 16384;/' /etc/nginx/nginx.conf
  grep -E '^worker_(rlimit_nofile|shutdown_timeout)' deploy/nginx/main.conf >/etc/nginx/modules-enabled/90-video-calling.conf
  # Run by certbot now and after each renewal, of any certificate: coturn's user cannot read certbot's folder.
  mkdir -p /etc/letsencrypt/renewal-hooks/deploy
  cat >"$HOOK" <<END
#!/bin/sh
if [ "\$RENEWED_LINEAGE" != "$CERTIFICATE" ]; then exit; fi
install -m 640 -g turnserver "$CERTIFICATE/fullchain.pem" /etc/turnserver-cert.pem
install -m 640 -g turnserver "$CERTIFICATE/privkey.pem" /etc/turnserver-key.pem
systemctl reload nginx
# Reads the files again; a restart would end the calls that it relays.
if systemctl --quiet is-active coturn; then systemctl kill --signal=SIGUSR2 coturn; fi
END
  chmod 755 "$HOOK"
  if [[ ! -e "$CERTIFICATE/fullchain.pem" ]]; then
    put_site plain
    local account=(--register-unsafely-without-email)
    if [[ -n "$EMAIL" ]]; then account=(--email "$EMAIL"); fi
    certbot certonly --non-interactive --agree-tos "${account[@]}" --webroot --webroot-path /var/www/acme \
      --cert-name "$NAME" --domain "$NAME"
  fi
  put_site tls
}

find_external_ip() {
  local url=http://metadata.google.internal/computeMetadata/v1/instance/network-interfaces/0/access-configs/0/external-ip
  curl --fail --silent --max-time 2 --header "Metadata-Flavor: Google" "$url" || true
}

step_turn() {
  say "TURN"
  local secret external
  command -v nft >/dev/null || apt-get -q install --yes --no-install-recommends nftables
  install -m 644 deploy/coturn/loopback.nft /etc/turnserver.nft
  nft --file /etc/turnserver.nft
  install -D -m 644 deploy/coturn/confined.conf "$SYSTEMD/coturn.service.d/video-calling.conf"
  systemctl daemon-reload
  secret="$(sed -n 's/^TURN_SECRET=//p' "$SETTINGS")"
  external="${EXTERNAL_IP:-$(find_external_ip)}"
  # Nobody else may read it, at no time: it holds the secret, which is not on any command line either.
  (
    umask 077
    {
      cat deploy/coturn/turnserver.conf
      echo "static-auth-secret=$secret"
      if [[ -n "$external" ]]; then echo "external-ip=$external"; fi
    } >/etc/turnserver.conf.new
  )
  if [[ -e "$CERTIFICATE/fullchain.pem" ]]; then
    RENEWED_LINEAGE="$CERTIFICATE" "$HOOK"
    sed -i '/^no-tls$/d; s|^#cert=.*|cert=/etc/turnserver-cert.pem|; s|^#pkey=.*|pkey=/etc/turnserver-key.pem|' \
      /etc/turnserver.conf.new
  fi
  chown root:turnserver /etc/turnserver.conf.new
  chmod 640 /etc/turnserver.conf.new
  mv /etc/turnserver.conf.new /etc/turnserver.conf
  systemctl enable coturn
  systemctl restart coturn
}

# Prints the ports by which somebody may be connected here: of sshd's own configuration, or of systemd in its place, as
# newer Ubuntus have it.
list_ssh_ports() {
  local ports
  ports="$({
    mkdir -p /run/sshd && "$(command -v sshd || echo /usr/sbin/sshd)" -T | sed -nE 's/^listenaddress .*:([0-9]+)$/\1/p'
    if systemctl --quiet is-active ssh.socket; then
      systemctl show --property=Listen --value ssh.socket | sed -nE 's/.*:([0-9]+) \(Stream\)$/\1/p'
    fi
  } 2>/dev/null | sort --unique)"
  echo "${ports:-22}"
}

step_firewall() {
  say "Firewall"
  for port in $(list_ssh_ports); do ufw allow "$port/tcp"; done
  ufw allow 80,443/tcp
  ufw allow 3478
  ufw allow 5349/tcp
  ufw allow 49152:65535/udp
  ufw --force enable
  install -m 644 deploy/nftables/inbound.nft /etc/video-calling-inbound.nft
  install -m 644 deploy/nftables/video-calling-inbound.service "$SYSTEMD"
  systemctl daemon-reload
  systemctl enable video-calling-inbound
  systemctl restart video-calling-inbound
}

step_check() {
  say "Check"
  if ! curl --fail --silent --show-error --max-time 10 "https://$NAME/healthz"; then
    echo "https://$NAME does not answer; see docs/operations.md" >&2
    exit 1
  fi
  echo "People can call each other at https://$NAME. From elsewhere: deno task doctor https://$NAME"
}

if (($# == 0)); then set -- packages deno settings push server nginx turn firewall check; fi
for step in "$@"; do "step_$step"; done
