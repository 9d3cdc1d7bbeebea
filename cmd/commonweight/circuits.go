package main

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

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
	First       float64 `json:"contributePhase1Seconds"`
	Second      float64 `json:"contributePhase2Seconds"` // and to verify a transcript
	Prove       float64 `json:"proveSeconds"`
	KeyBytes    int64   `json:"provingKeyBytes"`
	Memory      int64   `json:"memoryBytes"`
}

func (s circuitState) describe() string {
	return fmt.Sprintf("constraint system %s: %d constraints, domain %d\nestimated on two cores: development setup %.1f s; setup by many: %.0f s a contribution "+
		"to phase 1, %.0f s to phase 2, and to verify it; a proof %.1f s with %d MiB; proving key %d MiB",
		s.System, s.Constraints, s.Domain, s.Setup, s.First, s.Second, s.Prove, s.Memory>>20, s.KeyBytes>>20)
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
		state := circuitState{
			circuit.hash.String(), e.Constraints, e.Domain, e.Setup.Seconds(), e.Contribute[0].Seconds(), e.Contribute[1].Seconds(), e.Prove.Seconds(), e.KeyBytes, e.Memory,
		}
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
		done := func() {}
		if phase := t.Phase(); phase == 2 || phase == 1 && *seal == "" {
			done = c.foretell("contribute", circuit.estimate().Contribute[phase-1])
		}
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
		keys, err := c.verifyTranscript(settings.DataDir, circuit, t)
		if err != nil {
			return err
		}
		return c.printKeys(keys, circuit, settings)
	})
	return cmd
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
