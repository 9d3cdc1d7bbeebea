package cpu

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// places keeps a pool's workers off the caller's processor.
//
// The system puts a woken thread on an idle processor. If none is idle, be it for a background job of the lowest priority, it puts it
// behind the thread that woke it: a worker then waits for its caller, and two threads do the work of one for as long as nobody balances.
type places struct {
	allowed unix.CPUSet // what this process may use; empty if workers are left alone
	others  unix.CPUSet // without the caller's
	caller  uint32      // where the caller was last seen, or nowhere
	seen    uint32
}

const nowhere = ^uint32(0)

// newPlaces looks at what the calling thread may use. Workers are left alone if there are more threads than processors.
func newPlaces(threads int) places {
	s := places{caller: nowhere}
	if unix.SchedGetaffinity(0, &s.allowed) != nil || s.allowed.Count() < threads {
		s.allowed.Zero()
	}
	return s
}

// thread returns the number by which the system knows the calling thread.
func thread() int { return unix.Gettid() }

// spread moves the workers away if the caller is on another processor than it was.
func (s *places) spread(workers []*worker) {
	if s.allowed.Count() == 0 {
		return
	}
	if _, _, failed := unix.RawSyscall(unix.SYS_GETCPU, uintptr(unsafe.Pointer(&s.seen)), 0, 0); failed != 0 || s.seen == s.caller {
		return
	}
	s.caller, s.others = s.seen, s.allowed
	s.others.Clear(int(s.seen))
	for _, w := range workers {
		_ = unix.SchedSetaffinity(w.thread, &s.others) // a wish: the work is right wherever it is done
	}
}
