package top

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/train/checkpoint"
)

// points is how many windows of a run the curve has at most; a terminal has few columns.
const points = 96

// maxBlock is more than any block of ours has.
const maxBlock = 2 << 20

// losses reads, window by window, what the checkpoints say. A checkpoint never changes under its CID, so each is read once.
type losses struct {
	source *Source
	known  map[string]Loss   // by CID
	absent map[string]uint64 // that couldn't be had, with the block of the try
	log    []committed       // of the windows on the curve
	at     uint64            // the block of the list
	why    string
}

type committed struct {
	window uint64
	cid    string // hexadecimal, as the coordinator has it
	final  bool
}

// tryAgain is after how many blocks a checkpoint that couldn't be had is asked for again.
const tryAgain = 50

func newLosses(s *Source) *losses {
	return &losses{source: s, known: make(map[string]Loss), absent: make(map[string]uint64)}
}

// fill puts what is known into the board.
func (l *losses) fill(b *Board) {
	b.Losses = []Loss{}
	for _, c := range l.log {
		if x, ok := l.known[c.cid]; ok {
			x.Window, x.Final = c.window, c.final
			b.Losses = append(b.Losses, x)
		}
	}
	b.NoLoss = ""
	if len(b.Losses) == 0 && len(l.log) > 0 {
		b.NoLoss = l.why
	}
}

// next reads one more loss into the board and says whether there was one.
func (l *losses) next(ctx context.Context, b *Board) bool {
	if l.at != b.Block || len(l.log) == 0 {
		if err := l.list(ctx, *b); err != nil {
			return false
		}
		l.fill(b)
	}
	for _, c := range slices.Backward(l.log) { // the newest first
		if _, ok := l.known[c.cid]; ok {
			continue
		}
		if tried, ok := l.absent[c.cid]; ok && b.Block < tried+tryAgain {
			continue
		}
		loss, err := l.read(ctx, c.cid)
		if ctx.Err() != nil {
			return false
		}
		if err != nil {
			l.absent[c.cid] = b.Block
			l.why = whyNot(err)
			continue
		}
		l.known[c.cid] = Loss{Loss: float64(loss)}
		l.fill(b)
		return true
	}
	l.fill(b)
	return false
}

// list finds the windows on the curve: all of a short run, evenly chosen ones of a long one, and the newest.
func (l *losses) list(ctx context.Context, b Board) error {
	var wanted []string
	for i := range min(b.Head, points) {
		wanted = append(wanted, fmt.Sprint((i+1)*b.Head/min(b.Head, points)-1))
	}
	var x struct {
		Commitments []struct {
			Window      integer
			Cid, Status word
		}
	}
	const query = `query ($run: String!, $windows: [BigInt!]!) {commitments(where: {run: $run, window_in: $windows, status_in: [Pending, Finalised]}, orderBy: window, first: 200)
		{window cid status}}`
	if len(wanted) > 0 {
		if err := l.source.ask(ctx, query, map[string]any{"run": fmt.Sprint(b.Run), "windows": wanted}, &x); err != nil {
			return err
		}
	}
	l.log, l.at = nil, b.Block
	keep := make(map[string]bool)
	for _, c := range x.Commitments {
		l.log = append(l.log, committed{uint64(c.Window), string(c.Cid), c.Status == "Finalised"})
		keep[string(c.Cid)] = true
	}
	if len(l.known) > 4*points { // a run that grows moves its points
		for cid := range l.known {
			if !keep[cid] {
				delete(l.known, cid)
			}
		}
	}
	return nil
}

// read fetches the few blocks of a checkpoint that its loss needs, and checks them.
func (l *losses) read(ctx context.Context, cid string) (float32, error) {
	raw, err := hex.DecodeString(strings.TrimPrefix(cid, "0x"))
	if err != nil {
		return 0, fmt.Errorf("%w: %q is no CID", ErrCoordinator, cid)
	}
	id, err := ipfs.CIDFromBytes(raw)
	if err != nil {
		return 0, err
	}
	pieces, err := ipfs.OpenPieces(ctx, func(ctx context.Context, c ipfs.CID) ([]byte, error) {
		return l.source.fetch(ctx, http.MethodGet, "/ipfs/"+c.String()+"?format=raw", nil, maxBlock)
	}, id)
	if err != nil {
		return 0, err
	}
	return checkpoint.Loss(pieces)
}

// whyNot says why there is no curve.
func whyNot(err error) string {
	var status statusError
	switch {
	case errors.As(err, &status) && status.status == http.StatusNotFound:
		return "this coordinator holds no checkpoints"
	case errors.As(err, &status) && status.status == http.StatusNotImplemented:
		return "this coordinator leaves content to an IPFS node"
	}
	return clean(err.Error())
}
