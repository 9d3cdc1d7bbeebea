package api

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/commonweight/commonweight/coordinator/index"
	"github.com/commonweight/commonweight/coordinator/store"
)

const (
	beat      = 15 * time.Second // between signs of life
	mostKeys  = 1000             // changed entities that one event names
	resumable = 2000             // blocks a reader may have missed and still go on
)

// event is what a reader of /events gets: its kind is "block", or "reorg" (forget what was said of blocks above this one), or "reload"
// (something was missed: ask again for all that is shown).
type event struct {
	kind    string
	Number  uint64              `json:"number"`
	Hash    string              `json:"hash"`
	Time    uint64              `json:"time,omitempty"`
	Changed map[string][]string `json:"changed,omitempty"` // ids by kind of entity
	Many    bool                `json:"many,omitempty"`    // more has changed than is named
}

// events streams what happens to the index. A reader that comes back with Last-Event-ID gets what it missed, or is told to reload.
func (s *server) events(w http.ResponseWriter, r *http.Request) {
	if s.Updates == nil {
		problem(w, http.StatusNotFound, "events aren't offered here")
		return
	}
	control, done, ok := s.stream(w, r)
	if !ok {
		return
	}
	defer done()
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	updates := s.Updates(ctx) // before the past is read, so that nothing falls between
	missed, err := s.missed(ctx, r.Header.Get("Last-Event-ID"))
	if err != nil {
		s.Log.Warn("events can't be read", "err", err)
		problem(w, http.StatusServiceUnavailable, "the index can't be read now")
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/event-stream; charset=utf-8")
	h.Set("X-Accel-Buffering", "no")
	stream := stream{pieces{w, control, s.patience}}
	last := uint64(0)
	for _, e := range missed {
		if !stream.send(e) {
			return
		}
		last = e.Number
	}
	alive := time.NewTicker(beat)
	defer alive.Stop()
	for {
		select {
		case u, ok := <-updates:
			if !ok {
				return
			}
			e := eventOf(u)
			if e.kind == "block" && e.Number <= last && last != 0 {
				continue // told before
			}
			if last = e.Number; !stream.send(e) {
				return
			}
		case <-alive.C:
			if !stream.write(": \n\n") {
				return
			}
		case <-ctx.Done():
			return
		}
	}
}

func eventOf(u index.Update) event {
	e := event{kind: "block", Number: u.Block, Hash: hash(u.Hash), Time: u.Time, Many: u.Many}
	switch {
	case u.Missed:
		e.kind = "reload"
	case u.Reorganised:
		e.kind = "reorg"
	}
	e.name(u.Keys)
	return e
}

func (e *event) name(keys []store.Key) {
	e.Many = e.Many || len(keys) > mostKeys
	for _, k := range keys[:min(len(keys), mostKeys)] {
		if e.Changed == nil {
			e.Changed = make(map[string][]string)
		}
		e.Changed[k.Kind.String()] = append(e.Changed[k.Kind.String()], k.ID)
	}
}

// missed returns what happened since the event that a reader names; or, without a name, where the index is.
func (s *server) missed(ctx context.Context, lastID string) ([]event, error) {
	view, err := s.View(ctx)
	if err != nil {
		return nil, err
	}
	defer view.Close()
	head := view.Head()
	if head == nil {
		return nil, nil
	}
	now := event{kind: "block", Number: head.Number, Hash: hash(head.Hash), Time: head.Time}
	if lastID == "" {
		return []event{now}, nil
	}
	reload := now
	reload.kind = "reload"
	number, was, ok := parseEventID(lastID)
	if !ok || number > head.Number || head.Number-number > resumable {
		return []event{reload}, nil
	}
	block, err := view.BlockAt(ctx, number)
	if err != nil {
		return nil, err
	}
	if block == nil || block.Hash != was {
		return []event{reload}, nil
	}
	var changed []store.Key
	changes, err := view.Changes(ctx, number, mostKeys)
	if err != nil {
		return nil, err
	}
	for _, c := range changes {
		changed = append(changed, c.Keys...)
	}
	now.Many = len(changed) >= mostKeys
	now.name(changed)
	return []event{now}, nil
}

func hash(h [32]byte) string { return "0x" + hex.EncodeToString(h[:]) }

func (e event) id() string { return strconv.FormatUint(e.Number, 10) + "-" + e.Hash }

func parseEventID(id string) (number uint64, of [32]byte, ok bool) {
	if len(id) > 100 {
		return 0, of, false
	}
	first, second, _ := strings.Cut(id, "-")
	number, err := strconv.ParseUint(first, 10, 63)
	digits, prefixed := strings.CutPrefix(second, "0x")
	n, bad := 0, len(digits) != 2*len(of) || !prefixed
	if !bad {
		var wrong error
		n, wrong = hex.Decode(of[:], []byte(digits))
		bad = wrong != nil || n != len(of)
	}
	return number, of, err == nil && !bad
}

// stream writes pieces to a client that must take each of them in time.
type stream struct{ pieces }

func (s stream) send(e event) bool {
	data, err := json.Marshal(e)
	return err == nil && s.write(fmt.Sprintf("id: %s\nevent: %s\ndata: %s\n\n", e.id(), e.kind, data))
}

func (s stream) write(text string) bool {
	if _, err := s.Write([]byte(text)); err != nil {
		return false
	}
	return s.control.Flush() == nil
}
