package gadget

import (
	"github.com/consensys/gnark/constraint"
	"github.com/consensys/gnark/frontend"
)

// system adds constraints that gnark's API has no call for: a·b = c with any linear expressions, which costs one constraint and no wire.
type system struct {
	api   frontend.API
	gate  constraint.BlueprintID
	extra customizable
}

// customizable is the builder's way to add instructions of its own.
type customizable interface {
	AddBlueprint(constraint.Blueprint) constraint.BlueprintID
	AddInstruction(constraint.BlueprintID, []uint32) []uint32
}

func newSystem(api frontend.API) *system {
	extra, ok := api.Compiler().(customizable)
	if !ok {
		panic("gadget: the builder takes no instructions")
	}
	return &system{api: api, extra: extra, gate: extra.AddBlueprint(&constraint.BlueprintGenericR1C{})}
}

// product asserts a·b = c.
func (s *system) product(a, b, c frontend.Variable) {
	call := make([]uint32, 4, 32)
	for i, v := range []frontend.Variable{a, b, c} {
		terms := s.terms(v)
		call[1+i] = uint32(len(terms))
		for _, t := range terms {
			call = append(call, t.CID, t.VID)
		}
	}
	call[0] = uint32(len(call))
	s.extra.AddInstruction(s.gate, call)
}

// terms is v as a linear expression; wire 0 is the constant 1.
func (s *system) terms(v frontend.Variable) constraint.LinearExpression {
	e, ok := s.api.Compiler().ToCanonicalVariable(v).(constraint.LinearExpression)
	if !ok {
		panic("gadget: the builder is not for R1CS")
	}
	e = e.Clone()
	for i := range e {
		if e[i].IsConstant() {
			e[i].VID = 0
		}
	}
	return e
}

// boolean asserts that v is 0 or 1.
func (s *system) boolean(v frontend.Variable) { s.product(v, s.api.Sub(1, v), 0) }
