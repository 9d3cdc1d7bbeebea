package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
)

// TestDisputeIsExplained: from the seal to the end of the match, `dispute` says in words what differs, whose move it is and what it can cost.
func TestDisputeIsExplained(t *testing.T) {
	stage := replicatest.Start(t, func(s *program.Spec) {
		c := &s.Clocks
		c.Challenge, c.Open, c.BallotCommit, c.BallotReveal, c.Appeal, c.MatchClock = 200, 60, 20, 20, 60, 60
		c.MoveExtension, c.ListExtension, c.HistoryExtension = 600, 600, 700
	}, nil)
	ctx := context.Background()
	r := stage.Replica("auto", t.TempDir())
	liar, honest := stage.Account(1), stage.Account(2)
	pre, err := r.Fetch(ctx, r.Genesis())
	if err != nil {
		t.Fatal(err)
	}
	post, err := r.Replay(ctx, pre, 4, nil)
	if err != nil {
		t.Fatal(err)
	}
	commitment := stage.Commit(liar, r, replicatest.Lie(post))
	salt, root := chain.Hash{3}, r.Root(post)
	sealed, _, err := honest.Seal(ctx, commitment, honest.SealHash(commitment, root, honest.Address(), salt))
	if err != nil {
		t.Fatal(err)
	}

	dir := t.TempDir()
	deployment := filepath.Join(dir, "deployment.json")
	if err := stage.Net.Deployment().Save(deployment); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) (int, string) {
		var out, errs bytes.Buffer
		args = append(args, "--rpc", stage.Net.WS(), "--deployment", deployment, "--data-dir", dir, "--storage-path", stage.StoreDir)
		code := execute(ctx, args, &out, &errs)
		return code, out.String() + errs.String()
	}
	says := func(code int, args []string, words ...string) {
		t.Helper()
		got, said := run(args...)
		if got != code {
			t.Errorf("%v: exit code %d, want %d: %s", args, got, code, said)
		}
		for _, w := range words {
			if !strings.Contains(said, w) {
				t.Errorf("%v doesn't say %q: %s", args, w, said)
			}
		}
	}
	says(exitDone, []string{"dispute", "show", "1"}, "window 0 (steps 0 to 3)", "has sealed its answer", "arithmetic: not opened")
	says(exitBadInput, []string{"dispute", "show", "2"}, "no dispute 2")
	says(exitBadInput, []string{"dispute", "show", "x"})
	says(exitDone, []string{"dispute", "cost"}, "a challenge in run 1 bonds", "at most 30 transactions")
	if _, err := honest.OpenChallenge(ctx, commitment, sealed.Challenge, root, honest.Address(), salt); err != nil {
		t.Fatal(err)
	}
	if _, err := honest.OpenArithmetic(ctx, sealed.Challenge); err != nil {
		t.Fatal(err)
	}
	says(exitDone, []string{"dispute", "show", "1"}, "arithmetic: running, phase start", "either side may begin", "left")
	key, password, mover := filepath.Join(dir, "key.json"), filepath.Join(dir, "password"), stage.Net.Keys()[5].Address.Hex()
	if err := errors.Join(stage.Net.Keys()[2].Save(key, "devnet"), os.WriteFile(password, []byte("devnet\n"), 0o600)); err != nil {
		t.Fatal(err)
	}
	says(exitDone, []string{"dispute", "key", mover, "--key-file", key, "--key-password-file", password}, mover+" may move in the matches of")
	says(exitDone, []string{"dispute", "show", "1"}, "the challenger lets "+mover+" move for it")
	says(exitDone, []string{"dispute", "key", "none", "--key-file", key, "--key-password-file", password}, "only "+honest.Address().Hex()+" itself moves")
	says(exitBadInput, []string{"dispute", "key", "x", "--key-file", key, "--key-password-file", password})
	says(exitBadInput, []string{"dispute", "play"}, "--owner is missing")
	p, err := player.New(ctx, player.Config{Account: honest, Run: stage.Run, Lists: r, Log: quiet()})
	if err != nil {
		t.Fatal(err)
	}
	if moved, err := p.Tick(ctx); !moved || err != nil {
		t.Fatalf("no first move: %v", err)
	}
	says(exitDone, []string{"dispute", "show"}, "dispute 1:", "phase steps, committer to move", "haven't found the first step")
	code, said := run("dispute", "show", "1", "--json")
	var d disputeView
	if err := json.Unmarshal([]byte(said), &d); err != nil || code != exitDone {
		t.Fatalf("exit code %d, %v: %s", code, err, said)
	}
	if d.Match == nil || d.Match.Due != "committer" || d.Match.Left <= 0 || d.Match.ChallengerGas.Sign() == 0 || d.Commitment.Hash != commitment {
		t.Errorf("as JSON: %s", said)
	}
}
