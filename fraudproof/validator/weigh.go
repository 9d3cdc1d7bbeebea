package validator

import (
	"fmt"
	"math/big"

	"github.com/commonweight/commonweight/internal/chain"
)

// challengeGas bounds what one side of a challenge uses in all: seal, open, arithmetic and its half of a long match.
const challengeGas = 2_400_000

// prospect is what speaks for and against a challenge of a window that the validator has found to be wrong. Who is right loses no bond, and has its
// gas repaid by the loser as far as that goes, so what counts against it is gas that may not come back, and money that lies still.
type prospect struct {
	now, until, period uint64 // block time; the last moment of a seal; how long it has been possible in all

	stands bool   // the court has tallied the window to stand
	spoken bool   // an undefeated challenge of somebody else's names the root
	hidden uint32 // seals that nobody has opened yet: they may name it

	reward *big.Int // for the earliest undefeated challenge that names the right root
	stake  *big.Int // burned if this window became final
	gas    *big.Int // of the whole challenge
	bond   *big.Int
	// balance is what the account can pay with.
	balance *big.Int
}

// rewardOf is what the earliest undefeated challenge gets of a rejected bond: 40 % of what refunds of gas (at most 20 %) leave.
func rewardOf(proper *big.Int) *big.Int {
	reward := new(big.Int).Mul(proper, big.NewInt(40*80))
	return reward.Div(reward, big.NewInt(100*100))
}

// weigh decides.
//
//	others' challenges       own stake on it   now
//	none names the root      any               challenge, if reward and stake are more than gas
//	a seal may, or one does  yes               challenge once the court let the window stand, or three quarters of the time are over: whoever speaks
//	                                           for the root may fall silent
//	a seal may, or one does  no                wait: only the first is rewarded
func (x prospect) weigh() (worth bool, reason string) {
	need := new(big.Int).Add(x.bond, x.gas)
	gain := new(big.Int).Add(x.reward, x.stake)
	late := x.now+x.period/4 > x.until
	insure := x.stake.Sign() > 0 && (x.stands || late)
	switch {
	case x.balance.Cmp(need) < 0:
		return false, fmt.Sprintf("a challenge needs %s for bond and gas, and the account has %s: send coins", chain.Coins(need), chain.Coins(x.balance))
	case insure && (x.spoken || x.hidden > 0):
		return true, fmt.Sprintf("others may stand for the same root and fall silent: if this window became final, %s of stake would burn", chain.Coins(x.stake))
	case x.spoken:
		return false, "somebody's challenge names the same root already and would have the reward"
	case x.hidden > 0:
		return false, "a sealed challenge may name the same root; waiting until it is opened"
	case gain.Cmp(x.gas) <= 0:
		return false, fmt.Sprintf("the reward of %s isn't worth %s of gas", chain.Coins(x.reward), chain.Coins(x.gas))
	case x.stake.Sign() > 0:
		return true, fmt.Sprintf("it contradicts a ballot of this account: %s of stake hangs on it, and nobody else names the right root (reward: %s)",
			chain.Coins(x.stake), chain.Coins(x.reward))
	}
	return true, fmt.Sprintf("nobody else names the right root: worth %s, against %s of gas", chain.Coins(x.reward), chain.Coins(x.gas))
}
