package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/commonweight/commonweight/train/engine"
	"github.com/spf13/cobra"
)

// errUnsound ends a doctor that found an engine which must not be trusted; what is wrong has been printed.
var errUnsound = &codedError{exitSurrounding, errors.New("an engine of this machine does not compute as the numeric profile says: use another")}

func doctorVerb(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "Show which engines this machine has, and whether they compute as the numeric profile says",
		Long: `Opens every engine there is, and on each GPU the CUDA engine: each computes the conformance hash, results of every instruction and kernel whose
bits the profile fixes, before it may train. "auto" is what --engine auto takes; "second" is the other code path that the agents compare it
with before they bond anything.
Exit code 0: all that this machine has can be trusted, 4: something can't.`,
		Example: `  commonweight doctor
  commonweight doctor --json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			list := engine.Diagnose(cmd.Context())
			if err := c.print(list, func() string { return describeEngines(list) }); err != nil {
				return err
			}
			for _, d := range list {
				if !d.Works && !d.Missing {
					return errUnsound
				}
			}
			return nil
		},
	}
}

func describeEngines(list []engine.Diagnosis) string {
	var text strings.Builder
	for _, d := range list {
		verdict := "computes as the profile says, second " + d.Second
		if !d.Works {
			verdict = d.Problem
		}
		if d.Fastest {
			verdict += " (auto)"
		}
		fmt.Fprintf(&text, "%-9s %s\n", d.Engine, verdict)
		if g := d.Device; g != nil {
			fmt.Fprintf(&text, "%-9s device %d: %s, compute capability %s, %d processors, %.1f GiB, driver for CUDA %s\n", "", g.Number, g.Name, g.Compute,
				g.Processors, float64(g.Memory)/(1<<30), g.Driver)
		}
	}
	return text.String()
}
