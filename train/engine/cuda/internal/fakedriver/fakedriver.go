//go:build cuda && fakedriver && linux && amd64

package fakedriver

/*
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
*/
import "C"

import (
	"fmt"
	"os"
	"slices"
	"sync"
	"syscall"
	"unsafe"

	"github.com/commonweight/commonweight/train/engine/cuda/internal/ptx"
)

// Codes of the driver.
const (
	success         = 0
	invalidValue    = 1
	outOfMemory     = 2
	invalidPTX      = 218
	invalidContext  = 201
	notFound        = 500
	launchFailed    = 719
	captureUnjoined = 904
	captureIsolated = 900
)

// Memory is what the GPU has, in bytes.
var Memory int64 = 1 << 30

// Fault, if set, hears of every call before the driver does anything: another code than 0 is the answer, and nothing happens. It may
// take its time, as a device that hangs does.
var Fault func(call string) int

// Spoil, if set, sees the words that a call has changed: those of a copy, and of a graph's memory after every launch.
var Spoil func(call string, words []uint32)

var (
	mutex    sync.Mutex
	handles  uintptr              // the last one given
	primary  *context             // of the one device
	contexts = map[int]*context{} // by the thread that they are current on
	free     = Memory
	graphs   = map[uintptr][]launch{}
	events   = map[uintptr]bool{}
)

// context is one. Captures belong to threads, as in the driver's thread-local mode.
type context struct {
	handle    uintptr
	memories  []*ptx.Memory
	modules   map[uintptr]ptx.Module
	functions map[uintptr]*ptx.Kernel
	streams   map[uintptr]bool
	captures  map[int]*capture // by thread
}

// capture is the thread's, nil if there is none.
func (c *context) capture() *capture { return c.captures[syscall.Gettid()] }

func handle() uintptr {
	handles += 16
	return handles
}

// refused asks for a fault.
func refused(call string) C.int {
	if Fault == nil {
		return success
	}
	return C.int(Fault(call))
}

// within runs f with the context of the calling thread.
func within(call string, f func(c *context) C.int) C.int {
	if code := refused(call); code != success {
		return code
	}
	mutex.Lock()
	defer mutex.Unlock()
	c := contexts[syscall.Gettid()]
	if c == nil {
		return invalidContext
	}
	return f(c)
}

func spoil(call string, words []uint32) {
	if Spoil != nil {
		Spoil(call, words)
	}
}

func complain(format string, arguments ...any) {
	fmt.Fprintf(os.Stderr, "fakedriver: "+format+"\n", arguments...)
}

//export commonweight_cuda_status
func commonweight_cuda_status() C.int { return success }

//export cuInit
func cuInit(C.uint) C.int { return success }

//export cuDriverGetVersion
func cuDriverGetVersion(v *C.int) C.int { *v = 12040; return success }

//export cuDeviceGetCount
func cuDeviceGetCount(n *C.int) C.int {
	if code := refused("cuDeviceGetCount"); code != success {
		return code
	}
	*n = 1
	return success
}

//export cuDeviceGet
func cuDeviceGet(d *C.int, ordinal C.int) C.int {
	if code := refused("cuDeviceGet"); code != success {
		return code
	}
	*d = ordinal
	return success
}

//export cuDeviceGetName
func cuDeviceGetName(name *C.char, size C.int, _ C.int) C.int {
	if code := refused("cuDeviceGetName"); code != success {
		return code
	}
	text := append([]byte("a GPU that is none"), 0)
	copy(unsafe.Slice((*byte)(unsafe.Pointer(name)), size), text)
	return success
}

//export cuDeviceTotalMem_v2
func cuDeviceTotalMem_v2(n *C.size_t, _ C.int) C.int {
	if code := refused("cuDeviceTotalMem_v2"); code != success {
		return code
	}
	*n = C.size_t(Memory)
	return success
}

//export cuDeviceGetAttribute
func cuDeviceGetAttribute(v *C.int, attribute C.int, _ C.int) C.int {
	if code := refused("cuDeviceGetAttribute"); code != success {
		return code
	}
	switch attribute {
	case 13: // clock
		*v = 1980000
	case 16: // processors
		*v = 132
	case 75: // capability
		*v = 9
	case 76:
		*v = 0
	default:
		return invalidValue
	}
	return success
}

//export cuDevicePrimaryCtxRetain
func cuDevicePrimaryCtxRetain(c *C.uintptr_t, device C.int) C.int {
	if code := refused("cuDevicePrimaryCtxRetain"); code != success {
		return code
	}
	mutex.Lock()
	defer mutex.Unlock()
	if device != 0 {
		return invalidValue
	}
	if primary == nil {
		primary = &context{handle(), nil, map[uintptr]ptx.Module{}, map[uintptr]*ptx.Kernel{}, map[uintptr]bool{}, map[int]*capture{}}
	}
	*c = C.uintptr_t(primary.handle)
	return success
}

//export cuCtxSetCurrent
func cuCtxSetCurrent(c C.uintptr_t) C.int {
	if code := refused("cuCtxSetCurrent"); code != success {
		return code
	}
	mutex.Lock()
	defer mutex.Unlock()
	if primary == nil || uintptr(c) != primary.handle {
		return invalidContext
	}
	contexts[syscall.Gettid()] = primary
	return success
}

//export cuStreamDestroy_v2
func cuStreamDestroy_v2(s C.uintptr_t) C.int {
	return within("cuStreamDestroy_v2", func(c *context) C.int {
		if !c.streams[uintptr(s)] || c.capture() != nil {
			return invalidValue
		}
		delete(c.streams, uintptr(s))
		return success
	})
}

//export cuModuleUnload
func cuModuleUnload(m C.uintptr_t) C.int {
	return within("cuModuleUnload", func(c *context) C.int {
		if c.modules[uintptr(m)] == nil {
			return invalidValue
		}
		delete(c.modules, uintptr(m))
		return success
	})
}

//export cuGraphExecDestroy
func cuGraphExecDestroy(g C.uintptr_t) C.int { return cuGraphDestroy(g) }

//export cuMemAllocHost_v2
func cuMemAllocHost_v2(at *unsafe.Pointer, bytes C.size_t) C.int {
	return within("cuMemAllocHost_v2", func(*context) C.int {
		*at = C.malloc(bytes)
		return success
	})
}

//export cuMemFreeHost
func cuMemFreeHost(at unsafe.Pointer) C.int {
	return within("cuMemFreeHost", func(*context) C.int {
		C.free(at)
		return success
	})
}

//export cuMemFree_v2
func cuMemFree_v2(at C.ulonglong) C.int {
	return within("cuMemFree_v2", func(c *context) C.int {
		for i, m := range c.memories {
			if m.Base == uint64(at) {
				free += 4 * int64(len(m.Words))
				c.memories = slices.Delete(c.memories, i, i+1)
				return success
			}
		}
		return invalidValue
	})
}

//export cuStreamCreate
func cuStreamCreate(s *C.uintptr_t, _ C.uint) C.int {
	return within("cuStreamCreate", func(c *context) C.int {
		h := handle()
		c.streams[h], *s = true, C.uintptr_t(h)
		return success
	})
}

//export cuStreamSynchronize
func cuStreamSynchronize(C.uintptr_t) C.int {
	return within("cuStreamSynchronize", func(c *context) C.int {
		if c.capture() != nil {
			return captureIsolated
		}
		return success
	})
}

//export cuMemGetInfo_v2
func cuMemGetInfo_v2(left, total *C.size_t) C.int {
	return within("cuMemGetInfo_v2", func(*context) C.int {
		*left, *total = C.size_t(min(free, Memory)), C.size_t(Memory)
		return success
	})
}

//export cuMemAlloc_v2
func cuMemAlloc_v2(at *C.ulonglong, bytes C.size_t) C.int {
	return within("cuMemAlloc_v2", func(c *context) C.int {
		if int64(bytes) > min(free, Memory) {
			return outOfMemory
		}
		m := ptx.NewMemory(int(bytes)/4, true)
		m.Base += uint64(handle()) << 32 // far from all others
		free -= 4 * int64(len(m.Words))
		c.memories = append(c.memories, m)
		*at = C.ulonglong(m.Base)
		return success
	})
}

// memory is what holds an address, or nil.
func (c *context) memory(at uint64) *ptx.Memory {
	for _, m := range c.memories {
		if at >= m.Base && at < m.Base+4*uint64(len(m.Words)) {
			return m
		}
	}
	return nil
}

// words are those of a copy, or nil.
func (c *context) words(at C.ulonglong, bytes C.size_t) []uint32 {
	m := c.memory(uint64(at))
	if m == nil || c.capture() != nil || bytes%4 != 0 {
		return nil
	}
	first := (uint64(at) - m.Base) / 4
	if first+uint64(bytes)/4 > uint64(len(m.Words)) {
		return nil
	}
	return m.Words[first:][:bytes/4]
}

//export cuMemcpyHtoDAsync_v2
func cuMemcpyHtoDAsync_v2(to C.ulonglong, from unsafe.Pointer, bytes C.size_t, stream C.uintptr_t) C.int {
	return within("cuMemcpyHtoDAsync_v2", func(c *context) C.int {
		words := c.words(to, bytes)
		if words == nil || !c.streams[uintptr(stream)] {
			return invalidValue
		}
		copy(words, unsafe.Slice((*uint32)(from), len(words)))
		spoil("cuMemcpyHtoDAsync_v2", words)
		return success
	})
}

//export cuMemcpyDtoHAsync_v2
func cuMemcpyDtoHAsync_v2(to unsafe.Pointer, from C.ulonglong, bytes C.size_t, stream C.uintptr_t) C.int {
	return within("cuMemcpyDtoHAsync_v2", func(c *context) C.int {
		words := c.words(from, bytes)
		if words == nil || !c.streams[uintptr(stream)] {
			return invalidValue
		}
		host := unsafe.Slice((*uint32)(to), len(words))
		copy(host, words)
		spoil("cuMemcpyDtoHAsync_v2", host)
		return success
	})
}

// parsed keeps modules that many contexts load.
var parsed = map[string]ptx.Module{}

//export cuModuleLoadData
func cuModuleLoadData(m *C.uintptr_t, image unsafe.Pointer) C.int {
	text := string(unsafe.Slice((*byte)(image), C.strlen((*C.char)(image))))
	return within("cuModuleLoadData", func(c *context) C.int {
		module, ok := parsed[text]
		if !ok {
			if err := ptx.Check(text); err != nil {
				complain("%v", err)
				return invalidPTX
			}
			var err error
			if module, err = ptx.Parse(text); err != nil {
				complain("%v", err)
				return invalidPTX
			}
			parsed[text] = module
		}
		h := handle()
		c.modules[h], *m = module, C.uintptr_t(h)
		return success
	})
}

//export cuModuleGetFunction
func cuModuleGetFunction(f *C.uintptr_t, m C.uintptr_t, name *C.char) C.int {
	text := string(unsafe.Slice((*byte)(unsafe.Pointer(name)), C.strlen(name)))
	return within("cuModuleGetFunction", func(c *context) C.int {
		k := c.modules[uintptr(m)][text]
		if k == nil {
			return notFound
		}
		h := handle()
		c.functions[h], *f = k, C.uintptr_t(h)
		return success
	})
}
