package main

import (
	"encoding/json"
	"fmt"
	"math/big"
	"reflect"
	"strings"
	"sync"

	"github.com/commonweight/commonweight/fraudproof/auditor"
	"github.com/commonweight/commonweight/fraudproof/challenger"
	"github.com/commonweight/commonweight/fraudproof/claimant"
	"github.com/commonweight/commonweight/fraudproof/validator"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/worker"
)

// events prints what an agent reports: a line each for people, a JSON line each for programs. Agents write details to the log on stderr.
//
// Concurrency: safe for any number of goroutines.
type events struct {
	console *console
	mu      sync.Mutex
}

func (e *events) emit(name string, event any, text string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.console.json {
		_ = json.NewEncoder(e.console.out).Encode(jsonEvent(name, event))
	} else if text != "" {
		fmt.Fprintln(e.console.out, text)
	}
}

// jsonEvent spells an event's fields as the other JSON of this command: names in lower camel case, amounts as strings, what isn't set left out.
func jsonEvent(name string, event any) map[string]any {
	out := map[string]any{"event": name}
	v := reflect.ValueOf(event)
	for i := range v.NumField() {
		field, value := v.Type().Field(i).Name, v.Field(i)
		if value.IsZero() && value.Kind() != reflect.Uint64 {
			continue
		}
		key := strings.ToLower(field[:1]) + field[1:]
		if key == "cID" {
			key = "cid"
		}
		switch x := value.Interface().(type) {
		case *big.Int:
			out[key] = x.String()
		case fmt.Stringer:
			out[key] = x.String()
		default:
			if value.Kind() == reflect.Struct {
				out[key] = jsonEvent("", x)
			} else {
				out[key] = x
			}
		}
	}
	if name == "" {
		delete(out, "event")
	}
	return out
}

type workerEvents struct{ events }

func (w *workerEvents) Report(e worker.Event) {
	w.emit(strings.ToLower(reflect.TypeOf(e).Name()), e, e.String())
}

// The other agents log every event themselves, in words; people read that on stderr.
type (
	watchEvents     struct{ events }
	playEvents      struct{ events }
	goalEvents      struct{ events }
	validatorEvents struct{ events }
	auditEvents     struct{ events }
)

func (g *goalEvents) Report(e claimant.Event)       { g.emit("goal "+e.Kind.String(), e, "") }
func (w *watchEvents) Report(e challenger.Event)    { w.emit(e.Kind.String(), e, "") }
func (w *playEvents) Report(e player.Event)         { w.emit(e.Kind.String(), e, "") }
func (w *auditEvents) Report(e auditor.Event)       { w.emit("audit "+e.Kind.String(), e, "") }
func (w *validatorEvents) Report(e validator.Event) { w.emit(e.Kind.String(), e, "") }
