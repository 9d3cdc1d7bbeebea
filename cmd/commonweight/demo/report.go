package demo

import (
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/commonweight/commonweight/internal/chain"
)

// Report is what report.json holds. Amounts are decimal strings in wei.
type Report struct {
	FinalStateRoot chain.Hash `json:"finalStateRoot"`
	Run            RunFacts   `json:"run"`
	Loss           LossReport `json:"loss"`
	Promises       []Promise  `json:"promises"`
	Accounts       []Account  `json:"accounts"`
	Windows        []Window   `json:"windows"`
	Audits         Audits     `json:"audits"`
	Engine         string     `json:"engine"`
	Threads        int        `json:"threads"`
	Seconds        int        `json:"seconds"`
}

// RunFacts say what was trained: the same facts give the same final state root on every machine.
type RunFacts struct {
	ID          chain.RunID `json:"id"`
	SpecHash    chain.Hash  `json:"specHash"`
	DatasetRoot chain.Hash  `json:"datasetRoot"`
	GenesisRoot chain.Hash  `json:"genesisRoot"`
	Seed        uint64      `json:"seed"`
	Parameters  int         `json:"parameters"`
	Steps       int         `json:"steps"`
}

// LossReport compares the mean loss of the run's first and last eight steps.
type LossReport struct {
	First float64 `json:"first"`
	Last  float64 `json:"last"`
	Ratio float64 `json:"ratio"`
}

// Audits say how much attention there was: two auditors are drawn for each final window, and answer where that pays their gas.
type Audits struct {
	Tasks    uint64 `json:"tasks"`
	Answered uint64 `json:"answered"`
	Right    uint64 `json:"right"` // paid for
}

// Promise is one line of what must always hold.
type Promise struct {
	Name   string `json:"name"`
	Held   bool   `json:"held"`
	Detail string `json:"detail"`
}

// Account is what one actor had before and after. After counts balance, credit in the Vault and stake; Result is After − Before + Gas: what
// the protocol gave or took.
type Account struct {
	Name    string        `json:"name"`
	Role    string        `json:"role"`
	Address chain.Address `json:"address"`
	Honest  bool          `json:"honest"`
	Before  *big.Int      `json:"before"`
	After   *big.Int      `json:"after"`
	Gas     *big.Int      `json:"gas"`
	Result  *big.Int      `json:"result"`
	Story   []string      `json:"story"`
}

// MarshalJSON writes the amounts as strings: JSON readers round large numbers.
func (a Account) MarshalJSON() ([]byte, error) {
	type plain Account
	return json.Marshal(struct {
		plain
		Before string `json:"before"`
		After  string `json:"after"`
		Gas    string `json:"gas"`
		Result string `json:"result"`
	}{plain(a), a.Before.String(), a.After.String(), a.Gas.String(), a.Result.String()})
}

// Window is one commitment of the run, in the order of the log.
type Window struct {
	Window     uint64        `json:"window"`
	Commitment chain.Hash    `json:"commitment"`
	Committer  chain.Address `json:"committer"`
	By         string        `json:"by"`
	Status     string        `json:"status"`
	FirstStep  uint64        `json:"firstStep"`
	Steps      uint32        `json:"steps"`
	PostRoot   chain.Hash    `json:"postRoot"`
	Loss       []float32     `json:"loss"` // of each step, as its committer computed it
}

// Broken counts the promises that didn't hold.
func (r *Report) Broken() int {
	broken := 0
	for _, p := range r.Promises {
		if !p.Held {
			broken++
		}
	}
	return broken
}

// save writes report.json in one piece.
func (r *Report) save(dir string) error {
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	path := filepath.Join(dir, "report.json")
	if err := os.WriteFile(path+".tmp", append(text, '\n'), 0o644); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	if err := os.Rename(path+".tmp", path); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}

// Table writes who did what and what each gained or lost, then the promises.
func (r *Report) Table(out io.Writer) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "\nwho\trole\tgained or lost\tgas\twhat happened")
	for _, a := range r.Accounts {
		for i, line := range a.story() {
			if i == 0 {
				fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", a.Name, a.Role, signed(a.Result), coins(a.Gas), line)
			} else {
				fmt.Fprintf(w, "\t\t\t\t%s\n", line)
			}
		}
	}
	w.Flush()
	fmt.Fprintln(out, "\nwhat must always hold")
	for _, p := range r.Promises {
		mark := "held  "
		if !p.Held {
			mark = "BROKEN"
		}
		fmt.Fprintf(out, "  %s  %s: %s\n", mark, p.Name, p.Detail)
	}
	fmt.Fprintf(out, "\nauditors: %d tasks, %d answered, %d rightly", r.Audits.Tasks, r.Audits.Answered, r.Audits.Right)
	fmt.Fprintf(out, "\nmean loss of the first 8 steps %.3f, of the last 8 %.3f (%.0f %%)\nfinal state root %s\n",
		r.Loss.First, r.Loss.Last, 100*r.Loss.Ratio, r.FinalStateRoot)
}

func (a Account) story() []string {
	if len(a.Story) == 0 {
		return []string{"–"}
	}
	return a.Story
}

// coins writes an amount in whole coins with five decimals.
func coins(wei *big.Int) string {
	f, _ := new(big.Rat).SetFrac(wei, big.NewInt(1e18)).Float64()
	return strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.5f", f), "0"), ".")
}

func signed(wei *big.Int) string {
	if wei.Sign() > 0 {
		return "+" + coins(wei)
	}
	return coins(wei)
}
