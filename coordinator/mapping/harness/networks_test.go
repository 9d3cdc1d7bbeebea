package harness

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/devnet"
)

// networks are addresses and first blocks, by network and data source.
type networks map[string]map[string]struct {
	Address    chain.Address
	StartBlock uint64
}

func read(t *testing.T, path string) networks {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var n networks
	if err := json.Unmarshal(text, &n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestNetworks(t *testing.T) {
	net, err := devnet.Start(t.Context(), devnet.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer net.Close()
	committed := read(t, "../../../subgraph/networks.json")
	contracts := net.Deployment().Contracts()
	for name, sources := range committed {
		for source, at := range sources {
			if at.Address == (chain.Address{}) || at.StartBlock == 0 || contracts[source] == (chain.Address{}) {
				t.Errorf("%s: %s at %s from block %d", name, source, at.Address, at.StartBlock)
			}
		}
	}
	for source, at := range committed["devnet"] {
		if at.Address != contracts[source] {
			t.Errorf("%s of the devnet is at %s, not %s", source, contracts[source], at.Address)
		}
	}

	// The script enters a deployment as the devnet writes it, and none that lacks a contract.
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("no node")
	}
	dir := t.TempDir()
	script, err := os.ReadFile("../../../subgraph/networks.js")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "networks.js"), script, 0o644); err != nil {
		t.Fatal(err)
	}
	enter := func(d chain.Deployment) error {
		file := filepath.Join(dir, "deployment.json")
		if err := d.Save(file); err != nil {
			t.Fatal(err)
		}
		return exec.Command("node", filepath.Join(dir, "networks.js"), file).Run()
	}
	whole, lacking, unknown := net.Deployment(), net.Deployment(), net.Deployment()
	lacking.Goals, unknown.ChainID = chain.Address{}, 4711
	for _, d := range []chain.Deployment{lacking, unknown} {
		if enter(d) == nil {
			t.Errorf("a deployment on chain %d with goals at %s was entered", d.ChainID, d.Goals)
		}
	}
	if err := enter(whole); err != nil {
		t.Fatal(err)
	}
	entered := read(t, filepath.Join(dir, "networks.json"))["devnet"]
	if len(entered) != len(committed["devnet"]) {
		t.Errorf("%d data sources were entered, %d are committed", len(entered), len(committed["devnet"]))
	}
	for source, at := range entered {
		if at.Address != contracts[source] || at.StartBlock != whole.Block {
			t.Errorf("%s was entered at %s from block %d", source, at.Address, at.StartBlock)
		}
	}
}
