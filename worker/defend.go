package worker

import (
	"context"

	"github.com/commonweight/commonweight/internal/player"
)

// defend plays the matches over the worker's own commitments, until keeping ends.
func (w *worker) defend(ctx, keeping context.Context) {
	for range w.Account.Blocks(keeping) {
		for keeping.Err() == nil {
			moved, err := w.player.Tick(ctx)
			if err != nil && ctx.Err() == nil {
				w.Log.Warn("defending failed, trying again with every block", "run", uint64(w.id), "err", err)
			}
			if !moved {
				break
			}
		}
	}
}

// played reports what the player did.
func (w *worker) played(e player.Event) {
	w.Report.Report(Defended{e.Commitment, e.Gas, e.Kind == player.Alert, e.String()})
}
