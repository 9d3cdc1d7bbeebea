package cpu

import (
	"math"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/fused"
	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
)

// onePass is a kernel for all instructions of a task.
type onePass struct {
	kernel            kernel.Fused
	streams, uniforms []int // values, as the kernel numbers them
}

// uniformWords is the room of a uniform: one word for each lane of the widest set.
const uniformWords = 16

// recognise finds the kernel that computes exactly the instructions of the task, if there is one.
func (t *mapTask) recognise() {
	for i, b := range fused.Bodies {
		if p := t.match(b); p != nil {
			p.kernel = t.k.Fused[i]
			t.onePass = p
			return
		}
	}
}

// match compares the task with a list, instruction by instruction: equal operations in equal order, on arguments that correspond one to
// one, with the same results in memory.
func (t *mapTask) match(b fused.Body) *onePass {
	bound, written, outs := map[fused.Arg]int{}, map[int]bool{}, []int{}
	left := t.body
	for number, in := range b.Code {
		if len(left) == 0 || left[0].op != in.Op {
			return nil
		}
		s := left[0]
		left = left[1:]
		values := [3]int{s.a, s.b, s.c}
		for i, a := range in.Args() {
			v := values[i]
			if known, ok := bound[a]; ok {
				if known != v {
					return nil
				}
				continue
			}
			if a.Kind == fused.Result || t.values[v].uniform() != (a.Kind == fused.Uniform) || written[v] {
				return nil
			}
			bound[a] = v
		}
		if (in.Out == fused.Inner) != (t.values[s.dst].kind == valueResult) {
			return nil
		}
		bound[fused.Arg{Kind: fused.Result, Index: number}], written[s.dst] = s.dst, true
		if in.Out != fused.Inner {
			outs = append(outs, s.dst)
		}
		if in.Out == fused.Canonical {
			if len(left) == 0 || left[0].op != 0 || left[0].dst != s.dst || left[0].a != s.dst {
				return nil
			}
			left = left[1:]
		}
	}
	if len(left) > 0 {
		return nil
	}
	p := &onePass{}
	for i := range b.Reads() {
		p.streams = append(p.streams, bound[fused.Arg{Kind: fused.Stream, Index: i}])
	}
	p.streams = append(p.streams, outs...)
	for i := range b.Uniforms() {
		p.uniforms = append(p.uniforms, bound[fused.Arg{Kind: fused.Uniform, Index: i}])
	}
	return p
}

// begin puts the uniforms where the kernel reads them.
func (p *onePass) begin(w *worker, k *kernel.Set) {
	for i, v := range p.uniforms {
		k.Fill(&w.uniforms[i*uniformWords], math.Float32bits(*w.pointers[v]), uniformWords)
	}
}

// run computes a block.
func (p *onePass) run(w *worker, n int) {
	for i, v := range p.streams {
		w.streams[i] = w.pointers[v]
	}
	p.kernel(&w.streams[0], &w.uniforms[0], n)
}
