package main

import (
	"bytes"
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/internal/replica/replicatest"
)

// TestVerifyFindsOneFlippedBit: a committed window differs from the truth in the last bit of one weight. `verify` says so, and where.
func TestVerifyFindsOneFlippedBit(t *testing.T) {
	stage := replicatest.Start(t, nil, nil)
	r := stage.Replica("auto", t.TempDir())
	worker := stage.Account(1)
	truth, err := r.Fetch(context.Background(), r.Genesis())
	if err != nil {
		t.Fatal(err)
	}
	first, err := r.Replay(context.Background(), truth, 4, nil)
	if err != nil {
		t.Fatal(err)
	}
	stage.Commit(worker, r, first)
	second, err := r.Replay(context.Background(), first, 4, nil)
	if err != nil {
		t.Fatal(err)
	}
	stage.Commit(worker, r, replicatest.Lie(second))

	dir := t.TempDir()
	deployment := filepath.Join(dir, "deployment.json")
	if err := stage.Net.Deployment().Save(deployment); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) (int, string) {
		var out, errs bytes.Buffer
		args = append(args, "--rpc", stage.Net.WS(), "--deployment", deployment, "--data-dir", dir, "--storage-path", stage.StoreDir)
		code := execute(context.Background(), args, &out, &errs)
		return code, out.String() + errs.String()
	}
	if code, said := run("verify", "--step", "0-3"); code != exitDone || !strings.Contains(said, "window 0 agrees") {
		t.Errorf("the true window: exit code %d, %s", code, said)
	}
	code, said := run("verify", "--step", "5")
	if code != exitDisagree || !strings.Contains(said, "window 1 DISAGREES") || !strings.Contains(said, "wte.weight") {
		t.Errorf("the lie: exit code %d, %s", code, said)
	}
	if code, said := run("verify", "--step", "9"); code != exitUnknown || !strings.Contains(said, "unknown") {
		t.Errorf("a step that isn't committed: exit code %d, %s", code, said)
	}
	code, said = run("verify", "--step", "3-4", "--json", "--engine", "portable")
	var v verification
	if err := json.NewDecoder(strings.NewReader(said)).Decode(&v); err != nil {
		t.Fatalf("%v in %s", err, said)
	}
	if code != exitDisagree || v.Answer != "disagree" || len(v.Steps) != 2 || len(v.Windows) != 2 || v.Windows[0].Difference != "" || v.Windows[1].Difference == "" {
		t.Errorf("both, as JSON: exit code %d, %s", code, said)
	}

	bundle := filepath.Join(dir, "evidence.car")
	if code, said := run("verify", "--step", "3-4", "--bundle", bundle); code != exitBadInput || !strings.Contains(said, "several windows") {
		t.Errorf("a bundle of two windows: exit code %d, %s", code, said)
	}
	if code, said := run("verify", "--step", "5", "--bundle", bundle); code != exitDisagree || !strings.Contains(said, "bytes of evidence") {
		t.Errorf("writing a bundle: exit code %d, %s", code, said)
	}
	// Whoever checks it has neither the chain nor the store.
	offline := func(args ...string) (int, string) {
		var out, errs bytes.Buffer
		code := execute(context.Background(), append([]string{"verify", "--bundle", bundle, "--data-dir", t.TempDir()}, args...), &out, &errs)
		return code, out.String() + errs.String()
	}
	if code, said := offline("--commitment", v.Windows[1].Commitment.Hex()); code != exitDisagree || !strings.Contains(said, "DISAGREES") {
		t.Errorf("checking a bundle: exit code %d, %s", code, said)
	}
	if code, said := offline("--commitment", v.Windows[0].Commitment.Hex()); code != exitUnknown || !strings.Contains(said, "is about commitment") {
		t.Errorf("checking a bundle for another commitment: exit code %d, %s", code, said)
	}
	if code, said := offline("--commitment", "0x12"); code != exitBadInput {
		t.Errorf("a malformed commitment hash: exit code %d, %s", code, said)
	}
}
