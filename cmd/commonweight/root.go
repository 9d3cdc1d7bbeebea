package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"

	"github.com/commonweight/commonweight/internal/config"
	"github.com/spf13/cobra"
)

// console is where a verb speaks: results to out, everything else to err.
type console struct {
	out, err io.Writer
	json     bool
}

// execute runs one command line and returns the exit code.
func execute(ctx context.Context, args []string, out, err io.Writer) int {
	c := &console{out: out, err: err}
	root := newRoot(c)
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(err)
	return c.finish(ctx, root.ExecuteContext(ctx))
}

func newRoot(c *console) *cobra.Command {
	root := &cobra.Command{
		Use:   "commonweight",
		Short: "Train a model in public: anyone computes, anyone checks, arithmetic decides",
		Long: `Commonweight trains a model in public. A worker takes a run's lease with a bond, computes a window of steps and commits
the new state; fraud-proofers replay what they like and challenge what differs; validators vote; the head rolls back.

Settings come from flags, then environment variables (COMMONWEIGHT_RPC, …), then commonweight.toml.
Exit codes: 0 done or agree, 1 disagree or a promise broke, 2 bad input, 3 unknown (something is missing),
4 the surroundings failed (node, storage, key, funds), 5 anything else, 130 interrupted.`,
		Example: `  commonweight demo
  commonweight devnet --data-dir ./net
  commonweight verify --run 1 --step 17`,
		SilenceUsage:  true,
		SilenceErrors: true,
		PersistentPreRun: func(*cobra.Command, []string) {
			slog.SetDefault(slog.New(c.logHandler()))
		},
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return badInput(err) })
	root.PersistentFlags().BoolVar(&c.json, "json", false, "print results as JSON, and events as JSON lines")
	config.AddFlags(root.PersistentFlags())
	group(root, verbs(c)...)
	return root
}

// group makes a command of commands: alone it explains itself, with a word it doesn't know it fails.
func group(cmd *cobra.Command, children ...*cobra.Command) *cobra.Command {
	cmd.AddCommand(children...)
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return badInput(fmt.Errorf("unknown command %q for %q; see %s --help", args[0], cmd.CommandPath(), cmd.CommandPath()))
		}
		return cmd.Help()
	}
	return cmd
}

func (c *console) logHandler() slog.Handler {
	if c.json {
		return slog.NewJSONHandler(c.err, nil)
	}
	return slog.NewTextHandler(c.err, nil)
}
