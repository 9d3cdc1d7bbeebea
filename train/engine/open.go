package engine

import (
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"strings"

	"github.com/commonweight/commonweight/train/engine/cpu"
	"github.com/commonweight/commonweight/train/engine/cuda"
	"github.com/commonweight/commonweight/train/engine/portable"
	"github.com/commonweight/commonweight/train/program"
)

// The names of the engines. Auto is the fastest that the machine has, CPU the fastest that needs no GPU. Auto and CUDA may name a device:
// "cuda:1"; without a number it is device 0.
const (
	Auto     = "auto"
	CPU      = "cpu"
	CUDA     = cuda.Name
	AVX512   = "avx512"
	AVX2     = "avx2"
	Portable = portable.Name
)

// ErrUnknown says that no engine has the name.
var ErrUnknown = errors.New("no such engine")

// Open prepares a program on its dataset's payload, which must not change while the engine is in use. Threads count from 1; the portable
// engine uses what the Go runtime gives it. With Auto a GPU that refuses, for want of memory or because its arithmetic is not the
// profile's, is passed over, with one warning.
//
// Errors: ErrUnknown; cpu.ErrUnsupported or cuda.ErrUnsupported where the machine lacks what it takes; cuda.ErrMemory, cuda.ErrArithmetic; an
// evaluation is no step.
func Open(name string, p *program.Program, payload []byte, threads int) (Engine, error) {
	asked := name
	name, device, err := choose("engine", name, threads)
	if err != nil {
		return nil, err
	}
	if p.Evaluates() {
		return nil, fmt.Errorf("open engine %s: an evaluation leads to no state", name)
	}
	if want := p.Spec.Dataset.Bytes; len(payload) != want {
		return nil, fmt.Errorf("open engine %s: the dataset has %d bytes, the run says %d", name, len(payload), want)
	}
	if name == CUDA {
		e, err := cuda.New(p, payload, device)
		if err == nil {
			return GPU{e}, nil
		}
		if !Optional(asked) || errors.Is(err, cuda.ErrUnsupported) { // there is a GPU, but not this one
			return nil, fmt.Errorf("open engine %s: %w", name, err)
		}
		name = fastest()
		slog.Warn("the GPU is passed over", "why", err, "engine", name)
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

// Optional says that the name leaves the choice: what a GPU refuses, or fails at, the processor does.
func Optional(name string) bool {
	base, _, _ := strings.Cut(name, ":")
	return base == Auto
}

// choose returns the engine that is meant, never Auto or CPU, and the number of its device.
func choose(what, name string, threads int) (chosen string, device int, err error) {
	if threads < 1 {
		return "", 0, fmt.Errorf("open %s %s: %d threads", what, name, threads)
	}
	base, number, numbered := strings.Cut(name, ":")
	if numbered {
		if device, err = strconv.Atoi(number); err != nil || device < 0 || base != CUDA && base != Auto {
			return "", 0, fmt.Errorf("%w: %q: only %s and %s have devices, numbered from 0", ErrUnknown, name, CUDA, Auto)
		}
	}
	switch base {
	case Auto:
		_, err := cuda.Devices()
		if err == nil {
			return CUDA, device, nil
		}
		if !errors.Is(err, cuda.ErrUnsupported) {
			slog.Warn("the GPU is passed over", "why", err, "engine", fastest())
		}
		return fastest(), 0, nil
	case CPU:
		return fastest(), 0, nil
	case CUDA, AVX512, AVX2, Portable:
		return base, device, nil
	}
	return "", 0, fmt.Errorf("%w: %q is none of %s, %s, %s, %s, %s and %s", ErrUnknown, name, Auto, CPU, CUDA, AVX512, AVX2, Portable)
}

// fastest is the fastest engine that needs no GPU.
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
	switch name, _, _ = choose("engine", name, 1); {
	case name == CUDA:
		return fastest()
	case name != AVX2 && cpu.Supported(AVX2):
		return AVX2
	}
	return Portable
}
