package chain

import (
	"context"
	"fmt"
	"math/big"

	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// Goal is what a pot of a run waits for.
type Goal struct {
	Run         RunID
	ProgramRoot Hash    // of the evaluation: one step, from the state to the list of one tensor, [loss]
	DatasetRoot Hash    // of the held-out payload
	Target      uint32  // binary32 word
	Token       Address // Native, or the run's reward token
}

// PotStatus is where a pot stands.
type PotStatus uint8

// The statuses, as on chain.
const (
	PotNone     PotStatus = iota
	PotOpen               // waits for its goal
	PotReached            // belongs to the committers
	PotReturned           // goes back to those who locked it
)

func (s PotStatus) String() string { return name(s, "none", "open", "reached", "returned") }

// Pot is the money that waits for a goal.
type Pot struct {
	Status   PotStatus
	OpenedAt uint64 // block time of the first Lock
	Claims   uint32 // that stand
	Window   uint64 // at which it was reached
	Steps    uint64 // of the run, up to the end of that window
	Amount   *big.Int
}

// Reading is what a claim or contest says the held-out loss is at a key frame.
type Reading struct {
	Pot        Hash
	Commitment Hash
	Word       uint32 // binary32
	MadeAt     uint64 // block time
	Against    PledgeID
}

func (g Goal) raw() bindings.Goal {
	return bindings.Goal{Run: uint64(g.Run), ProgramRoot: g.ProgramRoot, DatasetRoot: g.DatasetRoot, Target: g.Target, Token: g.Token}
}

// PotOf returns the pot of a goal, whether or not there is anything in it.
func (c *Client) PotOf(g Goal) Hash {
	return hashWords(goalType, c.chainWord(), addressWord(c.deployment.Goals), numberWord(uint64(g.Run)), g.ProgramRoot, g.DatasetRoot,
		numberWord(uint64(g.Target)), addressWord(g.Token))
}

// Goal returns what a pot waits for, zero if unknown.
func (c *Client) Goal(ctx context.Context, pot Hash) (Goal, error) {
	p := parsed().goals
	g, err := read(ctx, c, "read the goal of pot "+pot.Hex(), c.deployment.Goals, p.PackGoalOf(pot), p.UnpackGoalOf)
	if err != nil {
		return Goal{}, err
	}
	return Goal{RunID(g.Run), g.ProgramRoot, g.DatasetRoot, g.Target, g.Token}, nil
}

// Pot returns a pot, its Status PotNone if nobody locked anything.
func (c *Client) Pot(ctx context.Context, pot Hash) (Pot, error) {
	p := parsed().goals
	x, err := read(ctx, c, "read pot "+pot.Hex(), c.deployment.Goals, p.PackPotAt(pot), p.UnpackPotAt)
	if err != nil {
		return Pot{}, err
	}
	return Pot{PotStatus(x.Status), x.OpenedAt, x.Claims, x.Window, x.Steps, x.Amount}, nil
}

// LockedBy returns what an account has in a pot and didn't take back.
func (c *Client) LockedBy(ctx context.Context, pot Hash, account Address) (*big.Int, error) {
	p := parsed().goals
	return read(ctx, c, "read what is locked", c.deployment.Goals, p.PackLockedBy(pot, account), p.UnpackLockedBy)
}

// Pulled says whether a window's share of a pot was credited.
func (c *Client) Pulled(ctx context.Context, pot Hash, window uint64) (bool, error) {
	p := parsed().goals
	return read(ctx, c, "read whether a share was pulled", c.deployment.Goals, p.PackPulled(pot, window), p.UnpackPulled)
}

// PotClosesAt returns the block time from which an open pot can be taken back.
func (c *Client) PotClosesAt(ctx context.Context, pot Hash) (uint64, error) {
	p := parsed().goals
	at, err := read(ctx, c, "ask when a pot closes", c.deployment.Goals, p.PackClosesAt(pot), p.UnpackClosesAt)
	if err != nil {
		return 0, err
	}
	return at.Uint64(), nil
}

// GoalPledge returns the bond of a claim or contest.
func (c *Client) GoalPledge(ctx context.Context, id PledgeID) (Pledge, error) {
	return c.pledge(ctx, c.deployment.Goals, parsed().goals, id)
}

// GoalPledges returns how many claims and contests there ever were; they are 1…n.
func (c *Client) GoalPledges(ctx context.Context) (PledgeID, error) {
	p := parsed().goals
	n, err := read(ctx, c, "count the claims", c.deployment.Goals, p.PackPledges(), p.UnpackPledges)
	return PledgeID(n), err
}

// Reading returns a claim or contest, zero if there is none.
func (c *Client) Reading(ctx context.Context, id PledgeID) (Reading, error) {
	p := parsed().goals
	r, err := read(ctx, c, fmt.Sprintf("read claim %d", id), c.deployment.Goals, p.PackReading(uint64(id)), p.UnpackReading)
	if err != nil {
		return Reading{}, err
	}
	return Reading{r.Pot, r.Commitment, r.Word, r.MadeAt, PledgeID(r.Against)}, nil
}

// GoalDuel returns the duel of a contest, zero if there is none.
func (c *Client) GoalDuel(ctx context.Context, claim, contest PledgeID) (ChallengeID, error) {
	return c.meeting(ctx, c.deployment.Goals, parsed().goals, claim, contest)
}

// EvaluationRoot returns the post root of an evaluation that ends with that loss.
func (c *Client) EvaluationRoot(ctx context.Context, word uint32) (Hash, error) {
	p := parsed().goals
	return read(ctx, c, "hash a loss", c.deployment.Goals, p.PackRootOf(word), hash(p.UnpackRootOf))
}

// GoalBond returns the bond of a claim or contest.
//
// Units: wei.
func (c *Client) GoalBond(ctx context.Context, run RunID) (*big.Int, error) {
	p := parsed().goals
	return read(ctx, c, "ask for the bond of a claim", c.deployment.Goals, p.PackBondOf(uint64(run)), p.UnpackBondOf)
}

// Lock adds native coin to the pot of a goal.
//
// Units: wei. Errors: RevertErrors InvalidGoal, WrongPot, TooLate.
func (a *Account) Lock(ctx context.Context, g Goal, amount *big.Int) (*Receipt, error) {
	return a.pay(ctx, fmt.Sprintf("lock for a goal of run %d", g.Run), a.deployment.Goals, parsed().goals.PackLock(g.raw(), amount), amount)
}

// LockToken adds units of the goal's token, which the account has approved for the Vault.
func (a *Account) LockToken(ctx context.Context, g Goal, amount *big.Int) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("lock for a goal of run %d", g.Run), a.deployment.Goals, parsed().goals.PackLock(g.raw(), amount))
}

// ClaimGoal claims that a goal is reached at a key frame, at the bond of GoalBond. The receipt has a GoalClaimed.
//
// Errors: RevertErrors NotKeyFrame, NotFinal, AboveTarget, WrongPot, TooLate.
func (a *Account) ClaimGoal(ctx context.Context, pot, commitment Hash, word uint32, bond *big.Int) (*Receipt, error) {
	return a.pay(ctx, "claim a goal at "+commitment.Hex(), a.deployment.Goals, parsed().goals.PackClaim(pot, commitment, word), bond)
}

// ContestGoal says that the loss is another than a claim of that owner says, and starts the match. What is contested is named by its content: after a
// reorganisation the number may be another claim's. The receipt has a GoalContested.
//
// Errors: RevertErrors WrongPledge, WrongClaim, TooLate, NoContradiction.
func (a *Account) ContestGoal(ctx context.Context, claim PledgeID, said Reading, owner Address, word uint32, bond *big.Int) (*Receipt, error) {
	content := hashWords(goalClaimType, said.Pot, said.Commitment, numberWord(uint64(said.Word)), addressWord(owner))
	data := parsed().goals.PackContest(uint64(claim), content, word)
	return a.pay(ctx, fmt.Sprintf("contest claim %d", claim), a.deployment.Goals, data, bond)
}

// SettleGoal ends a claim or contest that stands; by anyone.
//
// Errors: RevertErrors NotYet, WrongPledge.
func (a *Account) SettleGoal(ctx context.Context, id PledgeID) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("settle claim %d", id), a.deployment.Goals, parsed().goals.PackSettle(uint64(id)))
}

// PullGoal credits a window's committer its share of a pot that was reached.
//
// Errors: RevertErrors NothingToPull, WrongPot.
func (a *Account) PullGoal(ctx context.Context, pot Hash, window uint64) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("pull the share of window %d", window), a.deployment.Goals, parsed().goals.PackPull(pot, window))
}

// TakeBack credits an account what it locked in a pot whose goal wasn't reached.
//
// Errors: RevertErrors NothingToPull, NotYet, WrongPot.
func (a *Account) TakeBack(ctx context.Context, pot Hash, account Address) (*Receipt, error) {
	return a.transact(ctx, "take back what was locked", a.deployment.Goals, parsed().goals.PackTakeBack(pot, account))
}
