package main

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/commonweight/commonweight/circuits"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/program"
	"github.com/spf13/cobra"
)

// provedState is what `circuits prove` tells.
type provedState struct {
	Commitment chain.Hash `json:"commitment"`
	Steps      uint32     `json:"stepsProved"`
	Proven     bool       `json:"proven"`
	Seconds    float64    `json:"seconds"`
}

func circuitsProve(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "prove --commitment HASH",
		Short: "Prove the steps of a commitment on chain, step by step",
		Long: `Proves what isn't proved yet of a commitment and sends the proofs. A proven commitment needs no challenge period of its own. Steps that meet an
infinity or a NaN have no proof.`,
		Example: "  commonweight circuits prove --run 1 --commitment 0x… --key-file keys/01.json --key-password-file keys/password",
		Args:    cobra.NoArgs,
	}
	run := runFlag(cmd)
	named := cmd.Flags().String("commitment", "", "hash of the commitment (required)")
	cmd.RunE = acting(func(ctx context.Context, s *session, account *chain.Account) error {
		hash, err := hashFlag(*named)
		if err != nil {
			return err
		}
		r, err := s.picked(ctx, *run)
		if err != nil {
			return err
		}
		p, err := s.openProver(r, account)
		if err != nil {
			return err
		}
		p.told = c.tellProof
		commitment, err := s.client.Commitment(ctx, hash)
		if err != nil {
			return err
		}
		pre, err := r.Before(ctx, hash)
		if err != nil {
			return err
		}
		done := c.foretell("prove", time.Duration(commitment.Steps)*p.circuit.estimate().Prove)
		begun := time.Now()
		if err := p.Prove(ctx, hash, pre, int(commitment.Steps)); err != nil {
			return err
		}
		done()
		state := provedState{Commitment: hash, Steps: commitment.Steps, Proven: true, Seconds: time.Since(begun).Seconds()}
		return c.print(state, func() string {
			return fmt.Sprintf("%s is proven: %d steps in %.1f s; it needs no challenge period", hash, state.Steps, state.Seconds)
		})
	})
	return cmd
}

func (c *console) tellProof(step uint64, took time.Duration) {
	fmt.Fprintf(c.err, "step %d: proved in %s\n", step, took.Round(10*time.Millisecond))
}

func hashFlag(text string) (h chain.Hash, err error) {
	raw, err := hex.DecodeString(strings.TrimPrefix(text, "0x"))
	if err != nil || len(raw) != len(h) {
		return h, badInput(fmt.Errorf("--commitment %q: want 0x and 64 hexadecimal digits", text))
	}
	return chain.Hash(raw), nil
}

func circuitsVerify(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "verify --step N [--proof FILE] [--out FILE]",
		Short: "Check a proof of a step of the run, or make one without sending it",
		Long: `Replays from the nearest checkpoint that can be had and checked, works out what a proof of it must show, and checks the proof in --proof as the contract does. With --out it makes
a proof itself, checks it and writes it.`,
		Example: "  commonweight circuits verify --run 1 --step 3 --out step3.proof",
		Args:    cobra.NoArgs,
	}
	run := runFlag(cmd)
	number := cmd.Flags().Uint64("step", 0, "number of the step, from 0")
	proofFile := cmd.Flags().String("proof", "", "file of the proof, 384 bytes")
	out := cmd.Flags().String("out", "", "file to write a proof to")
	cmd.RunE = within(func(ctx context.Context, s *session) error {
		if (*proofFile == "") == (*out == "") {
			return badInput(errors.New("name one of --proof and --out"))
		}
		r, err := s.picked(ctx, *run)
		if err != nil {
			return err
		}
		p, err := s.openProver(r, nil)
		if err != nil {
			return err
		}
		p.told = c.tellProof
		pre, err := stateBefore(ctx, r, *number)
		if err != nil {
			return err
		}
		post, err := r.Replay(ctx, pre, 1, nil)
		if err != nil {
			return err
		}
		var proof []byte
		if *out != "" {
			done := c.foretell("prove", p.circuit.estimate().Prove)
			if proof, err = p.step(ctx, pre, post); err == nil {
				done()
				err = os.WriteFile(*out, proof, 0o644)
			}
		} else {
			proof, err = readProofFile(*proofFile)
		}
		if err != nil {
			return err
		}
		if err := p.keys.Verifying.Verify(p.statement(pre, post).Public(), proof); err != nil {
			return &codedError{exitDisagree, err}
		}
		return c.print(map[string]any{"step": *number, "holds": true, "pre": r.Root(pre), "post": r.Root(post)}, func() string {
			return fmt.Sprintf("the proof holds: step %d leads from %s to %s", *number, r.Root(pre), r.Root(post))
		})
	})
	return cmd
}

// stateBefore is the state that a step of the run starts from, from the nearest checkpoint that can be had and checked.
//
// Errors: replica.ErrUnknown beyond the windows that are committed, and the one after them.
func stateBefore(ctx context.Context, r *replica.Replica, step uint64) (*program.State, error) {
	if total := r.Run().Schedule.TotalSteps; step >= total {
		return nil, badInput(fmt.Errorf("step %d: run %d has %d steps, the last is %d", step, r.ID(), total, total-1))
	}
	k := uint64(r.Run().Schedule.WindowSteps)
	anchor := r.Genesis()
	if step >= k {
		var err error
		if anchor, err = r.Committed(ctx, step/k*k-1); err != nil {
			return nil, err
		}
	}
	pre, err := r.After(ctx, anchor)
	if err != nil {
		return nil, err
	}
	return r.Replay(ctx, pre, int(step%k), nil)
}

func readProofFile(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, badInput(err)
	}
	defer file.Close()
	proof, err := io.ReadAll(io.LimitReader(file, circuits.ProofBytes+1))
	if err == nil && len(proof) != circuits.ProofBytes {
		err = fmt.Errorf("%s is no proof: it hasn't %d bytes", path, circuits.ProofBytes)
	}
	if err != nil {
		return nil, badInput(err)
	}
	return proof, nil
}
