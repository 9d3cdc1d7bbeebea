package engine

import (
	"context"
	"errors"

	"github.com/commonweight/commonweight/train/engine/cpu"
	"github.com/commonweight/commonweight/train/engine/cuda"
	"github.com/commonweight/commonweight/train/program"
)

// Diagnosis says how it stands with an engine on this machine.
type Diagnosis struct {
	Engine  string       `json:"engine"` // as Open takes it
	Device  *cuda.Device `json:"device,omitempty"`
	Works   bool         `json:"works"`   // it computes what the profile says
	Missing bool         `json:"missing"` // this machine or build hasn't got it, which is no fault
	Problem string       `json:"problem,omitempty"`
	Fastest bool         `json:"fastest"`          // what auto means
	Second  string       `json:"second,omitempty"` // whom it is compared with
}

// Diagnose opens every engine and every GPU, so that each computes its conformance hash.
func Diagnose(ctx context.Context) []Diagnosis {
	var list []Diagnosis
	add := func(d Diagnosis, err error) {
		d.Works, d.Missing = err == nil, errors.Is(err, cpu.ErrUnsupported) || errors.Is(err, cuda.ErrUnsupported)
		if err != nil {
			d.Problem = err.Error()
		} else {
			d.Second = Second(d.Engine)
		}
		list = append(list, d)
	}
	devices, err := cuda.Devices()
	if err != nil {
		add(Diagnosis{Engine: CUDA}, err)
	}
	for i := range devices {
		add(Diagnosis{Engine: CUDA, Device: &devices[i]}, cuda.Check(i))
	}
	for _, name := range []string{AVX512, AVX2, Portable} {
		add(Diagnosis{Engine: name}, works(ctx, name))
	}
	for i := range list {
		if list[i].Works {
			list[i].Fastest = true
			break
		}
	}
	return list
}

// works takes the smallest of all steps on an engine: its clock ticks.
func works(ctx context.Context, name string) error {
	clock := program.VectorOf(program.DTypeUint32, 1)
	p := &program.Program{
		StateLayout: []program.TensorSpec{{Name: "clock", Shape: clock, Section: program.SectionClock}},
		Operators: []program.Operator{
			{Name: "clock", Code: program.OpTick, Mode: program.ModePlain, Out: clock, OutView: clock.Whole(), Operands: []program.Operand{
				{Source: program.SourcePreState, Role: program.RoleClock, Shape: clock, View: clock.Whole()},
			}},
			{Name: "state", Code: program.OpState, Mode: program.ModePlain, Out: program.Shape{W: 1}, Operands: []program.Operand{
				{Source: program.SourceTrace, Role: program.RolePart, View: program.ViewSpec{Stride: 1, R: 1}},
			}},
		},
	}
	e, err := Open(name, p, nil, 1)
	if err != nil {
		return err
	}
	return errors.Join(e.Step(ctx, &program.State{}), e.Close())
}
