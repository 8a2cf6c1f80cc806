#!/usr/bin/env bash
# The tag, package.json and the chart name the same version: otherwise images and chart would not find each other.
set -euo pipefail
tag="${GITHUB_REF_NAME#v}"
package="$(sed -nE 's/^  "version": "([^"]+)",$/\1/p' package.json)"
chart="$(sed -nE 's/^appVersion: "?([^" ]+)"?$/\1/p' helm/punctual/Chart.yaml)"
[[ "$tag" == "$package" && "$tag" == "$chart" ]] || {
  echo "the tag is ${tag}, package.json ${package}, the chart's appVersion ${chart}: make them one" >&2
  exit 1
}
