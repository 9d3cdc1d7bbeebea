package main

import (
	"github.com/commonweight/commonweight/train/engine/cpu/internal/fused"
	"github.com/commonweight/commonweight/train/numeric"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// fused writes one kernel per list of package fused.
func (s set) fused() {
	for _, b := range fused.Bodies {
		s.body(b)
	}
}

// uniformBytes is the room of a uniform: the word once for each lane of the widest set.
const uniformBytes = 64

// body writes the kernel of a list. Everything between the loads and the stores of a vector stays in registers; loads come when a stream is
// first used and stores when a result is there, so streams that are read and written in place see what the list says.
func (s set) body(b fused.Body) {
	s.function(b.Name, "func(streams **float32, uniforms *float32, n int)",
		b.Doc+" Package fused has the list; uniforms are 64 bytes apart, each repeated.")
	table, uniforms, n, i := param("streams"), param("uniforms"), param("n"), GP64()
	streams := make([]GPVirtual, b.Streams())
	for at := range streams {
		streams[at] = GP64()
		MOVQ(Mem{Base: table, Disp: 8 * at}, streams[at])
	}
	uniform := func(a fused.Arg) VecVirtual { return s.load(Mem{Base: uniforms, Disp: uniformBytes * a.Index}) }
	conditions := map[int]condition{} // selects by a uniform
	for _, in := range b.Code {
		if in.Op == numeric.MapSelect && in.A.Kind == fused.Uniform {
			if _, ok := conditions[in.A.Index]; !ok {
				conditions[in.A.Index] = s.compare(notEqual, uniform(in.A), s.zero())
			}
		}
	}
	once := func(load func(Mem) VecVirtual, store func(VecVirtual, Mem)) {
		at := func(stream int) Mem { return Mem{Base: streams[stream], Index: i, Scale: 4} }
		known, out := map[fused.Arg]VecVirtual{}, b.Reads()
		for t, in := range b.Code {
			args := make([]VecVirtual, 0, 3)
			for _, a := range in.Args() {
				v, ok := known[a]
				switch {
				case in.Op == numeric.MapSelect && len(args) == 0 && a.Kind == fused.Uniform: // has its condition
				case a.Kind == fused.Uniform:
					v = uniform(a)
				case !ok:
					v = load(at(a.Index))
					known[a] = v
				}
				args = append(args, v)
			}
			var v VecVirtual
			if c, ok := conditions[in.A.Index]; ok && in.Op == numeric.MapSelect && in.A.Kind == fused.Uniform {
				v = s.choose(c, args[1], args[2])
			} else {
				v = s.instruction(in.Op, args)
			}
			if in.Out == fused.Canonical {
				v = s.canonical(v)
			}
			if in.Out != fused.Inner {
				store(v, at(out))
				out++
			}
			known[fused.Arg{Kind: fused.Result, Index: t}] = v
		}
	}
	XORQ(i, i)
	counter("words", n, s.lanes, func() {
		once(s.load, func(v VecVirtual, m Mem) { VMOVUPS(v, m) })
		ADDQ(U32(uint32(s.lanes)), i)
	}, func() {
		mask := s.tailMask(n)
		once(func(m Mem) VecVirtual { return s.loadTail(m, mask) }, func(v VecVirtual, m Mem) { s.storeTail(v, m, mask) })
	})
	VZEROUPPER()
	RET()
}
