//go:build cuda && fakedriver && linux && amd64

package fakedriver

/*
#include <stddef.h>
#include <stdint.h>
*/
import "C"

import (
	"maps"
	"syscall"
	"unsafe"

	"github.com/commonweight/commonweight/train/engine/cuda/internal/ptx"
)

//export cuLaunchKernel
func cuLaunchKernel(f C.uintptr_t, gx, gy, gz, bx, by, bz, shared C.uint, stream C.uintptr_t, args *unsafe.Pointer, extra unsafe.Pointer) C.int {
	return within("cuLaunchKernel", func(c *context) C.int {
		k := c.functions[uintptr(f)]
		if k == nil || by*bz != 1 || shared != 0 || extra != nil || c.capture() == nil {
			return invalidValue
		}
		l := launch{kernel: k, grid: [3]int{int(gx), int(gy), int(gz)}, block: int(bx)}
		for _, a := range unsafe.Slice(args, k.Parameters()) {
			l.args = append(l.args, *(*uint64)(a))
		}
		if !c.capture().add(uintptr(stream), l) {
			return captureIsolated
		}
		return success
	})
}

//export cuEventCreate
func cuEventCreate(e *C.uintptr_t, _ C.uint) C.int {
	return within("cuEventCreate", func(*context) C.int {
		h := handle()
		events[h], *e = true, C.uintptr_t(h)
		return success
	})
}

//export cuEventDestroy_v2
func cuEventDestroy_v2(e C.uintptr_t) C.int {
	return within("cuEventDestroy_v2", func(*context) C.int {
		delete(events, uintptr(e))
		return success
	})
}

//export cuEventRecord
func cuEventRecord(e, stream C.uintptr_t) C.int {
	return within("cuEventRecord", func(c *context) C.int {
		if !events[uintptr(e)] || c.capture() != nil && !c.capture().record(uintptr(e), uintptr(stream)) {
			return captureIsolated
		}
		return success
	})
}

//export cuEventSynchronize
func cuEventSynchronize(e C.uintptr_t) C.int {
	return within("cuEventSynchronize", func(c *context) C.int {
		if c.capture() != nil || !events[uintptr(e)] {
			return invalidValue
		}
		return success
	})
}

//export cuEventElapsedTime
func cuEventElapsedTime(millis *C.float, first, last C.uintptr_t) C.int {
	return within("cuEventElapsedTime", func(*context) C.int {
		if !events[uintptr(first)] || !events[uintptr(last)] {
			return invalidValue
		}
		*millis = 1 // nothing is measured here
		return success
	})
}

//export cuStreamWaitEvent
func cuStreamWaitEvent(stream, e C.uintptr_t, _ C.uint) C.int {
	return within("cuStreamWaitEvent", func(c *context) C.int {
		if c.capture() == nil || !c.streams[uintptr(stream)] || !events[uintptr(e)] || !c.capture().wait(uintptr(stream), uintptr(e)) {
			return captureIsolated
		}
		return success
	})
}

//export cuStreamBeginCapture_v2
func cuStreamBeginCapture_v2(stream C.uintptr_t, _ C.int) C.int {
	return within("cuStreamBeginCapture_v2", func(c *context) C.int {
		if c.capture() != nil || !c.streams[uintptr(stream)] {
			return invalidValue
		}
		c.captures[syscall.Gettid()] = newCapture(uintptr(stream))
		return success
	})
}

//export cuStreamEndCapture
func cuStreamEndCapture(stream C.uintptr_t, g *C.uintptr_t) C.int {
	return within("cuStreamEndCapture", func(c *context) C.int {
		recorded := c.capture()
		delete(c.captures, syscall.Gettid())
		if recorded == nil || recorded.origin != uintptr(stream) {
			return invalidValue
		}
		if !recorded.joined() {
			return captureUnjoined
		}
		h := handle()
		graphs[h], *g = recorded.nodes, C.uintptr_t(h)
		return success
	})
}

//export cuGraphInstantiate_v2
func cuGraphInstantiate_v2(exec *C.uintptr_t, g C.uintptr_t, node, log unsafe.Pointer, _ C.size_t) C.int {
	return within("cuGraphInstantiate_v2", func(*context) C.int {
		nodes, ok := graphs[uintptr(g)]
		if !ok || node != nil || log != nil {
			return invalidValue
		}
		h := handle()
		graphs[h], *exec = nodes, C.uintptr_t(h)
		return success
	})
}

//export cuGraphDestroy
func cuGraphDestroy(g C.uintptr_t) C.int {
	return within("cuGraphDestroy", func(*context) C.int {
		maps.DeleteFunc(graphs, func(h uintptr, _ []launch) bool { return h == uintptr(g) })
		return success
	})
}

//export cuGraphLaunch
func cuGraphLaunch(exec, stream C.uintptr_t) C.int {
	return within("cuGraphLaunch", func(c *context) C.int {
		nodes, ok := graphs[uintptr(exec)]
		if !ok || !c.streams[uintptr(stream)] {
			return invalidValue
		}
		machine := &ptx.Machine{}
		for _, n := range order(nodes) {
			l := nodes[n]
			for _, a := range l.args {
				if m := c.memory(a); m != nil {
					machine.Memory = m
				}
			}
			machine.Memory.BeginLevel()
			machine.Memory.Begin(1)
			if err := machine.Launch(l.kernel, l.grid, l.block, l.args); err != nil {
				complain("%v", err)
				return launchFailed
			}
			spoil("cuGraphLaunch", machine.Memory.Words)
		}
		return success
	})
}
