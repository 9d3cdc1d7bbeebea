package ptx

import (
	"errors"
	"fmt"
	"strings"
)

// ErrProfile says that a module may compute other bits than the numeric profile's.
var ErrProfile = errors.New("PTX outside the numeric profile")

// floats are all instructions on floats that a module may have: those that round do so to nearest, once; the others move or compare words.
var floats = map[string]bool{
	"fma.rn.f32": true, "add.rn.f32": true, "sub.rn.f32": true, "mul.rn.f32": true, "div.rn.f32": true, "sqrt.rn.f32": true,
	"cvt.rn.f32.s32": true, "mov.f32": true, "selp.f32": true,
	"setp.lt.f32": true, "setp.le.f32": true, "setp.gt.f32": true, "setp.ge.f32": true, "setp.eq.f32": true, "setp.neu.f32": true, "setp.nan.f32": true,
}

// Check reads a module line by line: every instruction that names a type of float must be one of the profile's. So nothing flushes
// subnormals (.ftz), approximates (.approx), rounds otherwise, clamps (.sat), adds atomically or uses another width. Memory is read and
// written in words; nothing calls a function.
//
// Errors: ErrProfile, ErrSyntax.
func Check(text string) error {
	if !strings.Contains(text, ".target sm_70\n") {
		return fmt.Errorf("%w: its target is not sm_70", ErrProfile)
	}
	modules, err := Parse(text) // every instruction has a meaning here
	if err != nil {
		return err
	}
	for _, k := range modules {
		for _, in := range k.code {
			if isFloat(in.op) && !floats[in.op] && !isMemory(in.op) || strings.HasPrefix(in.op, "atom") || strings.HasPrefix(in.op, "red.") {
				return fmt.Errorf("%w: kernel %s: %s", ErrProfile, k.Name, in.text)
			}
		}
	}
	for _, word := range []string{".ftz", ".approx", ".sat", ".full", "atom", "call", ".f16", ".bf16", ".tf32", ".f64", "wmma", "mma."} {
		if at := strings.Index(text, word); at >= 0 {
			return fmt.Errorf("%w: it has %q", ErrProfile, word)
		}
	}
	return nil
}

func isFloat(op string) bool {
	for _, t := range []string{".f32", ".f64", ".f16", ".bf16", ".tf32"} {
		if strings.Contains(op, t) {
			return true
		}
	}
	return false
}

func isMemory(op string) bool { return strings.HasPrefix(op, "ld.") || strings.HasPrefix(op, "st.") }
