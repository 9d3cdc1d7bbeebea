package portable

import (
	"context"
	"fmt"
	"slices"
	"unsafe"

	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// Name is the name of this engine.
const Name = "portable"

// Engine runs one program on one payload.
type Engine struct {
	p        *program.Program
	payload  []byte
	lastRead []int // by operator, the last operator that reads its output, `state` apart; itself if none does
	lastUse  []int // the same, but outputs that belong to the new state are used until the end
	outputs  []int // the operators that make the new state
}

// New prepares a program.
//
// Bounds: the payload has the length that the RunSpec says.
func New(p *program.Program, payload []byte) (*Engine, error) {
	if want := p.Spec.Dataset.Bytes; len(payload) != want {
		return nil, fmt.Errorf("the dataset has %d bytes, the run says %d", len(payload), want)
	}
	e := &Engine{p: p, payload: payload, lastRead: make([]int, len(p.Operators)), outputs: p.StateOutputs()}
	for i, o := range p.Operators {
		e.lastRead[i] = i
		for _, x := range o.Operands {
			if x.Source == program.SourceTrace && o.Code != program.OpState {
				e.lastRead[x.Index] = i
			}
		}
	}
	e.lastUse = slices.Clone(e.lastRead)
	for _, i := range e.outputs {
		e.lastUse[i] = len(p.Operators)
	}
	return e, nil
}

// Name is "portable".
func (e *Engine) Name() string { return Name }

// Close has nothing to return.
func (e *Engine) Close() error { return nil }

// Step advances the state in place by one step.
func (e *Engine) Step(ctx context.Context, s *program.State) error {
	return e.Trace(ctx, s, nil)
}

// Trace is Step, showing each operator's output as it comes: the words of its tensor; none for `state`, the last. The words don't change
// afterwards, so visit may keep them. An error of visit ends the step and leaves the state as it was.
func (e *Engine) Trace(ctx context.Context, s *program.State, visit func(operator int, words []uint32) error) error {
	r, err := e.begin(s)
	if err != nil {
		return err
	}
	if err := r.outputs(ctx, len(e.p.Operators), e.lastUse, visit); err != nil {
		return err
	}
	last := len(e.outputs) - 1
	for t, i := range e.outputs[:last] {
		copy(s.Tensors[t], r.values[i])
	}
	s.Clock = words(r.values[e.outputs[last]])[0]
	return nil
}

// Outputs runs the operators before end of the step that follows s, shows their outputs as Trace does, and leaves the state as it is.
//
// Bounds: an output is forgotten once no later operator reads it, also if it belongs to the new state: a step needs the memory of its
// gradients and not of a second state. The words are valid until visit returns; what visit writes into them is what later operators read.
func (e *Engine) Outputs(ctx context.Context, s *program.State, end int, visit func(operator int, words []uint32) error) error {
	r, err := e.begin(s)
	if err != nil {
		return err
	}
	return r.outputs(ctx, end, e.lastRead, visit)
}

func (e *Engine) begin(s *program.State) (*run, error) {
	if err := e.p.CheckState(s); err != nil {
		return nil, err
	}
	return &run{Engine: e, state: s, values: make([][]float32, len(e.p.Operators))}, nil
}

// outputs runs the operators before end; forget names, by operator, the last one that needs its output.
func (r *run) outputs(ctx context.Context, end int, forget []int, visit func(operator int, words []uint32) error) error {
	for i := range r.p.Operators[:end] {
		if err := ctx.Err(); err != nil {
			return err
		}
		o := &r.p.Operators[i]
		if o.Code != program.OpState {
			r.values[i] = make([]float32, o.Out.Words())
			r.execute(o, r.values[i])
		}
		if visit != nil {
			if err := visit(i, words(r.values[i])); err != nil {
				return err
			}
		}
		if forget[i] == i {
			r.values[i] = nil
		}
		for _, x := range o.Operands {
			if x.Source == program.SourceTrace && forget[x.Index] == i {
				r.values[x.Index] = nil
			}
		}
	}
	return nil
}

// words shows float32 words as integers. Outputs of type uint32 are kept the same way, so that every tensor is one kind of slice; no
// arithmetic touches them.
func words(f []float32) []uint32 {
	return unsafe.Slice((*uint32)(unsafe.Pointer(unsafe.SliceData(f))), len(f))
}

// run is one step on its way.
type run struct {
	*Engine
	state  *program.State
	values [][]float32
}

// clock returns the word that an operator reads as its clock.
func (r *run) clock(o *program.Operator) uint32 {
	for _, x := range o.Operands {
		if x.Role == program.RoleClock && x.Source != program.SourcePreState {
			return words(r.tensor(x))[0]
		}
	}
	return r.state.Clock
}

// tensor returns the data of an operand.
func (r *run) tensor(o program.Operand) []float32 {
	switch o.Source {
	case program.SourceTrace:
		return r.values[o.Index]
	case program.SourceConstant:
		return r.p.LearningRates
	default:
		return r.state.Tensors[o.Index]
	}
}

// execute calls the reference for one operator.
func (r *run) execute(o *program.Operator, out []float32) {
	var in [][]float32
	if o.Code != program.OpLoadBatch && o.Code != program.OpTick {
		for _, x := range o.Operands {
			if x.Role != program.RoleClock {
				in = append(in, r.tensor(x))
			}
		}
	}
	switch o.Code {
	case program.OpMatmul:
		a, b := o.Operands[0].View.On(in[0]), o.Operands[1].View.On(in[1])
		numeric.Matmul(o.OutView.On(out), a, b, numeric.Mode(o.Mode), o.Attributes[program.AttributeMatmulCausal] == 1)
	case program.OpColumnReduce, program.OpRowReduce, program.OpTileReduce:
		reduce(o, out, in)
	case program.OpScatterAdd:
		numeric.ScatterAdd(out, in[0], r.index(o, in, o.Operands[0].Shape.R), o.Out.R, o.Out.W)
	case program.OpMap:
		r.apply(o, out, in)
	case program.OpGather:
		width := o.Out.W
		if o.Out.Vector {
			width = 1
		}
		numeric.Gather(out, in[0], width, r.index(o, in, o.Out.Words()/width))
	case program.OpPick:
		numeric.Pick(out, in[0], o.Operands[0].Shape.W, words(in[1]))
	case program.OpConcat:
		if o.Mode == program.ModeColumns {
			numeric.ConcatColumns(out, o.Out.R, in...)
		} else {
			numeric.ConcatVectors(out, in...)
		}
	case program.OpLoadBatch:
		r.load(o, out)
	case program.OpTick:
		words(out)[0] = numeric.Tick(r.clock(o))
	}
}

// index returns the rows that gather and scatter_add name.
func (r *run) index(o *program.Operator, in [][]float32, count int) []uint32 {
	modulus := o.Attributes[program.AttributeGatherModulus]
	if o.Code == program.OpScatterAdd {
		modulus = o.Attributes[program.AttributeScatterAddModulus]
	}
	switch o.Mode {
	case program.ModeIota:
		return numeric.Iota(count, int(modulus))
	case program.ModeClock:
		return []uint32{min(r.clock(o), o.Attributes[program.AttributeGatherLast])}
	default:
		return words(in[1])
	}
}

func reduce(o *program.Operator, out []float32, in [][]float32) {
	s := o.Operands[0].Shape
	rows := s.G * s.R
	grid := numeric.Grid{G: s.G, R: s.R, W: s.W, Vector: s.Vector}
	switch {
	case o.Code == program.OpColumnReduce && o.Mode == program.ModeSum:
		numeric.ColumnSum(out, in[0], rows, s.W)
	case o.Code == program.OpColumnReduce:
		numeric.ColumnDot(out, in[0], in[1], rows, s.W)
	case o.Code == program.OpRowReduce && o.Mode == program.ModeSum:
		numeric.RowSum(out, in[0], rows, s.W)
	case o.Code == program.OpRowReduce && o.Mode == program.ModeDot:
		numeric.RowDot(out, in[0], in[1], rows, s.W)
	case o.Code == program.OpRowReduce:
		numeric.RowMax(out, in[0], rows, s.W)
	case o.Mode == program.ModeSum:
		numeric.TileSum(out, in[0], grid)
	default:
		numeric.TileSqSum(out, in[0], grid)
	}
}

func (r *run) apply(o *program.Operator, out []float32, in [][]float32) {
	operands := make([]numeric.Operand, len(in))
	for i, x := range o.Operands {
		operands[i].Role = numeric.Role(x.Role)
		if x.Shape.DType == program.DTypeUint32 {
			operands[i].Words = words(in[i])
		} else {
			operands[i].Floats = in[i]
		}
	}
	numeric.Map(out, o.Out.G, o.Out.R, o.Out.W, o.Instructions, o.Constants, operands)
}

func (r *run) load(o *program.Operator, out []float32) {
	a := func(i int) uint32 { return o.Attributes[i] }
	clock := r.clock(o)
	batch := int(a(program.AttributeLoadBatchBatch))
	seed := uint64(a(program.AttributeLoadBatchSeedHigh))<<32 | uint64(a(program.AttributeLoadBatchSeedLow))
	tokens := numeric.Tokens{
		Batch: batch, Seed: seed,
		Length:     int(a(program.AttributeLoadBatchLength)),
		Stride:     int(a(program.AttributeLoadBatchStride)),
		Vocabulary: a(program.AttributeLoadBatchVocabulary),
		TokenBytes: int(a(program.AttributeLoadBatchTokenBytes)),
	}
	records := numeric.Records{
		Batch: batch, Seed: seed,
		Features: int(a(program.AttributeLoadBatchFeatures)),
		Classes:  a(program.AttributeLoadBatchVocabulary),
	}
	switch o.Mode {
	case program.ModeX:
		numeric.LoadTokens(words(out), r.payload, clock, tokens, 0)
	case program.ModeY:
		numeric.LoadTokens(words(out), r.payload, clock, tokens, 1)
	case program.ModeFeatures:
		numeric.LoadFeatures(out, r.payload, clock, records)
	case program.ModeLabel:
		numeric.LoadLabels(words(out), r.payload, clock, records)
	}
}
