package engine

import (
	"errors"
	"fmt"

	"github.com/commonweight/commonweight/train/engine/cpu"
	"github.com/commonweight/commonweight/train/engine/portable"
	"github.com/commonweight/commonweight/train/program"
)

// The names of the engines. Auto is the fastest that the machine has.
const (
	Auto     = "auto"
	AVX512   = "avx512"
	AVX2     = "avx2"
	Portable = portable.Name
)

// ErrUnknown says that no engine has the name.
var ErrUnknown = errors.New("no such engine")

// Open prepares a program on its dataset's payload, which must not change while the engine is in use. Threads count from 1; the portable
// engine uses what the Go runtime gives it.
//
// Errors: ErrUnknown; cpu.ErrUnsupported where the machine lacks the instructions; an evaluation is no step.
func Open(name string, p *program.Program, payload []byte, threads int) (Engine, error) {
	name, err := choose("engine", name, threads)
	if err != nil {
		return nil, err
	}
	if p.Evaluates() {
		return nil, fmt.Errorf("open engine %s: an evaluation leads to no state", name)
	}
	if want := p.Spec.Dataset.Bytes; len(payload) != want {
		return nil, fmt.Errorf("open engine %s: the dataset has %d bytes, the run says %d", name, len(payload), want)
	}
	switch name {
	case AVX512, AVX2:
		e, err := cpu.New(name, p, payload, threads)
		if err != nil {
			return nil, err // a nil *cpu.Engine is not a nil Engine
		}
		return e, nil
	default:
		e, err := portable.New(p, payload)
		if err != nil {
			return nil, err
		}
		return e, nil
	}
}

// choose returns the name that is meant, never Auto.
func choose(what, name string, threads int) (string, error) {
	if threads < 1 {
		return "", fmt.Errorf("open %s %s: %d threads", what, name, threads)
	}
	switch name {
	case Auto:
		return fastest(), nil
	case AVX512, AVX2, Portable:
		return name, nil
	}
	return "", fmt.Errorf("%w: %q is none of %s, %s, %s and %s", ErrUnknown, name, Auto, AVX512, AVX2, Portable)
}

func fastest() string {
	for _, level := range []string{AVX512, AVX2} {
		if cpu.Supported(level) {
			return level
		}
	}
	return Portable
}

// Second names the engine for the second replay of what the named one computed: the fastest other code path of this machine. Without AVX2
// there is none, and the portable engine is its own second.
func Second(name string) string {
	if name == Auto {
		name = fastest()
	}
	if name != AVX2 && cpu.Supported(AVX2) {
		return AVX2
	}
	return Portable
}
