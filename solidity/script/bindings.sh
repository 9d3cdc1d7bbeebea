#!/bin/sh
# Regenerates internal/chain/bindings/contracts.go from the contracts: ABI and bytecode, so that Go builds without Foundry; and what the subgraph
# and the pages know of them.
# With --check it fails if what is committed differs from what the contracts give.
set -eu
cd "$(dirname "$0")/../.."
forge=node_modules/@foundry-rs/forge-linux-amd64/bin/forge
[ -x "$forge" ] || { echo "forge is missing: run npm ci --ignore-scripts" >&2; exit 1; }
committed=internal/chain/bindings/contracts.go
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$forge" build --quiet --out "$work/out" --cache-path "$work/cache" solidity/src
# One input for all: they share structs, which must be declared once.
node -e '
  const fs = require("fs");
  const [out, file] = process.argv.slice(1);
  const contracts = {};
  const read = (name) => JSON.parse(fs.readFileSync(`${out}/${name}.sol/${name}.json`));
  for (const name of ["Attention", "BlockBeacon", "Court", "Demands", "Disputes", "Goals", "Matches", "Poseidon2", "RunRegistry", "StepProofs", "StepReferee",
    "Training", "Validators", "Vault"]) {
    const { abi, bytecode } = read(name);
    contracts[`${name}.sol:${name}`] = { abi, bin: bytecode.object.replace(/^0x/, ""), "bin-runtime": "", hashes: {} };
  }
  fs.writeFileSync(file, JSON.stringify({ contracts, version: "" }));
' "$work/out" "$work/combined.json"
go tool abigen --v2 --combined-json "$work/combined.json" --pkg bindings --out "$work/contracts.go"
if [ "${1-}" = --check ]; then
  cmp -s "$work/contracts.go" "$committed" || { echo "$committed is stale: run solidity/script/bindings.sh" >&2; exit 1; }
else
  cat "$work/contracts.go" > "$committed"
  node solidity/script/subgraph.js "$work/out" subgraph
  node solidity/script/web.js "$work/out" coordinator/web/src/chain/abi.ts
fi
