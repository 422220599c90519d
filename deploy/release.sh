#!/usr/bin/env bash
# Builds what is checked out here, makes it the running release, and goes back by itself if it does not come up.
#
#   sudo deploy/release.sh          build and switch
#   sudo deploy/release.sh --back   switch to the release before, without a build
#
# Releases lie in /opt/video-calling/releases; `current` leads to the one that runs. Calls go on during a switch.
set -euo pipefail
cd "$(dirname "$0")/.."

HOME_FOLDER=/opt/video-calling
RELEASES="$HOME_FOLDER/releases"
KEPT=4
# What runs: the one service, or the instances of instance.conf, which are named by their ports.
mapfile -t PORTS < <(systemctl list-units --plain --no-legend 'video-calling@*.service' | sed -E 's/.*@([0-9]+)\..*/\1/')
UNITS=("${PORTS[@]/#/video-calling@}")
if ((${#PORTS[@]} == 0)); then
  UNITS=(video-calling)
  PORTS=("$(sed -n 's/^PORT=//p' /etc/video-calling.env 2>/dev/null || true)")
fi

switch_to() {
  ln -sfn "$1" "$HOME_FOLDER/next"
  mv -T "$HOME_FOLDER/next" "$HOME_FOLDER/current" # At once: there is never no release.
  for unit in "${UNITS[@]}"; do systemctl restart "$unit"; done # Each waits for the drain of the one before.
}

# Does each server answer within half a minute? Not /readyz, which depends on Redis as well.
is_ready() {
  local port
  for port in "${PORTS[@]}"; do
    curl --fail --silent --output /dev/null --retry 30 --retry-delay 1 --retry-connrefused --max-time 30 \
      "http://127.0.0.1:${port:-5000}/healthz" || return 1
  done
}

running="$(readlink "$HOME_FOLDER/current" || true)" # Empty the first time.

if [[ "${1:-}" == --back ]]; then
  # Their names begin with the time.
  previous="$(ls -1d "$RELEASES"/* | awk -v running="$running" '$0 < running' | tail -n 1)"
  switch_to "${previous:?there is no other release}"
  is_ready
  echo "$previous runs again"
  exit
fi

DENO_DIR="${DENO_DIR:-/var/cache/video-calling-build}" deno task bundle
release="$RELEASES/$(date -u +%Y%m%dT%H%M%SZ)-$(git rev-parse --short HEAD 2>/dev/null || echo unknown)"
mkdir -p "$RELEASES"
cp -r dist "$release"
chmod -R a+rX "$release"

switch_to "$release"
if ! is_ready; then
  echo "$release does not come up; the last it said:" >&2
  journalctl --unit='video-calling*' --lines=20 --no-pager >&2 || true
  if [[ -d "$running" ]]; then
    switch_to "$running"
    if is_ready; then echo "$running runs again" >&2; else echo "$running does not come up either" >&2; fi
  fi
  exit 1
fi
ls -1d "$RELEASES"/* | head -n -"$KEPT" | xargs --no-run-if-empty rm -r
echo "$release runs"
