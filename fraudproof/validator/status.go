package validator

import (
	"context"
	"fmt"
	"math/big"

	"github.com/commonweight/commonweight/internal/chain"
)

// Standing is how a validator stands. Amounts are in wei, times are block times.
type Standing struct {
	Validator   chain.Address
	Stake       *big.Int
	Weight      *big.Int // what juries are drawn by: stake that isn't asked back
	Locked      *big.Int // in seats
	Unbonding   *big.Int
	AvailableAt uint64   // when Unbonding may be taken; 0 if nothing was asked back
	Credit      *big.Int // in the Vault: to be withdrawn
	Now         uint64
	Seats       []SeatStatus
}

// SeatStatus is a seat that isn't settled.
type SeatStatus struct {
	Run        chain.RunID
	Window     uint64
	Commitment chain.Hash
	Round      uint32
	Phase      string
	Status     string
	Stake      *big.Int
	Fee        *big.Int // for a right ballot
	Deadline   uint64   // of what is due
	Next       string   // in words
}

// StandingOf reads how a validator stands. It needs no key.
func StandingOf(ctx context.Context, client *chain.Client, juror chain.Address) (Standing, error) {
	v, err := client.Validator(ctx, juror)
	if err != nil {
		return Standing{}, err
	}
	x := Standing{
		Validator: juror, Stake: v.Stake, Weight: v.Weight(), Locked: v.Locked, Unbonding: v.Unbonding, Now: client.Now(), Seats: []SeatStatus{},
	}
	if v.Unbonding.Sign() > 0 {
		x.AvailableAt = v.AvailableAt
	}
	if x.Credit, err = client.Credit(ctx, juror, chain.Native); err != nil {
		return x, err
	}
	seats, err := newDocket(client, juror, juror).read(ctx)
	if err != nil {
		return x, err
	}
	for _, s := range seats {
		x.Seats = append(x.Seats, s.describe(x.Now))
	}
	return x, nil
}

func (s seat) describe(now uint64) SeatStatus {
	x := SeatStatus{
		Run: s.file.Run, Window: s.about.Window, Commitment: s.commitment, Round: s.round, Phase: s.phase.String(), Status: s.Status.String(),
		Stake: s.file.SeatStake, Fee: s.file.SeatFee,
	}
	switch {
	case s.Status == chain.SeatStatusSeated && s.phase == chain.PhaseCommit:
		x.Deadline = s.CommitUntil
		x.Next = "commit a ballot within " + span(now, x.Deadline)
	case s.Status == chain.SeatStatusCommitted && s.phase == chain.PhaseCommit:
		x.Next = "wait for the others' ballots"
	case s.Status == chain.SeatStatusCommitted && s.phase == chain.PhaseReveal:
		x.Deadline = s.RevealUntil
		x.Next = "reveal the ballot within " + span(now, x.Deadline)
	case s.Status == chain.SeatStatusSeated, s.Status == chain.SeatStatusCommitted:
		x.Next = "nothing was revealed in time: 5 % of the seat's stake will burn"
	case s.Status == chain.SeatStatusAbstained:
		x.Next = "wait for the end of the case: stake back, no fee"
	case s.phase < chain.PhaseClosed:
		x.Next = "wait for the end of the case"
	default:
		x.Next = "wait until a root is final for this window: if it is the ballot's, stake back and fee; if not, the seat's stake burns"
	}
	return x
}

// span says how much time is left.
func span(now, until uint64) string {
	left := until - min(now, until)
	if left >= 2*3600 {
		return fmt.Sprintf("%d h", left/3600)
	}
	if left >= 120 {
		return fmt.Sprintf("%d min", left/60)
	}
	return fmt.Sprintf("%d s", left)
}
