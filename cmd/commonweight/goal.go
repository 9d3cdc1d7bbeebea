package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"text/tabwriter"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/program"
	"github.com/spf13/cobra"
)

func goalVerb(c *console) *cobra.Command {
	return group(&cobra.Command{Use: "goal", Short: "The loss on held-out data that a run is to reach, and the money for it"},
		goalShow(c), goalLock(c), goalClaim(c), goalContest(c), goalCollect(c))
}

// goalState is what `goal show` tells, and `run status` of a run with a goal.
type goalState struct {
	Run         chain.RunID `json:"run"`
	Target      string      `json:"target"`
	TargetWord  string      `json:"targetWord"` // binary32
	Batches     int         `json:"batches"`
	Batch       int         `json:"batch"`
	HeldOut     string      `json:"heldOut"` // CID
	DatasetRoot chain.Hash  `json:"datasetRoot"`
	ProgramRoot chain.Hash  `json:"programRoot"`
	Latest      *heldOut    `json:"latest,omitempty"`
	Unknown     string      `json:"unknown,omitempty"` // why Latest is missing
	Pot         *potState   `json:"pot,omitempty"`
}

// heldOut is the loss of a key frame.
type heldOut struct {
	Window     uint64     `json:"window"`
	Commitment chain.Hash `json:"commitment"`
	Loss       float32    `json:"loss"`
	LossWord   string     `json:"lossWord"`
	Reached    bool       `json:"reached"`
}

func goalShow(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "show",
		Short: "A run's goal, and how far its newest final key frame is from it",
		Long: `Shows what the RunSpec says is to be reached, and evaluates the newest final key frame on this machine: on two engines that share no code path,
from a checkpoint whose root is the one on chain.`,
		Example: "  commonweight goal show --run 1",
		Args:    cobra.NoArgs,
	}
	run := runFlag(cmd)
	cmd.RunE = within(func(ctx context.Context, s *session) error {
		id, err := s.pick(ctx, *run)
		if err != nil {
			return err
		}
		state, err := s.goal(ctx, id)
		switch {
		case err != nil:
			return err
		case state == nil:
			return badInput(fmt.Errorf("run %d: %w", id, replica.ErrNoGoal))
		}
		return c.print(state, state.describe)
	})
	return cmd
}

// goal returns nothing for a run that has none.
func (s *session) goal(ctx context.Context, id chain.RunID) (*goalState, error) {
	store, err := s.store()
	if err != nil {
		return nil, err
	}
	p, err := replica.ProgramOf(ctx, s.client, store, id)
	if err != nil || p.Spec.Goal == nil {
		return nil, err
	}
	wanted, err := replica.GoalOf(id, p, chain.Native)
	if err != nil {
		return nil, err
	}
	g := p.Spec.Goal
	state := &goalState{
		Run: id, Target: string(g.Target), TargetWord: wordOf(wanted.Target), Batches: g.Batches, Batch: p.Spec.Batch, HeldOut: g.Dataset.CID,
		DatasetRoot: wanted.DatasetRoot, ProgramRoot: wanted.ProgramRoot,
	}
	if state.Pot, err = s.pot(ctx, wanted); err != nil {
		return nil, err
	}
	frame, window, err := s.keyFrame(ctx, id, p.Spec)
	if err != nil || frame == (chain.Hash{}) {
		state.Unknown = "no key frame is final yet"
		return state, err
	}
	loss, err := s.heldOutLoss(ctx, id, frame)
	if errors.Is(err, replica.ErrUnknown) {
		state.Unknown = strings.Join(strings.Fields(err.Error()), " ")
		return state, nil
	}
	if err != nil {
		return nil, err
	}
	state.Latest = &heldOut{Window: window, Commitment: frame, Loss: loss, LossWord: wordOf(math.Float32bits(loss)), Reached: g.Reached(loss)}
	return state, nil
}

// heldOutLoss evaluates a commitment. The run's own dataset isn't needed for it.
func (s *session) heldOutLoss(ctx context.Context, id chain.RunID, commitment chain.Hash) (float32, error) {
	r, err := s.openReplica(ctx, id, true)
	if err != nil {
		return 0, err
	}
	return r.HeldOut(ctx, commitment)
}

// keyFrame finds the newest key frame that is final; none is the zero hash.
func (s *session) keyFrame(ctx context.Context, id chain.RunID, spec program.Spec) (chain.Hash, uint64, error) {
	genesis, err := s.client.Genesis(ctx, id)
	if err != nil {
		return chain.Hash{}, 0, err
	}
	at, err := s.client.Anchor(ctx, id)
	for err == nil && at != genesis {
		var c chain.Commitment
		if c, err = s.client.Commitment(ctx, at); err == nil {
			if spec.KeyFrame(c.Window) {
				return at, c.Window, nil
			}
			at = c.Parent
		}
	}
	return chain.Hash{}, 0, err
}

func wordOf(word uint32) string { return fmt.Sprintf("0x%08x", word) }

func (g *goalState) describe() string {
	var text strings.Builder
	w := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "goal\ta loss of at most %s (%s) on held-out data\n", g.Target, g.TargetWord)
	fmt.Fprintf(w, "now\t%s\n", g.now())
	fmt.Fprintf(w, "data\t%s, %d batches of %d samples\n", g.HeldOut, g.Batches, g.Batch)
	fmt.Fprintf(w, "program\t%s\n", g.ProgramRoot)
	if p := g.Pot; p == nil {
		fmt.Fprintf(w, "pot\tnobody has locked anything\n")
	} else {
		fmt.Fprintf(w, "pot\t%s wei, %s\n", p.Amount, p.Status)
		for _, x := range p.Claims {
			about := "claim"
			if x.Against != 0 {
				about = fmt.Sprintf("contest of %d", x.Against)
			}
			fmt.Fprintf(w, "\t%d, %s: a loss of %v after %s, by %s, %s\n", x.ID, about, x.Loss, x.Commitment, x.Owner, x.Status)
		}
	}
	w.Flush()
	return text.String()
}

// now says in a line how far the run is.
func (g *goalState) now() string {
	if g.Latest == nil {
		return "unknown: " + g.Unknown
	}
	reached := "not reached"
	if g.Latest.Reached {
		reached = "reached"
	}
	return fmt.Sprintf("%.6g (%s) after window %d, final: %s", g.Latest.Loss, g.Latest.LossWord, g.Latest.Window, reached)
}
