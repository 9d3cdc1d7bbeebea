// Command bench calls OpenBLAS's SGEMM, so that `commonweight bench` has something to compare its products with. It is a module of its
// own: nothing else of the project needs cgo or OpenBLAS. The library is opened when it starts: headers and -dev packages aren't needed.
//
// It prints "ready" and the name of OpenBLAS's kernel. For each line "m n k transA transB times outer inner", followed by "row outer inner"
// for A, B and C, it multiplies and answers with the seconds, and with those that its threads spent on processors. A product is one of
// outer × inner matrices: their rows, and the matrices themselves, lie that many words apart.
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

typedef struct { long row, outer, inner; } layout;

static void multiply(int m, int n, int k, int ta, int tb, const float *a, const float *b, float *c, layout *l, int outer, int inner, int times) {
	for (int t = 0; t < times; t++)
		for (int o = 0; o < outer; o++)
			for (int i = 0; i < inner; i++)
				sgemm(row_major, ta ? trans : no_trans, tb ? trans : no_trans, m, n, k, 1, a + o * l[0].outer + i * l[0].inner, l[0].row,
					b + o * l[1].outer + i * l[1].inner, l[1].row, 0, c + o * l[2].outer + i * l[2].inner, l[2].row);
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
		var m, n, k, transA, transB, times, outer, inner int
		var place [3]struct{ row, outer, inner int }
		into := []any{&m, &n, &k, &transA, &transB, &times, &outer, &inner}
		for i := range place {
			into = append(into, &place[i].row, &place[i].outer, &place[i].inner)
		}
		if _, err := fmt.Sscan(lines.Text(), into...); err != nil || min(m, n, k, times, outer, inner) < 1 {
			fmt.Println("bad request")
			continue
		}
		var layouts [3]C.layout
		for i, rows := range []int{pick(transA, k, m), pick(transB, n, k), m} {
			l := place[i]
			layouts[i] = C.layout{C.long(l.row), C.long(l.outer), C.long(l.inner)}
			if words := (outer-1)*l.outer + (inner-1)*l.inner + rows*l.row; len(operands[i]) < words {
				operands[i] = random(words)
			}
		}
		began, spent := time.Now(), processorTime()
		C.multiply(C.int(m), C.int(n), C.int(k), C.int(transA), C.int(transB), (*C.float)(&operands[0][0]), (*C.float)(&operands[1][0]),
			(*C.float)(&operands[2][0]), &layouts[0], C.int(outer), C.int(inner), C.int(times))
		fmt.Println(time.Since(began).Seconds(), processorTime()-spent)
	}
}

func pick(flag, yes, no int) int {
	if flag != 0 {
		return yes
	}
	return no
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
