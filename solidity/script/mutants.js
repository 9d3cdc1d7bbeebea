#!/usr/bin/env node
// Compiles Float32.sol and Row.sol with one deliberate mistake at a time: mutants.js mistakes.json folder. Writes folder/<number>.hex, runtime bytecode
// of Float32Batch. A mistake whose place isn't found exactly once fails: it would be no mistake.
const fs = require("fs");
const path = require("path");
const solc = require("solc");

const [list, folder] = process.argv.slice(2);
const root = path.join(__dirname, "..");
const read = (name) => fs.readFileSync(path.join(root, name), "utf8");
const files = ["src/Float32.sol", "src/Row.sol", "test/Float32Batch.sol"];
const sources = {};
const mistakes = JSON.parse(fs.readFileSync(list)).mistakes;
mistakes.forEach(({ name, from, to }, i) => {
  let places = 0;
  for (const file of files) {
    const parts = read(file).split(from);
    places += parts.length - 1;
    sources[`${i}/${file}`] = { content: parts.join(to) };
  }
  if (places !== 1) throw new Error(`${name}: its place occurs ${places} times`);
});
const settings = {
  optimizer: { enabled: true, runs: 200 },
  evmVersion: "cancun",
  metadata: { bytecodeHash: "none", appendCBOR: false },
  outputSelection: { "*": { Float32Batch: ["evm.deployedBytecode.object"] } },
};
const output = JSON.parse(solc.compile(JSON.stringify({ language: "Solidity", sources, settings })));
const errors = (output.errors || []).filter((e) => e.severity === "error");
if (errors.length > 0) throw new Error(errors.map((e) => e.formattedMessage).join("\n"));
mistakes.forEach((_, i) => {
  const { object } = output.contracts[`${i}/test/Float32Batch.sol`].Float32Batch.evm.deployedBytecode;
  fs.writeFileSync(path.join(folder, `${i}.hex`), object);
});
