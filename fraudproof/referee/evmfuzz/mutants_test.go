package evmfuzz

import (
	"encoding/binary"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/core/vm"

	"github.com/commonweight/commonweight/train/numeric"
)

// swaps are the instructions that a mutant has in place of another: wrong comparisons, shifts, signs, masks.
var swaps = map[vm.OpCode]vm.OpCode{
	vm.ADD: vm.SUB, vm.SUB: vm.ADD, vm.MUL: vm.ADD, vm.DIV: vm.MOD, vm.MOD: vm.DIV,
	vm.LT: vm.GT, vm.GT: vm.LT, vm.SLT: vm.SGT, vm.SGT: vm.SLT, vm.EQ: vm.LT, vm.ISZERO: vm.NOT,
	vm.AND: vm.OR, vm.OR: vm.AND, vm.XOR: vm.OR, vm.NOT: vm.ISZERO,
	vm.SHL: vm.SHR, vm.SHR: vm.SHL, vm.SAR: vm.SHR, vm.SIGNEXTEND: vm.AND, vm.BYTE: vm.SHR,
}

// mutants lists every way to replace one instruction, or to add 1 to one constant, by the index of the byte that changes.
func mutants(code []byte) (places []int, made [][]byte) {
	for pc := 0; pc < len(code); pc++ {
		op := vm.OpCode(code[pc])
		change := pc
		var to byte
		switch {
		case op.IsPush():
			size := int(op - vm.PUSH0)
			pc += size
			value := uint64(1)
			if size > 0 && size <= 8 {
				value = binary.BigEndian.Uint64(append(make([]byte, 8-size), code[change+1:pc+1]...))
			}
			// Where to jump is no arithmetic.
			if size == 0 || pc >= len(code) || value < uint64(len(code)) && vm.OpCode(code[value]) == vm.JUMPDEST {
				continue
			}
			change, to = pc, code[pc]+1
		case swaps[op] != 0:
			to = byte(swaps[op])
		default:
			continue
		}
		mutant := slices.Clone(code)
		mutant[change] = to
		places, made = append(places, change), append(made, mutant)
	}
	return places, made
}

// TestMutantsAreCaught gives the campaign's cases to contracts that are wrong in a single byte. Those that pass all the same have a byte
// changed that no result depends on: of the batch's own plumbing, of a bound that is never reached, or one of two ways to say the same.
func TestMutantsAreCaught(t *testing.T) {
	if testing.Short() {
		t.Skip("the cases are those of the other tests")
	}
	code := bytecode(t, "Float32Batch")
	batches := mutantBatches()
	for _, b := range batches {
		if _, err := b.run(newMachine(t, code)); err != nil {
			t.Fatal("not a mutant: ", err)
		}
	}
	places, made := mutants(code)
	stride := 23
	if *campaign {
		stride = 1
	}
	var lock sync.Mutex
	var survivors []string
	var running sync.WaitGroup
	tried := 0
	for worker := range runtime.GOMAXPROCS(0) {
		running.Go(func() {
			for i := worker * stride; i < len(made); i += stride * runtime.GOMAXPROCS(0) {
				caught := isCaught(t, made[i], batches)
				lock.Lock()
				tried++
				if !caught {
					survivors = append(survivors, fmt.Sprintf("%d (%02x for %02x)", places[i], made[i][places[i]], code[places[i]]))
				}
				lock.Unlock()
			}
		})
	}
	running.Wait()
	slices.Sort(survivors)
	t.Logf("%d of %d mutants caught; not %s", tried-len(survivors), tried, strings.Join(survivors, ", "))
	if tried < 50 || 10*len(survivors) > tried {
		t.Errorf("%d of %d mutants pass", len(survivors), tried)
	}
}

func isCaught(t *testing.T, code []byte, batches []batch) bool {
	m := newMachine(t, code)
	m.config.GasLimit = 20_000_000
	for _, b := range batches {
		if _, err := b.run(m); err != nil {
			return true
		}
	}
	return false
}

// mutantBatches is a small cut through all operations, the cheap ones first.
func mutantBatches() (batches []batch) {
	for op := numeric.MapAdd; op <= numeric.MapIeq; op++ {
		if arguments[op] > 0 {
			sweeps, n := uint64(0), uint64(64)
			batches = append(batches, scalars(op, sweeps)(n, 300), scalars(op, 1)(0, 300))
		}
	}
	for _, r := range reductions {
		batches = append(batches, rows(r.code, r.result)(0, 200))
	}
	return batches
}
