package main

import (
	"context"
	"errors"
	"os"

	"github.com/commonweight/commonweight/cmd/commonweight/top"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

func topVerb(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "top",
		Short: "Watch a run: windows, lease, loss, disputes, clocks",
		Long: `Shows one run on the terminal, as a coordinator knows it, and keeps up with it; q leaves. It needs no node and no key. Where the output is no terminal, and
with --json, it shows the run once. Losses are what checkpoints say that the coordinator has read and found to be what was committed.
NO_COLOR=1 leaves the colours out.`,
		Example: `  commonweight top
  commonweight top --run 2 --coordinator https://coordinator.example
  commonweight top --json`,
		Args: cobra.NoArgs,
	}
	run := runFlag(cmd)
	address := cmd.Flags().String("coordinator", "http://127.0.0.1:8547", "address of the coordinator")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		source, err := top.NewSource(*address, *run)
		if err != nil {
			return badInput(err)
		}
		out, terminal := c.out.(*os.File)
		if c.json || !terminal || !term.IsTerminal(int(out.Fd())) {
			return c.once(cmd.Context(), source)
		}
		style := top.Coloured
		if os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
			style = top.Plain
		}
		return quietEnd(cmd.Context(), top.Live(cmd.Context(), source, os.Stdin, out, style))
	}
	return cmd
}

// once prints the board as it is now.
func (c *console) once(ctx context.Context, source *top.Source) error {
	board, err := source.Read(ctx)
	if errors.Is(err, top.ErrNoRun) {
		return badInput(err)
	}
	if err != nil {
		return err
	}
	return c.print(board, func() string { return top.Render(board, 100, 40, top.Plain) })
}
