package lookout

import (
	"context"
	"math/big"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
)

// account tells what the account has, what hangs on it and what it has to do.
func (l *Lookout) account(ctx context.Context) error {
	if l.Account == (chain.Address{}) {
		return nil
	}
	balance, err := l.Client.Balance(ctx, l.Account)
	if err != nil {
		return err
	}
	credit, err := l.Client.Credit(ctx, l.Account, chain.Native)
	if err != nil {
		return err
	}
	deposit, err := l.Client.Validator(ctx, l.Juror)
	if err != nil {
		return err
	}
	l.Metrics.Account.Holds(balance, credit, deposit.Stake)
	d := &due{now: int64(l.Client.Now()), left: make(map[string]int64)}
	bonds := map[string]*big.Int{"seat": deposit.Locked}
	for _, look := range []func(context.Context, map[string]*big.Int, *due) error{l.leases, l.commitments, l.challenges, l.seats, l.answers, l.readings, l.matches} {
		if err := look(ctx, bonds, d); err != nil {
			return err
		}
	}
	for _, deadline := range l.ledger.demands {
		d.by("demand", deadline)
	}
	l.Metrics.Account.Risks(bonds)
	l.Metrics.Account.Due(d.left)
	return nil
}

// due is the time that is left for each duty.
type due struct {
	now  int64
	left map[string]int64
}

// by notes a deadline; of several of one duty the first counts.
func (d *due) by(duty string, deadline uint64) {
	left := int64(deadline) - d.now
	if already, ok := d.left[duty]; !ok || left < already {
		d.left[duty] = left
	}
}

func put(bonds map[string]*big.Int, what string, wei *big.Int) {
	if bonds[what] == nil {
		bonds[what] = new(big.Int)
	}
	bonds[what].Add(bonds[what], wei)
}

// leases looks for a lease of the account's.
func (l *Lookout) leases(ctx context.Context, bonds map[string]*big.Int, d *due) error {
	ids, err := l.ids(ctx)
	if err != nil {
		return err
	}
	for _, id := range ids {
		lease, err := l.Client.Lease(ctx, id)
		if err != nil {
			return err
		}
		if lease.Holder == l.Account {
			put(bonds, "lease", lease.Bond)
			d.by("lease", lease.Deadline)
		}
	}
	return nil
}

func (l *Lookout) commitments(ctx context.Context, bonds map[string]*big.Int, _ *due) error {
	for hash, bond := range l.ledger.commitments {
		if bond == nil {
			c, err := l.Client.Commitment(ctx, hash)
			if err != nil {
				return err
			}
			bond = c.Bond
			l.ledger.commitments[hash] = bond
		}
		put(bonds, "commitment", bond)
	}
	return nil
}

func (l *Lookout) challenges(_ context.Context, bonds map[string]*big.Int, d *due) error {
	for _, x := range l.ledger.challenges {
		put(bonds, "challenge", x.bond)
		if x.openUntil != 0 {
			d.by("opening", x.openUntil)
		}
	}
	return nil
}

// seats looks for ballots that wait to be cast or revealed. What is locked in seats the deposit says.
func (l *Lookout) seats(ctx context.Context, _ map[string]*big.Int, d *due) error {
	for s := range l.ledger.seats {
		mine, err := l.Client.Seat(ctx, s.commitment, s.round, l.Juror)
		if err != nil {
			return err
		}
		if mine.Status != chain.SeatStatusSeated && mine.Status != chain.SeatStatusCommitted {
			continue
		}
		phase, err := l.Client.Phase(ctx, s.commitment)
		if err != nil {
			return err
		}
		round, err := l.Client.RoundOf(ctx, s.commitment, s.round)
		if err != nil {
			return err
		}
		switch {
		case phase == chain.PhaseCommit && mine.Status == chain.SeatStatusSeated:
			d.by("ballot", round.CommitUntil)
		case phase == chain.PhaseReveal && mine.Status == chain.SeatStatusCommitted:
			d.by("reveal", round.RevealUntil)
		}
	}
	return nil
}

// answers looks at audits and canaries. An audit is to be opened in the time that begins with the end of the challenge period.
func (l *Lookout) answers(ctx context.Context, bonds map[string]*big.Int, d *due) error {
	for id, a := range l.ledger.answers {
		if a.bond == nil {
			_, pledge, err := l.Client.Answer(ctx, id)
			if err != nil {
				return err
			}
			if a.commitment != (chain.Hash{}) {
				if a.openUntil, err = l.openUntil(ctx, a.commitment); err != nil {
					return err
				}
			}
			a.bond = pledge.Bond
		}
		put(bonds, "answer", a.bond)
		if !a.opened && a.openUntil != 0 {
			d.by("answer", a.openUntil)
		}
	}
	return nil
}

func (l *Lookout) openUntil(ctx context.Context, commitment chain.Hash) (uint64, error) {
	c, err := l.Client.Commitment(ctx, commitment)
	if err != nil {
		return 0, err
	}
	run, err := l.run(ctx, c.Run)
	return c.CommittedAt + uint64(run.Clocks.Challenge) + uint64(run.Clocks.Open), err
}

func (l *Lookout) readings(ctx context.Context, bonds map[string]*big.Int, _ *due) error {
	for id, bond := range l.ledger.readings {
		if bond == nil {
			pledge, err := l.Client.GoalPledge(ctx, id)
			if err != nil {
				return err
			}
			bond = pledge.Bond
			l.ledger.readings[id] = bond
		}
		put(bonds, "goal", bond)
	}
	return nil
}

// matches looks for a move that the account has to make. At the start both sides may.
func (l *Lookout) matches(ctx context.Context, _ map[string]*big.Int, d *due) error {
	for id := range l.ledger.matches {
		turn, err := l.Client.Due(ctx, id)
		if err != nil {
			return err
		}
		if turn.Deadline == 0 {
			continue
		}
		if turn.Side != match.SideNone {
			m, err := l.Client.Match(ctx, id)
			if err != nil {
				return err
			}
			if m.Owner(turn.Side) != l.Account {
				continue
			}
		}
		d.by("move", turn.Deadline)
	}
	return nil
}
