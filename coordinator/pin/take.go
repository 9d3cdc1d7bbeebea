package pin

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"math"
	"time"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/checkpoint"
)

// errWrong: the content is here and isn't what was committed.
var errWrong = errors.New("not what was committed")

// errNotYet: what the content is bounded and checked by isn't here.
var errNotYet = errors.New("the run's RunSpec isn't here")

// take reads a content to its end, checks it and pins it.
func (p *Pins) take(ctx context.Context, c content) (*Record, error) {
	cid, err := ipfs.CIDFromBytes(c.cid)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errWrong, err)
	}
	most := c.bytes
	if c.kind == Checkpoint || c.kind == Genesis {
		compiled := p.programs[c.run]
		if compiled == nil {
			return nil, errNotYet
		}
		most = checkpoint.MaxBytes(compiled)
	}
	if err := p.room(most); err != nil {
		return nil, err
	}
	r, err := p.config.Storage.Get(ctx, cid, most)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	counted := &counter{r: r}
	record := &Record{ID: c.id, Kind: c.kind, Run: c.run, Window: c.window, CID: cid, Kept: time.Now(), seen: time.Now()}
	if err := p.read(counted, c, most, record); err != nil {
		return nil, err
	}
	record.Bytes = counted.n
	if err := p.config.Storage.Pin(ctx, cid); err != nil {
		return nil, err
	}
	return record, nil
}

// read reads a content to its end and compares it with the chain where that says something of it.
func (p *Pins) read(r *counter, c content, most int64, record *Record) error {
	switch {
	case c.kind == RunSpec:
		text, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		if sum := sha256.Sum256(text); string(sum[:]) != string(c.root) {
			return fmt.Errorf("%w: its hash is %x, not %x", errWrong, sum, c.root)
		}
		record.Verified = true
		return nil
	case c.root == nil || most > p.config.Whole:
		_, err := io.Copy(io.Discard, r) // every block is hashed on the way
		return err
	}
	compiled := p.programs[c.run]
	s, err := checkpoint.Read(r, compiled)
	if err != nil {
		if r.err != nil {
			return r.err // of the store, not of the bytes
		}
		return fmt.Errorf("%w: %w", errWrong, err)
	}
	if root := trace.StateRoot(compiled, s); string(root[:]) != string(c.root) {
		return fmt.Errorf("%w: its state root is %x, not %x", errWrong, root, c.root)
	}
	if _, err := io.Copy(io.Discard, r); err != nil {
		return err
	}
	record.Verified, record.Step = true, uint64(s.Clock)
	if c.kind == Checkpoint {
		bits := math.Float32bits(s.Loss())
		record.Loss = &bits
	}
	return nil
}

// learn compiles the program of a run whose RunSpec is here.
func (p *Pins) learn(ctx context.Context, c content) error {
	if c.kind != RunSpec || p.programs[c.run] != nil {
		return nil
	}
	if m := p.lacks(programOf(c)); m != nil && time.Now().Before(m.next) {
		return nil
	}
	compiled, err := replica.ProgramOf(ctx, p.config.Client, p.config.Storage, c.run)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil { // a RunSpec that isn't what its run says: nothing of the run can be checked
		p.miss(content{id: programOf(c), kind: c.kind, run: c.run, cid: c.cid}, fmt.Errorf("%w: %w", errWrong, err))
		return nil
	}
	p.programs[c.run] = compiled
	p.found(programOf(c))
	return nil
}

// programOf is the id under which a RunSpec that is here and makes no sense is reported.
func programOf(c content) string { return "program-" + c.id }

func (p *Pins) found(id string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.missing, id)
}

// counter counts what is read, and keeps the error of the content's own reader.
type counter struct {
	r   io.Reader
	n   int64
	err error
}

func (c *counter) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n += int64(n)
	if err != nil && err != io.EOF {
		c.err = err
	}
	return n, err
}

func spelled(cid []byte) string {
	c, err := ipfs.CIDFromBytes(cid)
	if err != nil {
		return fmt.Sprintf("0x%x", cid)
	}
	return c.String()
}
