#!/usr/bin/env node
// Plants one deliberate mistake at a time in the contracts and runs tests: mistakes.js list.json [number…]. Each must be caught: a mistake with
// which all named tests pass fails this, as does one whose place isn't found exactly once, or that doesn't compile.
const fs = require("fs");
const os = require("os");
const path = require("path");
const { spawnSync } = require("child_process");

const [list, ...only] = process.argv.slice(2);
const root = path.join(__dirname, "../..");
const work = fs.mkdtempSync(path.join(os.tmpdir(), "mistakes-"));
process.on("exit", () => fs.rmSync(work, { recursive: true }));
for (const name of ["solidity/src", "solidity/test", "solidity/script", "foundry.toml", "tools/solc"]) {
  fs.cpSync(path.join(root, name), path.join(work, name), { recursive: true });
}
for (const name of ["node_modules", "testdata"]) fs.symlinkSync(fs.realpathSync(path.join(root, name)), path.join(work, name));
const forge = path.join(root, "node_modules/@foundry-rs/forge-linux-amd64/bin/forge");
// Only what the tests need is compiled.
const test = (tests) => spawnSync(forge, ["test", "--match-path", `solidity/test/{${tests}}.t.sol`], { cwd: work, encoding: "utf8", maxBuffer: 1 << 28 });

let missed = 0;
JSON.parse(fs.readFileSync(list)).mistakes.forEach(({ name, file, from, to, tests }, i) => {
  if (only.length > 0 && !only.includes(String(i))) return;
  const at = path.join(work, "solidity/src", file);
  const right = fs.readFileSync(at, "utf8");
  const parts = right.split(from);
  if (parts.length !== 2) throw new Error(`${name}: its place occurs ${parts.length - 1} times`);
  fs.writeFileSync(at, parts.join(to));
  const { status, stdout, stderr } = test(tests);
  fs.writeFileSync(at, right);
  const failed = stdout.match(/^\[FAIL[^\n]*/m);
  if (status !== 0 && !failed) throw new Error(`${name}: no test ran\n${stdout}${stderr}`);
  console.log(failed ? `caught   ${name}: ${failed[0].slice(0, 120)}` : `MISSED   ${name}`);
  if (!failed) missed++;
});
if (missed > 0) throw new Error(`${missed} mistakes were not caught`);
