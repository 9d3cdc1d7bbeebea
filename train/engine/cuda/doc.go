// Package cuda runs a program on an NVIDIA GPU with the bits of train/numeric. It owns the choice of a device, its memory, streams and errors;
// it knows no chain and no file.
//
//	engine.go         New, Step, Close: the engine over any device, which is given up when it doesn't answer
//	window.go         Begin, Step, Roots, State: a state that stays on the device from step to step
//	conformance.go    what a device must compute before it is trusted
//	inputs.go         the words of a batch, which the host reads
//	driver_cuda.go    //go:build cuda: which devices there are, through gorgonia.org/cu
//	device_cuda.go    //go:build cuda: memory, modules, graphs of launches on one of them
//	absent.go         every other build: no device, and how to get a build that has one
//	plan/             which kernel runs when, on which words
//	kernels/          CUDA C and its PTX
//	driver/           libcuda found at run time, so that a CUDA build starts on machines without a GPU
//	internal/ptx/     PTX checked and run without a GPU; internal/fakedriver: a driver of our own that runs it, for tests
//
// # Why the bits are the profile's
//
// The order of every sum is a matter of one thread, or of sixteen lanes of a half-warp (kernels, plan). The emitted PTX has only operations that
// round to nearest, once, and no other instruction on floats (internal/ptx, Check); its interpreter computes the golden vectors, shapes on
// every edge and the published run of the tiny GPT from it, bit for bit. What that can't show is that a driver and a device do as PTX says:
// New makes each device compute the conformance hash first, and refuses one that doesn't.
//
// # Errors
//
// Any error of the driver ends the engine, and so does a call that takes much longer than any before: later calls return it again. A state is
// written when a step, and its way back, have succeeded as a whole; so an engine that fails, or hangs until its context ends, leaves the state as
// it was, and nobody commits what it did.
package cuda
