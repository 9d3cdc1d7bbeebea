package cpu

import (
	"sync/atomic"
	"syscall"
	"unsafe"
)

// bell is where one thread sleeps until another rings.
//
// It is a futex, not a channel: a goroutine that is bound to its thread is woken by way of a third thread, which hands its processor over;
// with every core busy, the sleeper then waits for the system to move it, milliseconds. One system call wakes a thread directly.
type bell struct {
	word atomic.Uint32 // armed while the owner sleeps or is about to
}

const (
	quiet = 0
	armed = 1

	futexWait = 128 // FUTEX_WAIT_PRIVATE: between threads of one process
	futexWake = 129 // FUTEX_WAKE_PRIVATE
)

// arm says that the owner is about to sleep: from now on a ring counts.
func (b *bell) arm() { b.word.Store(armed) }

// disarm says that the owner stays awake after all.
func (b *bell) disarm() { b.word.Store(quiet) }

// isArmed reports whether a ring would count.
func (b *bell) isArmed() bool { return b.word.Load() == armed }

// sleep returns once somebody has rung since arm.
func (b *bell) sleep() {
	for b.word.Load() == armed {
		// The scheduler may give the processor to others meanwhile. Whatever ends the call, the word is looked at again.
		_, _, _ = syscall.Syscall6(syscall.SYS_FUTEX, uintptr(unsafe.Pointer(&b.word)), futexWait, armed, 0, 0, 0)
	}
}

// ring ends the owner's sleep, if it sleeps.
func (b *bell) ring() {
	if b.word.CompareAndSwap(armed, quiet) {
		_, _, _ = syscall.RawSyscall6(syscall.SYS_FUTEX, uintptr(unsafe.Pointer(&b.word)), futexWake, 1, 0, 0, 0)
	}
}
