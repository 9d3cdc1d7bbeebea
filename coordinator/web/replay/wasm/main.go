//go:build js && wasm

// Command wasm is the room that a page's worker loads: commonweightReplay(name, arguments, file, report) answers {answer, file} or {error, wrong}.
// It computes in the call; whoever wants it to stop ends the worker.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"syscall/js"
	"time"

	"github.com/commonweight/commonweight/coordinator/web/replay"
)

// Units: between two reports.
const patience = 100 * time.Millisecond

func main() {
	room := new(replay.Room)
	js.Global().Set("commonweightReplay", js.FuncOf(func(_ js.Value, args []js.Value) any {
		file := make([]byte, args[2].Get("length").Int())
		js.CopyBytesToGo(file, args[2])
		var told time.Time
		report := func(p replay.Progress) {
			if now := time.Now(); now.Sub(told) >= patience {
				told = now
				args[3].Invoke(p.Step, p.Steps, p.Operator, p.Operators)
			}
		}
		answer, out, err := room.Call(context.Background(), args[0].String(), args[1].String(), file, report)
		if err != nil {
			return map[string]any{"error": err.Error(), "wrong": errors.Is(err, replay.ErrBytes)}
		}
		text, err := json.Marshal(answer)
		if err != nil {
			return map[string]any{"error": err.Error(), "wrong": false}
		}
		given := js.Global().Get("Uint8Array").New(len(out))
		js.CopyBytesToJS(given, out)
		return map[string]any{"answer": string(text), "file": given}
	}))
	select {}
}
