package pin

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"sync"
	"time"

	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/train/program"
)

const (
	mostSpec  = 4 << 20         // bytes of a RunSpec
	every     = 2 * time.Second // between looks at the index
	seldom    = time.Minute     // between sweeps while it stands still
	again     = time.Hour       // between looks whether what is kept is still there
	saveEvery = 5 * time.Second // while much is taken
	firstWait = 5 * time.Second // before a content is asked for again; it doubles
	lastWait  = 10 * time.Minute
	patience  = 30 * time.Minute // with one content
)

// Config is what keeping takes.
type Config struct {
	Client  *chain.Client
	Index   *store.Store
	Storage ipfs.Keeper
	Dir     string // remembers what is kept
	Log     *slog.Logger

	Policy
}

// Policy says how much is kept.
type Policy struct {
	Recent int           // final windows below the newest whose checkpoints are kept, key frames or not
	Most   int64         // bytes to keep in all; what would exceed it is reported instead
	Grace  time.Duration // how long a content must have been unwanted before it is let go of; negative: it never is
	Whole  int64         // checkpoints of more bytes are kept without being read into memory and compared
}

// KeyFrames is the policy to keep key frames and what is still argued about.
func KeyFrames() Policy { return Policy{Recent: 2, Most: 1 << 40, Grace: time.Hour, Whole: 2 << 30} }

// Everything is the policy to let nothing go.
func Everything() Policy {
	p := KeyFrames()
	p.Grace = -1
	return p
}

// Pins keeps contents.
//
// Concurrency: one Run; the rest by any number of goroutines.
type Pins struct {
	config   Config
	programs map[chain.RunID]*program.Program // of runs whose RunSpec is here

	mu      sync.Mutex
	records map[string]*Record
	missing map[string]*Missing
	saved   bool // records are as the file says
	written time.Time
}

// Missing is a content that can't be kept.
type Missing struct {
	ID     string      `json:"id"`
	Kind   Kind        `json:"kind"`
	Run    chain.RunID `json:"run"`
	Window uint64      `json:"window"`
	CID    string      `json:"cid"`
	Since  time.Time   `json:"since"`
	Tries  int         `json:"tries"`
	Why    string      `json:"why"`
	Wrong  bool        `json:"wrong"` // it is here, and isn't what was committed

	next time.Time
}

// Open reads what was kept before.
func Open(config Config) (*Pins, error) {
	p := &Pins{config: config, programs: make(map[chain.RunID]*program.Program), missing: make(map[string]*Missing), saved: true}
	var err error
	if p.records, err = readRecords(p.file()); err != nil {
		return nil, fmt.Errorf("open what is kept: %w", err)
	}
	return p, nil
}

func (p *Pins) file() string { return filepath.Join(p.config.Dir, "kept.json") }

// Run keeps what must be kept until ctx ends.
func (p *Pins) Run(ctx context.Context) error {
	tick := time.NewTicker(every)
	defer tick.Stop()
	var seen *store.Block
	var swept time.Time
	for {
		head := p.config.Index.Head()
		if moved := head != nil && (seen == nil || head.Hash != seen.Hash); moved || time.Since(swept) > seldom {
			if err := p.Sweep(ctx); err != nil && ctx.Err() == nil {
				p.config.Log.Warn("contents can't be kept", "why", err)
			}
			seen, swept = head, time.Now()
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return nil
		}
	}
}

// Sweep takes what is wanted and not here, and lets go of what is here and not wanted.
func (p *Pins) Sweep(ctx context.Context) error {
	wanted := make(map[string]bool)
	current := false
	for known := -1; known < len(p.programs); { // once more after a RunSpec has told what data its run needs
		known = len(p.programs)
		var contents []content
		var err error
		if contents, current, err = p.look(ctx); err != nil {
			return err
		}
		for _, c := range contents {
			wanted[c.id], wanted[programOf(c)] = true, true
			if err := p.ensure(ctx, c); err != nil {
				return err
			}
		}
	}
	if current && p.config.Grace >= 0 {
		if err := p.prune(ctx, wanted); err != nil {
			return err
		}
	}
	return p.save()
}

// behind is how many blocks an index may be behind that is believed in what it doesn't want.
const behind = 16

// look lists what is wanted. Current says that what isn't among it isn't wanted.
func (p *Pins) look(ctx context.Context) (contents []content, current bool, err error) {
	v, err := p.config.Index.View(ctx)
	if err != nil {
		return nil, false, err
	}
	defer v.Close()
	contents, err = p.wanted(ctx, v)
	head := v.Head()
	return contents, head != nil && p.config.Client.Latest().Number <= head.Number+behind, err
}

// ensure takes a content unless it is here, or was asked for a moment ago. An error is the end of the sweep: of the context.
func (p *Pins) ensure(ctx context.Context, c content) error {
	held, err := p.has(ctx, c)
	if err != nil {
		return err
	}
	if held {
		return p.learn(ctx, c)
	}
	if m := p.lacks(c.id); m != nil && time.Now().Before(m.next) {
		return nil
	}
	inTime, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	record, err := p.take(inTime, c)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		p.miss(c, err)
		return nil
	}
	p.keep(record)
	if time.Since(p.written) > saveEvery {
		if err := p.save(); err != nil {
			return err
		}
	}
	return p.learn(ctx, c)
}

// has says whether a content is kept; now and then it looks.
func (p *Pins) has(ctx context.Context, c content) (bool, error) {
	p.mu.Lock()
	r := p.records[c.id]
	if r == nil || r.Dropped {
		p.mu.Unlock()
		return false, nil
	}
	r.unwanted = time.Time{}
	look := time.Since(r.seen) > again
	p.mu.Unlock()
	if !look {
		return true, nil
	}
	held, err := p.config.Storage.Has(ctx, r.CID)
	if err != nil && !errors.Is(err, ipfs.ErrCorrupt) {
		return false, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if !held {
		delete(p.records, c.id)
		p.saved = false
		return false, nil
	}
	r.seen = time.Now()
	return true, nil
}

func (p *Pins) lacks(id string) *Missing {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.missing[id]
}

func (p *Pins) miss(c content, why error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	m := p.missing[c.id]
	if m == nil {
		m = &Missing{ID: c.id, Kind: c.kind, Run: c.run, Window: c.window, CID: spelled(c.cid), Since: time.Now()}
		p.missing[c.id] = m
		p.config.Log.Warn("a content is missing", "kind", c.kind, "run", c.run, "window", c.window, "cid", m.CID, "why", why)
	}
	m.Why, m.Wrong = why.Error(), errors.Is(why, errWrong)
	m.next = time.Now().Add(min(lastWait, firstWait<<min(m.Tries, 10)))
	m.Tries++
}

func (p *Pins) keep(r *Record) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.records[r.ID] = r
	delete(p.missing, r.ID)
	p.saved = false
}

// room says whether so many bytes more may be kept.
func (p *Pins) room(bytes int64) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	kept := int64(0)
	for _, r := range p.records {
		if !r.Dropped {
			kept += r.Bytes
		}
	}
	if kept+bytes > p.config.Most {
		return fmt.Errorf("no room for %d bytes: %d of %d are taken", bytes, kept, p.config.Most)
	}
	return nil
}

// prune lets go of what has been unwanted for long enough.
func (p *Pins) prune(ctx context.Context, wanted map[string]bool) error {
	drop, keep, dropped := p.unwanted(wanted)
	if len(drop) == 0 {
		return nil
	}
	if err := p.config.Storage.Drop(ctx, drop, keep); err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, r := range dropped {
		r.Dropped = true
	}
	p.saved = false
	return nil
}

func (p *Pins) unwanted(wanted map[string]bool) (drop, keep []ipfs.CID, dropped []*Record) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for id, m := range p.missing {
		if !wanted[m.ID] {
			delete(p.missing, id)
		}
	}
	for id, r := range p.records {
		if p.programs[r.Run] == nil && wanted[runSpecOf(r.Run)] && r.Kind != Checkpoint {
			wanted[id] = true // data: what the run needs of it isn't known now
		}
		switch {
		case r.Dropped:
		case wanted[id] || r.unwanted.IsZero() && p.config.Grace > 0:
			if !wanted[id] {
				r.unwanted = time.Now()
			}
			keep = append(keep, r.CID)
		case time.Since(r.unwanted) < p.config.Grace:
			keep = append(keep, r.CID)
		default:
			drop, dropped = append(drop, r.CID), append(dropped, r)
		}
	}
	return drop, keep, dropped
}
