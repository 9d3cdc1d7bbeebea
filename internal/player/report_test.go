package player_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// rows are the disputes that this process played.
var rows []row

func TestMain(m *testing.M) {
	flag.Parse()
	code := m.Run()
	if *disputes != "" && code == 0 {
		if err := writeReport(*disputes); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.Exit(code)
}

// writeReport writes what was played. Where only some tests ran, the lines of the others stay.
func writeReport(folder string) error {
	if flag.Lookup("test.run").Value.String() != "" {
		if err := keepOthers(filepath.Join(folder, "disputes.json")); err != nil {
			return err
		}
	}
	slices.SortFunc(rows, func(a, b row) int { return strings.Compare(a.Scenario, b.Scenario) })
	text, err := json.MarshalIndent(rows, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "disputes.json"), append(text, '\n'), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "disputes.md"), []byte(page()), 0o644)
}

func keepOthers(path string) error {
	text, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	var before []row
	if err := json.Unmarshal(text, &before); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for _, old := range before {
		if !slices.ContainsFunc(rows, func(r row) bool { return r.Scenario == old.Scenario }) {
			rows = append(rows, old)
		}
	}
	return nil
}

func page() string {
	var b strings.Builder
	b.WriteString(`# Disputes, played to their end

Written by ` + "`make disputes`" + `: every line is a whole dispute between an honest account and a liar on a local chain with Prague's rules, from the
opening of arithmetic to the call that records how the match ended; where bytes are demanded, with the demand and what became of it. Gas is from
receipts; the calldata floor is in it. After the disputes of a chain an audit brings everything to its end and checks that a wrong root never became
final, that no honest bond was lost, that money is conserved, and that nothing waits for anything.

`)
	fmt.Fprintf(&b, "Seconds are wall clock on %d cores with blocks as fast as the test makes them; in all they include both sides' replays. A move of the honest side\n"+
		"lasts from its look at the chain until its transaction is mined, with whatever it has to replay for it.\n\n", runtime.NumCPU())
	b.WriteString("| scenario | convicted | honest lost | transactions | gas in all | largest | leaf | seconds | an honest move | the slowest |\n|---|---|---|---|---|---|---|---|---|---|\n")
	most, all, leaf := 0, uint64(0), uint64(0)
	largest := uint64(0)
	var small, big moveTimes
	for _, r := range rows {
		lost := "no"
		if r.HonestLost {
			lost = "YES"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %d | %d | %d | %d | %.1f | %.2f | %.2f |\n",
			r.Scenario, r.Convicted, lost, r.Transactions, r.GasTotal, r.GasMax, r.GasLeaf, r.Seconds, r.Median, r.Slowest)
		most, all, largest, leaf = max(most, r.Transactions), max(all, r.GasTotal), max(largest, r.GasMax), max(leaf, r.GasLeaf)
		switch {
		case r.Moves == 0:
		case strings.HasPrefix(r.Scenario, "GPT-2"):
			big.take(r)
		default:
			small.take(r)
		}
	}
	fmt.Fprintf(&b, "\n%d disputes. At most %d transactions and %d gas in one dispute, %d gas in one transaction, %d in a leaf. Promised: 30, 3,500,000, 350,000, 250,000.\n",
		len(rows), most, all, largest, leaf)
	fmt.Fprintf(&b, "\nAn honest move takes %s with the tiny models, %s with GPT-2 124M.\n", &small, &big)
	return b.String()
}

// moveTimes are the times of honest moves of several disputes.
type moveTimes struct {
	medians []float64
	slowest float64
}

func (m *moveTimes) take(r row) {
	m.medians, m.slowest = append(m.medians, r.Median), max(m.slowest, r.Slowest)
}

func (m *moveTimes) String() string {
	if len(m.medians) == 0 {
		return "(not measured)"
	}
	slices.Sort(m.medians)
	return fmt.Sprintf("%.2f s (median; the slowest %.2f s)", m.medians[len(m.medians)/2], m.slowest)
}
