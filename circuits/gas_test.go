package circuits_test

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"flag"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/consensys/gnark-crypto/ecc/bn254/fr"
	"golang.org/x/crypto/sha3"

	"github.com/commonweight/commonweight/internal/chain/devnet"
)

var solc = flag.String("solc", "", "compiler; measures the gas of gnark's exported verifier beside ours")

// beside has our verifier alone behind a function, as gnark's is.
const beside = `// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;
import {Groth16} from "Groth16.sol";
contract Beside {
    error InvalidProof();
    function verifyProof(bytes calldata key, uint256[7] calldata inputs, bytes calldata proof) external view {
        if (!Groth16.verify(key, inputs, proof)) revert InvalidProof();
    }
}`

// TestGasBesideGnarksVerifier measures one proof on a devnet: whole transactions, calldata included.
func TestGasBesideGnarksVerifier(t *testing.T) {
	if *solc == "" {
		t.Skip("needs a Solidity compiler: make circuit-gas")
	}
	system, keys := developed()
	full, public := stepOf(t, fr.NewElement(11), fr.NewElement(12), fr.NewElement(13), 4, fr.NewElement(3))
	proof, err := keys.Prove(system, full)
	if err != nil {
		t.Fatal(err)
	}
	var exported bytes.Buffer
	if err := keys.Verifying.ExportSolidity(&exported); err != nil {
		t.Fatal(err)
	}
	library, err := os.ReadFile(filepath.Join("..", "solidity", "src", "Groth16.sol"))
	if err != nil {
		t.Fatal(err)
	}
	code := compileSolidity(t, map[string]string{"Verifier.sol": exported.String(), "Groth16.sol": string(library), "Beside.sol": beside})
	net, err := devnet.Start(t.Context(), devnet.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer net.Close()

	var inputs []byte
	for _, x := range public {
		word := x.Bytes()
		inputs = append(inputs, word[:]...)
	}
	key := keys.Verifying.Bytes()
	theirs := append(append(selector("verifyProof(bytes,uint256[7])"), word(8*32)...), inputs...)
	theirs = append(append(theirs, word(len(proof))...), proof...)
	ours := append(selector("verifyProof(bytes,uint256[7],bytes)"), word(9*32)...)
	ours = append(append(ours, inputs...), word(10*32+len(key))...)
	ours = append(append(append(append(ours, word(len(key))...), key...), word(len(proof))...), proof...)

	for _, c := range []struct {
		name, contract string
		call           []byte
	}{{"gnark's, the key in its code", "Verifier", theirs}, {"ours, the key in the calldata", "Beside", ours}} {
		deployed, _ := simulate(t, net.HTTP(), map[string]any{"input": "0x" + code[c.contract].creation})
		gas, ok := simulate(t, net.HTTP(), map[string]any{"to": place, "input": "0x" + hex.EncodeToString(c.call)}, code[c.contract].runtime)
		if !ok {
			t.Errorf("%s: the proof is refused", c.name)
		}
		broken := bytes.Clone(c.call)
		broken[len(broken)-1] ^= 1 // the proof's last bit
		if _, ok := simulate(t, net.HTTP(), map[string]any{"to": place, "input": "0x" + hex.EncodeToString(broken)}, code[c.contract].runtime); ok {
			t.Errorf("%s: a flipped bit is accepted", c.name)
		}
		t.Logf("%s: a transaction that verifies %d gas, %d bytes of calldata; deploying the contract %d gas, %d bytes of code",
			c.name, gas, len(c.call), deployed, len(code[c.contract].runtime)/2)
	}
}

// place is where simulated contracts stand.
const place = "0x00000000000000000000000000000000000c0de0"

func selector(signature string) []byte {
	h := sha3.NewLegacyKeccak256()
	h.Write([]byte(signature))
	return h.Sum(nil)[:4]
}

func word(n int) []byte {
	return append(make([]byte, 24), 0, 0, 0, 0, byte(n>>24), byte(n>>16), byte(n>>8), byte(n))
}

type bytecode struct{ creation, runtime string }

// compileSolidity compiles with the settings of foundry.toml.
func compileSolidity(t *testing.T, sources map[string]string) map[string]bytecode {
	t.Helper()
	files := map[string]any{}
	for name, text := range sources {
		files[name] = map[string]string{"content": text}
	}
	request, err := json.Marshal(map[string]any{"language": "Solidity", "sources": files, "settings": map[string]any{
		"evmVersion": "cancun", "optimizer": map[string]any{"enabled": true, "runs": 200},
		"outputSelection": map[string]any{"*": map[string]any{"*": []string{"evm.bytecode.object", "evm.deployedBytecode.object"}}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	run := exec.CommandContext(t.Context(), *solc, "--standard-json")
	run.Stdin = bytes.NewReader(request)
	out, err := run.Output()
	if err != nil {
		t.Fatalf("solc: %v", err)
	}
	var answer struct {
		Errors    []struct{ Severity, FormattedMessage string }
		Contracts map[string]map[string]struct {
			EVM struct{ Bytecode, DeployedBytecode struct{ Object string } }
		}
	}
	if err := json.Unmarshal(out, &answer); err != nil {
		t.Fatal(err)
	}
	for _, e := range answer.Errors {
		if e.Severity == "error" {
			t.Fatal(e.FormattedMessage)
		}
	}
	code := map[string]bytecode{}
	for _, contracts := range answer.Contracts {
		for name, c := range contracts {
			code[name] = bytecode{c.EVM.Bytecode.Object, c.EVM.DeployedBytecode.Object}
		}
	}
	return code
}

// simulate runs a transaction on the node's state, and with some code at place; it returns what the receipt would say.
func simulate(t *testing.T, url string, call map[string]any, runtime ...string) (gas uint64, ok bool) {
	t.Helper()
	call["from"] = "0x00000000000000000000000000000000000000aa"
	block := map[string]any{"calls": []any{call}}
	for _, code := range runtime {
		block["stateOverrides"] = map[string]any{place: map[string]string{"code": "0x" + code}}
	}
	request, err := json.Marshal(map[string]any{
		"jsonrpc": "2.0", "id": 1, "method": "eth_simulateV1", "params": []any{map[string]any{"blockStateCalls": []any{block}}, "latest"},
	})
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.Post(url, "application/json", bytes.NewReader(request))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var answer struct {
		Result []struct {
			Calls []struct{ GasUsed, Status string }
		}
		Error *struct{ Message string }
	}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		t.Fatal(err)
	}
	if answer.Error != nil || len(answer.Result) == 0 {
		t.Fatalf("simulate: %+v", answer.Error)
	}
	got := answer.Result[0].Calls[0]
	gas, err = strconv.ParseUint(strings.TrimPrefix(got.GasUsed, "0x"), 16, 64)
	if err != nil {
		t.Fatal(err)
	}
	return gas, got.Status == "0x1"
}
