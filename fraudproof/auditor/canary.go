package auditor

import (
	"context"
	"encoding/binary"
	"math/big"

	"github.com/commonweight/commonweight/internal/chain"
)

// windowsPerCanary: one canary per 50 tasks, two tasks per window.
const windowsPerCanary = 25

// toss says whether the account's private coin comes up for a window: as often as its share of all stake, so that all validators together plant one canary per
// windowsPerCanary. By the weights that the window's auditors are drawn by.
func (a *auditor) toss(ctx context.Context, w *window, t *terms) (bool, error) {
	if w.block == 0 {
		return false, nil
	}
	mine, err := a.config.Account.WeightAt(ctx, a.self, w.block-1)
	if err != nil || mine.Sign() == 0 {
		return false, err
	}
	all, err := a.config.Account.TotalWeightAt(ctx, w.block-1)
	if err != nil {
		return false, err
	}
	return a.up(a.config.Account.Secret("canary coin", w.hash), mine, all), nil
}

// plant plants a canary, if the account has bond and jackpot.
func (a *auditor) plant(ctx context.Context, w *window, t *terms, root chain.Hash) (moved bool, err error) {
	need, token := new(big.Int).Add(t.bond, t.jackpot), t.run.Economy.RewardToken
	if token != chain.Native {
		need = t.bond
	}
	worth, reason := a.worth(ctx, t, nil, need)
	if worth && token != chain.Native {
		if worth, reason, moved, err = a.lend(ctx, t, token); moved || err != nil {
			return moved, err
		}
	}
	if !worth {
		a.once(Event{Kind: Declined, Run: w.run, Commitment: w.hash, Text: "no canary: " + reason})
		return false, nil
	}
	planted, receipt, err := a.config.Account.PlantCanary(ctx, w.run, a.canary(w.hash, root))
	if err != nil {
		return false, err
	}
	t.lent = false
	a.report(Event{Kind: Planted, Run: w.run, Commitment: w.hash, Pledge: planted.Pledge, Amount: need, Fee: receipt.Fee})
	return true, nil
}

// lend sees that the Vault may take a jackpot in a token. A token is a stranger's contract, so it is approved once and no more: one that never says so would
// cost gas at every block.
func (a *auditor) lend(ctx context.Context, t *terms, token chain.Address) (ready bool, reason string, moved bool, err error) {
	balance, err := a.config.Account.TokenBalance(ctx, token, a.self)
	if err != nil || balance.Cmp(t.jackpot) < 0 {
		return false, "the account hasn't the tokens that a jackpot takes", false, err
	}
	approved, err := a.config.Account.Approved(ctx, token, a.self)
	if err != nil || approved.Cmp(t.jackpot) >= 0 {
		return err == nil, "", false, err
	}
	if t.lent {
		return false, "the token doesn't let the Vault take what was approved", false, nil
	}
	t.lent = true
	_, err = a.config.Account.Approve(ctx, token, t.jackpot)
	return false, "", err == nil, err
}

// up says whether a coin comes up: with probability mine / (all · windowsPerCanary), to 2^-64.
func up(coin chain.Hash, mine, all *big.Int) bool {
	x := new(big.Int).SetUint64(binary.BigEndian.Uint64(coin[:8]))
	x.Mul(x, all)
	x.Mul(x, big.NewInt(windowsPerCanary))
	return x.Cmp(new(big.Int).Lsh(mine, 64)) < 0
}

// salt of the account's canary about a window. A process that has nothing but the key computes it again.
func (a *auditor) salt(commitment chain.Hash) chain.Hash {
	return a.config.Account.Secret("canary salt", commitment)
}

func (a *auditor) canary(commitment, root chain.Hash) chain.Hash {
	return a.config.Account.CanarySealHash(commitment, a.self, root, a.salt(commitment))
}

// planted says whether the account has planted that canary already.
func (a *auditor) planted(commitment, root chain.Hash) bool {
	sealHash := a.canary(commitment, root)
	for _, p := range a.book.pledges {
		if p.canary && p.sealHash == sealHash {
			p.commitment = commitment
			return true
		}
	}
	return false
}

// recognise finds the window of a canary that the account planted, perhaps as another process: among the windows of its run for which the coin
// came up and that could be audited then.
func (a *auditor) recognise(ctx context.Context, p *pledge, t *terms, sealedAt uint64) error {
	for _, w := range a.book.windows {
		if w.run != p.run {
			continue
		}
		c, err := a.book.facts(ctx, w)
		if err != nil {
			return err
		}
		if until, _, _ := t.times(c); c.CommittedAt > sealedAt || sealedAt > until {
			continue
		}
		if !w.tossed {
			if w.planter, err = a.toss(ctx, w, t); err != nil {
				return err
			}
			w.tossed = true
		}
		if !w.planter {
			continue
		}
		if f, known := a.find(ctx, w.run, w.hash); known && f.root != (chain.Hash{}) && a.canary(w.hash, f.root) == p.sealHash {
			p.commitment = w.hash
			return nil
		}
	}
	return nil
}
