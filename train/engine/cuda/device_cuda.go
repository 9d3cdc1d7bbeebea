//go:build cuda && linux && amd64

package cuda

/*
#include <cuda.h>

// A list of launches becomes a graph: what a stream is told between begin and end is recorded instead of done.
static CUresult beginCapture(void *stream) { return cuStreamBeginCapture((CUstream)stream, CU_STREAM_CAPTURE_MODE_THREAD_LOCAL); }
static CUresult endCapture(void *stream, CUgraph *graph) { return cuStreamEndCapture((CUstream)stream, graph); }
static CUresult instantiate(CUgraphExec *exec, CUgraph graph) { return cuGraphInstantiate(exec, graph, 0, 0, 0); }
static CUresult launchGraph(CUgraphExec exec, void *stream) { return cuGraphLaunch(exec, (CUstream)stream); }
*/
import "C"

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"unsafe"

	"github.com/commonweight/commonweight/train/engine/cuda/kernels"
	"github.com/commonweight/commonweight/train/engine/cuda/plan"
	"gorgonia.org/cu"
)

// streams is the number of branches of a graph: as many nodes of a level may run side by side. Tests try others: no bit may change.
var streams = 4

// shared is what all engines on a device have in common for the life of the process: its primary context, and the kernels that clang made, which
// the driver compiles once.
type shared struct {
	context   cu.CUContext
	functions map[string]cu.Function
}

// sharing brings a device up. The mutex is held while an engine is opened: the driver's compiler is in no hurry with several.
var (
	sharing sync.Mutex
	devices = map[int]*shared{}
)

// gpu is an engine's part of a device.
//
// Concurrency: all calls come from the thread that opened it, on which the context is current.
type gpu struct {
	Device
	*shared
	streams []cu.Stream
	modules []cu.Module
	own     map[string]cu.Function // kernels of this program's maps
	memory  cu.DevicePtr
	host    unsafe.Pointer // pinned
	graphs  []C.CUgraphExec
}

func open(d Device) (device, error) {
	sharing.Lock()
	defer sharing.Unlock()
	s := devices[d.Number]
	if s == nil {
		number, err := cu.GetDevice(d.Number)
		if err != nil {
			return nil, failure("open", err)
		}
		s = &shared{functions: map[string]cu.Function{}}
		if s.context, err = number.RetainPrimaryCtx(); err != nil {
			return nil, failure("make a context", err)
		}
	}
	if err := cu.SetCurrentContext(s.context); err != nil {
		return nil, failure("use its context", err)
	}
	if devices[d.Number] == nil {
		for name, text := range kernels.Modules() {
			m, err := cu.LoadData(text)
			if err != nil {
				return nil, failure("compile "+name, err)
			}
			if err := functions(m, text, s.functions); err != nil {
				return nil, err
			}
		}
		devices[d.Number] = s
	}
	g := &gpu{Device: d, shared: s, own: map[string]cu.Function{}}
	for range streams {
		stream, err := cu.MakeStream(cu.NonBlocking)
		if err != nil {
			return nil, errors.Join(failure("make a stream", err), g.close())
		}
		g.streams = append(g.streams, stream)
	}
	return g, nil
}

// functions finds all kernels of a module.
func functions(m cu.Module, text string, into map[string]cu.Function) error {
	for _, part := range strings.Split(text, ".visible .entry ")[1:] {
		name, _, _ := strings.Cut(part, "(")
		f, err := m.Function(name)
		if err != nil {
			return failure("find "+name, err)
		}
		into[name] = f
	}
	return nil
}

func (g *gpu) describe() Device { return g.Device }

// prepare compiles the modules, which the driver does for this device, and reserves the memory.
func (g *gpu) prepare(modules map[string]string, words int) error {
	free, total, err := cu.MemInfo()
	if err != nil {
		return failure("look at its memory", err)
	}
	g.Free = free
	if need := 4 * int64(words); need > free {
		return fmt.Errorf("%w: the program needs %s, and %s of %s are free", ErrMemory, gibibytes(need), gibibytes(free), gibibytes(total))
	}
	for name, text := range modules {
		m, err := cu.LoadData(text)
		if err != nil {
			return failure("compile "+name, err)
		}
		g.modules = append(g.modules, m)
		if err := functions(m, text, g.own); err != nil {
			return err
		}
	}
	if g.memory, err = cu.MemAlloc(4 * int64(words)); err != nil {
		return fmt.Errorf("%w: the program needs %s in one piece, %s are free: %w", ErrMemory, gibibytes(4*int64(words)), gibibytes(free), err)
	}
	return nil
}

func gibibytes(n int64) string { return fmt.Sprintf("%.2f GiB", float64(n)/(1<<30)) }

// function finds a kernel.
func (g *gpu) function(name string) (cu.Function, error) {
	if f, ok := g.own[name]; ok {
		return f, nil
	}
	if f, ok := g.functions[name]; ok {
		return f, nil
	}
	return cu.Function{}, fmt.Errorf("%w: no kernel %s", ErrDevice, name)
}

// record makes a graph of the launches. The nodes of a level are dealt out among the streams; a level begins when the one before is over.
func (g *gpu) record(list []plan.Launch) (run func() error, err error) {
	main := unsafe.Pointer(g.streams[0].C())
	if err := code("begin a graph", C.beginCapture(main)); err != nil {
		return nil, err
	}
	recorded := g.levels(list)
	var graph C.CUgraph
	ended := code("end a graph", C.endCapture(main, &graph))
	if err := errors.Join(recorded, ended); err != nil {
		return nil, err
	}
	var exec C.CUgraphExec
	err = code("make a graph", C.instantiate(&exec, graph))
	if err := errors.Join(err, code("drop a graph", C.cuGraphDestroy(graph))); err != nil {
		return nil, err
	}
	g.graphs = append(g.graphs, exec)
	return func() error {
		if err := code("launch", C.launchGraph(exec, main)); err != nil {
			return err
		}
		if err := g.streams[0].Synchronize(); err != nil {
			return failure("compute", err)
		}
		return nil
	}, nil
}

// levels launches all levels into the graph that is being recorded.
func (g *gpu) levels(list []plan.Launch) error {
	for first := 0; first < len(list); {
		end := first
		for end < len(list) && list[end].Level == list[first].Level {
			end++
		}
		if err := g.level(list[first:end]); err != nil {
			return err
		}
		first = end
	}
	return nil
}

// level launches the nodes of one: each on one stream, the first on the main one.
func (g *gpu) level(list []plan.Launch) error {
	used, node, branches := 0, -1, len(g.streams)
	for _, l := range list {
		if l.Node != node {
			node = l.Node
			if used++; used > 1 && used <= branches {
				if err := g.after(g.streams[0], g.streams[used-1]); err != nil {
					return err
				}
			}
		}
		if err := g.launch(l, g.streams[(used-1)%branches]); err != nil {
			return err
		}
	}
	for i := 1; i < min(used, branches); i++ {
		if err := g.after(g.streams[i], g.streams[0]); err != nil {
			return err
		}
	}
	return nil
}

// after lets a stream wait for what another has been told so far.
func (g *gpu) after(first, then cu.Stream) error {
	e, err := cu.MakeEvent(cu.DisableTiming)
	if err != nil {
		return failure("make an event", err)
	}
	err = errors.Join(e.Record(first), then.Wait(e, 0))
	if err := errors.Join(err, cu.DestroyEvent(&e)); err != nil {
		return failure("order streams", err)
	}
	return nil
}

func (g *gpu) launch(l plan.Launch, on cu.Stream) error {
	f, err := g.function(l.Kernel)
	if err != nil {
		return err
	}
	values, args := make([]uint64, len(l.Args)), make([]unsafe.Pointer, len(l.Args))
	for i, a := range l.Args {
		values[i] = a.Value
		if a.Pointer {
			values[i] = uint64(g.memory) + 4*a.Value
		}
		args[i] = unsafe.Pointer(&values[i])
	}
	if err := f.Launch(l.Grid[0], l.Grid[1], l.Grid[2], plan.Threads, 1, 1, 0, on, args); err != nil {
		return failure("launch "+l.Kernel, err)
	}
	return nil
}

// timed measures by events on the device.
func (g *gpu) timed(run func() error) (float64, error) {
	first, err := cu.MakeEvent(cu.DefaultEvent)
	if err != nil {
		return 0, failure("make an event", err)
	}
	last, err := cu.MakeEvent(cu.DefaultEvent)
	if err != nil {
		return 0, errors.Join(failure("make an event", err), cu.DestroyEvent(&first))
	}
	err = errors.Join(first.Record(g.streams[0]), run(), last.Record(g.streams[0]), last.Synchronize())
	var millis float64
	if err == nil {
		millis, err = first.Elapsed(last)
	}
	if err := errors.Join(err, cu.DestroyEvent(&first), cu.DestroyEvent(&last)); err != nil {
		return 0, failure("measure", err)
	}
	return millis / 1e3, nil
}

// Copies go through the stream that graphs are launched on. Those of the driver that name no stream have one of their own, which a stream that
// doesn't wait for it may overtake: from pageable memory they return before the words have arrived.

func (g *gpu) write(at int, words []uint32) error {
	to, from := g.memory+cu.DevicePtr(4*at), unsafe.Pointer(unsafe.SliceData(words))
	if err := errors.Join(cu.MemcpyHtoDAsync(to, from, 4*int64(len(words)), g.streams[0]), g.streams[0].Synchronize()); err != nil {
		return failure("write to it", err)
	}
	return nil
}

func (g *gpu) read(at int, words []uint32) error {
	to, from := unsafe.Pointer(unsafe.SliceData(words)), g.memory+cu.DevicePtr(4*at)
	if err := errors.Join(cu.MemcpyDtoHAsync(to, from, 4*int64(len(words)), g.streams[0]), g.streams[0].Synchronize()); err != nil {
		return failure("read from it", err)
	}
	return nil
}

// staging pins memory of the host, so that copies need no third place.
func (g *gpu) staging(words int) ([]uint32, error) {
	if err := code(fmt.Sprintf("pin %s of the host", gibibytes(4*int64(words))), C.cuMemAllocHost(&g.host, C.size_t(4*words))); err != nil {
		return nil, err
	}
	return unsafe.Slice((*uint32)(g.host), words), nil
}

// close gives back what the engine has of the device.
func (g *gpu) close() error {
	var errs []error
	for _, exec := range g.graphs {
		errs = append(errs, code("drop a graph", C.cuGraphExecDestroy(exec)))
	}
	for i := range g.streams {
		errs = append(errs, g.streams[i].Destroy())
	}
	for _, m := range g.modules {
		errs = append(errs, m.Unload())
	}
	if g.host != nil {
		errs = append(errs, cu.MemFreeHost(g.host))
	}
	if g.memory != 0 {
		errs = append(errs, cu.MemFree(g.memory))
	}
	if err := errors.Join(errs...); err != nil {
		return failure("close", err)
	}
	return nil
}

// code makes an error of the driver's answer.
func code(doing string, result C.CUresult) error {
	if result == C.CUDA_SUCCESS {
		return nil
	}
	return failure(doing, fmt.Errorf("error %d", int(result)))
}
