package chain

import (
	"context"
	"fmt"
	"math/big"

	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// Duels' ids are those of their matches: of Attention from FirstDuel on, of Goals from FirstGoalDuel on. Below are challenges.
const (
	FirstDuel     ChallengeID = 1 << 63
	FirstGoalDuel ChallengeID = 3 << 62
)

// PledgeID numbers the pledges of one contract, Attention or Goals, from 1.
type PledgeID uint64

// PledgeStatus is where a pledge stands.
type PledgeStatus uint8

// The statuses, as on chain.
const (
	PledgeNone     PledgeStatus = iota
	PledgeSealed                // nobody knows yet what it says
	PledgeStanding              // said, and not refuted
	PledgeDefeated              // it lost a duel
	PledgeLapsed                // never said
	PledgeSettled               // its bond went back
)

func (s PledgeStatus) String() string {
	return name(s, "none", "sealed", "standing", "defeated", "lapsed", "settled")
}

// Pledge is what somebody says, bonded.
type Pledge struct {
	Owner  Address
	Status PledgeStatus
	Duels  uint32   // under way
	Bond   *big.Int // wei
	GasPot *big.Int // wei; of a defeated one: kept for the gas of those who still duelled with it
}

// Duel is two pledges that contradict each other.
type Duel struct {
	Left      PledgeID // the committer's side of the match
	Right     PledgeID // the challenger's
	Concluded bool
}

// Given is what the match of a duel is held to beyond its terms. Zero lists: any. A zero program root: the run's program and dataset.
type Given struct {
	CommitterList, ChallengerList Hash
	ProgramRoot, DatasetRoot      Hash
}

// duelling is what Attention and Goals have in common.
type duelling interface {
	PackPledge(uint64) []byte
	UnpackPledge([]byte) (bindings.Pledge, error)
	PackDuelOf(uint64) []byte
	UnpackDuelOf([]byte) (bindings.Duel, error)
	PackGiven(uint64) []byte
	UnpackGiven([]byte) (bindings.Given, error)
	PackMeeting(uint64, uint64) []byte
	UnpackMeeting([]byte) (uint64, error)
	PackConclude(uint64) []byte
}

// duelling returns which contract owns it, by its id.
func (c *Client) duelling(id ChallengeID) (Address, duelling) {
	if id < FirstGoalDuel {
		return c.deployment.Attention, parsed().attention
	}
	return c.deployment.Goals, parsed().goals
}

// Duel returns a duel, zero if there is none with that id.
func (c *Client) Duel(ctx context.Context, id ChallengeID) (Duel, error) {
	contract, p := c.duelling(id)
	d, err := read(ctx, c, fmt.Sprintf("read duel %d", id), contract, p.PackDuelOf(uint64(id)), p.UnpackDuelOf)
	if err != nil {
		return Duel{}, err
	}
	return duelOf(d), nil
}

// Given returns what the match of a duel is held to.
func (c *Client) Given(ctx context.Context, id ChallengeID) (Given, error) {
	contract, p := c.duelling(id)
	g, err := read(ctx, c, fmt.Sprintf("read what duel %d is about", id), contract, p.PackGiven(uint64(id)), p.UnpackGiven)
	if err != nil {
		return Given{}, err
	}
	return Given{g.CommitterList, g.ChallengerList, g.ProgramRoot, g.DatasetRoot}, nil
}

// ConcludeDuel records what came out of a duel's match and moves the bonds; by anyone, once it ended or one of the two was defeated elsewhere.
//
// Errors: RevertErrors NotYet, WrongDuel.
func (a *Account) ConcludeDuel(ctx context.Context, id ChallengeID) (*Receipt, error) {
	contract, p := a.duelling(id)
	return a.transact(ctx, fmt.Sprintf("conclude duel %d", id), contract, p.PackConclude(uint64(id)))
}

func (c *Client) pledge(ctx context.Context, contract Address, p duelling, id PledgeID) (Pledge, error) {
	l, err := read(ctx, c, fmt.Sprintf("read pledge %d", id), contract, p.PackPledge(uint64(id)), p.UnpackPledge)
	if err != nil {
		return Pledge{}, err
	}
	return pledgeOf(l), nil
}

func (c *Client) meeting(ctx context.Context, contract Address, p duelling, left, right PledgeID) (ChallengeID, error) {
	id, err := read(ctx, c, "look for a duel", contract, p.PackMeeting(uint64(left), uint64(right)), p.UnpackMeeting)
	return ChallengeID(id), err
}

func pledgeOf(p bindings.Pledge) Pledge {
	return Pledge{p.Owner, PledgeStatus(p.Status), p.Duels, p.Bond, p.GasPot}
}

func duelOf(d bindings.Duel) Duel { return Duel{PledgeID(d.Left), PledgeID(d.Right), d.Concluded} }
