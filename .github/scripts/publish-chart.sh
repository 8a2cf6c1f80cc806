#!/usr/bin/env bash
# Packs the chart and pushes it beside the images. Prints reference=NAME@DIGEST for the step that signs it.
set -euo pipefail
version="${GITHUB_REF_NAME#v}"
repository="$(tr '[:upper:]' '[:lower:]' <<<"$PUNCTUAL_REPOSITORY")"
folder="$(mktemp -d)"
helm package helm/punctual --version "$version" --app-version "$version" --destination "$folder"
said="$(helm push "${folder}/punctual-${version}.tgz" "oci://${repository}/charts" 2>&1)"
echo "$said"
digest="$(grep -oE 'sha256:[0-9a-f]{64}' <<<"$said" | tail -1)"
[[ -n "$digest" ]] || { echo "the push named no digest" >&2; exit 1; }
echo "reference=${repository}/charts/punctual@${digest}" >>"$GITHUB_OUTPUT"
