#!/usr/bin/env bash
# Installs or upgrades a released version, after its signature was checked; a failed upgrade is rolled back (programs, not tables), and helm test has the last word.
# VERSION, PUNCTUAL_REPOSITORY, GITHUB_REPOSITORY, KUBECONFIG_CONTENT, NAMESPACE (punctual), VALUES (a file of helm/punctual).
set -euo pipefail
[[ "$VERSION" =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || { echo "not a version: $VERSION" >&2; exit 1; }
repository="$(tr '[:upper:]' '[:lower:]' <<<"$PUNCTUAL_REPOSITORY")"
namespace="${NAMESPACE:-punctual}"
values="helm/punctual/$(basename "${VALUES:-values-production.yaml}")"
umask 077
KUBECONFIG="$(mktemp)"
export KUBECONFIG
trap 'rm -f "$KUBECONFIG"' EXIT
printf '%s' "$KUBECONFIG_CONTENT" >"$KUBECONFIG"

signer="^https://github.com/${GITHUB_REPOSITORY}/.github/workflows/release.yml@refs/tags/v"
for image in migrate actors consumers gateway; do
  cosign verify "${repository}/${image}:${VERSION}" \
    --certificate-identity-regexp "$signer" \
    --certificate-oidc-issuer https://token.actions.githubusercontent.com >/dev/null
done
helm upgrade --install punctual "oci://${repository}/charts/punctual" --version "$VERSION" \
  --namespace "$namespace" --create-namespace --values "$values" --atomic --timeout 40m
helm test punctual --namespace "$namespace" --timeout 10m
