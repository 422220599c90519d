#!/usr/bin/env bash
# Builds the release that /etc/video-calling.setup names by TAG and COMMIT, makes it the running one, and goes back by
# itself if it does not come up.
#
#   sudo deploy/release.sh          take, build and switch
#   sudo deploy/release.sh --back   switch to the release before, without a build
#
# What is built with runs as a user that exists only meanwhile and owns nothing but its cache: packages are other people's
# programs. Only what comes out is root's. BUNDLE, if that file has it, is the hash that the build has to print.
# Releases lie in /opt/video-calling/releases, each with its unit; `current` leads to the one that runs. Calls go on
# during a switch.
set -euo pipefail
cd "$(dirname "$0")/.."

HOME_FOLDER=/opt/video-calling
RELEASES="$HOME_FOLDER/releases"
KEPT=4
[[ -r /etc/video-calling.setup ]] && . /etc/video-calling.setup
UNIT=video-calling.service
PUSH_UNIT=video-calling-push.service # Where setup.sh has put it.
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
  if [[ -e "$1/$PUSH_UNIT" && -e "/etc/systemd/system/$PUSH_UNIT" ]]; then
    install -m 644 "$1/$PUSH_UNIT" /etc/systemd/system || return 1
  fi
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
  # Calls go on without it.
  if systemctl --quiet is-enabled "$PUSH_UNIT" 2>/dev/null; then systemctl restart "$PUSH_UNIT" || true; fi
}

# Passes on what a machine behind a proxy needs to get packages.
list_environment() {
  local name
  for name in HTTP_PROXY HTTPS_PROXY NO_PROXY NPM_CONFIG_REGISTRY DENO_TLS_CA_STORE; do
    if [[ -n "${!name:-}" ]]; then echo "--setenv=$name=${!name}"; fi
  done
}

# Sources go in by its input, as they are in the commit, and what it made comes out by its output: nobody else reads what
# it can write.
build() {
  local environment log
  mapfile -t environment < <(list_environment)
  log="$(mktemp)"
  mkdir -p "$1"
  git archive --format=tar HEAD |
    systemd-run --quiet --wait --pipe --collect --property=User=video-calling-build --property=DynamicUser=yes \
      --property=CacheDirectory=video-calling-build --property=ProtectHome=yes --property=PrivateDevices=yes \
      --property=CapabilityBoundingSet= --property=ProtectProc=invisible --property=IPAddressDeny=169.254.169.254 \
      --setenv=DENO_DIR=/var/cache/video-calling-build --setenv=NO_COLOR=1 --setenv=DENO_NO_UPDATE_CHECK=1 \
      --setenv=PATH=/usr/local/bin:/usr/bin:/bin "${environment[@]}" /bin/sh -ec '
        cd "$(mktemp -d)"
        tar --extract
        deno task bundle >&2
        tar --create --directory dist .' 2>"$log" |
    tar --extract --no-same-owner --no-same-permissions --directory "$1" || { cat "$log" >&2 && return 1; }
  cat "$log"
  if [[ -n "${BUNDLE:-}" ]] && ! grep --quiet --line-regexp "Bundle: sha256 $BUNDLE" "$log"; then
    echo "The page is not the one that BUNDLE is the hash of" >&2
    return 1
  fi
  rm "$log"
  if [[ -n "$(find "$1" ! -type f ! -type d -print -quit)" ]]; then
    echo "The build made something that is neither file nor folder" >&2
    return 1
  fi
  cp "deploy/$UNIT" "deploy/$PUSH_UNIT" "$1" || return 1
  chmod -R u=rwX,go=rX "$1"
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

commit="$(git rev-parse HEAD)"
deploy/take.sh "${TAG:-}" "${COMMIT:-}"
if [[ "$(git rev-parse HEAD)" != "$commit" ]]; then exec deploy/release.sh; fi # The new one's own.

release="$RELEASES/$(date -u +%Y%m%dT%H%M%SZ)-${COMMIT:0:12}"
if ! build "$release"; then
  rm -rf "$release"
  echo "$TAG could not be built; what runs goes on" >&2
  exit 1
fi

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
