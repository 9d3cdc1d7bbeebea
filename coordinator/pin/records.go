package pin

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
)

// Record is a content that is kept, or was.
type Record struct {
	ID       string      `json:"id"` // an asset's; a checkpoint's is its commitment's hash
	Kind     Kind        `json:"kind"`
	Run      chain.RunID `json:"run"`
	Window   uint64      `json:"window"`
	CID      ipfs.CID    `json:"cid"`
	Bytes    int64       `json:"bytes"`
	Verified bool        `json:"verified"` // against what the chain says, beyond its CID
	Step     uint64      `json:"step,omitempty"`
	Loss     *uint32     `json:"loss,omitempty"` // bits
	Kept     time.Time   `json:"kept"`
	Dropped  bool        `json:"dropped,omitempty"`

	unwanted time.Time // since when
	seen     time.Time // last
}

// Status says what is kept and what isn't.
type Status struct {
	Kept       int       `json:"kept"`
	Bytes      int64     `json:"bytes"`
	Unverified int       `json:"unverified"` // kept, but compared with nothing except their CID
	Missing    []Missing `json:"missing"`
}

// Status returns what is kept, and what is missing: by run, then by window.
func (p *Pins) Status() Status {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := Status{Missing: []Missing{}}
	for _, r := range p.records {
		if r.Dropped {
			continue
		}
		s.Kept++
		s.Bytes += r.Bytes
		if !r.Verified {
			s.Unverified++
		}
	}
	for _, m := range p.missing {
		s.Missing = append(s.Missing, *m)
	}
	slices.SortFunc(s.Missing, func(a, b Missing) int {
		return cmp.Or(cmp.Compare(a.Run, b.Run), cmp.Compare(a.Window, b.Window), cmp.Compare(a.ID, b.ID))
	})
	return s
}

// Loss is the loss after one window, as the checkpoint of a commitment has it.
type Loss struct {
	Commitment string // its hash: of one window there may be several
	Window     uint64
	Step       uint64
	Loss       float32 // NaN where the run's last gradient wasn't finite
}

// Losses returns what verified checkpoints of a run say, dropped ones included.
//
// Order: by window, then by commitment.
func (p *Pins) Losses(run chain.RunID) []Loss {
	p.mu.Lock()
	defer p.mu.Unlock()
	var all []Loss
	for _, r := range p.records {
		if r.Run == run && r.Loss != nil {
			all = append(all, Loss{r.ID, r.Window, r.Step, math.Float32frombits(*r.Loss)})
		}
	}
	slices.SortFunc(all, func(a, b Loss) int {
		return cmp.Or(cmp.Compare(a.Window, b.Window), cmp.Compare(a.Commitment, b.Commitment))
	})
	return all
}

// save writes the records in one piece, if they have changed.
func (p *Pins) save() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.saved {
		return nil
	}
	all := make([]*Record, 0, len(p.records))
	for _, r := range p.records {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b *Record) int { return cmp.Compare(a.ID, b.ID) })
	text, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(p.file()), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(p.file()+".tmp", append(text, '\n'), 0o644); err != nil {
		return err
	}
	if err := os.Rename(p.file()+".tmp", p.file()); err != nil {
		return err
	}
	p.saved, p.written = true, time.Now()
	return nil
}

// readRecords reads the file, if there is one. A file that makes no sense is forgotten: everything in it can be found out again.
func readRecords(path string) (map[string]*Record, error) {
	records := make(map[string]*Record)
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return records, nil
	}
	if err != nil {
		return nil, err
	}
	var all []*Record
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if decoder.Decode(&all) != nil || slices.Contains(all, nil) {
		return records, nil
	}
	for _, r := range all {
		records[r.ID] = r
	}
	return records, nil
}
