// Writes what a graph node must know of the contracts: subgraph/abis/, their events and nothing else, and subgraph/subgraph.yaml, which
// gives every event of a contract to the function handle<Event> of the contract's file in subgraph/src. subgraph/src/mapping.ts gathers these
// functions: one module for all contracts compiles in half the time that one for each takes.
// Usage: node subgraph.js out-folder-of-forge subgraph-folder
const fs = require("fs");
const path = require("path");

// Each contract with its file in subgraph/src. Addresses are those of the devnet; other networks: subgraph/networks.js.
const contracts = {
  RunRegistry: "registry",
  Training: "training",
  Vault: "vault",
  Validators: "validators",
  Demands: "demands",
  Disputes: "disputes",
  Matches: "matches",
  Court: "court",
  Attention: "attention",
  Goals: "goals",
  StepProofs: "proofs",
};
// Inherited events that say nothing about a run: permission to move its token, and a domain that never changes.
const ignored = ["Approval", "ApprovalForAll", "EIP712DomainChanged"];

const [out, folder] = process.argv.slice(2);
const schema = fs.readFileSync(path.join(folder, "schema.graphql"), "utf8");
const entities = [...schema.matchAll(/^type (\w+) @entity/gm)].map((match) => match[1]);
const networks = JSON.parse(fs.readFileSync(path.join(folder, "networks.json"), "utf8"));

const typeOf = (input) => input.type.startsWith("tuple") ? `(${input.components.map(typeOf).join(",")})${input.type.slice(5)}` : input.type;
const signature = (event) => `${event.name}(${event.inputs.map((input) => (input.indexed ? "indexed " : "") + typeOf(input)).join(",")})`;

// What is written already keeps its date: nothing is compiled again for it.
function write(file, text) {
  const target = path.join(folder, file);
  if (!fs.existsSync(target) || fs.readFileSync(target, "utf8") !== text) fs.writeFileSync(target, text);
}

const lines = [
  "# Written by solidity/script/subgraph.js from the contracts' events: edit neither this nor abis/.",
  "specVersion: 1.2.0",
  "description: Training runs, their commitments, disputes and money",
  "repository: https://github.com/commonweight/commonweight",
  "schema:",
  "  file: ./schema.graphql",
  "indexerHints:",
  "  prune: never",
  "dataSources:",
];
const exported = ["// Written by solidity/script/subgraph.js: every handler of every contract, named after both."];
fs.mkdirSync(path.join(folder, "abis"), { recursive: true });
for (const [name, file] of Object.entries(contracts)) {
  const { abi } = JSON.parse(fs.readFileSync(path.join(out, `${name}.sol`, `${name}.json`), "utf8"));
  const events = abi.filter((entry) => entry.type === "event" && !ignored.includes(entry.name));
  write(`abis/${name}.json`, JSON.stringify(events, null, 1) + "\n");
  lines.push(
    "  - kind: ethereum/contract",
    `    name: ${name}`,
    "    network: devnet",
    "    source:",
    `      abi: ${name}`,
    `      address: "${networks.devnet[name].address}"`,
    `      startBlock: ${networks.devnet[name].startBlock}`,
    "    mapping:",
    "      kind: ethereum/events",
    "      apiVersion: 0.0.9",
    "      language: wasm/assemblyscript",
    "      file: ./src/mapping.ts",
    `      entities: [${entities.join(", ")}]`,
    "      abis:",
    `        - name: ${name}`,
    `          file: ./abis/${name}.json`,
    "      eventHandlers:",
  );
  for (const event of events) {
    lines.push(`        - event: ${signature(event)}`, `          handler: handle${name}${event.name}`);
    exported.push(`export { handle${event.name} as handle${name}${event.name} } from "./${file}";`);
  }
}
write("subgraph.yaml", lines.join("\n") + "\n");
write("src/mapping.ts", exported.join("\n") + "\n");
