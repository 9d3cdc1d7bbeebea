package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/commonweight/commonweight/internal/simulate"
	"github.com/spf13/cobra"
)

// errNotAsPromised ends a simulation whose report has been printed already.
var errNotAsPromised = &codedError{exitDisagree, errors.New("the economics aren't as promised: see what is marked above")}

func simulateVerb(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "simulate",
		Short: "Play liars, bribed juries, puppets and squatters against the real contracts, and count who pays",
		Long: `Plays scenarios against the contracts in an EVM inside this process, on a chain whose time the simulation sets: days of clocks in
seconds, with the public numbers of the protocol. Each scenario promises an outcome; one that differs makes the command exit with 1.

The same seed gives the same figures on every machine. No node, no network and no key is used; the coins are worth nothing.

With --out DIR the report is also written there: economics.json, figures/economics-*.svg, and the generated part of economics.md if the
page is there. "make simulate" does that in docs/.

Scenarios: ` + strings.Join(simulate.Names(), ", "),
		Example: `  commonweight simulate
  commonweight simulate --scenario bribed-jury --seed 7 --json`,
		Args: cobra.NoArgs,
	}
	seed := cmd.Flags().Uint64("seed", 1, "of block hashes, and of all that people decide by chance")
	scenarios := cmd.Flags().StringSlice("scenario", nil, "play only these, by name")
	out := cmd.Flags().String("out", "", "folder for report and pictures")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		report, err := simulate.Run(cmd.Context(), simulate.Options{
			Seed: *seed, Names: *scenarios, Progress: func(line string) { fmt.Fprintln(c.err, line) },
		})
		if errors.Is(err, simulate.ErrUnknown) {
			return badInput(err)
		}
		if err != nil {
			return err
		}
		report.Date = time.Now().UTC().Format(time.DateOnly)
		report.Machine = fmt.Sprintf("%d cores, %s", runtime.NumCPU(), runtime.GOARCH)
		if *out != "" {
			if err := writeSimulation(report, *out); err != nil {
				return err
			}
		}
		if err := c.print(report, report.Text); err != nil {
			return err
		}
		if report.Broken() {
			return errNotAsPromised
		}
		return nil
	}
	return cmd
}

// writeSimulation writes a report into a folder.
func writeSimulation(report *simulate.Report, folder string) error {
	if err := report.WritePlots(filepath.Join(folder, "figures")); err != nil {
		return err
	}
	text, err := json.MarshalIndent(report, "", " ")
	if err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	if err := os.WriteFile(filepath.Join(folder, "economics.json"), append(text, '\n'), 0o644); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	path := filepath.Join(folder, "economics.md")
	page, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	changed, ok := report.Replace(string(page))
	if !ok {
		return nil
	}
	if err := os.WriteFile(path, []byte(changed), 0o644); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}
