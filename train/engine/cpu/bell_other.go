//go:build !linux

package cpu

import "sync"

// bell is where one thread sleeps until another rings.
type bell struct {
	mutex sync.Mutex
	rung  sync.Cond
	armed bool
}

// arm says that the owner is about to sleep: from now on a ring counts.
func (b *bell) arm() { b.set(true) }

// disarm says that the owner stays awake after all.
func (b *bell) disarm() { b.set(false) }

func (b *bell) set(armed bool) {
	b.mutex.Lock()
	b.armed, b.rung.L = armed, &b.mutex
	b.mutex.Unlock()
}

// isArmed reports whether a ring would count.
func (b *bell) isArmed() bool {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	return b.armed
}

// sleep returns once somebody has rung since arm.
func (b *bell) sleep() {
	b.mutex.Lock()
	for b.armed {
		b.rung.Wait()
	}
	b.mutex.Unlock()
}

// ring ends the owner's sleep, if it sleeps.
func (b *bell) ring() {
	b.mutex.Lock()
	if b.armed {
		b.armed = false
		b.rung.Signal()
	}
	b.mutex.Unlock()
}
