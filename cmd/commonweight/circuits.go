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
	"github.com/commonweight/commonweight/internal/config"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/program"
	"github.com/spf13/cobra"
)

func circuitsVerb(c *console) *cobra.Command {
	return group(&cobra.Command{Use: "circuits", Short: "Prove steps: circuits, their setup, proofs"},
		circuitsCompile(c), circuitsSetup(c), circuitsContribute(c), circuitsVerifyTranscript(c), circuitsProve(c), circuitsVerify(c), circuitsExport(c))
}

// ofProgram gives a verb the program that a RunSpec file or a run names, and the settings.
func ofProgram(cmd *cobra.Command, do func(ctx context.Context, settings config.Config, p *program.Program) error) {
	spec := cmd.Flags().String("spec", "", "RunSpec file, as `run create --dry-run` prints it (default: the run's)")
	run := runFlag(cmd)
	cmd.Args = cobra.NoArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *spec == "" {
			return within(func(ctx context.Context, s *session) error {
				id, err := s.pick(ctx, *run)
				if err != nil {
					return err
				}
				store, err := s.store()
				if err != nil {
					return err
				}
				p, err := replica.ProgramOf(ctx, s.client, store, id)
				if err != nil {
					return err
				}
				return do(ctx, s.config, p)
			})(cmd, args)
		}
		settings, err := config.Load(cmd.Flags())
		if err != nil {
			return badInput(err)
		}
		draft, err := readDraft(*spec)
		if err != nil {
			return badInput(err)
		}
		p, err := program.Compile(draft)
		if err != nil {
			return badInput(err)
		}
		return do(cmd.Context(), settings, p)
	}
}

// circuitState is what `circuits compile` tells.
type circuitState struct {
	System      string  `json:"systemHash"`
	Constraints int     `json:"constraints"`
	Domain      uint64  `json:"domain"`
	Setup       float64 `json:"setupSeconds"`
	Prove       float64 `json:"proveSeconds"`
	KeyBytes    int64   `json:"provingKeyBytes"`
	Memory      int64   `json:"memoryBytes"`
}

func (s circuitState) describe() string {
	return fmt.Sprintf("constraint system %s: %d constraints, domain %d\nestimated on two cores: development setup %.1f s, a proof %.1f s with %d MiB; proving key %d MiB",
		s.System, s.Constraints, s.Domain, s.Setup, s.Prove, s.Memory>>20, s.KeyBytes>>20)
}

func circuitsCompile(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "compile",
		Short:   "Compile a run's program to the circuit of one step, and say how large it is",
		Example: "  commonweight circuits compile --spec spec.json",
	}
	ofProgram(cmd, func(_ context.Context, _ config.Config, p *program.Program) error {
		circuit, err := compileCircuit(p)
		if err != nil {
			return err
		}
		e := circuit.estimate()
		state := circuitState{circuit.hash.String(), e.Constraints, e.Domain, e.Setup.Seconds(), e.Prove.Seconds(), e.KeyBytes, e.Memory}
		return c.print(state, state.describe)
	})
	return cmd
}

func circuitsSetup(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "setup (--development | --transcript FOLDER)",
		Short: "Make keys on this machine for a local chain, or begin a setup by many",
		Long: `With --development the keys are made here, at once, and kept by the hash of the circuit. Whoever makes keys alone can prove anything with
them: this is for the local chains 1337 and 31337 and refused elsewhere.

With --transcript a setup by many begins: the folder goes from hand to hand, each runs "circuits contribute", and a beacon ends each of the two
phases. It is sound if one contributor of each phase forgot its secret.`,
		Example: `  commonweight circuits setup --spec spec.json --development
  commonweight circuits setup --spec spec.json --transcript ./setup`,
	}
	dev := cmd.Flags().Bool("development", false, "keys that are good for a local chain only")
	dir := cmd.Flags().String("transcript", "", "folder that the setup's transcript is begun in")
	ofProgram(cmd, func(_ context.Context, settings config.Config, p *program.Program) error {
		if *dev == (*dir != "") {
			return badInput(errors.New("name one of --development and --transcript"))
		}
		circuit, err := compileCircuit(p)
		if err != nil {
			return err
		}
		if *dev {
			keys, err := c.developmentKeys(settings.DataDir, settings.ChainID, circuit)
			if err != nil {
				return err
			}
			return c.printKeys(keys, circuit, settings)
		}
		if _, err := circuits.Begin(*dir, circuit.Constraints()); err != nil {
			return badInput(err)
		}
		return c.print(map[string]any{"transcript": *dir, "phase": 1}, func() string {
			return fmt.Sprintf("a setup for %s begins in %s\nnext: commonweight circuits contribute --transcript %s --name YOU", circuit.hash, *dir, *dir)
		})
	})
	return cmd
}

// printKeys tells of keys that were made or verified.
func (c *console) printKeys(keys *circuits.Keys, circuit *compiled, settings config.Config) error {
	hash, folder := chain.KeyHash(keys.Verifying.Bytes()), keyStore(settings.DataDir).Folder(circuit.hash)
	return c.print(map[string]any{"keyHash": hash, "systemHash": circuit.hash.String(), "development": keys.Development, "folder": folder}, func() string {
		return fmt.Sprintf("key %s of the constraint system %s, in %s", hash, circuit.hash, folder)
	})
}

// transcriptFlag is the folder of a setup by many.
func transcriptFlag(cmd *cobra.Command) *string {
	return cmd.Flags().String("transcript", "", "folder of the setup's transcript (required)")
}

func openTranscript(p *program.Program, dir string) (*circuits.Transcript, *compiled, error) {
	if dir == "" {
		return nil, nil, badInput(errors.New("--transcript is missing: name the setup's folder"))
	}
	circuit, err := compileCircuit(p)
	if err != nil {
		return nil, nil, err
	}
	t, err := circuits.OpenTranscript(dir, circuit.Constraints())
	if err != nil {
		return nil, nil, badInput(err)
	}
	return t, circuit, nil
}

func circuitsContribute(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "contribute --transcript FOLDER (--name YOU | --seal HEX)",
		Short: "Add a secret of yours to a setup, or end its phase with a beacon",
		Long: `Checks the contributions before yours, adds one, and forgets its secret. --seal ends the phase instead, with random bytes that nobody knew
when the last contribution was made: the hash of a block that was announced before.`,
		Example: `  commonweight circuits contribute --spec spec.json --transcript ./setup --name ann
  commonweight circuits contribute --spec spec.json --transcript ./setup --seal 0x9f2c…`,
	}
	dir := transcriptFlag(cmd)
	by := cmd.Flags().String("name", "", "who contributes, as the transcript shows it")
	seal := cmd.Flags().String("seal", "", "beacon that ends the phase, at least 16 bytes in hex")
	ofProgram(cmd, func(_ context.Context, _ config.Config, p *program.Program) error {
		if (*by == "") == (*seal == "") {
			return badInput(errors.New("name one of --name and --seal"))
		}
		t, circuit, err := openTranscript(p, *dir)
		if err != nil {
			return err
		}
		done := c.foretell("contribute", 2*circuit.estimate().Setup)
		if *seal == "" {
			err = t.Contribute(*by)
		} else {
			var beacon []byte
			if beacon, err = hex.DecodeString(strings.TrimPrefix(*seal, "0x")); err == nil {
				err = t.Seal(beacon)
			}
		}
		if err != nil {
			return badInput(err)
		}
		done()
		first, second := t.Contributions()
		return c.print(map[string]any{"phase": t.Phase(), "phase1": first, "phase2": second}, func() string {
			if t.Phase() == 0 {
				return fmt.Sprintf("the setup is sealed: %d and %d contributions\nnext: commonweight circuits verify-transcript --transcript %s", first, second, *dir)
			}
			return fmt.Sprintf("the setup is in phase %d: %d and %d contributions", t.Phase(), first, second)
		})
	})
	return cmd
}

func circuitsVerifyTranscript(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "verify-transcript --transcript FOLDER",
		Short:   "Check every contribution to a setup and keep the keys that come of them",
		Example: "  commonweight circuits verify-transcript --spec spec.json --transcript ./setup",
	}
	dir := transcriptFlag(cmd)
	ofProgram(cmd, func(_ context.Context, settings config.Config, p *program.Program) error {
		t, circuit, err := openTranscript(p, *dir)
		if err != nil {
			return err
		}
		done := c.foretell("verify the transcript", 4*circuit.estimate().Setup)
		keys, err := t.Verify()
		if err != nil {
			return badInput(err)
		}
		done()
		if err := keyStore(settings.DataDir).Save(circuit.hash, keys); err != nil {
			return err
		}
		return c.printKeys(keys, circuit, settings)
	})
	return cmd
}

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

func circuitsExport(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "export --out FOLDER",
		Short:   "Write the verifying key as the contract takes it, and gnark's own verifier contract",
		Example: "  commonweight circuits export --spec spec.json --out ./verifier",
	}
	out := cmd.Flags().String("out", "", "folder to write into (required)")
	ofProgram(cmd, func(_ context.Context, settings config.Config, p *program.Program) error {
		if *out == "" {
			return badInput(errors.New("--out is missing: name a folder"))
		}
		circuit, err := compileCircuit(p)
		if err != nil {
			return err
		}
		keys, err := keyStore(settings.DataDir).Load(circuit.hash)
		if err != nil {
			return badInput(err)
		}
		if err := export(keys.Verifying, *out); err != nil {
			return err
		}
		return c.print(map[string]any{"out": *out, "keyHash": chain.KeyHash(keys.Verifying.Bytes())}, func() string {
			return fmt.Sprintf("verifying.key and Verifier.sol are in %s", *out)
		})
	})
	return cmd
}
