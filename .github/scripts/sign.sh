#!/usr/bin/env bash
# Signs an image or chart by its digest, with a certificate of this run (no key is kept anywhere). Usage: sign.sh NAME@sha256:…
set -euo pipefail
[[ "$1" =~ @sha256:[0-9a-f]{64}$ ]] || { echo "not a digest: $1" >&2; exit 1; }
cosign sign --yes --recursive "$1"
