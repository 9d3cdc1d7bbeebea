//go:build unix

package bench

import "syscall"

// processorTime is what all threads of this process have spent, in seconds; 0 where the system doesn't say.
func processorTime() float64 {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		return 0
	}
	return float64(use.Utime.Nano()+use.Stime.Nano()) / 1e9
}
