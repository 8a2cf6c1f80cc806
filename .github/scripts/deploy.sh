#!/usr/bin/env bash
# Installs or upgrades a released version, after its signature was checked; a failed upgrade is rolled back (programs, not tables), and helm test has the last word.
# VERSION, PUNCTUAL_REPOSITORY, GITHUB_REPOSITORY, KUBECONFIG_CONTENT, NAMESPACE (punctual), VALUES (a file of helm/punctual).
set -euo pipefail
[[ "$VERSION" =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || { echo "not a version: $VERSION" >&2; exit 1; }
repository="$(tr '[:upper:]' '[:lower:]' <<<"$PUNCTUAL_REPOSITORY")"
namespace="${NAMESPACE:-punctual}"
values="helm/punctual/$(basename "${VALUES:-values-production.yaml}")"
umask 077
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
export KUBECONFIG="$work/kubeconfig"
printf '%s' "$KUBECONFIG_CONTENT" >"$KUBECONFIG"

# The digest of what our release workflow has signed under that tag.
signed() {
  cosign verify "$1" --output json \
    --certificate-identity-regexp "^https://github\\.com/${GITHUB_REPOSITORY//./\\.}/\\.github/workflows/release\\.yml@refs/tags/v" \
    --certificate-oidc-issuer https://token.actions.githubusercontent.com |
    jq -er '.[0].critical.image["docker-manifest-digest"]'
}
for image in migrate actors consumers gateway; do signed "${repository}/${image}:${VERSION}" >/dev/null; done
digest="$(signed "${repository}/charts/punctual:${VERSION}")"
helm pull "oci://${repository}/charts/punctual" --version "$VERSION" --destination "$work" 2>&1 | tee "$work/pull.log"
grep -qF "Digest: ${digest}" "$work/pull.log" || { echo "the chart that came is not the one that was signed" >&2; exit 1; }

helm upgrade --install punctual "$work/punctual-${VERSION}.tgz" \
  --namespace "$namespace" --create-namespace --values "$values" --atomic --timeout 40m
helm test punctual --namespace "$namespace" --timeout 10m
