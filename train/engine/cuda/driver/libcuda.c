// What a CUDA build links in place of NVIDIA's driver: each function jumps to that of the libcuda.so.1 that is found when the program starts. So
// the build needs no driver, and the program starts on machines that have none; gorgonia.org/cu, whose start ends the process if cuInit
// fails, is told that all is well, and the engine asks commonweight_cuda_status before it asks for anything else.
//
// All symbols are weak: a test that links internal/fakedriver has its functions instead.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>

#if !defined(__x86_64__)
#error "driver/libcuda.c knows the jumps of x86-64 only"
#endif

// refuse stands for what the driver lacks: CUDA_ERROR_NOT_INITIALIZED.
static int refuse(void) { return 3; }

#define X(name)                                                                                  \
	__attribute__((used)) void *commonweight_##name = (void *)refuse;                            \
	__asm__(".text\n.weak " #name "\n.type " #name ", @function\n" #name ":\n\tjmp *commonweight_" #name "(%rip)\n");
#include "symbols.h"
#undef X

// The driver's answer to cuInit; −1: there is no driver.
static int status = -1;

__attribute__((weak)) int commonweight_cuda_status(void) { return status; }

__attribute__((weak)) int cuInit(unsigned flags) {
	void *driver = dlopen("libcuda.so.1", RTLD_NOW | RTLD_GLOBAL);
	if (!driver) return 0;
	void *f;
#define X(name)                     \
	f = dlsym(driver, #name);       \
	if (f) commonweight_##name = f;
#include "symbols.h"
#undef X
	int (*init)(unsigned) = (int (*)(unsigned))dlsym(driver, "cuInit");
	status = init ? init(flags) : -1;
	return 0;
}
