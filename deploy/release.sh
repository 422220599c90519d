#!/usr/bin/env bash
# Builds what is checked out here, makes it the running release, and goes back by itself if it does not come up.
#
#   sudo deploy/release.sh          build and switch
#   sudo deploy/release.sh --back   switch to the release before, without a build
#
# Releases lie in /opt/video-calling/releases, each with its unit; `current` leads to the one that runs. Calls go on
# during a switch.
set -euo pipefail
cd "$(dirname "$0")/.."

HOME_FOLDER=/opt/video-calling
RELEASES="$HOME_FOLDER/releases"
KEPT=4
UNIT=video-calling.service
UNIT_FILES=(/etc/systemd/system/video-calling{,@}.service) # One of them, or both.
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

# Gives systemd the unit of a release, which grants what that release needs and names the settings that it reads.
put_unit() {
  [[ -e "$1/$UNIT" ]] || return 0 # It is from before units were kept.
  for file in "${UNIT_FILES[@]}"; do
    if [[ -e "$file" ]]; then install -m 644 "$1/$UNIT" "$file" || return 1; fi
  done
  systemctl daemon-reload
}

# One after the other, each after its drain; the first that does not come up leaves the others as they are.
switch_to() {
  ln -sfn "$1" "$HOME_FOLDER/next" || return 1
  mv -T "$HOME_FOLDER/next" "$HOME_FOLDER/current" || return 1 # At once: there is never no release.
  put_unit "$1" || return 1
  for index in "${!UNITS[@]}"; do
    systemctl restart "${UNITS[index]}" || return 1
    is_ready "${PORTS[index]}" || return 1
  done
}

running="$(readlink "$HOME_FOLDER/current" || true)" # Empty the first time.
# What ran under the unit that is in place shall run under it again.
if [[ -d "$running" && ! -e "$running/$UNIT" ]]; then
  for file in "${UNIT_FILES[@]}"; do
    if [[ -e "$file" ]]; then cp "$file" "$running/$UNIT"; fi
  done
fi

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
cp "deploy/$UNIT" "$release"
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
