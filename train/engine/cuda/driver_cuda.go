//go:build cuda && linux && amd64

package cuda

/*
#cgo LDFLAGS: -ldl
int commonweight_cuda_status(void);
*/
import "C"

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/commonweight/commonweight/train/engine/cuda/plan"
	"github.com/commonweight/commonweight/train/program"
	"gorgonia.org/cu"
)

// ready says why the driver can't be used, if so.
func ready() error {
	switch status := C.commonweight_cuda_status(); status {
	case 0:
		return nil
	case -1:
		return fmt.Errorf("%w: this machine has no NVIDIA driver (libcuda.so.1)", ErrUnsupported)
	case 100:
		return fmt.Errorf("%w: the NVIDIA driver sees no GPU", ErrUnsupported)
	default:
		return fmt.Errorf("%w: the NVIDIA driver does not start, error %d", ErrUnsupported, status)
	}
}

// Devices lists the GPUs of this machine.
//
// Errors: ErrUnsupported, if there is none; ErrDevice.
func Devices() ([]Device, error) {
	type answer struct {
		list []Device
		err  error
	}
	answers := make(chan answer, 1)
	go func() {
		list, err := list()
		answers <- answer{list, err}
	}()
	patience := min(firstAnswer, time.Minute)
	over := time.NewTimer(patience)
	defer over.Stop()
	select {
	case a := <-answers:
		return a.list, a.err
	case <-over.C:
		return nil, fmt.Errorf("%w: the driver has not listed its devices for %s", ErrDevice, patience)
	}
}

func list() ([]Device, error) {
	if err := ready(); err != nil {
		return nil, err
	}
	count, err := cu.NumDevices()
	if err != nil {
		return nil, failure("count the devices", err)
	}
	list := make([]Device, count)
	for i := range list {
		if list[i], err = look(i); err != nil {
			return nil, err
		}
	}
	if count == 0 {
		return nil, fmt.Errorf("%w: the NVIDIA driver sees no GPU", ErrUnsupported)
	}
	return list, nil
}

// look describes a device without a context on it: its free memory is not known.
func look(i int) (Device, error) {
	d, err := cu.GetDevice(i)
	if err != nil {
		return Device{}, failure(fmt.Sprintf("open device %d", i), err)
	}
	name, errName := d.Name()
	memory, errMemory := d.TotalMem()
	values := [4]int{}
	errs := []error{errName, errMemory}
	for n, a := range []cu.DeviceAttribute{cu.MultiprocessorCount, cu.ComputeCapabilityMajor, cu.ComputeCapabilityMinor, cu.ClockRate} {
		v, err := d.Attribute(a)
		values[n], errs = v, append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return Device{}, failure(fmt.Sprintf("look at device %d", i), err)
	}
	version := cu.Version()
	return Device{
		Number: i, Name: name, Compute: fmt.Sprintf("%d.%d", values[1], values[2]), Driver: fmt.Sprintf("%d.%d", version/1000, version%1000/10),
		Memory: memory, Processors: values[0], Peak: 2 * float64(values[0]*lanes(values[1], values[2])) * float64(values[3]) / 1e6,
	}, nil
}

// lanes is the number of binary32 multiply-adds of a processor in a cycle.
//
// Source: CUDA C++ programming guide, "Arithmetic instructions".
func lanes(major, minor int) int {
	if major == 7 || major == 8 && minor == 0 {
		return 64
	}
	return 128
}

// New prepares a program on a GPU of this machine. The first time it makes the device compute the conformance hash, in every way that products
// are cut. The payload must not change while the engine lives.
//
// Errors: ErrUnsupported, ErrMemory, ErrArithmetic, ErrDevice.
func New(p *program.Program, payload []byte, number int) (*Engine, error) {
	d, err := passed(number)
	if err != nil {
		return nil, err
	}
	return begin(p, payload, d, plan.Options{Processors: d.Processors})
}

// Check makes a GPU compute the conformance hash.
//
// Errors: ErrUnsupported, ErrArithmetic, ErrDevice.
func Check(number int) error {
	_, err := passed(number)
	return err
}

func begin(p *program.Program, payload []byte, d Device, o plan.Options) (*Engine, error) {
	e, err := start(p, payload, o, func() (device, error) { return open(d) })
	if err != nil {
		return nil, fmt.Errorf("device %d, %s: %w", d.Number, d.Name, err)
	}
	return e, nil
}

// passed finds a device that has computed the conformance hash in the life of the process, or does so now.
func passed(number int) (Device, error) {
	devices, err := Devices()
	if err != nil {
		return Device{}, err
	}
	if number < 0 || number >= len(devices) {
		return Device{}, fmt.Errorf("%w: there is no device %d, this machine has %d", ErrUnsupported, number, len(devices))
	}
	d := devices[number]
	check, _ := conformed.LoadOrStore(number, sync.OnceValue(func() error {
		open := func(p *program.Program, o plan.Options) (*Engine, error) { return begin(p, nil, d, o) }
		for _, o := range variants(d.Processors) {
			if err := conform(open, o); err != nil {
				return err
			}
		}
		return conformHashing(open, plan.Options{Processors: d.Processors})
	}))
	return d, check.(func() error)()
}

var conformed sync.Map // number → func() error

// failure is an error of the driver.
func failure(doing string, err error) error { return fmt.Errorf("%w: %s: %w", ErrDevice, doing, err) }
