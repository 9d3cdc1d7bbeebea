// Command bench calls OpenBLAS's SGEMM, so that `commonweight bench` has something to compare its products with. It is a module of its
// own: nothing else of the project needs cgo or OpenBLAS. The library is opened when it starts: headers and -dev packages aren't needed.
//
// It prints "ready" and the name of OpenBLAS's kernel. For each line "m n k transA transB times" it multiplies and answers with the
// seconds, and with those that its threads spent on processors.
package main

/*
#cgo LDFLAGS: -ldl
#include <dlfcn.h>
#include <stdlib.h>

typedef void (*sgemm_t)(int, int, int, int, int, int, float, const float *, int, const float *, int, float, float *, int);
static sgemm_t sgemm;
static char *(*corename)(void);

static int open_library(const char *name) {
	void *library = dlopen(name, RTLD_NOW | RTLD_GLOBAL);
	if (!library) return 0;
	sgemm = (sgemm_t)dlsym(library, "cblas_sgemm");
	corename = (char *(*)(void))dlsym(library, "openblas_get_corename");
	return sgemm && corename;
}
static const char *core(void) { return corename(); }

enum { row_major = 101, no_trans = 111, trans = 112 };

static void multiply(int m, int n, int k, int ta, int tb, const float *a, const float *b, float *c, int times) {
	for (int i = 0; i < times; i++)
		sgemm(row_major, ta ? trans : no_trans, tb ? trans : no_trans, m, n, k, 1, a, ta ? m : k, b, tb ? k : n, 0, c, n);
}
*/
import "C"

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"syscall"
	"time"
	"unsafe"
)

func main() {
	library := C.CString("libopenblas.so.0")
	defer C.free(unsafe.Pointer(library))
	if C.open_library(library) == 0 {
		fmt.Fprintln(os.Stderr, "libopenblas.so.0 is missing: apt-get install libopenblas0")
		os.Exit(1)
	}
	fmt.Println("ready", C.GoString(C.core()))
	operands := map[int][]float32{}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var m, n, k, transA, transB, times int
		if _, err := fmt.Sscan(lines.Text(), &m, &n, &k, &transA, &transB, &times); err != nil || min(m, n, k, times) < 1 {
			fmt.Println("bad request")
			continue
		}
		for i, words := range []int{m * k, k * n, m * n} {
			if len(operands[i]) < words {
				operands[i] = random(words)
			}
		}
		began, spent := time.Now(), processorTime()
		C.multiply(C.int(m), C.int(n), C.int(k), C.int(transA), C.int(transB), (*C.float)(&operands[0][0]), (*C.float)(&operands[1][0]),
			(*C.float)(&operands[2][0]), C.int(times))
		fmt.Println(time.Since(began).Seconds(), processorTime()-spent)
	}
}

func processorTime() float64 {
	var use syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &use)
	return float64(use.Utime.Nano()+use.Stime.Nano()) / 1e9
}

func random(n int) []float32 {
	r := rand.New(rand.NewPCG(3, 3))
	words := make([]float32, n)
	for i := range words {
		words[i] = r.Float32() - 0.5
	}
	return words
}
