package chain

import (
	"context"
	"fmt"
	"math/big"

	"github.com/commonweight/commonweight/fraudproof/match"
)

// ChallengeID counts the challenges of a deployment from 1, in order of seal.
type ChallengeID uint64

// ChallengeStatus is where a challenge stands: Sealed and Opened are alive, the rest are ends.
type ChallengeStatus uint8

const (
	ChallengeUnknown ChallengeStatus = iota
	ChallengeSealed
	ChallengeOpened
	ChallengeLapsed   // never opened
	ChallengeWon      // its root became final, or its match convicted the committer
	ChallengeDefeated // by its match, by the commitment's becoming final, or by another root's
	ChallengeReturned // bond back: voided commitment, or nothing final in time
)

func (s ChallengeStatus) String() string {
	return name(s, "unknown", "sealed", "opened", "lapsed", "won", "defeated", "returned")
}

// Challenge is one claim against one commitment.
type Challenge struct {
	Commitment  Hash
	SealHash    Hash
	Root        Hash    // zero until opened
	Challenger  Address // bonded it; bond and gas return here
	Beneficiary Address // is rewarded; zero until opened
	SealedAt    uint64  // block time
	SealedBlock uint64  // it may be opened from the next block
	OpenUntil   uint64  // block time, last moment of Open
	OpenedAt    uint64  // block time, 0 until then
	Waived      bool    // its challenger gave up the appeal
	Status      ChallengeStatus
	Outcome     match.Outcome // of its match: none before OpenArithmetic, running until Conclude
	Bond        *big.Int      // wei, court fee included
	GasCost     *big.Int      // wei
	DefenceGas  *big.Int      // wei, of the committer
}

// Dispute is all challenges against one commitment together.
type Dispute struct {
	Unopened     uint32 // seals neither opened nor lapsed
	Opened       uint32
	Defeated     uint32      // by their matches
	Waived       uint32      // whose challengers gave up the appeal
	Running      uint32      // matches begun and not concluded
	Convicted    bool        // a match convicted the committer
	Dismissed    bool        // a proof dismissed one of them at least; such count as defeated
	OpenUntil    uint64      // latest deadline among the seals
	LastOpenedAt uint64      // block time of the newest opening
	First        ChallengeID // brought the case
	ConvictedBy  ChallengeID // earliest seal whose match convicted the committer alone
	Fee          *big.Int    // what of the first challenge's court fee has gone to the court, wei
	Winner       ChallengeID // gets the reward; set when the rejected commitment is settled, like all below
	FinalRoot    Hash        // the root it was settled against
	GasPot       *big.Int    // wei, refunds for the undefeated
	Reward       *big.Int    // wei, for the winner's beneficiary
}

// Challenge returns a challenge; its status is ChallengeUnknown if there is none.
func (c *Client) Challenge(ctx context.Context, id ChallengeID) (Challenge, error) {
	p := parsed().disputes
	x, err := read(ctx, c, fmt.Sprintf("read challenge %d", id), c.deployment.Disputes, p.PackChallenge(uint64(id)), p.UnpackChallenge)
	if err != nil {
		return Challenge{}, err
	}
	return Challenge{
		Commitment: x.Commitment, SealHash: x.SealHash, Root: x.Root, Challenger: x.Challenger, Beneficiary: x.Beneficiary,
		SealedAt: x.SealedAt, SealedBlock: x.SealedBlock, OpenUntil: x.OpenUntil, OpenedAt: x.OpenedAt,
		Waived: x.Waived, Status: ChallengeStatus(x.Status), Outcome: match.Outcome(x.Outcome), Bond: x.Bond, GasCost: x.GasCost, DefenceGas: x.DefenceGas,
	}, nil
}

// Challenges returns how many challenges there are; their ids are 1…n.
func (c *Client) Challenges(ctx context.Context) (ChallengeID, error) {
	p := parsed().disputes
	n, err := read(ctx, c, "count challenges", c.deployment.Disputes, p.PackChallenges(), p.UnpackChallenges)
	return ChallengeID(n), err
}

// Dispute returns the challenges against a commitment together.
func (c *Client) Dispute(ctx context.Context, commitment Hash) (Dispute, error) {
	p := parsed().disputes
	d, err := read(ctx, c, "read the dispute of "+commitment.Hex(), c.deployment.Disputes, p.PackDispute(commitment), p.UnpackDispute)
	if err != nil {
		return Dispute{}, err
	}
	return Dispute{
		Unopened: d.Unopened, Opened: d.Opened, Defeated: d.Defeated, Waived: d.Waived, Running: d.Running, Convicted: d.Convicted, Dismissed: d.Dismissed,
		OpenUntil: d.OpenUntil, LastOpenedAt: d.LastOpenedAt, First: ChallengeID(d.First), ConvictedBy: ChallengeID(d.ConvictedBy), Fee: d.Fee,
		Winner: ChallengeID(d.Winner), FinalRoot: d.FinalRoot, GasPot: d.GasPot, Reward: d.Reward,
	}, nil
}

// HoldsFinality says whether the commitment must wait: for an unopened seal, a case that isn't resolved, a match that isn't concluded, or an
// undefeated challenge that can still be taken to arithmetic.
func (c *Client) HoldsFinality(ctx context.Context, commitment Hash) (bool, error) {
	p := parsed().disputes
	return read(ctx, c, "ask what holds "+commitment.Hex(), c.deployment.Disputes, p.PackHoldsFinality(commitment), p.UnpackHoldsFinality)
}

// AwaitsOpening says whether a seal that exists can still be opened.
func (c *Client) AwaitsOpening(ctx context.Context, commitment Hash) (bool, error) {
	p := parsed().disputes
	return read(ctx, c, "ask for seals on "+commitment.Hex(), c.deployment.Disputes, p.PackAwaitsOpening(commitment), p.UnpackAwaitsOpening)
}

// Earliest returns the challenge that stands in front for a root, 0 if none does.
func (c *Client) Earliest(ctx context.Context, commitment, root Hash) (ChallengeID, error) {
	p := parsed().disputes
	id, err := read(ctx, c, "ask who stands in front for "+root.Hex(), c.deployment.Disputes, p.PackEarliest(commitment, root), p.UnpackEarliest)
	return ChallengeID(id), err
}

// IsParty says whether an account is challenger or beneficiary of an opened challenge against the commitment.
func (c *Client) IsParty(ctx context.Context, commitment Hash, account Address) (bool, error) {
	p := parsed().disputes
	return read(ctx, c, "ask for the parties of "+commitment.Hex(), c.deployment.Disputes, p.PackIsParty(commitment, account), p.UnpackIsParty)
}

// Seal makes the first half of a challenge, with the bond asked for by the run. Keep root, beneficiary and salt of SealHash safe
// before: without them the challenge can't be opened and lapses.
//
// Errors: RevertErrors NotChallengeable, WrongBond; ErrNotFound if the commitment is unknown.
func (a *Account) Seal(ctx context.Context, commitment, sealHash Hash) (Sealed, *Receipt, error) {
	disputed, err := a.Commitment(ctx, commitment)
	if err != nil {
		return Sealed{}, nil, err
	}
	if !disputed.Known() {
		return Sealed{}, nil, fmt.Errorf("seal a challenge: commitment %s: %w", commitment, ErrNotFound)
	}
	bond, err := a.ChallengeBond(ctx, disputed.Run)
	if err != nil {
		return Sealed{}, nil, err
	}
	receipt, err := a.pay(ctx, "seal a challenge against "+commitment.Hex(), a.deployment.Disputes,
		parsed().disputes.PackSeal(commitment, sealHash), bond)
	if err != nil {
		return Sealed{}, nil, err
	}
	sealed, err := EventOf[Sealed](receipt)
	return sealed, receipt, err
}

// OpenChallenge makes the second half, from the block after the seal to the end of its open window; by anyone who knows what was sealed.
//
// Errors: RevertErrors TooEarly, TooLate, WrongSeal, InvalidClaim, WrongChallenge.
func (a *Account) OpenChallenge(ctx context.Context, commitment Hash, id ChallengeID, root Hash, beneficiary Address, salt Hash) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("open challenge %d", id), a.deployment.Disputes,
		parsed().disputes.PackOpen(commitment, uint64(id), root, beneficiary, salt))
}

// Lapse ends a seal that wasn't opened in time, or that stands on a voided commitment; by anyone.
func (a *Account) Lapse(ctx context.Context, id ChallengeID) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("lapse challenge %d", id), a.deployment.Disputes, parsed().disputes.PackLapse(uint64(id)))
}

// SettleChallenge pays out an opened challenge, resolving its case and settling its commitment on the way if that is due; by anyone.
//
// Errors: RevertErrors NotYet, WrongChallenge.
func (a *Account) SettleChallenge(ctx context.Context, id ChallengeID) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("settle challenge %d", id), a.deployment.Disputes, parsed().disputes.PackSettleChallenge(uint64(id)))
}

// OpenArithmetic takes an opened challenge from the court to arithmetic: its match begins. By its parties; by anyone when there was no majority.
//
// Errors: RevertErrors NotYet, NotParty, TooLate, WrongChallenge, WrongMatch.
func (a *Account) OpenArithmetic(ctx context.Context, id ChallengeID) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("open arithmetic for challenge %d", id), a.deployment.Disputes, parsed().disputes.PackOpenArithmetic(uint64(id)))
}

// Conclude records how the match of a challenge ended; by anyone. A convicted committer's commitment is rejected on the way.
//
// Errors: RevertErrors NotYet, WrongMatch.
func (a *Account) Conclude(ctx context.Context, id ChallengeID) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("conclude match %d", id), a.deployment.Disputes, parsed().disputes.PackConclude(uint64(id)))
}

// WaiveChallenge gives up the appeal of the account's own challenge against a commitment that was tallied to stand.
//
// Errors: RevertErrors NotYet, NotParty, WrongChallenge, WrongMatch.
func (a *Account) WaiveChallenge(ctx context.Context, id ChallengeID) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("waive the appeal of challenge %d", id), a.deployment.Disputes, parsed().disputes.PackWaive(uint64(id)))
}

// Nominate puts an undefeated challenge in front for its root, where the one that was there is defeated or sealed later; by anyone.
func (a *Account) Nominate(ctx context.Context, id ChallengeID) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("nominate challenge %d", id), a.deployment.Disputes, parsed().disputes.PackNominate(uint64(id)))
}
