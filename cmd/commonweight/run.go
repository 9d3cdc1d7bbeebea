package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/commonweight/commonweight/internal/author"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/program"
	"github.com/spf13/cobra"
)

// maxSpecFile bounds a RunSpec file before it is read.
const maxSpecFile = 4 << 20

func runVerb(c *console) *cobra.Command {
	return group(&cobra.Command{Use: "run", Short: "Create runs and look at them"}, runCreate(c), runStatus(c), runList(c))
}

func runCreate(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "create --data FOLDER [--spec FILE] [--genesis FILE] [--held-out FOLDER --target LOSS]",
		Short: "Create a run: store its RunSpec and dataset, register and fund it",
		Long: `Fills in a RunSpec's dataset, stores both, registers the run with its roots and funds the reward of every step.
Without --spec it takes the default: a byte-level GPT of about a million parameters with devnet clocks. --dry-run prints the RunSpec as it
would be registered and stores nothing: save it, change it, pass it as --spec.

--data takes a folder of text; tokens as llm.c and nanoGPT write them (.bin, 2 bytes each, with or without header); for a classifier
(model.kind mlp) a .csv of numbers with a label per line, IDX images (train-images-idx3-ubyte, with train-labels-idx1-ubyte beside it; pixels
are divided by 255), or records as they lie: float32 features and a uint32 label.

With --genesis training goes on from a model that exists: a model.safetensors by Hugging Face's GPT-2 (float32, tied head) or by
"model export". The RunSpec's model must have its sizes; of wpe the first rows are kept. Moments begin at 0.

With --held-out and --target the run has a goal: a mean loss on data that it isn't trained on. Money can be locked for whoever gets it there
("goal lock").

With --proofs workers can prove steps of the run, which then need no challenge period ("circuits"). Its RunSpec must say "hash": "poseidon2".`,
		Example: `  commonweight run create --data ./text --dry-run > spec.json
  commonweight run create --data ./text --spec spec.json --key-file keys/00.json --key-password-file keys/password
  commonweight run create --data train.bin --spec gpt2.json --genesis gpt2/model.safetensors`,
		Args: cobra.NoArgs,
	}
	var from author.Sources
	cmd.Flags().StringVar(&from.Data, "data", "", "folder of text, or a file of tokens or records (required)")
	cmd.Flags().StringVar(&from.Label, "label", "", "column of a .csv file that holds the label (default: the last one)")
	cmd.Flags().StringVar(&from.Genesis, "genesis", "", "safetensors of the model to begin with (default: weights from the seed)")
	cmd.Flags().StringVar(&from.HeldOut, "held-out", "", "data that the goal is measured on, of the same kind as --data")
	target := cmd.Flags().String("target", "", "loss on the held-out data that is the goal (default: the RunSpec's)")
	batches := cmd.Flags().Int("held-out-batches", 4, "with --target: how many batches of the held-out data are evaluated, at most 16")
	specFile := cmd.Flags().String("spec", "", "RunSpec to start from (default: the built-in one)")
	proofs := cmd.Flags().String("proofs", "", "make the run provable: a setup's transcript folder, or \"development\" on a local chain")
	dry := cmd.Flags().Bool("dry-run", false, "print the RunSpec and stop")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if from.Data == "" {
			return badInput(errors.New("--data is missing: name a folder of text or a file of tokens"))
		}
		draft, err := readDraft(*specFile)
		if err != nil {
			return badInput(err)
		}
		if *target != "" {
			draft.Goal = &program.Goal{Batches: *batches, Target: program.Decimal(*target)}
		}
		plan, err := author.Prepare(cmd.Context(), draft, from)
		if err != nil {
			return badInput(err)
		}
		if *dry {
			return c.print(plan.Spec, func() string { return indent(plan.Spec) })
		}
		return acting(func(ctx context.Context, s *session, account *chain.Account) error {
			store, err := s.store()
			if err != nil {
				return err
			}
			if *proofs != "" {
				if plan.Terms.Proofs, err = c.proofTerms(ctx, s, store, plan.Program, *proofs); err != nil {
					return err
				}
			}
			id, err := plan.Register(ctx, account, store)
			if err != nil {
				return err
			}
			return c.print(map[string]any{"run": id, "specHash": chain.Hash(plan.Spec.Hash()), "datasetRoot": plan.Spec.Dataset.Root},
				func() string {
					return fmt.Sprintf("run %d is open: %d steps in windows of %d, dataset of %d bytes\nnext: commonweight worker run --run %d",
						id, plan.Spec.Steps, plan.Spec.Window, plan.Spec.Dataset.Bytes, id)
				})
		})(cmd, args)
	}
	return cmd
}

// readDraft reads a RunSpec file, or returns the built-in one.
func readDraft(path string) (program.Spec, error) {
	if path == "" {
		return author.Default(), nil
	}
	file, err := os.Open(path)
	if err != nil {
		return program.Spec{}, fmt.Errorf("RunSpec: %w", err)
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxSpecFile+1))
	if err != nil {
		return program.Spec{}, fmt.Errorf("RunSpec %s: %w", path, err)
	}
	if len(text) > maxSpecFile {
		return program.Spec{}, fmt.Errorf("RunSpec %s has more than %d bytes", path, maxSpecFile)
	}
	spec, err := program.ParseSpec(text)
	if err != nil {
		return program.Spec{}, fmt.Errorf("RunSpec %s: %w", path, err)
	}
	return spec, nil
}

func indent(value any) string {
	text, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// runState is what `run status` tells.
type runState struct {
	Run       chain.RunID   `json:"run"`
	Author    chain.Address `json:"author"`
	Steps     uint64        `json:"steps"`
	Window    uint32        `json:"windowSteps"`
	Windows   uint64        `json:"windows"`
	Committed uint64        `json:"committed"`
	Final     uint64        `json:"final"`
	Head      chain.Hash    `json:"head"`
	Anchor    chain.Hash    `json:"anchor"`
	Holder    chain.Address `json:"leaseHolder"`
	Deadline  uint64        `json:"leaseDeadline"`
	Now       uint64        `json:"now"`
	Escrow    string        `json:"escrow"`
	Bond      string        `json:"bond"`
	SpecHash  chain.Hash    `json:"specHash"`
	Goal      *goalState    `json:"goal,omitempty"`
}

func runStatus(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "status",
		Short:   "Where a run stands: head, anchor, lease, escrow, goal",
		Example: "  commonweight run status --run 1 --json",
		Args:    cobra.NoArgs,
	}
	run := runFlag(cmd)
	cmd.RunE = within(func(ctx context.Context, s *session) error {
		id, err := s.pick(ctx, *run)
		if err != nil {
			return err
		}
		state, err := s.state(ctx, id)
		if err != nil {
			return err
		}
		// The chain alone tells the rest: a RunSpec that can't be had hides the goal only.
		if state.Goal, err = s.goal(ctx, id); err != nil && !errors.Is(err, replica.ErrUnknown) && !errors.Is(err, ipfs.ErrUnreachable) {
			return err
		}
		return c.print(state, state.describe)
	})
	return cmd
}

func (s *session) state(ctx context.Context, id chain.RunID) (*runState, error) {
	run, err := s.client.Run(ctx, id)
	if err != nil {
		return nil, err
	}
	progress, err := s.client.Progress(ctx, id)
	if err != nil {
		return nil, err
	}
	lease, err := s.client.Lease(ctx, id)
	if err != nil {
		return nil, err
	}
	state := &runState{
		Run: id, Steps: run.Schedule.TotalSteps, Window: run.Schedule.WindowSteps,
		Windows:   (run.Schedule.TotalSteps + uint64(run.Schedule.WindowSteps) - 1) / uint64(run.Schedule.WindowSteps),
		Committed: progress.HeadCount, Final: progress.AnchorCount, Holder: lease.Holder, Deadline: lease.Deadline,
		Now: s.client.Now(), SpecHash: run.Facts.SpecHash,
	}
	if state.Author, err = s.client.Author(ctx, id); err != nil {
		return nil, err
	}
	if state.Head, err = s.client.Head(ctx, id); err != nil {
		return nil, err
	}
	if state.Anchor, err = s.client.Anchor(ctx, id); err != nil {
		return nil, err
	}
	for field, read := range map[*string]func() (*big.Int, error){
		&state.Escrow: func() (*big.Int, error) { return s.client.Escrow(ctx, id) },
		&state.Bond:   func() (*big.Int, error) { return s.client.RequiredBond(ctx, id) },
	} {
		amount, err := read()
		if err != nil {
			return nil, err
		}
		*field = amount.String()
	}
	return state, nil
}

func (r *runState) describe() string {
	var text strings.Builder
	w := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "run\t%d, by %s\n", r.Run, r.Author)
	fmt.Fprintf(w, "windows\t%d of %d committed, %d final (%d steps, %d a window)\n", r.Committed, r.Windows, r.Final, r.Steps, r.Window)
	fmt.Fprintf(w, "head\t%s\n", r.Head)
	fmt.Fprintf(w, "anchor\t%s\n", r.Anchor)
	if r.Holder == (chain.Address{}) {
		fmt.Fprintf(w, "lease\tfree, bond %s wei\n", r.Bond)
	} else {
		fmt.Fprintf(w, "lease\t%s, %d s left\n", r.Holder, int64(r.Deadline)-int64(r.Now))
	}
	fmt.Fprintf(w, "escrow\t%s\n", r.Escrow)
	if r.Goal != nil {
		fmt.Fprintf(w, "goal\t%s on held-out data; %s\n", r.Goal.Target, r.Goal.now())
	}
	w.Flush()
	return text.String()
}

func runList(c *console) *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "All runs of the deployment",
		Example: "  commonweight run list",
		Args:    cobra.NoArgs,
		RunE: within(func(ctx context.Context, s *session) error {
			n, err := s.client.Runs(ctx)
			if err != nil {
				return err
			}
			states := []*runState{}
			for id := chain.RunID(1); id <= n; id++ {
				state, err := s.state(ctx, id)
				if err != nil {
					return err
				}
				states = append(states, state)
			}
			return c.print(states, func() string { return describeRuns(states) })
		}),
	}
}

func describeRuns(states []*runState) string {
	if len(states) == 0 {
		return "no runs yet"
	}
	var text strings.Builder
	w := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "run\tcommitted\tfinal\twindows\tauthor")
	for _, r := range states {
		fmt.Fprintf(w, "%d\t%d\t%d\t%d\t%s\n", r.Run, r.Committed, r.Final, r.Windows, r.Author)
	}
	w.Flush()
	return text.String()
}
