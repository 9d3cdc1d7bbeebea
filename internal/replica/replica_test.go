package replica_test

import (
	"context"
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
)

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// wantUnknown checks that an error is ErrUnknown and says in one line what is wrong.
func wantUnknown(t *testing.T, err error, says string) {
	t.Helper()
	if !errors.Is(err, replica.ErrUnknown) {
		t.Fatalf("got %v, want ErrUnknown", err)
	}
	if text := err.Error(); !strings.Contains(text, says) || strings.Contains(text, "\n") {
		t.Errorf("%q doesn't say %q in one line", text, says)
	}
}

func TestOpenAcceptsASoundRun(t *testing.T) {
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	for _, engine := range []string{"auto", "avx2", "portable"} {
		r := s.Replica(engine, "")
		check(t, r.Measure(t.Context()))
		if one, two := r.Engines(); one == two {
			t.Errorf("the second opinion of %s is itself", one)
		}
		if r.StepTime() <= 0 || r.SecondStepTime() <= 0 {
			t.Error("no step time after Measure")
		}
	}
}

// The chain can't check that the roots are what the RunSpec says; every agent does, before its first bond.
func TestOpenRefusesEveryWrongFact(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	for says, lie := range map[string]func(*chain.Run){
		"RunSpec hash differs":   func(r *chain.Run) { r.Facts.SpecHash[3] ^= 1 },
		"Facts.ProgramRoot":      func(r *chain.Run) { r.Facts.ProgramRoot[31] ^= 1 },
		"Facts.DatasetRoot":      func(r *chain.Run) { r.Facts.DatasetRoot[0] ^= 1 },
		"Facts.GenesisRoot":      func(r *chain.Run) { r.Facts.GenesisRoot[7] ^= 1 },
		"Facts.Profile":          func(r *chain.Run) { r.Facts.Profile++ },
		"not a CID":              func(r *chain.Run) { r.Facts.SpecCid = []byte("https://example.org/spec") },
		"Schedule.TotalSteps":    func(r *chain.Run) { r.Schedule.TotalSteps++ },
		"Schedule.WindowSteps":   func(r *chain.Run) { r.Schedule.WindowSteps-- },
		"Schedule.KeyFrameEvery": func(r *chain.Run) { r.Schedule.KeyFrameEvery++ },
		"Schedule.MaxPending":    func(r *chain.Run) { r.Schedule.MaxPending++; r.Economy.SeatStake = chain.Ether(5000) },
		"Schedule.RefStepMillis": func(r *chain.Run) { r.Schedule.RefStepMillis++ },
		"Clocks.Lease":           func(r *chain.Run) { r.Clocks.Lease++ },
		"Clocks.Challenge":       func(r *chain.Run) { r.Clocks.Challenge++ },
		"Clocks.Demand":          func(r *chain.Run) { r.Clocks.Demand++ },
		"Economy.Reward":         func(r *chain.Run) { r.Economy.Reward = big.NewInt(1) },
		"Economy.RewardToken":    func(r *chain.Run) { r.Economy.RewardToken = chain.Address{1} },
		"Economy.JurorFee":       func(r *chain.Run) { r.Economy.JurorFee = chain.Ether(11) },
		"Economy.LargerJury":     func(r *chain.Run) { r.Economy.LargerJury = 5 },
	} {
		t.Run(says, func(t *testing.T) {
			t.Parallel()
			s := replicatest.Register(t, nil, lie)
			_, err := s.Open("auto", "")
			wantUnknown(t, err, says)
		})
	}
}

func TestOpenSaysWhichBytesAreMissing(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	spec, err := ipfs.CIDFromBytes(s.Terms.Facts.SpecCid)
	check(t, err)
	s.Withhold(spec)
	_, err = s.Open("auto", "")
	wantUnknown(t, err, "RunSpec: opening "+spec.String())
	if !errors.Is(err, ipfs.ErrNotFound) {
		t.Errorf("%v doesn't say that the bytes weren't found", err)
	}
	s = replicatest.Start(t, nil, nil)
	payload, err := ipfs.ParseCID(s.Program.Spec.Dataset.CID)
	check(t, err)
	s.Withhold(payload)
	_, err = s.Open("auto", "")
	wantUnknown(t, err, payload.String())
}

func TestNoSuchRun(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	_, err := replica.Open(t.Context(), s.Client(), s.Store, s.Run+1, replica.Options{Dir: t.TempDir(), Engine: "auto", Threads: 1})
	if !chain.IsRevert(err, "NoSuchRun") {
		t.Errorf("got %v, want NoSuchRun", err)
	}
}

// The prototype's pitfall 17: no size check before a download.
func TestPitfall17LongDatasetIsNotDownloaded(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, func(spec *program.Spec) { spec.Dataset.Bytes -= 16 }, nil)
	dir := t.TempDir()
	_, err := s.Open("auto", dir)
	wantUnknown(t, err, "too large")
	filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			t.Errorf("%s was downloaded", path)
		}
		return err
	})
}

func TestDatasetSubstitution(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, func(spec *program.Spec) { spec.Dataset.Root[5] ^= 1 }, nil)
	_, err := s.Open("auto", "")
	wantUnknown(t, err, "dataset root differs")
}

// Caches are hashed again when they are read: a damaged one is fetched again.
func TestDamagedPayloadFileIsFetchedAgain(t *testing.T) {
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	for name, damage := range map[string]func(path string, data []byte) error{
		"bit":       func(path string, data []byte) error { data[100] ^= 1; return os.WriteFile(path, data, 0o644) },
		"truncated": func(path string, data []byte) error { return os.WriteFile(path, data[:50], 0o644) },
		"empty":     func(path string, data []byte) error { return os.WriteFile(path, nil, 0o644) },
		"longer":    func(path string, data []byte) error { return os.WriteFile(path, append(data, 0), 0o644) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			first, err := s.Open("auto", dir)
			check(t, err)
			check(t, first.Close())
			path := filepath.Join(dir, "payloads", s.Program.Spec.Dataset.CID)
			data, err := os.ReadFile(path)
			check(t, err)
			check(t, damage(path, data))
			r := s.Replica("auto", dir)
			if string(r.Payload()) != string(s.Payload) {
				t.Error("another payload")
			}
		})
	}
}

func TestCancelledContextIsNoAnswer(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, nil, nil)
	r := s.Replica("auto", "")
	hash := s.Commit(s.Account(1), r, firstWindow(t, r))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if v := r.Judge(ctx, hash); v.Answer != replica.Unknown {
		t.Errorf("answered %s", v.Answer)
	}
}

// firstWindow is the true state after window 0.
func firstWindow(t *testing.T, r *replica.Replica) *program.State {
	t.Helper()
	genesis, err := r.After(t.Context(), r.Genesis())
	check(t, err)
	post, err := r.Replay(t.Context(), genesis, int(r.Run().Schedule.WindowSteps), nil)
	check(t, err)
	return post
}
