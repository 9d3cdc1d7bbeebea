package replay

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/checkpoint"
	"github.com/commonweight/commonweight/train/engine/portable"
	"github.com/commonweight/commonweight/train/program"
)

// ErrBytes says that something isn't what its hash or root says.
var ErrBytes = errors.New("wrong bytes")

// ErrOrder says that something was asked for before what it needs.
var ErrOrder = errors.New("asked too early")

// Progress says how far a replay is.
type Progress struct {
	Step      int `json:"step"` // of those that are replayed, from 0
	Steps     int `json:"steps"`
	Operator  int `json:"operator"`
	Operators int `json:"operators"`
}

// Room holds what was checked for one window.
//
// Concurrency: one call at a time.
type Room struct {
	program *program.Program
	payload []byte
	paths   paths          // of the leaves that are here; nil if all are
	before  *program.State // where the replay starts
	pre     *program.State // before the window
	post    *program.State // after it
	steps   int
	window  *trace.Window
}

// Facts are what the chain says about a run. Those that are nil aren't compared.
type Facts struct {
	SpecHash    program.Digest  `json:"specHash"`
	ProgramRoot *program.Digest `json:"programRoot"`
	DatasetRoot *program.Digest `json:"datasetRoot"`
}

// Open compiles a RunSpec. What the room held before is forgotten.
func (r *Room) Open(spec []byte, f Facts) (Terms, error) {
	*r = Room{}
	if got := program.Digest(sha256.Sum256(spec)); got != f.SpecHash {
		return Terms{}, fmt.Errorf("%w: the RunSpec hashes to %s, the chain says %s", ErrBytes, got, f.SpecHash)
	}
	s, err := program.ParseSpec(spec)
	if err != nil {
		return Terms{}, err
	}
	p, err := program.Compile(s)
	if err != nil {
		return Terms{}, err
	}
	if f.ProgramRoot != nil {
		if got := program.Digest(trace.ProgramRoot(p)); got != *f.ProgramRoot {
			return Terms{}, fmt.Errorf("%w: the RunSpec's program has root %s, the chain says %s", ErrBytes, got, *f.ProgramRoot)
		}
	}
	if f.DatasetRoot != nil && s.Dataset.Root != *f.DatasetRoot {
		return Terms{}, fmt.Errorf("%w: the RunSpec names the dataset %s, the chain %s", ErrBytes, s.Dataset.Root, *f.DatasetRoot)
	}
	r.program = p
	return termsOf(p), nil
}

// Dataset takes the payload.
func (r *Room) Dataset(payload []byte) error {
	if r.program == nil {
		return ErrOrder
	}
	d := r.program.Spec.Dataset
	if len(payload) != d.Bytes {
		return fmt.Errorf("%w: the dataset has %d bytes, the RunSpec says %d", ErrBytes, len(payload), d.Bytes)
	}
	if got := trace.HashOf(r.program.Spec).DatasetRoot(payload); program.Digest(got) != d.Root {
		return fmt.Errorf("%w: the dataset has root %s, the RunSpec says %s", ErrBytes, got, d.Root)
	}
	r.payload, r.paths = payload, nil
	return nil
}

// Span is a window's steps.
type Span struct {
	First uint64 `json:"first"`
	Steps int    `json:"steps"`
}

// paths are the siblings of the dataset's leaves that are here.
type paths map[int][]merkle.Hash

// Open returns the siblings of a leaf that is here.
func (p paths) Open(leaf int) []merkle.Hash { return p[leaf] }

// Batches takes what a window reads of the dataset, as an evidence bundle holds it: from then on that window alone can be replayed.
func (r *Room) Batches(file []byte, s Span) error {
	if r.program == nil {
		return ErrOrder
	}
	spec := r.program.Spec
	if s.Steps < 1 || s.Steps > spec.Window || s.First > uint64(spec.Steps) {
		return fmt.Errorf("%w: no window has %d steps from %d on", ErrBytes, s.Steps, s.First)
	}
	leaves, err := trace.Reads(spec, s.First, uint32(s.Steps))
	if err != nil {
		return err
	}
	payload, known := make([]byte, spec.Dataset.Bytes), paths{}
	if err := trace.ReadBatches(bytes.NewReader(file), spec, leaves, func(i int, leaf []byte, siblings []merkle.Hash) error {
		copy(payload[i*merkle.LeafSize:], leaf)
		known[i] = siblings
		return nil
	}); err != nil {
		return fmt.Errorf("%w: %w", ErrBytes, err)
	}
	r.payload, r.paths = payload, known
	return nil
}

// Before takes the state to start from: a checkpoint, or nothing where the seed gives it.
func (r *Room) Before(file []byte, root merkle.Hash) error {
	if r.program == nil {
		return ErrOrder
	}
	var s *program.State
	if file != nil {
		var err error
		if s, err = r.state(file, root); err != nil {
			return err
		}
	} else if s = r.program.Genesis(); trace.StateRoot(r.program, s) != root {
		return fmt.Errorf("%w: the seed gives the state %s, the chain says %s", ErrBytes, trace.StateRoot(r.program, s), root)
	}
	r.before, r.pre, r.post, r.window = s, nil, nil, nil
	return nil
}

// state reads a checkpoint and checks its root.
func (r *Room) state(file []byte, root merkle.Hash) (*program.State, error) {
	s, err := checkpoint.Read(bytes.NewReader(file), r.program)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBytes, err)
	}
	if got := trace.StateRoot(r.program, s); got != root {
		return nil, fmt.Errorf("%w: the checkpoint has state root %s, the chain says %s", ErrBytes, got, root)
	}
	return s, nil
}

// Way is a replay: Lead steps to the state with root Pre, then the window's own.
type Way struct {
	Lead  int            `json:"lead"`
	Pre   program.Digest `json:"pre"`
	Steps int            `json:"steps"`
}

// Replayed is a window: entry 0 of the roots is before its first step.
type Replayed struct {
	Roots  []program.Digest `json:"roots"`
	Losses []uint32         `json:"losses"` // bits
}

// Replay computes the window.
//
// Errors: ErrBytes if the lead doesn't end in the state that the window starts from.
func (r *Room) Replay(ctx context.Context, w Way, report func(Progress)) (Replayed, error) {
	if r.before == nil || r.payload == nil || r.paths != nil && w.Lead > 0 {
		return Replayed{}, ErrOrder
	}
	e, err := portable.New(r.program, r.payload)
	if err != nil {
		return Replayed{}, err
	}
	s := r.before.Clone()
	all := w.Lead + w.Steps
	step := func(n int) error {
		return e.Trace(ctx, s, func(o int, _ []uint32) error {
			report(Progress{Step: n, Steps: all, Operator: o, Operators: len(r.program.Operators)})
			return nil
		})
	}
	for n := range w.Lead {
		if err := step(n); err != nil {
			return Replayed{}, err
		}
	}
	root := program.Digest(trace.StateRoot(r.program, s))
	if root != w.Pre {
		return Replayed{}, fmt.Errorf("%w: the steps before the window lead to %s, the chain says %s", ErrBytes, root, w.Pre)
	}
	r.pre = s.Clone()
	out := Replayed{Roots: []program.Digest{root}}
	for n := range w.Steps {
		if err := step(w.Lead + n); err != nil {
			return Replayed{}, err
		}
		out.Roots = append(out.Roots, program.Digest(trace.StateRoot(r.program, s)))
		out.Losses = append(out.Losses, bitsOf(s.Loss()))
	}
	r.post, r.steps = s, w.Steps
	source := trace.Source{Program: r.program, Payload: r.payload, Pre: r.pre, Steps: w.Steps, Stepper: e, Tracer: e}
	if r.paths != nil {
		source.Paths = r.paths
	}
	r.window, err = trace.NewWindow(source)
	return out, err
}

// Model returns the parameters of a checkpoint as safetensors.
func (r *Room) Model(file []byte, root merkle.Hash) ([]byte, error) {
	if r.program == nil {
		return nil, ErrOrder
	}
	s, err := r.state(file, root)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = checkpoint.ExportModel(&out, r.program, s)
	return out.Bytes(), err
}
