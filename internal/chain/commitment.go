package chain

import (
	"context"
	"fmt"
	"math/big"
)

// Status is where a commitment stands. There is no way back from the last three.
type Status uint8

const (
	StatusUnknown Status = iota
	StatusPending
	StatusFinalised
	StatusRejected
	StatusVoided
)

func (s Status) String() string {
	return name(s, "unknown", "pending", "finalised", "rejected", "voided")
}

// Mark is what was decided about a commitment itself.
type Mark uint8

const (
	MarkNone Mark = iota
	MarkTalliedAgainst
	MarkRejected
	MarkCleared // arithmetic overturned the tally: voided, paid in full, not put back
	MarkIdle    // rejected because a demand for its bytes went unanswered
)

func (m Mark) String() string {
	return name(m, "none", "tallied against", "rejected", "cleared", "idle")
}

// Commitment is a bonded window. Its fields are those of the contract.
type Commitment struct {
	Parent         Hash // commitment, or the run's genesis hash
	PreRoot        Hash
	PostRoot       Hash
	Committer      Address
	Run            RunID
	Steps          uint32
	Window         uint64
	Fence          uint64
	CommittedAt    uint64   // block time
	RejectedAt     uint64   // block time, 0 if it isn't
	Bond           *big.Int // wei, court fee included
	Reward         *big.Int // in units of the reward token
	Mark           Mark
	VoidedCount    uint32   // windows above it when it left the head
	Settled        bool     // a rejected one's bond has been shared out
	Repaid         bool     // a voided one's bond has been returned
	Shared         bool     // a voided one has had its share
	VoidedShare    *big.Int // what each window voided by this one receives, wei
	CommittedBlock uint64   // number of the block it was committed in
	VoidedBy       Hash     // once found
}

// Known says whether the chain has this commitment.
func (c Commitment) Known() bool { return c.Committer != (Address{}) }

// Commitment returns a commitment; see Known.
func (c *Client) Commitment(ctx context.Context, hash Hash) (Commitment, error) {
	p := parsed().training
	m, err := read(ctx, c, "read commitment "+hash.Hex(), c.deployment.Training, p.PackCommitment(hash), p.UnpackCommitment)
	if err != nil {
		return Commitment{}, err
	}
	return Commitment{
		Parent: m.Parent, PreRoot: m.PreRoot, PostRoot: m.PostRoot, Committer: m.Committer, Run: RunID(m.Run), Steps: m.Steps,
		Window: m.Window, Fence: m.Fence, CommittedAt: m.CommittedAt, RejectedAt: m.RejectedAt, Bond: m.Bond, Reward: m.Reward,
		Mark: Mark(m.Mark), VoidedCount: m.VoidedCount, Settled: m.Settled, Repaid: m.Repaid, Shared: m.Shared,
		VoidedShare: m.VoidedShare, CommittedBlock: m.CommittedBlock, VoidedBy: m.VoidedBy,
	}, nil
}

// Status returns where a commitment stands.
func (c *Client) Status(ctx context.Context, commitment Hash) (Status, error) {
	p := parsed().training
	s, err := read(ctx, c, "read the status of "+commitment.Hex(), c.deployment.Training, p.PackStatus(commitment), p.UnpackStatus)
	return Status(s), err
}

// Head returns the newest commitment to build on, or the genesis hash.
func (c *Client) Head(ctx context.Context, run RunID) (Hash, error) {
	p := parsed().training
	h, err := read(ctx, c, fmt.Sprintf("read the head of run %d", run), c.deployment.Training, p.PackHead(uint64(run)), p.UnpackHead)
	return h, err
}

// Anchor returns the newest finalised commitment, or the genesis hash.
func (c *Client) Anchor(ctx context.Context, run RunID) (Hash, error) {
	p := parsed().training
	h, err := read(ctx, c, fmt.Sprintf("read the anchor of run %d", run), c.deployment.Training, p.PackAnchor(uint64(run)), p.UnpackAnchor)
	return h, err
}

// Genesis returns what stands for a commitment below window 0.
func (c *Client) Genesis(ctx context.Context, run RunID) (Hash, error) {
	p := parsed().training
	h, err := read(ctx, c, fmt.Sprintf("read the genesis hash of run %d", run), c.deployment.Training, p.PackGenesis(uint64(run)), p.UnpackGenesis)
	return h, err
}

// Live returns the commitment of a window below Progress.HeadCount. Above it the answer means nothing.
func (c *Client) Live(ctx context.Context, run RunID, window uint64) (Hash, error) {
	p := parsed().training
	h, err := read(ctx, c, fmt.Sprintf("read window %d of run %d", window, run), c.deployment.Training,
		p.PackLive(uint64(run), window), p.UnpackLive)
	return h, err
}

// StepsOf returns the number of steps of a window.
func (c *Client) StepsOf(ctx context.Context, run RunID, window uint64) (uint32, error) {
	p := parsed().training
	return read(ctx, c, fmt.Sprintf("read the steps of window %d of run %d", window, run), c.deployment.Training,
		p.PackStepsOf(uint64(run), window), p.UnpackStepsOf)
}

// KeyOf returns the question a commitment answers.
func (c *Client) KeyOf(ctx context.Context, commitment Hash) (Hash, error) {
	p := parsed().training
	h, err := read(ctx, c, "read the key of "+commitment.Hex(), c.deployment.Training, p.PackKeyOf(commitment), p.UnpackKeyOf)
	return h, err
}

// FinalisedRoot returns the root finalised for a key, zero if there is none yet.
func (c *Client) FinalisedRoot(ctx context.Context, key Hash) (Hash, error) {
	p := parsed().training
	h, err := read(ctx, c, "read the final root of key "+key.Hex(), c.deployment.Training, p.PackFinalisedRoot(key), p.UnpackFinalisedRoot)
	return h, err
}

// Commit turns the lease into a commitment, which becomes the head.
//
// Bounds: cid has 1 to 64 bytes.
// Errors: RevertErrors NotHolder, TooLate, WrongHead, WrongSteps, InvalidRoot, InvalidCid.
func (a *Account) Commit(ctx context.Context, run RunID, fence uint64, parent Hash, steps uint32, postRoot Hash, cid []byte) (Committed, *Receipt, error) {
	receipt, err := a.transact(ctx, fmt.Sprintf("commit a window of run %d", run), a.deployment.Training,
		parsed().training.PackCommit(uint64(run), fence, parent, steps, postRoot, cid))
	if err != nil {
		return Committed{}, nil, err
	}
	committed, err := EventOf[Committed](receipt)
	return committed, receipt, err
}

// Finalise moves the run's anchor up by at most max windows; by anyone.
//
// Errors: a RevertError NothingToFinalise.
func (a *Account) Finalise(ctx context.Context, run RunID, max int64) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("finalise windows of run %d", run), a.deployment.Training,
		parsed().training.PackFinalise(uint64(run), big.NewInt(max)))
}

// Settle shares out the bond of a rejected commitment; by anyone.
func (a *Account) Settle(ctx context.Context, commitment Hash) (*Receipt, error) {
	return a.transact(ctx, "settle commitment "+commitment.Hex(), a.deployment.Training, parsed().training.PackSettle(commitment))
}

// ClaimVoided credits the owner of a voided commitment its bond, and its share once the one that voided it is settled; by anyone.
//
// Errors: RevertErrors ClaimParentFirst (with the parent), NothingToClaim.
func (a *Account) ClaimVoided(ctx context.Context, commitment Hash) (*Receipt, error) {
	return a.transact(ctx, "claim for voided commitment "+commitment.Hex(), a.deployment.Training, parsed().training.PackClaimVoided(commitment))
}

// name spells an enum value of the contracts.
func name[T ~uint8](value T, names ...string) string {
	if int(value) < len(names) {
		return names[value]
	}
	return fmt.Sprintf("invalid %d", uint8(value))
}
