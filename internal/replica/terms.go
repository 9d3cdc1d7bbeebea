package replica

import (
	"bytes"
	"fmt"
	"math/big"
	"reflect"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/train/program"
)

// profileF32 is the number of the numeric profile f32-1 on chain.
const profileF32 = 1

// Terms is what the chain must say about a run with this program and genesis state, whose RunSpec lies under cid: what its author
// registers, and what every agent compares.
func Terms(p *program.Program, genesis *program.State, cid ipfs.CID) (chain.Run, error) {
	s := p.Spec
	by, ok := merkle.FunctionNamed(s.TreeHash)
	if s.Profile != program.ProfileF32 || !ok {
		return chain.Run{}, fmt.Errorf("profile %q with hash %q isn't known here", s.Profile, s.TreeHash)
	}
	economy, err := economyOf(s.Economics)
	if err != nil {
		return chain.Run{}, err
	}
	return chain.Run{
		Facts: chain.Facts{
			SpecHash: s.Hash(), ProgramRoot: trace.ProgramRoot(p), DatasetRoot: s.Dataset.Root,
			GenesisRoot: trace.StateRoot(p, genesis), Profile: profileF32, Hash: uint8(by), SpecCid: cid.Bytes(),
		},
		Schedule: chain.Schedule{
			TotalSteps: uint64(s.Steps), WindowSteps: uint32(s.Window), KeyFrameEvery: uint32(s.KeyFrames),
			MaxPending: uint32(s.Economics.MaxPending), RefStepMillis: uint32(s.Economics.RefStepMillis),
		},
		Clocks: chain.Clocks{
			Lease: uint32(s.Clocks.Lease), Challenge: uint32(s.Clocks.Challenge), Open: uint32(s.Clocks.Open),
			BallotCommit: uint32(s.Clocks.BallotCommit), BallotReveal: uint32(s.Clocks.BallotReveal), Appeal: uint32(s.Clocks.Appeal),
			MatchClock: uint32(s.Clocks.MatchClock), MoveExtension: uint32(s.Clocks.MoveExtension),
			ListExtension: uint32(s.Clocks.ListExtension), HistoryExtension: uint32(s.Clocks.HistoryExtension), Demand: uint32(s.Clocks.Demand),
		},
		Economy: economy,
	}, nil
}

func economyOf(e program.Economics) (chain.Economy, error) {
	token, err := chain.ParseAddress(e.RewardToken)
	if err != nil {
		return chain.Economy{}, fmt.Errorf("reward token: %w", err)
	}
	out := chain.Economy{RewardToken: token, Jury: uint16(e.Jury), LargerJury: uint16(e.LargerJury)}
	for _, money := range []struct {
		to   **big.Int
		from program.Wei
	}{
		{&out.Reward, e.Reward}, {&out.RewardValue, e.RewardValue}, {&out.ReplayCost, e.ReplayCost},
		{&out.SeatStake, e.SeatStake}, {&out.JurorFee, e.JurorFee},
	} {
		amount, ok := new(big.Int).SetString(string(money.from), 10)
		if !ok {
			return chain.Economy{}, fmt.Errorf("amount %q isn't a number", string(money.from))
		}
		*money.to = amount
	}
	return out, nil
}

// differ names the first field in which the chain and the RunSpec disagree, or returns "".
func differ(onChain, fromSpec chain.Run) string {
	return differIn("", reflect.ValueOf(onChain), reflect.ValueOf(fromSpec))
}

func differIn(path string, a, b reflect.Value) string {
	if number, ok := a.Interface().(*big.Int); ok {
		if other := b.Interface().(*big.Int); number == nil || number.Cmp(other) != 0 {
			return fmt.Sprintf("%s is %v on chain, %v by the RunSpec", path, number, other)
		}
		return ""
	}
	if text, ok := a.Interface().([]byte); ok && bytes.Equal(text, b.Interface().([]byte)) {
		return "" // none is as good as an empty one
	}
	if a.Kind() == reflect.Struct {
		for i := range a.NumField() {
			if found := differIn(a.Type().Name()+"."+a.Type().Field(i).Name, a.Field(i), b.Field(i)); found != "" {
				return found
			}
		}
		return ""
	}
	if !reflect.DeepEqual(a.Interface(), b.Interface()) {
		return fmt.Sprintf("%s is %s on chain, %s by the RunSpec", path, show(a), show(b))
	}
	return ""
}

func show(v reflect.Value) string {
	switch value := v.Interface().(type) {
	case [32]byte:
		return chain.Hash(value).Hex()
	case []byte:
		return fmt.Sprintf("0x%x", value)
	default:
		return fmt.Sprint(value)
	}
}
