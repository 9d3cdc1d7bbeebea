package challenger

import (
	"context"
	"errors"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/demander"
	"github.com/commonweight/commonweight/internal/replica"
)

// publication is what is known about a key frame's checkpoint.
type publication struct {
	found   bool
	tries   int
	retryAt uint64 // block time
}

// triesOfStorage is how often a checkpoint is looked for before it is demanded: storage may be slow, and a demand costs its fee.
const triesOfStorage = 2

// demand asks for what this machine lacks, and for key frames that nobody can have.
func (a *proofer) demand(ctx context.Context, _ []own) (moved bool, err error) {
	if a.demander == nil {
		return false, nil
	}
	came, err := a.demander.Take(ctx)
	if err != nil {
		return false, err
	}
	if came { // what was unknown for want of it is asked again
		a.opinions.Keep(func(hash chain.Hash) bool { return a.opinions.Of(hash).Missing == nil })
		return true, nil
	}
	windows, err := a.unfinal(ctx)
	if err != nil {
		return false, err
	}
	for _, hash := range windows {
		v := a.opinions.Of(hash)
		if v.Answer == replica.Disagree {
			return false, nil // what stands on it falls with it
		}
		missing, err := a.missing(ctx, hash, v)
		if err != nil {
			return false, err
		}
		if missing == nil {
			continue
		}
		if moved, err := a.demander.Ask(ctx, hash, *missing); moved || err != nil {
			return moved, err
		}
	}
	return false, nil
}

// missing returns what should be demanded of a window, nil if nothing.
func (a *proofer) missing(ctx context.Context, hash chain.Hash, v replica.Verdict) (*replica.Missing, error) {
	if v.Answer != replica.Agree {
		return v.Missing, nil
	}
	c, err := a.fact(ctx, hash)
	end := c.CommittedAt + uint64(a.run.Clocks.Challenge)
	if err != nil || c.Committer == a.config.Account.Address() || !a.config.Bytes.KeyFrame(c.Window) || a.config.Account.Now() > end {
		return nil, err
	}
	p := a.published[hash]
	if p == nil {
		p = &publication{}
		a.published[hash] = p
	}
	if now := a.config.Account.Now(); !p.found && now >= p.retryAt {
		err := a.config.Bytes.Published(ctx, hash)
		if err != nil && !errors.Is(err, replica.ErrUnknown) || ctx.Err() != nil {
			return nil, errors.Join(err, ctx.Err())
		}
		p.found = err == nil
		p.tries++
		// The second look comes when a quarter of the challenge period is over, later ones never: it is demanded once.
		if p.retryAt = c.CommittedAt + uint64(a.run.Clocks.Challenge)/4; p.tries == triesOfStorage {
			p.retryAt = end
		}
	}
	if p.found || p.tries < triesOfStorage {
		return nil, nil
	}
	return &replica.Missing{State: hash}, nil
}

// demanded passes on what the demander reports.
func (a *proofer) demanded(e demander.Event) {
	out := Event{Kind: Demanded, Commitment: e.Commitment, Window: a.windows[e.Commitment], Amount: e.Fee, Gas: e.Gas, Text: e.String()}
	if e.Kind == demander.Alert {
		out.Kind = Alert
	}
	a.config.Report.Report(out)
}
