package engine

import (
	"fmt"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// mutant is a backward operator with a mistake.
type mutant struct {
	name     string
	operator int
	edit     func(o *program.Operator)
}

// mutants are all mistakes of three kinds in the backward operators that match: an instruction that only passes on one of its arguments (a
// factor or a term dropped), an operand that is another tensor of the same shape, and a sum of x for a sum of x·y.
func mutants(p *program.Program, match func(name string) bool) []mutant {
	var list []mutant
	for i := p.Loss + 1; i < passes(p); i++ {
		o := &p.Operators[i]
		if !match(o.Name) {
			continue
		}
		add := func(edit func(*program.Operator), what string, arguments ...any) {
			list = append(list, mutant{o.Name + ": " + fmt.Sprintf(what, arguments...), i, edit})
		}
		for t, in := range o.Instructions {
			if in.Op == numeric.MapConst || in.Op == numeric.MapOperand || in.Op == numeric.MapI || in.Op == numeric.MapJ {
				continue
			}
			for _, kept := range []uint8{in.A, in.B, in.C}[:arguments(in.Op)] {
				add(func(o *program.Operator) {
					o.Instructions[t] = numeric.Instruction{Op: numeric.MapMax, A: kept, B: kept}
				}, "instruction %d, %v, passes on %d", t, in.Op, kept)
			}
		}
		for k, x := range o.Operands {
			if other, ok := another(p, i, x); ok {
				add(func(o *program.Operator) { o.Operands[k] = other }, "operand %d is %s", k, p.Operators[other.Index].Name)
			}
		}
		if o.Mode == program.ModeDot {
			add(func(o *program.Operator) { o.Mode, o.Operands = program.ModeSum, o.Operands[:1] }, "sums one factor")
		}
	}
	return list
}

// arguments counts the arguments of an instruction.
func arguments(op numeric.MapOp) int {
	switch op {
	case numeric.MapFMA, numeric.MapSelect:
		return 3
	case numeric.MapSqrt, numeric.MapNeg, numeric.MapAbs, numeric.MapExp, numeric.MapLog, numeric.MapTanh:
		return 1
	}
	return 2
}

// another is the latest other output of an operand's shape that the operator doesn't read, seen as the operand is. One of the two that is
// made of the other won't do: relu(x) is as positive as x, and what the bias adds to all keys changes no softmax.
func another(p *program.Program, before int, x program.Operand) (program.Operand, bool) {
	for i := before - 1; i >= 0; i-- {
		read := reads(p, before, i)
		related := x.Source == program.SourceTrace && (reads(p, i, x.Index) || reads(p, x.Index, i))
		if p.Operators[i].Out == x.Shape && !read && !related {
			x.Source, x.Index = program.SourceTrace, i
			return x, true
		}
	}
	return x, false
}

// reads says whether operator i reads the output of operator j.
func reads(p *program.Program, i, j int) bool {
	for _, x := range p.Operators[i].Operands {
		if x.Source == program.SourceTrace && x.Index == j {
			return true
		}
	}
	return false
}

// TestBackwardMutantsFail: each mistake in a backward operator is beyond the tolerance somewhere.
func TestBackwardMutantsFail(t *testing.T) {
	if testing.Short() {
		t.Skip("about the tests, not about a build")
	}
	for name, variant := range differentiable(t) {
		if strings.HasPrefix(name, "mlp gelu") {
			continue // all of its operators are the others' too
		}
		p, payload, s := variant()
		honest := trace(t, p, payload, s)
		cones := []map[int]bool{}
		for _, pc := range honest.pieces() {
			cones = append(cones, honest.cone(pc))
		}
		all := mutants(p, func(name string) bool {
			return !strings.HasPrefix(name, "h.0.") && !strings.HasPrefix(name, "layers.1")
		})
		for _, m := range all {
			spoilt := *p
			spoilt.Operators = append([]program.Operator{}, p.Operators...)
			o := &spoilt.Operators[m.operator]
			o.Instructions = append([]numeric.Instruction{}, o.Instructions...)
			o.Operands = append([]program.Operand{}, o.Operands...)
			m.edit(o)
			v := trace(t, &spoilt, payload, s)
			caught := false
			for i, pc := range v.pieces() {
				if cones[i][m.operator] && !caught {
					_, wrong := v.compare(pc, 12)
					caught = wrong != nil
				}
			}
			if !caught {
				t.Errorf("%s: nothing fails with %s", name, m.name)
			}
		}
		t.Logf("%s: %d mistakes", name, len(all))
	}
}
