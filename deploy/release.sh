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

# Does the server answer within half a minute? Not /readyz, which depends on Redis as well.
is_ready() {
  curl --fail --silent --output /dev/null --retry 30 --retry-delay 1 --retry-connrefused --max-time 30 \
    "http://127.0.0.1:${1:-5000}/healthz"
}

# One after the other, each after its drain; the first that does not come up leaves the others as they are.
switch_to() {
  ln -sfn "$1" "$HOME_FOLDER/next" || return 1
  mv -T "$HOME_FOLDER/next" "$HOME_FOLDER/current" || return 1 # At once: there is never no release.
  for index in "${!UNITS[@]}"; do
    systemctl restart "${UNITS[index]}" || return 1
    is_ready "${PORTS[index]}" || return 1
  done
}

running="$(readlink "$HOME_FOLDER/current" || true)" # Empty the first time.

if [[ "${1:-}" == --back ]]; then
  # Their names begin with the time.
  previous="$(ls -1d "$RELEASES"/* | awk -v running="$running" '$0 < running' | tail -n 1)"
  switch_to "${previous:?there is no other release}"
  echo "$previous runs again"
  exit
fi

DENO_DIR="${DENO_DIR:-/var/cache/video-calling-build}" deno task bundle
release="$RELEASES/$(date -u +%Y%m%dT%H%M%SZ)-$(git rev-parse --short HEAD 2>/dev/null || echo unknown)"
mkdir -p "$RELEASES"
cp -r dist "$release"
chmod -R a+rX "$release"

if ! switch_to "$release"; then
  echo "$release does not come up; the last it said:" >&2
  journalctl --unit='video-calling*' --lines=20 --no-pager >&2 || true
  if [[ -d "$running" ]]; then
    if switch_to "$running"; then echo "$running runs again" >&2; else echo "$running does not come up either" >&2; fi
  fi
  exit 1
fi
ls -1d "$RELEASES"/* | head -n -"$KEPT" | xargs --no-run-if-empty rm -r
echo "$release runs"
