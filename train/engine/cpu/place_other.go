//go:build !linux

package cpu

// places leaves it to the system where threads run.
type places struct{}

func newPlaces(int) places { return places{} }

func thread() int { return 0 }

func (*places) spread([]*worker) {}
