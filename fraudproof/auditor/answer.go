package auditor

import (
	"context"
	"fmt"
	"math/big"
	"slices"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
)

// gas bounds what one answer uses in all: seal, open, settle.
const gas = 600_000

// drawDelay is how many blocks after a window's the beacon speaks about it; until then nobody is asked.
const drawDelay = 10

// look does what is due about a window that may still be audited: seals an answer, plants a canary.
func (a *auditor) look(ctx context.Context, w *window) (moved bool, err error) {
	c, err := a.book.facts(ctx, w)
	if err != nil {
		return false, err
	}
	t, err := a.termsOf(ctx, w.run)
	if err != nil {
		return false, err
	}
	until, _, _ := t.times(c)
	if a.config.Account.Now()+margin > until || c.Steps < 2 {
		w.done = true
		a.release(w.hash)
		return false, nil
	}
	if err := a.draw(ctx, w, t); err != nil || !w.drawn && !w.planter {
		return false, err
	}
	status, err := a.config.Account.Status(ctx, w.hash)
	if err != nil || status != chain.StatusPending {
		return false, err
	}
	f, known := a.find(ctx, w.run, w.hash)
	if !known {
		if f.verdict.Answer == replica.Unknown {
			a.alert(w.run, w.hash, "can't audit a window: "+f.verdict.Reason)
		}
		return false, nil
	}
	if f.verdict.Answer == replica.Disagree {
		if a.config.Wrong != nil {
			a.config.Wrong(c, f.verdict.Root)
		}
		a.once(Event{Kind: Wrong, Run: w.run, Commitment: w.hash, Text: f.verdict.Reason})
		w.done = true
		return false, nil
	}
	return a.answer(ctx, w, c, t, f)
}

// draw finds out whether the account audits a window, and tosses its coin.
func (a *auditor) draw(ctx context.Context, w *window, t *terms) error {
	if !w.tossed {
		up, err := a.toss(ctx, w, t)
		if err != nil {
			return err
		}
		w.tossed, w.planter = true, up
	}
	if w.asked || a.config.Account.Latest().Number <= w.block+drawDelay {
		return nil
	}
	drawn, err := a.config.Account.Auditors(ctx, w.hash)
	if err != nil || len(drawn) == 0 {
		return err
	}
	w.asked, w.drawn = true, slices.Contains(drawn, a.self)
	if !w.drawn && !w.planter {
		w.done = true
	}
	return nil
}

// answer seals what was found, and plants it.
func (a *auditor) answer(ctx context.Context, w *window, c chain.Commitment, t *terms, f finding) (moved bool, err error) {
	if x, err := a.config.Account.CaseOf(ctx, w.hash); err != nil || x.OpenedAt != 0 {
		w.done = err == nil // a match may show the history
		return false, err
	}
	if w.drawn && !a.book.sealed(w.hash) {
		if worth, reason := a.worth(ctx, t, t.pay, t.bond); !worth {
			a.once(Event{Kind: Declined, Run: w.run, Commitment: w.hash, Text: reason})
		} else {
			sealed, receipt, err := a.config.Account.SealAudit(ctx, w.run, w.hash, a.config.Account.AuditSealHash(w.hash, a.self, f.root))
			if err != nil {
				return false, err
			}
			a.report(Event{Kind: Sealed, Run: w.run, Commitment: w.hash, Pledge: sealed.Pledge, Amount: t.bond, Fee: receipt.Fee})
			return true, nil
		}
	}
	if w.planter && !a.planted(w.hash, f.root) {
		if moved, err := a.plant(ctx, w, t, f.root); moved || err != nil {
			return moved, err
		}
	}
	// What was declined may pay later: gas gets cheaper.
	w.done = w.asked && (!w.drawn || a.book.sealed(w.hash)) && (!w.planter || a.planted(w.hash, f.root))
	return false, nil
}

// worth says whether an answer pays for its gas, and whether the account can bond it. Pay is nil where nothing is earned.
func (a *auditor) worth(ctx context.Context, t *terms, pay, bond *big.Int) (bool, string) {
	cost := new(big.Int).Mul(new(big.Int).SetUint64(2*a.config.Account.Latest().BaseFee), big.NewInt(gas))
	if pay != nil && pay.Cmp(cost) < 0 {
		return false, fmt.Sprintf("an audit pays %s and needs %s of gas now", chain.Coins(pay), chain.Coins(cost))
	}
	return a.affords(ctx, new(big.Int).Add(bond, cost))
}

// affords leaves the account twice what it bonds: challenges and ballots come first.
func (a *auditor) affords(ctx context.Context, need *big.Int) (bool, string) {
	balance, err := a.config.Account.Balance(ctx, a.self)
	if err != nil {
		return false, err.Error()
	}
	if balance.Cmp(new(big.Int).Mul(need, big.NewInt(2))) < 0 {
		return false, fmt.Sprintf("the account has %s, and twice %s is wanted for bond and gas", chain.Coins(balance), chain.Coins(need))
	}
	return true, ""
}

// release forgets what was found about a window, unless an answer of the account's needs it.
func (a *auditor) release(commitment chain.Hash) {
	for _, p := range a.book.own() {
		if p.over == 0 && (p.commitment == commitment || p.canary && p.commitment == (chain.Hash{})) {
			return
		}
	}
	a.study.forget(commitment)
}
