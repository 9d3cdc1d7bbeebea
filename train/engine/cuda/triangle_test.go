package cuda

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cuda/plan"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// triangles is a program that multiplies by what a causal product leads to: as it is, negated (−0 above the diagonal), and with a matrix added, which
// is no triangle any more. Spoil may change the other factor.
func triangles(side, width int, spoil func(words []float32)) (*program.Program, *program.State) {
	b := &conformer{p: &program.Program{LearningRates: []float32{0}}, s: &program.State{}}
	words := conformanceInputs(side * side)
	tall, square := program.MatrixOf(side, width), program.MatrixOf(side, side)
	var causal [program.MaxAttributes]uint32
	causal[program.AttributeMatmulCausal] = 1
	factor := slices.Clone(words[4][:tall.Words()])
	spoil(factor)
	b.add(program.Operator{Code: program.OpMatmul, Mode: program.ModeNT, Out: square, Attributes: causal},
		operand{program.RoleA, tall, words[3][:tall.Words()]}, operand{program.RoleB, tall, words[4][:tall.Words()]})
	for _, op := range []numeric.MapOp{numeric.MapNeg, numeric.MapAdd} {
		b.add(program.Operator{
			Code: program.OpMap, Mode: program.ModePlain, Out: square,
			Instructions: []numeric.Instruction{{Op: numeric.MapOperand, A: 0}, {Op: numeric.MapOperand, A: 1}, {Op: op, A: 0, B: 1}},
		}, operand{program.RoleFull, square, nil}, operand{program.RoleFull, square, words[3]})
		b.fromTrace(0, 0)
	}
	for of := range 3 {
		for _, mode := range []program.Mode{program.ModeNN, program.ModeTN} {
			b.add(program.Operator{Code: program.OpMatmul, Mode: mode, Out: tall}, operand{program.RoleA, square, nil}, operand{program.RoleB, tall, factor})
			b.fromTrace(0, of)
		}
	}
	return b.finish()
}

// blindfold lets the kernel that looks find nothing.
func blindfold(text string) string {
	before, look, ok := strings.Cut(text, ".entry look(")
	if !ok {
		return text
	}
	look, after, _ := strings.Cut(look, "\n}\n")
	return before + ".entry look(" + regexp.MustCompile(`(bar\.red\.or[^\n]*\n\s*selp\.u32\s+%r\d+), 1, 0,`).ReplaceAllString(look, "$1, 0, 0,") + "\n}\n" + after
}

// TestTriangles: products leave out what lies above a diagonal only where no bit tells, whatever blocks and splits: poison in the other factor
// reaches the rows that the reference says, and what only looks like a triangle is taken whole.
func TestTriangles(t *testing.T) {
	slow(t)
	const width = 9
	inf := float32(math.Inf(1))
	for what, spoil := range map[string]func([]float32){
		"finite":        func([]float32) {},
		"Inf":           func(w []float32) { w[150*width+3] = inf },
		"NaN at an end": func(w []float32) { w[len(w)-1] = float32(math.NaN()) },
	} {
		for _, side := range []int{150, 600} {
			if side == 600 && what != "finite" {
				continue
			}
			p, s := triangles(side+side%2, width, func(w []float32) {
				if len(w) > 151*width || what != "Inf" {
					spoil(w)
				}
			})
			want := outputsOfTheReference(t, p, s)
			options := []plan.Options{{Shape: 3}, {Shape: 2}, {Shape: 1}}
			if side == 600 {
				options = []plan.Options{{Shape: 3, Split: 1}, {Shape: 3, Split: 2}}
			}
			blind := on(t, &emulator{mistake: blindfold}, p, nil, options[0])
			unseen := s.Clone()
			step(t, blind, unseen)
			last := len(p.StateOutputs()) - 1
			if slices.Equal(wordsOf(unseen.Tensors[last]), wordsOf(want.Tensors[last])) {
				t.Errorf("%s, side %d: nothing is left out that could be", what, side)
			}
			for _, o := range options {
				for _, e := range engines(t, p, nil, o) {
					got := s.Clone()
					step(t, e, got)
					for i := range p.StateOutputs() {
						if !slices.Equal(wordsOf(got.Tensors[i]), wordsOf(want.Tensors[i])) {
							t.Errorf("%s, side %d, %+v: %s differs", what, side, o, p.Operators[i].Name)
						}
					}
				}
			}
		}
	}
}
