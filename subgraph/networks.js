// Enters a deployment into networks.json, from which `graph build --network NAME` takes addresses and first blocks.
// Usage: node networks.js deployment.json   (the file that `commonweight devnet` or a deployment script wrote)
const fs = require("fs");
const path = require("path");

// The Graph's names of the public chains, by chain id, and ours of the local one.
const names = {
  1: "mainnet",
  10: "optimism",
  100: "gnosis",
  1337: "devnet",
  8453: "base",
  42161: "arbitrum-one",
  84532: "base-sepolia",
  421614: "arbitrum-sepolia",
  560048: "hoodi",
  11155111: "sepolia",
  11155420: "optimism-sepolia",
};
// Each data source of subgraph.yaml with its field in a deployment file.
const fields = {
  RunRegistry: "runRegistry",
  Training: "training",
  Vault: "vault",
  Validators: "validators",
  Demands: "demands",
  Disputes: "disputes",
  Matches: "matches",
  Court: "court",
  Attention: "attention",
  Goals: "goals",
  StepProofs: "stepProofs",
};

function fail(message) {
  console.error(message);
  process.exit(1);
}

const [file] = process.argv.slice(2);
if (!file) fail("usage: node networks.js deployment.json");
const deployment = JSON.parse(fs.readFileSync(file, "utf8"));
const name = names[deployment.chainId];
if (!name) fail(`${file}: no network is known with chain id ${deployment.chainId}: add it to networks.js`);
const entry = {};
for (const [source, field] of Object.entries(fields)) {
  const address = deployment[field];
  if (!/^0x[0-9a-fA-F]{40}$/.test(address) || /^0x0{40}$/.test(address)) fail(`${file}: ${field} is no address of a contract: ${address}`);
  entry[source] = { address: address.toLowerCase(), startBlock: deployment.block };
}
const target = path.join(__dirname, "networks.json");
const networks = fs.existsSync(target) ? JSON.parse(fs.readFileSync(target, "utf8")) : {};
networks[name] = entry;
fs.writeFileSync(target, JSON.stringify(networks, null, 2) + "\n");
console.log(`${name} is in networks.json: graph build --network ${name}`);
