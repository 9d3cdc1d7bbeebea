package trace

import (
	"context"
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/train/program"
)

// Lists is a window as the solver of a match sees it: whatever is asked for is computed from the window's pre state, or found among the
// little that the window keeps.
//
// Concurrency: as Window.
type Lists struct{ window *Window }

var _ match.Provider = (*Lists)(nil)

// Lists returns the window's lists.
func (w *Window) Lists() *Lists { return &Lists{w} }

// tree returns a list with its nodes.
func (l *Lists) tree(ctx context.Context, list match.List) (*merkle.Tree, error) {
	w := l.window
	switch list.Name {
	case match.ListSteps:
		roots, err := w.History(ctx)
		if err != nil {
			return nil, err
		}
		return merkle.Roots(merkle.KindSteps, roots).By(function(w.Program)).Tree(), nil
	case match.ListTrace:
		entries, err := w.Trace(ctx, list.Step-1)
		if err != nil {
			return nil, err
		}
		return merkle.Roots(merkle.KindTrace, entries).By(function(w.Program)).Tree(), nil
	case match.ListState:
		roots, err := w.TensorRoots(ctx, list.Step-1)
		if err != nil {
			return nil, err
		}
		return merkle.Roots(merkle.KindState, roots).By(function(w.Program)).Tree(), nil
	case match.ListOutput:
		out, err := w.Output(ctx, list.Step-1, int(list.Operator))
		if err != nil {
			return nil, err
		}
		return out.List(), nil
	case match.ListProgram:
		return w.programTree(ctx)
	}
	return nil, fmt.Errorf("%w: list %d", ErrNoSuch, list.Name)
}

// Nodes returns n nodes of a level of a list.
//
// Errors: ErrNoSuch beyond the tree; those of the replay.
func (l *Lists) Nodes(ctx context.Context, list match.List, level int, first uint64, n int) ([]merkle.Hash, error) {
	length, err := l.Length(ctx, list)
	if err != nil {
		return nil, err
	}
	if depth := merkle.Depth(length); level < 0 || level > depth || n < 0 || uint64(n) > 1<<(depth-level) || first > 1<<(depth-level)-uint64(n) {
		return nil, fmt.Errorf("%w: %d nodes from %d on, level %d of a list of %d", ErrNoSuch, n, first, level, length)
	}
	tree, err := l.tree(ctx, list)
	if err != nil {
		return nil, err
	}
	nodes := make([]merkle.Hash, n)
	for i := range nodes {
		nodes[i] = tree.Show(level, first+uint64(i), 0)[0]
	}
	return nodes, nil
}

// Entry returns a root of a list of roots.
//
// Errors: ErrNoSuch where there is none: of tiles, descriptors, beyond the list; those of the replay.
func (l *Lists) Entry(ctx context.Context, list match.List, index uint64) (merkle.Hash, error) {
	w := l.window
	if length, err := l.Length(ctx, list); err != nil || index >= length {
		return merkle.Hash{}, fmt.Errorf("%w: entry %d of %+v", ErrNoSuch, index, list)
	}
	var roots []merkle.Hash
	var err error
	switch list.Name {
	case match.ListSteps:
		roots, err = w.History(ctx)
	case match.ListTrace:
		roots, err = w.Trace(ctx, list.Step-1)
	case match.ListState:
		roots, err = w.TensorRoots(ctx, list.Step-1)
	case match.ListOutput:
		var out *Output
		if out, err = w.Output(ctx, list.Step-1, int(list.Operator)); err == nil {
			roots = out.Roots
		}
	case match.ListProgram:
		if index == uint64(len(w.Program.Operators)) {
			return ratesRoot(w.Program), nil
		}
	}
	if err != nil {
		return merkle.Hash{}, err
	}
	if roots == nil {
		return merkle.Hash{}, fmt.Errorf("%w: %+v has no roots", ErrNoSuch, list)
	}
	return roots[index], nil
}

// Length counts the leaves of a list.
//
// Errors: ErrNoSuch.
func (l *Lists) Length(_ context.Context, list match.List) (uint64, error) {
	p := l.window.Program
	inStep := list.Step >= 1 && list.Step <= l.window.Steps
	switch list.Name {
	case match.ListSteps:
		return uint64(l.window.Steps + 1), nil
	case match.ListProgram:
		return uint64(len(p.Operators) + 1), nil
	case match.ListTrace:
		if inStep {
			return uint64(len(p.Operators) + 1), nil
		}
	case match.ListState:
		if inStep {
			return uint64(len(p.StateLayout)), nil
		}
	case match.ListOutput:
		if !inStep || int64(list.Operator) >= int64(len(p.Operators)) {
			break
		}
		o := &p.Operators[list.Operator]
		if o.Code == program.OpState {
			return uint64(o.Out.W), nil
		}
		return uint64(o.Out.Tiles()), nil
	}
	return 0, fmt.Errorf("%w: %+v", ErrNoSuch, list)
}

// Tile returns the 1024 bytes of a tile of an output, or of a descriptor.
//
// Errors: ErrNoSuch where the list has no tiles, or not so many; those of the replay.
func (l *Lists) Tile(ctx context.Context, list match.List, index uint64) ([]byte, error) {
	length, err := l.Length(ctx, list)
	if err != nil || index >= length {
		return nil, fmt.Errorf("%w: tile %d of %+v", ErrNoSuch, index, list)
	}
	p := l.window.Program
	switch {
	case list.Name == match.ListProgram && index < length-1:
		descriptor := p.Operators[index].Descriptor()
		return descriptor[:], nil
	case list.Name == match.ListOutput && p.Operators[list.Operator].Code != program.OpState:
		out, err := l.window.Output(ctx, list.Step-1, int(list.Operator))
		if err != nil {
			return nil, err
		}
		tile := out.Tile(int(index))
		return tile[:], nil
	}
	return nil, fmt.Errorf("%w: tile %d of %+v", ErrNoSuch, index, list)
}

// Folds returns F after every chunk of an element, as its words lie in a tile.
//
// Errors: ErrNoSuch if the element has none; those of the replay.
func (l *Lists) Folds(ctx context.Context, at match.Micro) ([]byte, error) {
	r, err := l.reduction(ctx, at)
	if err != nil {
		return nil, err
	}
	folds, err := r.Folds()
	return referee.PutWords(folds), err
}

// Blocks returns P after every block of a chunk of an element, as the words lie in a tile.
//
// Errors: as Folds.
func (l *Lists) Blocks(ctx context.Context, at match.Micro) ([]byte, error) {
	r, err := l.reduction(ctx, at)
	if err != nil {
		return nil, err
	}
	blocks, err := r.Blocks(int(at.Chunk))
	return referee.PutWords(blocks), err
}

// Evidence returns the openings from which the referee recomputes the micro-step.
//
// Errors: ErrNoSuch beyond the output; those of the replay.
func (l *Lists) Evidence(ctx context.Context, at match.Micro) ([]byte, error) {
	out, err := l.output(ctx, at)
	if err != nil {
		return nil, err
	}
	return out.Evidence(at)
}

// output returns the output that a place lies in, if it does.
func (l *Lists) output(ctx context.Context, at match.Micro) (*Output, error) {
	length, err := l.Length(ctx, match.List{Name: match.ListOutput, Step: at.Step, Operator: at.Operator})
	if err != nil {
		return nil, err
	}
	if uint64(at.Tile) >= length {
		return nil, fmt.Errorf("%w: tile %d of %d", ErrNoSuch, at.Tile, length)
	}
	return l.window.Output(ctx, at.Step-1, int(at.Operator))
}

// reduction returns the reduction of an element, which has the chunk and block that are named.
func (l *Lists) reduction(ctx context.Context, at match.Micro) (Reduction, error) {
	out, err := l.output(ctx, at)
	if err != nil {
		return Reduction{}, err
	}
	r, ok := out.Reduction(int(at.Tile), int(at.Word))
	if !ok || int64(at.Chunk) >= int64(r.Chunks()) || int(at.Block) >= r.BlocksOf(int(at.Chunk)) {
		return Reduction{}, fmt.Errorf("%w: partials of %+v", ErrNoSuch, at)
	}
	return r, nil
}

// programTree hashes the program once.
func (w *Window) programTree(ctx context.Context) (*merkle.Tree, error) {
	if err := w.begin(ctx); err != nil {
		return nil, err
	}
	defer w.end()
	if w.program == nil {
		w.program = programTree(w.Program).Tree()
	}
	return w.program, nil
}
