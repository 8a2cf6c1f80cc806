#!/usr/bin/env bash
# Guess, written first: an actor's reminder and an actor's timer take the same times, as Dapr's documentation says: what one accepts the
# other does too, and without a dueTime both call at once.
#
# Seen on 2026-11-30 with Dapr 1.18.3 (daprd, placement and scheduler, all on one machine; built from the Go module): a timer takes the periods P1D, P1W and P1M; a
# reminder answers 500, "unsupported period format", and takes PT24H. Without a dueTime a timer of PT2S calls at once and then every 2 s; a reminder of
# PT2S is silent for the first period. With dueTime 0s both call at once. So what was a timer and becomes a reminder, to outlive its host, is refused or a period late.
# In Punctual: actors/timers.ts gives each reminder an instant and a period in milliseconds.
#
# Builds Dapr, some minutes the first time; DAPR_BIN_DIR=<folder with daprd, placement and scheduler 1.18.3> saves that.
set -euo pipefail
work=$(mktemp -d); started=()
trap 'for one in "${started[@]}"; do kill "$one" 2>/dev/null || true; done; wait 2>/dev/null || true; rm -rf "$work"' EXIT; cd "$work"

build() ( # a shell of its own, so that what fails in it ends it
  set -e
  export GOFLAGS=-mod=mod workflow=github.com/dapr/durabletask-go
  dir=$(go mod download -json github.com/dapr/dapr@v1.18.3 | node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).Dir')
  cp -r "$dir" source; chmod -R u+w source; cd source
  # The workflow engine is not used here, and not every proxy has the release that is named.
  go mod download $workflow@v0.12.4 || go mod edit -replace $workflow=$workflow@v0.12.2-0.20260720132056-79042da5fe61
  find cmd/daprd/components -name '*.go' ! -name zz_notag.go ! -name state_in-memory.go -delete
  go build -tags stablecomponents -trimpath -ldflags "-X github.com/dapr/dapr/pkg/buildinfo.version=1.18.3" -o "$work/bin/" ./cmd/daprd ./cmd/placement ./cmd/scheduler
)
if [ -z "${DAPR_BIN_DIR:-}" ]; then build >build.log 2>&1 & wait $! || { tail -n 20 build.log; exit 1; }; fi
bin=${DAPR_BIN_DIR:-$work/bin}
[[ $("$bin/daprd" --version) == *1.18.3* ]] || { echo "needs Dapr 1.18.3"; exit 2; }

mkdir components
cat >components/state.yaml <<'YAML'
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.in-memory
  version: v1
  metadata: [{ name: actorStateStore, value: "true" }]
YAML
cat >app.mjs <<'JS'
import { createServer } from "node:http";
createServer((request, response) => {
  const called = /method\/((?:remind|timer)\/\w+)$/.exec(request.url);
  if (called) console.log(called[1], Date.now());
  response.setHeader("content-type", "application/json");
  response.end(request.url === "/dapr/config" ? '{"entities":["Cat"]}' : "{}");
}).listen(Number(process.argv[2]), "127.0.0.1");
JS
mapfile -t port < <(python3 -c 'import socket as s
all = [s.socket() for _ in range(13)]
[one.bind(("127.0.0.1", 0)) for one in all]
[print(one.getsockname()[1]) for one in all]')
run() { "$@" >"${1##*/}.log" 2>&1 & started+=($!); }
local=(--listen-address 127.0.0.1 --healthz-listen-address 127.0.0.1)
run "$bin/placement" --port "${port[0]}" --healthz-port "${port[1]}" --metrics-port "${port[2]}" "${local[@]}"
run "$bin/scheduler" --port "${port[3]}" --healthz-port "${port[4]}" --metrics-port "${port[5]}" "${local[@]}" --etcd-data-dir etcd \
  --etcd-client-port "${port[6]}" --etcd-initial-cluster "dapr-scheduler-server-0=http://127.0.0.1:${port[7]}"
run node app.mjs "${port[8]}"
run "$bin/daprd" --app-id cats --app-port "${port[8]}" --dapr-http-port "${port[9]}" --dapr-grpc-port "${port[10]}" --dapr-internal-grpc-port "${port[11]}" \
  --metrics-port "${port[12]}" --dapr-listen-addresses 127.0.0.1 --placement-host-address "127.0.0.1:${port[0]}" \
  --scheduler-host-address "127.0.0.1:${port[3]}" --resources-path components

cat >ask.mjs <<'JS'
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
const base = `http://127.0.0.1:${process.argv[2]}/v1.0/actors/Cat`;
const ask = async (kind, name, times) => {
  const body = JSON.stringify({ ...times, callback: name });
  const answer = await fetch(`${base}/${name}/${kind}s/${name}`, { method: "POST", body, signal: AbortSignal.timeout(10_000) });
  return answer.status;
};
const registered = async (kind, name, times) => {
  for (let tries = 0; tries < 60; tries += 1) {
    const status = await ask(kind, name, times).catch(() => 0);
    if (status === 204) return Date.now();
    await pause(500);
  }
  throw new Error(`no ${kind} could be registered within 30 s`);
};
await registered("reminder", "warm", { dueTime: "1h" });
let isChanged = false;
const expect = (what, wanted, seen) => {
  console.log(`${what}: ${seen}`);
  if (seen !== wanted) isChanged = true, console.log(`  changed: it was ${wanted}`);
};
for (const period of ["PT24H", "P1D", "P1W", "P1M"]) {
  const [timer, reminder] = [await ask("timer", "far", { dueTime: "1h", period }), await ask("reminder", "far", { dueTime: "1h", period })];
  expect(`period ${period}: timer, reminder`, period === "PT24H" ? "204, 204" : "204, 500", `${timer}, ${reminder}`);
}
const firstAfter = async (kind, name, times) => {
  const at = await registered(kind, name, times);
  const call = kind === "timer" ? `timer/${name} ` : `remind/${name} `;
  for (;;) {
    const line = readFileSync("node.log", "utf8").split("\n").find((one) => one.startsWith(call));
    if (line) return Number(line.split(" ")[1]) - at < 1_000 ? "at once" : "after a period";
    if (Date.now() - at > 10_000) return "never";
    await pause(50);
  }
};
for (const [times, timer, reminder] of [[{ period: "PT2S" }, "at once", "after a period"], [{ dueTime: "0s", period: "PT2S" }, "at once", "at once"]])
  for (const [kind, wanted] of [["timer", timer], ["reminder", reminder]])
    expect(`${kind} ${JSON.stringify(times)}: the first call`, wanted, await firstAfter(kind, `${kind}${"dueTime" in times ? "Due" : ""}`, times));
process.exit(isChanged ? 1 : 0);
JS
timeout 120 node ask.mjs "${port[9]}"
