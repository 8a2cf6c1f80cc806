#!/usr/bin/env bash
# Builds one target of the Dockerfile for two architectures and pushes it with its provenance and SBOM. Prints reference=NAME@DIGEST for the
# steps that scan and sign it. Usage: publish-image.sh <target>, with PUNCTUAL_REPOSITORY and the tag in GITHUB_REF_NAME.
set -euo pipefail
target="$1"
version="${GITHUB_REF_NAME#v}"
repository="$(tr '[:upper:]' '[:lower:]' <<<"$PUNCTUAL_REPOSITORY")"
name="${repository}/${target}"
facts="$(mktemp)"
docker buildx build . \
  --target "$target" \
  --platform linux/amd64,linux/arm64 \
  --provenance mode=max \
  --sbom true \
  --tag "${name}:${version}" \
  --metadata-file "$facts" \
  --push
digest="$(sed -nE 's/.*"containerimage.digest": "(sha256:[0-9a-f]{64})".*/\1/p' "$facts")"
[[ -n "$digest" ]] || { echo "the build named no digest" >&2; exit 1; }
echo "reference=${name}@${digest}" >>"$GITHUB_OUTPUT"
