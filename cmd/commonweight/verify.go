package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/spf13/cobra"
)

// verification is the answer about some steps.
type verification struct {
	Run     chain.RunID     `json:"run"`
	Answer  string          `json:"answer"` // agree, disagree or unknown
	Engine  string          `json:"engine"`
	Steps   []verifiedStep  `json:"steps"`
	Windows []verifiedBound `json:"windows"`
	Reason  string          `json:"reason,omitempty"`
	Bundle  *bundled        `json:"bundle,omitempty"`
}

// verifiedStep is one replayed step.
type verifiedStep struct {
	Step uint64     `json:"step"`
	Root chain.Hash `json:"root"` // state root after it
	Loss float32    `json:"loss"`
}

// verifiedBound compares the end of a window with what was committed.
type verifiedBound struct {
	Window     uint64     `json:"window"`
	Commitment chain.Hash `json:"commitment"`
	Own        chain.Hash `json:"own"`
	Committed  chain.Hash `json:"committed"`
	Difference string     `json:"difference,omitempty"`
}

func verifyVerb(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "verify --step N",
		Short: "Replay one step, or a range, and compare the bits with what was committed",
		Long: `Replays from the nearest checkpoint that can be had and checked, prints the state root after each step asked for, and compares the end of the
window that holds it with the commitment. Needs no key and sends nothing.

With --step and --bundle it also writes an evidence bundle: a CAR file with all that another person needs to check the same window, without
a node, a store or the dataset. With --bundle alone it checks such a file. What the file proves is about one commitment hash, which
--commitment pins; compare it with the chain, or with what you were told.
Exit code 0: agree, 1: disagree, 3: unknown (bytes are missing or damaged, or the step isn't committed yet).`,
		Example: `  commonweight verify --step 17
  commonweight verify --step 16-31 --run 2 --engine portable --json
  commonweight verify --step 17 --bundle evidence.car
  commonweight verify --bundle evidence.car --commitment 0x5f…`,
		Args: cobra.NoArgs,
	}
	steps := cmd.Flags().String("step", "", "step to check, or a range such as 16-31")
	bundle := cmd.Flags().String("bundle", "", "evidence bundle: written with --step, checked without")
	pinned := cmd.Flags().String("commitment", "", "commitment hash that a bundle must be about")
	run := runFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *steps == "" && *bundle != "" {
			return c.checkBundle(cmd, *bundle, *pinned)
		}
		first, last, err := parseRange(*steps)
		if err != nil {
			return badInput(err)
		}
		if *pinned != "" {
			return badInput(errors.New("--commitment goes with --bundle alone: with --step the chain says which commitment it is"))
		}
		return within(func(ctx context.Context, s *session) error {
			r, err := s.picked(ctx, *run)
			if err != nil {
				return err
			}
			if total := r.Run().Schedule.TotalSteps; last >= total {
				return badInput(fmt.Errorf("step %d: run %d has %d steps, the last is %d", last, r.ID(), total, total-1))
			}
			if k := uint64(r.Run().Schedule.WindowSteps); *bundle != "" && first/k != last/k {
				return badInput(fmt.Errorf("steps %d to %d lie in several windows, and a bundle holds one of %d steps", first, last, k))
			}
			v, err := verify(ctx, r, first, last)
			if err != nil {
				return err
			}
			if *bundle != "" {
				if err := v.writeBundle(ctx, r, *bundle); err != nil {
					return err
				}
			}
			return c.answer(v)
		})(cmd, args)
	}
	return cmd
}

// answer prints a verification and ends with its exit code.
func (c *console) answer(v *verification) error {
	if err := c.print(v, v.describe); err != nil {
		return err
	}
	return v.end()
}

// end is the error that carries the exit code of the answer.
func (v *verification) end() error {
	switch v.Answer {
	case replica.Disagree.String():
		return errDisagree
	case replica.Unknown.String():
		return errUnknown
	}
	return nil
}

// verify replays the windows that hold the steps.
func verify(ctx context.Context, r *replica.Replica, first, last uint64) (*verification, error) {
	engine, _ := r.Engines()
	v := &verification{Run: r.ID(), Engine: engine, Answer: replica.Agree.String(), Steps: []verifiedStep{}, Windows: []verifiedBound{}}
	for step := first; step <= last; {
		h, err := replayAround(ctx, r, step, last)
		if errors.Is(err, replica.ErrUnknown) {
			v.Answer, v.Reason = replica.Unknown.String(), err.Error()
			return v, nil
		}
		if err != nil {
			return nil, err
		}
		for i, root := range h.Roots[1:] {
			if at := h.First + uint64(i); at >= first && at <= last {
				v.Steps = append(v.Steps, verifiedStep{Step: at, Root: root, Loss: h.Losses[i]})
			}
		}
		bound := verifiedBound{Window: step / uint64(r.Run().Schedule.WindowSteps), Commitment: h.Commitment, Own: h.Roots[len(h.Roots)-1], Committed: h.Claimed}
		if !h.Agrees() {
			// Nobody is accused on the word of one engine.
			judged := r.Judge(ctx, h.Commitment)
			v.Answer, v.Reason = judged.Answer.String(), judged.Reason
			if judged.Answer == replica.Disagree {
				bound.Difference = differenceOf(ctx, r, h)
			}
		}
		v.Windows = append(v.Windows, bound)
		if v.Answer == replica.Unknown.String() {
			return v, nil
		}
		step = h.First + uint64(len(h.Losses))
	}
	return v, nil
}

// replayAround replays the window that holds a step, for the roots from that step to last.
func replayAround(ctx context.Context, r *replica.Replica, step, last uint64) (*replica.History, error) {
	commitment, err := r.Committed(ctx, step)
	if err != nil {
		return nil, err
	}
	return r.History(ctx, commitment, step, last)
}

// differenceOf says in words where the committed state differs, if its checkpoint can be had.
func differenceOf(ctx context.Context, r *replica.Replica, h *replica.History) string {
	d, found, err := r.Differ(ctx, h.Post, h.Commitment)
	switch {
	case err != nil:
		return "where is unknown: " + err.Error()
	case !found:
		return "the published checkpoint is right, the committed root isn't its root"
	}
	return d.String()
}

func (v *verification) describe() string {
	var text strings.Builder
	for _, s := range v.Steps {
		fmt.Fprintf(&text, "step %d  %s  loss %.4f\n", s.Step, s.Root, s.Loss)
	}
	for _, w := range v.Windows {
		switch {
		case w.Own == w.Committed:
			fmt.Fprintf(&text, "window %d agrees with commitment %s\n", w.Window, w.Commitment)
		case v.Answer == replica.Disagree.String():
			fmt.Fprintf(&text, "window %d DISAGREES with commitment %s\n  own root       %s\n  committed root %s\n",
				w.Window, w.Commitment, w.Own, w.Committed)
			if w.Difference != "" {
				fmt.Fprintf(&text, "  first difference: %s\n", w.Difference)
			}
		}
	}
	if v.Answer == replica.Unknown.String() {
		fmt.Fprintf(&text, "unknown: %s\n", v.Reason)
	}
	if v.Bundle != nil {
		text.WriteString(v.Bundle.describe())
	}
	return text.String()
}

// parseRange reads "17" or "16-31".
func parseRange(text string) (first, last uint64, err error) {
	if text == "" {
		return 0, 0, errors.New("--step is missing: name a step or a range such as 16-31")
	}
	from, to, ranged := strings.Cut(text, "-")
	if !ranged {
		to = from
	}
	first, err = strconv.ParseUint(from, 10, 63)
	if err == nil {
		last, err = strconv.ParseUint(to, 10, 63)
	}
	if err != nil || first > last {
		return 0, 0, fmt.Errorf("--step %q: want a number, or a range such as 16-31", text)
	}
	return first, last, nil
}
