package harness

import (
	"context"
	"encoding/hex"
	"fmt"
	"math/big"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

// host is what a graph node lends to mappings.
type host struct {
	store *store // of the index that is running
	heap  heap   // of the instance that is running
}

// lent are the functions by module and name. Each takes and gives pointers.
func (x *host) lent() map[string]func(h heap, args []uint32) uint32 {
	return map[string]func(heap, []uint32) uint32{
		"env.abort": func(h heap, a []uint32) uint32 {
			trap("%s (%s:%d:%d)", h.optional(a[0]), h.optional(a[1]), a[2], a[3])
			return 0
		},
		"index.store.get": func(h heap, a []uint32) uint32 { return x.store.get(h, h.string(a[0]), h.string(a[1])) },
		"index.store.set": func(h heap, a []uint32) uint32 {
			x.store.set(h, h.string(a[0]), h.string(a[1]), a[2])
			return 0
		},
		"conversion.typeConversion.bytesToHex": func(h heap, a []uint32) uint32 {
			return h.newString("0x" + hex.EncodeToString(h.bytes(a[0])))
		},
		"conversion.typeConversion.bigIntToString": func(h heap, a []uint32) uint32 { return h.newString(h.bigInt(a[0]).String()) },
		"numbers.bigDecimal.toString": func(h heap, a []uint32) uint32 {
			trap("no entity of ours has a BigDecimal")
			return 0
		},
		"numbers.bigInt.plus":      operation((*big.Int).Add),
		"numbers.bigInt.minus":     operation((*big.Int).Sub),
		"numbers.bigInt.times":     operation((*big.Int).Mul),
		"numbers.bigInt.dividedBy": operation((*big.Int).Quo),
		"numbers.bigInt.mod":       operation((*big.Int).Rem),
	}
}

func operation(do func(z, x, y *big.Int) *big.Int) func(heap, []uint32) uint32 {
	return func(h heap, a []uint32) uint32 { return h.newBigInt(do(new(big.Int), h.bigInt(a[0]), h.bigInt(a[1]))) }
}

func (h heap) optional(at uint32) string {
	if at == 0 {
		return ""
	}
	return h.string(at)
}

// lend makes all that the modules import, and no more.
func (x *host) lend(ctx context.Context, runtime wazero.Runtime, modules []wazero.CompiledModule) error {
	lent := x.lent()
	builders := make(map[string]wazero.HostModuleBuilder)
	done := make(map[string]bool)
	for _, module := range modules {
		for _, f := range module.ImportedFunctions() {
			from, name, _ := f.Import()
			if done[from+"."+name] {
				continue
			}
			done[from+"."+name] = true
			do, ok := lent[from+"."+name]
			if !ok {
				return fmt.Errorf("no mapping may use %s.%s", from, name)
			}
			if builders[from] == nil {
				builders[from] = runtime.NewHostModuleBuilder(from)
			}
			params, results := f.ParamTypes(), f.ResultTypes()
			builders[from].NewFunctionBuilder().WithGoModuleFunction(api.GoModuleFunc(func(_ context.Context, _ api.Module, stack []uint64) {
				args := make([]uint32, len(params))
				for i := range args {
					args[i] = uint32(stack[i])
				}
				result := do(x.heap, args)
				if len(results) > 0 {
					stack[0] = uint64(result)
				}
			}), params, results).Export(name)
		}
	}
	for _, b := range builders {
		if _, err := b.Instantiate(ctx); err != nil {
			return err
		}
	}
	return nil
}
