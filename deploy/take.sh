#!/usr/bin/env bash
# Checks out one commit of this repository and nothing else: the one that TAG leads to, if it is COMMIT. A tag can be
# moved by whoever may write to the repository it comes from; the commit's hash is of all that is in it.
#
#   deploy/take.sh v1.2.0 0123456789abcdef0123456789abcdef01234567
#
# Called by release.sh, as what /etc/video-calling.setup names.
set -euo pipefail
cd "$(dirname "$0")/.."

tag="${1:-}" commit="${2:-}"
fail() { echo "Cannot take the release $tag: $*" >&2 && exit 1; }

[[ "$tag" =~ ^[A-Za-z0-9][A-Za-z0-9._-]*$ ]] || fail "TAG names none"
[[ "$commit" =~ ^([0-9a-f]{40}|[0-9a-f]{64})$ ]] || fail "COMMIT is not the whole hash of a commit"
[[ -z "$(git status --porcelain)" ]] || fail "files in $PWD were changed; see git status"
if [[ "$(git rev-parse HEAD)" == "$commit" ]]; then exit; fi

git fetch --quiet --depth 1 origin "+refs/tags/$tag:refs/tags/$tag" || fail "there is no such tag to get"
found="$(git rev-parse --verify --quiet "refs/tags/$tag^{commit}")" || fail "the tag leads to no commit"
[[ "$found" == "$commit" ]] || fail "the tag leads to $found, and COMMIT is $commit"
git -c advice.detachedHead=false checkout --quiet --detach "$commit"
