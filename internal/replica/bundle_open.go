package replica

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/train/dataset"
	"github.com/commonweight/commonweight/train/program"
)

// Bundle is an evidence bundle whose parts have been checked against each other. Whether its commitment stands on a chain, the chain says.
type Bundle struct {
	Commitment chain.Hash
	Domain     chain.Domain
	Run        chain.RunID
	Window     uint64
	First      uint64 // number of the first step
	Steps      uint32
	PreRoot    chain.Hash
	Claimed    chain.Hash // the post root in question
	Committer  chain.Address

	pre *program.State
	dir string
	*workshop
}

// OpenBundle reads an evidence bundle and checks all of it without a network. The folder of the options takes it while it is open.
//
// Errors: fs.ErrNotExist; ErrUnknown for anything but a sound bundle.
func OpenBundle(ctx context.Context, path string, o Options) (*Bundle, error) {
	if err := os.MkdirAll(o.Dir, 0o755); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(o.Dir, "bundle-")
	if err != nil {
		return nil, err
	}
	b, err := openBundle(ctx, path, dir, o)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("bundle %s: %w", path, err), os.RemoveAll(dir))
	}
	return b, nil
}

// Close stops the engines and removes what was unpacked.
func (b *Bundle) Close() error { return errors.Join(b.workshop.Close(), os.RemoveAll(b.dir)) }

// Check replays the window. Whatever goes wrong is Unknown; a window that disagrees was replayed on both engines.
func (b *Bundle) Check(ctx context.Context) (*History, Verdict) {
	h, err := b.history(ctx, b.pre.Clone(), b.PreRoot, b.Steps, everyStep)
	if err == nil {
		h.Commitment, h.First, h.Claimed = b.Commitment, b.First, b.Claimed
		var v Verdict
		if v, err = b.compare(ctx, b.Window, b.pre, b.Steps, h.Roots[len(h.Roots)-1], b.Claimed); err == nil {
			return h, v
		}
	}
	return nil, Verdict{Answer: Unknown, Claimed: b.Claimed, Reason: err.Error()}
}

func openBundle(ctx context.Context, path, dir string, o Options) (*Bundle, error) {
	parts, err := ipfs.OpenEmbedded(filepath.Join(dir, "parts"))
	if err != nil {
		return nil, err
	}
	c, err := unpack(ctx, path, parts)
	if err != nil {
		return nil, err
	}
	text, err := ipfs.Fetch(ctx, parts, c.RunSpec, maxSpecBytes)
	if err != nil {
		return nil, unknownf("RunSpec: %w", err)
	}
	spec, err := program.ParseSpec(text)
	if err != nil {
		return nil, unknownf("RunSpec: %w", err)
	}
	p, err := program.Compile(spec)
	if err != nil {
		return nil, unknownf("the RunSpec doesn't compile: %w", err)
	}
	b := &Bundle{
		Domain: chain.Domain{ChainID: c.ChainID, Training: c.Training}, Run: c.Run, Window: c.last().Window, Steps: c.last().Steps,
		First: c.last().Window * uint64(spec.Window), Claimed: c.last().PostRoot, Committer: c.last().Committer, dir: dir,
	}
	if b.Commitment, b.PreRoot, err = c.hash(factsOf(p)); err != nil {
		return nil, err
	}
	if want := min(uint64(spec.Window), uint64(spec.Steps)-min(b.First, uint64(spec.Steps))); uint64(b.Steps) != want {
		return nil, unknownf("window %d has %d steps by the RunSpec, %d by the bundle", b.Window, want, b.Steps)
	}
	if b.pre, err = b.before(ctx, parts, c, p); err != nil {
		return nil, err
	}
	payload, err := unpackBatches(ctx, parts, c.Batches, spec, b, filepath.Join(dir, "payload"))
	if err != nil {
		return nil, err
	}
	b.workshop, err = openWorkshop(p, payload, o)
	return b, err
}

// unpack stores a bundle's blocks and returns its claim. The file holds what the claim names and not a byte beside it.
func unpack(ctx context.Context, path string, parts *ipfs.Embedded) (*claim, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	root, err := parts.ReadCAR(ctx, file, maxBundleBytes)
	if err != nil {
		return nil, unknownf("%w", err)
	}
	text, err := ipfs.Fetch(ctx, parts, root, maxClaimBytes)
	if err != nil {
		return nil, unknownf("its claim: %w", err)
	}
	c, err := decodeClaim(text)
	if err != nil {
		return nil, err
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	if err := parts.SameCAR(ctx, file, c.parts(root)...); err != nil {
		return nil, unknownf("%w", err)
	}
	return c, nil
}

// before is the state that the window starts from.
func (b *Bundle) before(ctx context.Context, parts ipfs.Store, c *claim, p *program.Program) (*program.State, error) {
	var s *program.State
	if seeded := b.Window == 0 && p.Spec.Genesis.Kind != program.GenesisImport; seeded == c.State.Defined() {
		return nil, unknownf("the bundle's state: the RunSpec's seed gives genesis, and nothing else")
	} else if seeded {
		s = p.Genesis()
	} else {
		var err error
		if s, err = fetchState(ctx, parts, p, c.State); err != nil {
			return nil, unknownf("the bundle's state: %w", err)
		}
	}
	if got := rootOf(p, s); got != b.PreRoot {
		return nil, unknownf("the bundle's state: root differs: %s by the commitments, %s by the bytes", b.PreRoot, got)
	}
	return s, nil
}

func unpackBatches(ctx context.Context, parts ipfs.Store, cid ipfs.CID, s program.Spec, b *Bundle, path string) (*dataset.Payload, error) {
	leaves, err := trace.Reads(s, b.First, b.Steps)
	if err != nil {
		return nil, unknownf("%w", err)
	}
	content, err := parts.Get(ctx, cid, 2*maxBatchBytes)
	if err != nil {
		return nil, unknownf("the bundle's batches: %w", err)
	}
	defer content.Close()
	if err := readBatches(content, s, leaves, path); err != nil {
		return nil, err
	}
	return dataset.Open(path)
}
