package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCommandsOfTheDocsAreUnderstood reads every command line of the pages for validators, operators and provers and lets cobra parse it: verbs, flags and the number of
// arguments, without running anything.
func TestCommandsOfTheDocsAreUnderstood(t *testing.T) {
	var text []byte
	for _, page := range []string{"validators.md", "coordinator.md", "circuits.md", filepath.Join("operations", "README.md")} {
		some, err := os.ReadFile(filepath.Join("..", "..", "docs", page))
		if err != nil {
			t.Fatal(err)
		}
		text = append(text, some...)
	}
	n := 0
	for _, block := range bytes.Split(text, []byte("```sh\n"))[1:] {
		block, _, _ = bytes.Cut(block, []byte("```"))
		for _, line := range strings.Split(strings.TrimSpace(string(block)), "\n") {
			words := strings.Fields(line)
			if words[0] != "commonweight" {
				t.Errorf("%q is no command of ours", line)
				continue
			}
			n++
			if err := understood(words[1:]); err != nil {
				t.Errorf("%q: %v", line, err)
			}
		}
	}
	if n < 11 {
		t.Errorf("only %d commands found", n)
	}
	for _, wrong := range []string{"validator steak 1", "validator stake", "validator run --salt file", "validator vote"} {
		if understood(strings.Fields(wrong)) == nil {
			t.Errorf("%q is understood", wrong)
		}
	}
}

// The RunSpec to try proofs with is the one that make circuit-setup plays.
func TestProvableExampleIsPlayed(t *testing.T) {
	spec, err := os.ReadFile(filepath.Join("..", "..", "docs", "provable.json"))
	if err != nil {
		t.Fatal(err)
	}
	script, err := os.ReadFile(filepath.Join("testdata", "script", "setup.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasSuffix(script, append([]byte("-- line.json --\n"), spec...)) {
		t.Error("docs/provable.json isn't the line.json of setup.txtar")
	}
}

func understood(args []string) error {
	root := newRoot(&console{out: io.Discard, err: io.Discard})
	cmd, rest, err := root.Find(args)
	if err != nil {
		return err
	}
	if err := cmd.ParseFlags(rest); err != nil {
		return err
	}
	if len(cmd.Commands()) > 0 {
		return badInput(io.ErrUnexpectedEOF) // a group explains itself, which no example should show
	}
	return cmd.ValidateArgs(cmd.Flags().Args())
}
