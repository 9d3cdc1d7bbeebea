#!/bin/sh
# Writes the runtime bytecode that fraudproof/referee/evmfuzz runs in go-ethereum's EVM, so that Go tests without Foundry.
set -eu
cd "$(dirname "$0")/../.."
forge=node_modules/@foundry-rs/forge-linux-amd64/bin/forge
[ -x "$forge" ] || { echo "forge is missing: run npm ci --ignore-scripts" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$forge" build --quiet --out "$work/out" --cache-path "$work/cache" solidity/test/Float32Batch.sol solidity/test/ProvenPlaces.sol solidity/src/StepReferee.sol solidity/src/Poseidon2.sol
node -e '
  const fs = require("fs");
  const [out, folder, ...names] = process.argv.slice(1);
  for (const name of names) {
    const { deployedBytecode } = JSON.parse(fs.readFileSync(`${out}/${name}.sol/${name}.json`));
    fs.writeFileSync(`${folder}/${name}.hex`, deployedBytecode.object.replace(/^0x/, "").replace(/.{1,128}/g, "$&\n"));
  }
' "$work/out" fraudproof/referee/evmfuzz/testdata Float32Batch ProvenPlaces StepReferee Poseidon2
