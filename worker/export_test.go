package worker

import (
	"github.com/commonweight/commonweight/internal/chain"
)

// SaveAlways makes every step worth saving, and returns what undoes that.
func SaveAlways() func() {
	old := saveEvery
	saveEvery = 0
	return func() { saveEvery = old }
}

var Burned = burned

// JournalDir is where a worker keeps its journal.
func JournalDir(dir string, account chain.Address) string { return openJournal(dir, account, nil).dir }
