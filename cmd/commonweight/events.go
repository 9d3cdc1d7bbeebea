package main

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"github.com/commonweight/commonweight/fraudproof/challenger"
	"github.com/commonweight/commonweight/fraudproof/validator"
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
		_ = json.NewEncoder(e.console.out).Encode(map[string]any{"event": name, "data": event})
	} else if text != "" {
		fmt.Fprintln(e.console.out, text)
	}
}

type workerEvents struct{ events }

func (w *workerEvents) Report(e worker.Event) {
	w.emit(strings.ToLower(reflect.TypeOf(e).Name()), e, e.String())
}

// The other agents log every event themselves, in words; people read that on stderr.
type (
	watchEvents     struct{ events }
	validatorEvents struct{ events }
)

func (w *watchEvents) Report(e challenger.Event)    { w.emit(e.Kind.String(), e, "") }
func (w *validatorEvents) Report(e validator.Event) { w.emit(e.Kind.String(), e, "") }
