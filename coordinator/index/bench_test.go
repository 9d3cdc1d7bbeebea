//go:build unix

package index

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/commonweight/commonweight/coordinator/mapping"
	"github.com/commonweight/commonweight/internal/chain"
)

// busy is a chain of runs that train: windows are leased, committed, finalised and paid, four windows to a block.
func busy(events int) *script {
	s := newScript()
	s.deployment.RunRegistry, s.deployment.Vault = chain.Address{2}, chain.Address{3}
	const runs = 8
	coin := big.NewInt(1e18)
	worker := func(n int) chain.Address { return chain.Address{19: byte(n % 50), 0: 0xaa} }
	hash := func(kind byte, run, window int) (h chain.Hash) {
		h[0] = kind
		binary.BigEndian.PutUint64(h[8:], uint64(run))
		binary.BigEndian.PutUint64(h[16:], uint64(window+1))
		return h
	}
	var data []any
	for run := range runs {
		terms := chain.Run{Schedule: chain.Schedule{TotalSteps: 1 << 40, WindowSteps: 8, KeyFrameEvery: 8, MaxPending: 64}}
		terms.Facts.Hash, terms.Facts.SpecCid = chain.Sha256, []byte{1}
		terms.Economy.Reward, terms.Economy.RewardValue, terms.Economy.ReplayCost = coin, coin, coin
		terms.Economy.SeatStake, terms.Economy.JurorFee = coin, coin
		data = append(data, chain.RunCreated{Run: chain.RunID(run + 1), Author: worker(run), Data: terms},
			chain.Funded{Run: chain.RunID(run + 1), Payer: worker(run), Amount: new(big.Int).Lsh(coin, 40)})
	}
	for len(s.blocks) < int(s.deployment.Block) {
		s.extend(nil)
	}
	s.extend(data)
	total := len(data)
	for n := 0; total < events; n++ {
		data = nil
		for range 4 {
			run, window := n%runs, n/runs
			id, fence, who := chain.RunID(run+1), uint64(window+1), worker(n)
			bond := hash(3, run, window)
			data = append(data,
				chain.Deposited{Owner: s.deployment.Training, Key: bond, Amount: coin},
				chain.Acquired{Run: id, Fence: fence, Holder: who, ExpectedHead: hash(1, run, window-1), Window: uint64(window), Deadline: 1 << 40, Bond: coin, Reward: coin},
				chain.RewardReserved{Run: id, Fence: fence, Amount: coin},
				chain.Committed{Run: id, Commitment: hash(1, run, window), Committer: who, Parent: hash(1, run, window-1), Window: uint64(window), Steps: 8,
					PreRoot: hash(2, run, window-1), PostRoot: hash(2, run, window), Cid: bond[:], Fence: fence},
				chain.Finalised{Run: id, Commitment: hash(1, run, window), Committer: who, Window: uint64(window), PostRoot: hash(2, run, window)},
				chain.Credited{Account: who, Owner: s.deployment.Training, Key: bond, Amount: coin},
				chain.Withdrawn{Account: who, Amount: coin},
			)
			n++
		}
		n--
		total += len(data)
		s.extend(data)
	}
	for range 70 {
		s.extend(nil)
	}
	for n := range s.blocks {
		for e := range s.blocks[n].events {
			s.blocks[n].events[e].Contract = contractOf(s.deployment, s.blocks[n].events[e].Data)
		}
	}
	return s
}

func contractOf(d chain.Deployment, data any) chain.Address {
	switch data.(type) {
	case chain.RunCreated, chain.Funded, chain.RewardReserved:
		return d.RunRegistry
	case chain.Deposited, chain.Credited, chain.Withdrawn:
		return d.Vault
	}
	return d.Training
}

// BenchmarkBackfill indexes a hundred thousand events from nothing, and four times as many, which need no more memory: mapping and SQLite, without
// a node's share.
func BenchmarkBackfill(b *testing.B) {
	for _, events := range []int{100_000, 400_000} {
		b.Run(fmt.Sprint(events), func(b *testing.B) { backfill(b, events) })
	}
}

func backfill(b *testing.B, events int) {
	s := busy(events)
	runtime.GC()
	script := heap()
	for b.Loop() {
		path := filepath.Join(b.TempDir(), "index.db")
		into := openStore(b, path)
		i := build(s, into, quiet, mapping.Apply)
		var peak atomic.Uint64
		ctx, cancel := context.WithCancel(b.Context())
		go watchHeap(ctx, &peak)
		start, before := time.Now(), processorTime(b)
		catchUp(b, i, s)
		took, spent := time.Since(start), processorTime(b)-before
		cancel()
		status := i.Status()
		if status.Skipped > 0 || status.Faults > 0 || status.Events < uint64(events) {
			b.Fatalf("%+v", status)
		}
		if err := into.Close(); err != nil {
			b.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(status.Events)/took.Seconds(), "events/s")
		b.ReportMetric(float64(status.Events)/spent.Seconds(), "events/cpu-s") // whatever else the machine does
		b.ReportMetric(float64(peak.Load()-script)/(1<<20), "MiB-live")
		b.ReportMetric(float64(info.Size())/float64(status.Events), "B/event")
	}
}

// processorTime is what this process has had of all processors.
func processorTime(b *testing.B) time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		b.Fatal(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// watchHeap notes the most memory in use.
func watchHeap(ctx context.Context, peak *atomic.Uint64) {
	for ctx.Err() == nil {
		peak.Store(max(peak.Load(), heap()))
		time.Sleep(100 * time.Millisecond)
	}
}

// heap is what was alive at the last collection: the next one is due at twice that.
func heap() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.NextGC / 2
}
