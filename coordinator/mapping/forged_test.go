package mapping_test

import (
	"bytes"
	"context"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/coordinator/mapping/harness"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/core/types"
	"pgregory.net/rapid"
)

// forger makes logs that no chain would hold: events of all contracts in any order. It has seen a real history, whose things most of them
// are about.
type forger struct {
	pair   *harness.Pair // after the history
	events []forgedEvent
	seen   map[string][]reflect.Value // arguments, by name and type
}

type forgedEvent struct {
	contract chain.Address
	name     string
	abi.Event
}

func (e forgedEvent) GoString() string { return e.name }

// counted are numbers that the contracts keep in 256 bits and never let grow beyond 32.
var counted = []string{"auditors", "operator", "place", "step", "tokenId"}

func newForger(t *testing.T, s *harness.Subgraph, h history) *forger {
	f := &forger{pair: s.Pair(h.deployment), events: events(t, h.deployment), seen: make(map[string][]reflect.Value)}
	for _, log := range h.logs {
		if theirs, ours, err := f.pair.Apply(t.Context(), log); theirs != nil || ours != nil || err != nil {
			t.Fatal(theirs, ours, err)
		}
		for _, event := range f.events {
			if event.contract == log.Address && event.ID == log.Topics[0] {
				f.see(t, event.Event, log)
			}
		}
	}
	return f
}

// events are the events of all contracts.
func events(t *testing.T, d chain.Deployment) []forgedEvent {
	files, err := filepath.Glob("../../subgraph/abis/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no ABIs", err)
	}
	var all []forgedEvent
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		contract, err := abi.JSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		for _, event := range contract.Events {
			all = append(all, forgedEvent{d.Contracts()[name], name + "." + event.Name, event})
		}
	}
	slices.SortFunc(all, func(a, b forgedEvent) int { return strings.Compare(a.name, b.name) })
	return all
}

func (f *forger) see(t *testing.T, event abi.Event, log *types.Log) {
	values, err := harness.Arguments(event, log)
	if err != nil {
		t.Fatal(err)
	}
	for i, input := range event.Inputs {
		key := input.Name + " " + input.Type.String()
		f.seen[key] = append(f.seen[key], reflect.ValueOf(values[i]))
	}
}

// log draws arguments for an event.
func (f *forger) log(t *rapid.T, event forgedEvent, block uint64) *types.Log {
	log := &types.Log{Address: event.contract, Topics: []chain.Hash{event.ID}, BlockNumber: block, BlockTimestamp: 1000 + 12*block, Index: uint(block % 3),
		TxHash: chain.Hash{1, byte(block)}, BlockHash: chain.Hash{2, byte(block)}}
	var data []any
	for _, input := range event.Inputs {
		value := f.draw(t, input.Name, input.Type)
		if !input.Indexed {
			data = append(data, value.Interface())
			continue
		}
		word, err := abi.Arguments{{Type: input.Type}}.Pack(value.Interface())
		if err != nil {
			t.Fatalf("%s.%s: %v", event.name, input.Name, err)
		}
		log.Topics = append(log.Topics, chain.Hash(word))
	}
	packed, err := event.Inputs.NonIndexed().Pack(data...)
	if err != nil {
		t.Fatalf("%s: %v", event.name, err)
	}
	log.Data = packed
	return log
}

// draw draws a value of a type: one that was seen, or one of few others.
func (f *forger) draw(t *rapid.T, name string, of abi.Type) reflect.Value {
	if seen := f.seen[name+" "+of.String()]; len(seen) > 0 && rapid.IntRange(0, 9).Draw(t, "new") > 0 {
		return seen[rapid.IntRange(0, len(seen)-1).Draw(t, name)]
	}
	value := reflect.New(of.GetType()).Elem()
	switch of.T {
	case abi.TupleTy:
		for i, elem := range of.TupleElems {
			value.Field(i).Set(f.draw(t, name+"."+of.TupleRawNames[i], *elem))
		}
	case abi.SliceTy:
		for range rapid.IntRange(0, 3).Draw(t, name) {
			value = reflect.Append(value, f.draw(t, name, *of.Elem))
		}
	case abi.AddressTy, abi.FixedBytesTy:
		value.Index(0).SetUint(uint64(rapid.IntRange(0, 3).Draw(t, name))) // 0: no address, no hash
	case abi.BytesTy:
		value.SetBytes(rapid.SliceOfN(rapid.Byte(), 0, 40).Draw(t, name))
	case abi.BoolTy:
		value.SetBool(rapid.Bool().Draw(t, name))
	case abi.UintTy:
		switch {
		case of.Size == 8:
			value.SetUint(uint64(rapid.IntRange(0, 2).Draw(t, name)))
		case !value.CanUint() && slices.Contains(counted, name):
			value.Set(reflect.ValueOf(big.NewInt(int64(rapid.IntRange(0, 3).Draw(t, name)))))
		case !value.CanUint():
			value.Set(reflect.ValueOf(new(big.Int).SetBytes(rapid.SliceOfN(rapid.Byte(), 0, 12).Draw(t, name))))
		case rapid.IntRange(0, 9).Draw(t, name) == 0:
			value.SetUint(rapid.Uint64().Draw(t, name) >> (64 - of.Size))
		default:
			value.SetUint(uint64(rapid.IntRange(0, 3).Draw(t, name)))
		}
	default:
		t.Fatalf("%s: no event of ours has a %s", name, of)
	}
	return value
}

// TestForgedHistories: whatever a lying node says, both mappings take the same events, refuse the same events, and end with the same entities.
func TestForgedHistories(t *testing.T) {
	s := compiled(t)
	histories, err := simulated()
	if err != nil {
		t.Fatal(err)
	}
	var forgers []*forger
	for _, h := range histories {
		if slices.Contains([]string{"cartel", "lie-with-child", "condemned-truth", "attention", "goal", "demands", "worker-asleep"}, h.name) {
			forgers = append(forgers, newForger(t, s, h))
		}
	}
	mapped := make(map[string]int)
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.SampledFrom(forgers).Draw(t, "history")
		pair, err := f.pair.Fork()
		if err != nil {
			t.Fatal(err)
		}
		for block := range uint64(rapid.IntRange(1, 60).Draw(t, "blocks")) {
			event := rapid.SampledFrom(f.events).Draw(t, "event")
			log := f.log(t, event, 1<<40+block)
			if event.name == "Goals.Contested" && log.Topics[1] == log.Topics[2] {
				continue // a pledge against itself: a graph node would mix the two
			}
			theirs, ours, err := pair.Apply(context.Background(), log)
			if err != nil {
				t.Fatal(err)
			}
			if (theirs == nil) != (ours == nil) {
				t.Fatalf("%s: only one takes it: %v, %v", event.name, theirs, ours)
			}
			if ours == nil {
				mapped[event.name]++
			}
		}
		differences, _, err := pair.Compare()
		if err != nil || len(differences) > 0 {
			t.Fatal(err, differences)
		}
	})
	var never []string
	for _, event := range forgers[0].events {
		if mapped[event.name] == 0 {
			never = append(never, event.name)
		}
	}
	t.Logf("%d of %d events were mapped; never: %v", len(mapped), len(forgers[0].events), never)
}
