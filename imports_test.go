// The import policy: rooms only know the rooms below them. Files are parsed, not built, so code behind build tags counts too.
package commonweight_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/commonweight/commonweight"

// layers lists, for each room, the only rooms of ours it may import. A room covers the folders below it, the longest prefix decides;
// every room may import itself and what lies below it.
var layers = map[string][]string{
	"cmd/commonweight": {
		"worker", "coordinator", "fraudproof", "train", "circuits", "internal",
	},
	"worker":              {"internal", "train", "fraudproof/merkle", "fraudproof/trace", "fraudproof/match"},
	"coordinator":         {"internal", "train", "fraudproof/merkle", "fraudproof/trace", "subgraph"},
	"coordinator/entity":  {},
	"coordinator/store":   {"coordinator/entity"},
	"coordinator/query":   {"coordinator/entity", "coordinator/store", "subgraph"},
	"coordinator/mapping": {"coordinator/entity", "internal/chain"},
	"coordinator/check":   {"coordinator/entity", "internal/chain"},

	"coordinator/web/stage":       {"coordinator", "internal", "train", "fraudproof/merkle", "fraudproof/trace", "fraudproof/match"}, // both sides of a match
	"coordinator/mapping/harness": {"coordinator/mapping", "coordinator/entity", "internal/chain"},

	"coordinator/web/replay": {"train/program", "train/checkpoint", "train/numeric", "train/engine/portable", "fraudproof/merkle", "fraudproof/trace", "fraudproof/match", "fraudproof/referee"},

	"coordinator/pin":       {"coordinator/entity", "coordinator/store", "coordinator/index", "internal", "train", "fraudproof/trace"}, // the third for its tests
	"coordinator/index":     {"coordinator/entity", "coordinator/store", "coordinator/mapping", "coordinator/check", "internal/chain"},
	"subgraph":              {},
	"fraudproof/challenger": {"internal", "train", "fraudproof/merkle", "fraudproof/trace", "fraudproof/match", "fraudproof/referee"},
	"fraudproof/auditor":    {"internal", "fraudproof/merkle", "fraudproof/match", "train"},
	"fraudproof/validator":  {"internal", "train", "fraudproof/merkle", "fraudproof/trace"},
	"fraudproof/claimant":   {"internal", "train", "fraudproof/merkle", "fraudproof/trace", "fraudproof/match"},

	"internal/keeper":    {"internal/chain", "fraudproof/match"},
	"internal/agent":     {"internal/chain"},
	"internal/demander":  {"internal/agent", "internal/chain", "internal/replica", "train/program"}, // the last for its tests
	"internal/author":    {"internal/replica", "internal/chain", "internal/ipfs", "train", "fraudproof/merkle", "fraudproof/trace"},
	"internal/bench":     {"train", "fraudproof/trace", "internal/ipfs"},
	"internal/player":    {"internal/agent", "internal/chain", "internal/replica", "internal/keeper", "internal/demander", "fraudproof/match", "fraudproof/referee", "fraudproof/merkle", "fraudproof/trace", "train"},
	"internal/simulate":  {"internal/chain", "internal/plot", "fraudproof/match", "fraudproof/merkle", "fraudproof/trace", "train"},
	"internal/replica":   {"internal/chain", "internal/ipfs", "train", "fraudproof/merkle", "fraudproof/trace", "fraudproof/match"},
	"internal/chain":     {"fraudproof/match", "fraudproof/merkle", "fraudproof/referee"}, // the moves of a match, with their hashes and words
	"internal/ipfs":      {},
	"internal/config":    {},
	"internal/plot":      {},
	"internal/metrics":   {},
	"internal/forecast":  {"internal/chain", "fraudproof/match"},
	"internal/lookout":   {"internal/chain", "internal/forecast", "internal/metrics", "internal/replica", "fraudproof/match"},
	"internal/generate":  {},
	"train/numeric":      {},
	"train/program":      {"train/numeric"},
	"train/engine":       {"train/program", "train/numeric"},
	"train/engine/cpu":   {"train/program", "train/numeric", "train/engine/portable", "train/engine/internal"}, // its tests compare with these
	"train/engine/cuda":  {"train/program", "train/numeric", "train/engine/portable", "train/engine/internal"}, // its tests compare with the last two
	"train/dataset":      {"train/program"},
	"train/checkpoint":   {"train/program"},
	"fraudproof/merkle":  {},
	"fraudproof/trace":   {"fraudproof/merkle", "fraudproof/match", "fraudproof/referee", "train/program", "train/numeric", "train/engine"}, // its tests run engines and the referee
	"fraudproof/match":   {"fraudproof/merkle", "fraudproof/referee", "fraudproof/trace", "train/program", "train/engine"},                  // its tests play over a real program's lists
	"fraudproof/referee": {"fraudproof/merkle", "train/numeric", "train/program", "train/engine/portable"},                                  // its tests compare with the last two
	"circuits/leaf":      {"circuits", "train/numeric", "fraudproof/merkle", "fraudproof/referee", "fraudproof/match"},
	"circuits":           {"train", "fraudproof/merkle", "fraudproof/trace"}, // engines and roots, which a proof is compared with

	"fraudproof/referee/evmfuzz": {"fraudproof/referee", "fraudproof/merkle", "train/numeric", "train/program"},
}

// only lists outside modules that few rooms may import.
var only = map[string][]string{
	"github.com/ethereum/go-ethereum":   {"internal/chain", "coordinator/mapping/harness"}, // the latter decodes logs once more, by their ABI
	"github.com/tetratelabs/wazero":     {"coordinator/mapping/harness"},
	"go.yaml.in/yaml":                   {"coordinator/mapping/harness"},
	"github.com/spf13/viper":            {"internal/config"},
	"github.com/spf13/cobra":            {"cmd/commonweight"},
	"github.com/ipfs/":                  {"internal/ipfs"},
	"github.com/ipld/":                  {"internal/ipfs"},
	"gorgonia.org/cu":                   {"train/engine/cuda"},
	"github.com/consensys/gnark/":       {"circuits"},
	"github.com/consensys/gnark-crypto": {"circuits", "fraudproof/merkle"}, // there for Poseidon2 alone
	"github.com/mmcloughlin/avo":        {"train/engine/cpu"},
	"modernc.org/sqlite":                {"coordinator/store"},
	"github.com/vektah/gqlparser":       {"coordinator/query", "internal/generate"}, // the latter reads the schema
	"github.com/prometheus/":            {"internal/metrics"},
	"charm.land/bubbletea":              {"cmd/commonweight"},
}

// inTests lists rooms whose tests, and nothing else of them, may import what they otherwise may not.
var inTests = map[string][]string{
	// What the mappings are tried on.
	"coordinator/mapping": {
		"github.com/ethereum/go-ethereum", module + "/internal/simulate", module + "/coordinator/check", module + "/fraudproof/merkle",
	},
	"coordinator/check": {module + "/internal/simulate", module + "/coordinator/mapping"},
	// A proof is worth what the contract makes of it.
	"circuits": {module + "/internal/chain"},
	// Contracts and their Go twins are compared inside the EVM itself: millions of cases, which no node would serve.
	"fraudproof/referee/evmfuzz": {"github.com/ethereum/go-ethereum"},
	// Roots that a GPU hashes are compared with those of the room that owns them.
	"train/engine/cuda": {module + "/fraudproof/merkle"},
	"fraudproof/match":  {"github.com/ethereum/go-ethereum", module + "/internal/chain"},
	// The element of a match is proved, and the proof sent.
	"internal/player": {module + "/circuits"},
}

func TestImportsRunDownwardsOnly(t *testing.T) {
	files := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if slices.Contains([]string{".git", ".tools", "node_modules", "testdata", "tools", "solidity"}, d.Name()) {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || filepath.Dir(path) == "." {
			return nil
		}
		files++
		room := roomOf(filepath.ToSlash(filepath.Dir(path)))
		if room == "" {
			t.Errorf("%s: its folder is no room of the import policy; add it to layers in imports_test.go", path)
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			if strings.HasSuffix(path, "_test.go") && slices.ContainsFunc(inTests[room], func(allowed string) bool { return within(imported, allowed) }) {
				continue
			}
			if problem := forbidden(room, imported); problem != "" {
				t.Errorf("%s: %s", path, problem)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files == 0 {
		t.Fatal("the walk found no Go files")
	}
}

// TestImportPolicyRefuses shows that the policy can fail: one example for each of its rules.
func TestImportPolicyRefuses(t *testing.T) {
	for _, c := range []struct{ room, imported string }{
		{"train/numeric", module + "/train/program"},
		{"train/engine", module + "/internal/chain"},
		{"worker", module + "/fraudproof/challenger"},
		{"worker", "github.com/ethereum/go-ethereum/ethclient"},
		{"fraudproof/merkle", module + "/train/numeric"},
		{"fraudproof/referee", "github.com/ethereum/go-ethereum/core/vm"},
		{"internal/chain", "github.com/spf13/viper"},
		{"fraudproof/merkle", "github.com/consensys/gnark/frontend"},
		{"coordinator/index", "modernc.org/sqlite"},
		{"coordinator/entity", module + "/internal/chain"},
	} {
		if forbidden(c.room, c.imported) == "" {
			t.Errorf("%s may import %s", c.room, c.imported)
		}
	}
	if problem := forbidden("worker", module+"/internal/chain"); problem != "" {
		t.Error(problem)
	}
}

// roomOf returns the room a folder belongs to, or "".
func roomOf(folder string) string {
	for dir := folder; dir != "."; dir = filepath.Dir(dir) {
		if _, ok := layers[dir]; ok {
			return dir
		}
	}
	return ""
}

// forbidden says why a file of the room may not import the path, or returns "".
func forbidden(room, imported string) string {
	for prefix, owners := range only {
		if strings.HasPrefix(imported, prefix) && !slices.ContainsFunc(owners, func(owner string) bool { return within(room, owner) }) {
			return "imports " + imported + ", which only " + strings.Join(owners, " and ") + " may"
		}
	}
	if !strings.HasPrefix(imported, module+"/") {
		return ""
	}
	target := strings.TrimPrefix(imported, module+"/")
	if within(target, room) {
		return ""
	}
	for _, allowed := range layers[room] {
		if within(target, allowed) {
			return ""
		}
	}
	return "the room " + room + " may not import " + target
}

func within(path, room string) bool { return path == room || strings.HasPrefix(path, room+"/") }
