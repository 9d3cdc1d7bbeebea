package simulate

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const root = "../.."

func source(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, path))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The page says what was simulated, no more and no less.
func TestEconomicsPageIsItsFigures(t *testing.T) {
	var report Report
	if err := json.Unmarshal([]byte(source(t, "docs/economics.json")), &report); err != nil {
		t.Fatal(err)
	}
	if report.Broken() {
		t.Error("the report on record has a broken promise")
	}
	var names []string
	for _, s := range report.Scenarios {
		names = append(names, s.Name)
		for i := range s.Plots {
			if _, err := os.Stat(filepath.Join(root, "docs/figures", s.Plots[i].file())); err != nil {
				t.Error(err)
			}
		}
	}
	if !slices.Equal(names, Names()) {
		t.Errorf("the report on record has the scenarios %v, there are %v: run make simulate", names, Names())
	}
	page := source(t, "docs/economics.md")
	again, ok := report.Replace(page)
	if !ok || again != page {
		t.Error("docs/economics.md isn't what docs/economics.json says: run make simulate")
	}
	for _, q := range Inequalities() {
		if _, ok := report.find(q.Scenario, q.Figure); !ok {
			t.Errorf("%s: scenario %s has no figure %q", q.What, q.Scenario, q.Figure)
		}
	}
}

// Each inequality names functions that exist.
func TestInequalitiesAreEnforcedSomewhere(t *testing.T) {
	for _, q := range Inequalities() {
		for _, where := range strings.Split(q.Where, ", ") {
			contract, function, _ := strings.Cut(where, ".")
			text := source(t, "solidity/src/"+contract+".sol")
			if !regexp.MustCompile(`function ` + function + `\(`).MatchString(text) {
				t.Errorf("%s: %s.sol has no function %s", q.What, contract, function)
			}
		}
	}
}

// The threat model rests each promise on tests; they exist.
func TestThreatModelNamesTestsThatExist(t *testing.T) {
	found := map[string]bool{}
	declared := regexp.MustCompile(`(?m)(?:^func|^ *function) ((?:Test|Fuzz|test|invariant_)\w+)\(`)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && slices.Contains([]string{".git", ".tools", "node_modules", "out", "cache"}, d.Name()):
			return filepath.SkipDir
		case !strings.HasSuffix(path, "_test.go") && !strings.HasSuffix(path, ".sol"):
			return nil
		}
		text, err := os.ReadFile(path)
		for _, match := range declared.FindAllSubmatch(text, -1) {
			found[string(match[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile("`((?:Test|Fuzz|test|invariant_)\\w+)`").FindAllStringSubmatch(source(t, "docs/threat-model.md"), -1)
	if len(named) < 50 {
		t.Errorf("the threat model names %d tests only", len(named))
	}
	for _, name := range named {
		if !found[name[1]] {
			t.Errorf("docs/threat-model.md names %s, which isn't there", name[1])
		}
	}
	for _, name := range regexp.MustCompile(`simulate ([a-z-]+)\b`).FindAllStringSubmatch(source(t, "docs/threat-model.md"), -1) {
		if !slices.Contains(Names(), name[1]) {
			t.Errorf("docs/threat-model.md names the scenario %s, which isn't there", name[1])
		}
	}
}
