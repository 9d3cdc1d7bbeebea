#!/bin/sh
# Builds the room that pages replay in, and fetches what starts a Go program in a browser from the Go that built it: both into src/replay/built.
set -eu
cd "$(dirname "$0")/.."
built=src/replay/built
mkdir -p "$built"
GOOS=js GOARCH=wasm go build -trimpath -ldflags "-s -w" -o "$built/replay.wasm" ./replay/wasm
gzip -9 -n -c "$built/replay.wasm" >"$built/replay.wasm.gz"
rm "$built/replay.wasm"
rm -f "$built/wasm_exec.js"
cp "$(go env GOROOT)/lib/wasm/wasm_exec.js" "$built/wasm_exec.js"
chmod 644 "$built/wasm_exec.js"
echo "the room that pages replay in, gzipped: $(wc -c <"$built/replay.wasm.gz") bytes"
