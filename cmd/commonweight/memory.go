package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
)

// errMemory says that a proof would be the end of the process that makes it: it would be killed, and again after each start.
type errMemory struct{ needed, free int64 }

func (e *errMemory) Error() string {
	return fmt.Sprintf("a proof takes about %d MiB of memory, and %d are free", e.needed>>20, e.free>>20)
}

// memoryFor says that this machine has less memory free than is needed, or nothing where it doesn't say.
//
// Units: bytes.
func memoryFor(needed int64) error {
	file, err := os.Open("/proc/meminfo")
	if err != nil {
		return nil
	}
	defer file.Close()
	if free, told := freeMemory(file); told && free < needed {
		return &errMemory{needed, free}
	}
	return nil
}

// freeMemory reads what Linux says of its memory.
func freeMemory(meminfo io.Reader) (bytes int64, told bool) {
	for lines := bufio.NewScanner(meminfo); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "MemAvailable:"); ok {
			n, err := fmt.Sscanf(rest, "%d kB", &bytes)
			return bytes << 10, n == 1 && err == nil
		}
	}
	return 0, false
}
