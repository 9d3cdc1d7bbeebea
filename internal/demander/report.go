package demander

import (
	"fmt"
	"math/big"

	"github.com/commonweight/commonweight/internal/chain"
)

// Kind is what happened.
type Kind uint8

// What a demander reports, and which fields are set besides Commitment.
const (
	Asked Kind = 1 + iota // Demand, Leaf, Fee, Gas
	Shown                 // Demand, Leaf: somebody showed it, and it was kept
	Alert                 // Text: a person should look
)

func (k Kind) String() string {
	names := [...]string{"none", "demanded", "shown", "alert"}
	if int(k) < len(names) {
		return names[k]
	}
	return "invalid"
}

// Event is one thing that happened to a demander.
type Event struct {
	Kind       Kind
	Commitment chain.Hash
	Demand     chain.DemandKind
	Leaf       uint64   // of the dataset, where that is demanded
	Fee        *big.Int // wei
	Gas        uint64
	Text       string
}

// String returns one line.
func (e Event) String() string {
	what := "tiles of its state"
	if e.Demand == chain.DemandLeaf {
		what = fmt.Sprintf("leaf %d of the dataset", e.Leaf)
	}
	switch e.Kind {
	case Asked:
		return fmt.Sprintf("demanded %s from the committer of %s for %s", what, e.Commitment, chain.Coins(e.Fee))
	case Shown:
		return fmt.Sprintf("%s was shown for %s and kept", what, e.Commitment)
	}
	return fmt.Sprintf("%s: %s", e.Commitment, e.Text)
}

func (d *Demander) report(e Event) {
	d.Report(e)
	d.Log.Info(e.String(), "event", e.Kind.String(), "commitment", e.Commitment.Hex())
}

// alert reports a trouble once, until another one of the same commitment takes its place.
func (d *Demander) alert(commitment chain.Hash, text string) {
	if !d.told.Once(commitment, text) {
		return
	}
	d.Report(Event{Kind: Alert, Commitment: commitment, Text: text})
	d.Log.Warn(text, "event", Alert.String(), "commitment", commitment.Hex())
}
