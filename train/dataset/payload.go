package dataset

import (
	"fmt"
	"os"
)

// Payload is a payload in a file. It is not verified: compare its root before its first use.
type Payload struct {
	data    []byte
	release func() error
}

// Open opens the payload in a regular file. The file must not change while it is open: name it by its content and write it elsewhere first.
//
// Errors: ErrEmpty.
func Open(path string) (*Payload, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no regular file", path)
	}
	if info.Size() == 0 {
		return nil, fmt.Errorf("%w: %s", ErrEmpty, path)
	}
	if int64(int(info.Size())) != info.Size() {
		return nil, fmt.Errorf("%s is too large for this machine", path)
	}
	data, release, err := mapFile(file, int(info.Size()))
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	return &Payload{data, release}, nil
}

// Bytes returns the payload, for reading, until Close.
func (p *Payload) Bytes() []byte { return p.data }

// Close releases the payload.
func (p *Payload) Close() error {
	if p.release == nil {
		return nil
	}
	release := p.release
	p.data, p.release = nil, nil
	return release()
}
