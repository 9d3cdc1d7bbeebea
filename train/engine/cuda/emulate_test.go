package cuda

import (
	"errors"
	"fmt"
	"maps"
	"sync"
	"testing"
	"time"

	"github.com/commonweight/commonweight/train/engine/cuda/internal/ptx"
	"github.com/commonweight/commonweight/train/engine/cuda/kernels"
	"github.com/commonweight/commonweight/train/engine/cuda/plan"
	"github.com/commonweight/commonweight/train/program"
)

// emulator is a device that reads PTX: the same launches, kernels and memory as a GPU's.
type emulator struct {
	kernels ptx.Module
	machine *ptx.Machine
	races   bool                     // finds threads and nodes that race, and words that are read before they are written
	reverse bool                     // nodes of a level run the other way round
	mistake func(text string) string // changes the kernels' PTX
	fails   func(what string) error
	crosses func(what string, words int) // hears of every copy
	closed  bool
}

// fixed are the kernels that clang made.
var fixed = sync.OnceValue(func() ptx.Module {
	all := ptx.Module{}
	for name, text := range kernels.Modules() {
		m, err := ptx.Parse(text)
		if err != nil {
			panic(fmt.Sprintf("%s: %v", name, err))
		}
		maps.Copy(all, m)
	}
	return all
})

func (d *emulator) describe() Device { return Device{Name: "emulator", Processors: processors} }

// processors of a large GPU; the plans of small programs split k on it.
const processors = 132

func (d *emulator) failing(what string) error {
	if d.fails == nil {
		return nil
	}
	return d.fails(what)
}

func (d *emulator) crossing(what string, words []uint32) {
	if d.crosses != nil {
		d.crosses(what, len(words))
	}
}

func (d *emulator) prepare(modules map[string]string, words int) error {
	d.kernels = maps.Clone(fixed())
	if d.mistake != nil {
		for _, text := range kernels.Modules() {
			m, err := ptx.Parse(d.mistake(text))
			if err != nil {
				return err
			}
			maps.Copy(d.kernels, m)
		}
	}
	for _, text := range modules {
		if err := ptx.Check(text); err != nil {
			return err
		}
		if d.mistake != nil {
			text = d.mistake(text)
		}
		m, err := ptx.Parse(text)
		if err != nil {
			return err
		}
		maps.Copy(d.kernels, m)
	}
	d.machine = &ptx.Machine{Memory: ptx.NewMemory(words, d.races)}
	return d.failing("prepare")
}

func (d *emulator) write(at int, words []uint32) error {
	d.crossing("write", words)
	copy(d.machine.Memory.Words[at:at+len(words)], words)
	return d.failing("write")
}

func (d *emulator) read(at int, words []uint32) error {
	d.crossing("read", words)
	copy(words, d.machine.Memory.Words[at:])
	return d.failing("read")
}

func (d *emulator) staging(words int) ([]uint32, error) {
	return make([]uint32, words), d.failing("staging")
}

func (d *emulator) timed(run func() error) (float64, error) {
	began := time.Now()
	err := run()
	return time.Since(began).Seconds(), err
}

func (d *emulator) close() error {
	d.closed = true
	return nil
}

// record runs a list level by level.
func (d *emulator) record(list []plan.Launch) (func() error, error) {
	return func() error {
		for first := 0; first < len(list); {
			end := first
			for end < len(list) && list[end].Level == list[first].Level {
				end++
			}
			level := list[first:end]
			if d.reverse {
				level = reversed(level)
			}
			d.machine.Memory.BeginLevel()
			for _, l := range level {
				if err := d.launch(l); err != nil {
					return err
				}
			}
			first = end
		}
		return d.failing("run")
	}, d.failing("record")
}

// reversed lists the nodes of a level the other way round, each node's launches in their order.
func reversed(level []plan.Launch) []plan.Launch {
	var list []plan.Launch
	for end := len(level); end > 0; {
		first := end - 1
		for first > 0 && level[first-1].Node == level[end-1].Node {
			first--
		}
		list = append(list, level[first:end]...)
		end = first
	}
	return list
}

func (d *emulator) launch(l plan.Launch) error {
	args := make([]uint64, len(l.Args))
	for i, a := range l.Args {
		args[i] = a.Value
		if a.Pointer {
			args[i] = d.machine.Memory.Base + 4*a.Value
		}
	}
	k := d.kernels[l.Kernel]
	if k == nil {
		return fmt.Errorf("no kernel %s", l.Kernel)
	}
	d.machine.Memory.Begin(uint32(l.Node) + 1)
	if err := d.machine.Launch(k, l.Grid, plan.Threads, args); err != nil {
		return fmt.Errorf("operator %d: %w", l.Node, err)
	}
	return nil
}

// on opens an engine on an emulator.
func on(t testing.TB, d *emulator, p *program.Program, payload []byte, o plan.Options) *Engine {
	t.Helper()
	o.Processors = processors
	e, err := start(p, payload, o, func() (device, error) { return d, nil })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return e
}

func step(t testing.TB, e *Engine, s *program.State) {
	t.Helper()
	if err := e.Step(t.Context(), s); err != nil {
		t.Fatal(err)
	}
}

// openGPU opens an engine on a real device, in builds that may find one.
var openGPU func(p *program.Program, payload []byte, o plan.Options) (*Engine, error)

// engines opens an engine on the emulator, watching every word, and one on each GPU of this machine.
func engines(t testing.TB, p *program.Program, payload []byte, o plan.Options) []*Engine {
	t.Helper()
	list := []*Engine{on(t, &emulator{races: true}, p, payload, o)}
	if openGPU == nil {
		return list
	}
	e, err := openGPU(p, payload, o)
	if errors.Is(err, ErrUnsupported) {
		return list
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return append(list, e)
}

// slow leaves a test out with -short: the emulator takes its time, and more of it under the race detector, which finds nothing in one thread.
func slow(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("-short")
	}
}
