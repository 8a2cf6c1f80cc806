#!/usr/bin/env bash
# The release of the tag, with what CHANGELOG.md says of its version.
set -euo pipefail
version="${GITHUB_REF_NAME#v}"
notes="$(mktemp)"
awk -v heading="## ${version}" 'index($0, heading) == 1 { on = 1; next } /^## / { on = 0 } on' CHANGELOG.md >"$notes"
[[ -s "$notes" ]] || { echo "CHANGELOG.md has nothing under ## ${version}" >&2; exit 1; }
gh release create "$GITHUB_REF_NAME" --verify-tag --title "Punctual ${version}" --notes-file "$notes"
