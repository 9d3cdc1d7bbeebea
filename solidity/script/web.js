// Writes what the dispute pages know of the contracts: node web.js OUT FILE. The calls that a page makes, and every error that it may have to explain.
const fs = require("fs");
const [out, file] = process.argv.slice(2);
const calls = {
  Court: ["commitBallot", "commitBallotFor", "draw", "freeze", "resolve", "reveal", "settleSeat", "tally", "waive"],
  RunRegistry: ["facts"],
  Training: ["claimOf", "claimVoided", "expire", "finalise", "settle"],
  Disputes: ["challenge", "conclude", "lapse", "openArithmetic", "settleChallenge", "waive"],
  Matches: ["leaf", "timeout"],
  Demands: ["expire"],
  Validators: ["requestUnstake", "stake", "unstake", "unstakeCooldown"],
  Vault: ["creditOf", "withdraw"],
};
const sources = ["Attention", "BlockBeacon", "Demands", "Disputes", "Court", "Goals", "Matches", "RunRegistry", "Training", "Validators", "Vault"];
const abiOf = (name) => JSON.parse(fs.readFileSync(`${out}/${name}.sol/${name}.json`)).abi;
const plain = ({ type, name, inputs, outputs, stateMutability, components }) => ({
  ...(type === undefined ? {} : { type }),
  name,
  ...(stateMutability === undefined ? {} : { stateMutability }),
  ...(inputs === undefined ? {} : { inputs: inputs.map(plain) }),
  ...(outputs === undefined ? {} : { outputs: outputs.map(plain) }),
  ...(components === undefined ? {} : { components: components.map(plain) }),
});

const errors = new Map();
for (const source of sources) for (const item of abiOf(source)) if (item.type === "error") errors.set(`${item.name}(${item.inputs.map((i) => i.type)})`, plain(item));

let text = "// Written by solidity/script/bindings.sh from the contracts.\n";
for (const [name, wanted] of Object.entries(calls)) {
  const found = abiOf(name).filter((item) => item.type === "function" && wanted.includes(item.name));
  const missing = wanted.filter((call) => !found.some((item) => item.name === call));
  if (missing.length > 0) throw new Error(`${name} has no ${missing}`);
  text += `\nexport const ${name[0].toLowerCase()}${name.slice(1)}Abi = [\n${found.map((item) => `  ${JSON.stringify(plain(item))},\n`).join("")}] as const;\n`;
}
text += `\nexport const errorsAbi = [\n${[...errors.keys()].sort().map((key) => `  ${JSON.stringify(errors.get(key))},\n`).join("")}] as const;\n`;
fs.writeFileSync(file, text);
