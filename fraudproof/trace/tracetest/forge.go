package tracetest

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
)

// ForgeSteps replaces the state roots from a step on by roots of nothing. The traces stay the honest ones, but for that step's last entry,
// which has to be the claim.
func ForgeSteps(ctx context.Context, honest match.Provider, step int) (*Patched, error) {
	p := Patch(honest)
	return p, p.forgeFrom(ctx, step, junk("steps", step))
}

// ForgeTrace replaces the root of an operator's output by a root of nothing, and the state roots from that step on.
func ForgeTrace(ctx context.Context, honest match.Provider, step, operator int) (*Patched, error) {
	p := Patch(honest)
	p.SetEntry(match.List{Name: match.ListTrace, Step: step}, uint64(1+operator), junk("trace", step, operator))
	return p, p.forgeFrom(ctx, step, junk("steps", step))
}

// ForgeTile flips bits in a tile of an operator's output, which may be padding; the output's root follows, and the state roots from that
// step on are roots of nothing.
func ForgeTile(ctx context.Context, honest match.Provider, step, operator, tile, word int, flip uint32) (*Patched, error) {
	p := Patch(honest)
	list := match.List{Name: match.ListOutput, Step: step, Operator: uint32(operator)}
	data, err := honest.Tile(ctx, list, uint64(tile))
	if err != nil {
		return nil, err
	}
	data = slices.Clone(data)
	binary.LittleEndian.PutUint32(data[4*word:], binary.LittleEndian.Uint32(data[4*word:])^flip)
	p.SetTile(list, uint64(tile), data)
	root, err := p.Root(ctx, list)
	if err != nil {
		return nil, err
	}
	p.SetEntry(match.List{Name: match.ListTrace, Step: step}, uint64(1+operator), root)
	return p, p.forgeFrom(ctx, step, junk("steps", step))
}

// ForgeTensor puts another root into the list of the new state's tensors than the trace has: a lie of `state`, the last operator. The state
// root follows; those of later steps are roots of nothing.
func ForgeTensor(ctx context.Context, honest match.Provider, step, tensor int) (*Patched, error) {
	p := Patch(honest)
	entries, err := honest.Length(ctx, match.List{Name: match.ListTrace, Step: step})
	if err != nil {
		return nil, err
	}
	list := match.List{Name: match.ListOutput, Step: step, Operator: uint32(entries - 2)}
	p.SetEntry(list, uint64(tensor), junk("tensor", step, tensor))
	root, err := p.Root(ctx, list)
	if err != nil {
		return nil, err
	}
	return p, p.forgeFrom(ctx, step, root)
}

// forgeFrom makes a root the claim after a step, in the steps and as the last entry of the step's trace, and roots of nothing those of
// later steps.
func (p *Patched) forgeFrom(ctx context.Context, step int, root merkle.Hash) error {
	steps, err := p.Length(ctx, match.List{Name: match.ListSteps})
	if err != nil {
		return err
	}
	entries, err := p.Length(ctx, match.List{Name: match.ListTrace, Step: step})
	if err != nil {
		return err
	}
	p.SetEntry(match.List{Name: match.ListTrace, Step: step}, entries-1, root)
	p.SetEntry(match.List{Name: match.ListSteps}, uint64(step), root)
	for s := step + 1; s < int(steps); s++ {
		p.SetEntry(match.List{Name: match.ListSteps}, uint64(s), junk("steps", s))
	}
	return nil
}

// junk is a root behind which nothing is.
func junk(what string, of ...int) (h merkle.Hash) {
	b := []byte(what)
	for _, n := range of {
		b = binary.LittleEndian.AppendUint64(b, uint64(n))
	}
	h = sha256.Sum256(b)
	h[0] &= 0x1f // an element of Poseidon2's field too
	return h
}
