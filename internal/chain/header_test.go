package chain

import (
	"testing"

	"github.com/ethereum/go-ethereum/core/types"
)

func TestOddLogsAreToldNotLost(t *testing.T) {
	d := Deployment{Training: Address{1}, RunRegistry: Address{2}}
	finalised := parsed().training.GetABI().Events["Finalised"].ID
	logs := []*types.Log{
		{Address: Address{1}, Topics: []Hash{finalised, {31: 1}, {7}, {31: 9}}, Data: make([]byte, 64), Index: 0},
		{Address: Address{1}, Topics: []Hash{finalised, {31: 1}, {7}, {31: 9}}, Data: make([]byte, 63), Index: 1}, // cut off
		{Address: Address{1}, Topics: []Hash{finalised}, Data: make([]byte, 64), Index: 2},                        // topics missing
		{Address: Address{1}, Topics: []Hash{{9}}, Index: 3},                                                      // unknown
		{Address: Address{1}, Index: 4}, // no topic at all
		{Address: Address{2}, Topics: []Hash{approvals[0]}, Index: 5},
		{Address: Address{8}, Topics: []Hash{finalised}, Index: 6}, // not ours
		{Address: Address{1}, Topics: []Hash{finalised}, Index: 7, Removed: true},
	}
	events := d.DecodeAll(logs)
	if len(events) != 5 {
		t.Fatalf("%d events", len(events))
	}
	if e, ok := events[0].Data.(Finalised); !ok || e.Run != 1 || e.Commitment != (Hash{7}) {
		t.Errorf("%+v", events[0])
	}
	for n, e := range events[1:] {
		if odd, ok := e.Data.(Undecoded); !ok || odd.Why == "" || e.Index != uint(n+1) {
			t.Errorf("%+v", e)
		}
	}
}
