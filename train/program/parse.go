package program

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"github.com/cyberphone/json-canonicalization/go/src/webpki.org/jsoncanonicalizer"
)

// ParseSpec reads and validates a RunSpec. White space and the order of fields are free; everything else must be as Canonical writes it:
// no unknown, repeated, misspelt, null or superfluous field, nothing behind the end.
//
// Bounds: at most 1 MiB.
//
// Errors: ErrSpec, naming the field.
func ParseSpec(b []byte) (Spec, error) {
	if len(b) > maxSpecBytes {
		return Spec{}, fmt.Errorf("%w: %d bytes, the most is %d", ErrSpec, len(b), maxSpecBytes)
	}
	if !utf8.Valid(b) {
		return Spec{}, fmt.Errorf("%w: not UTF-8", ErrSpec)
	}
	var s Spec
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&s); err != nil {
		return Spec{}, fmt.Errorf("%w: %s", ErrSpec, explain(err))
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return Spec{}, fmt.Errorf("%w: something follows its end", ErrSpec)
	}
	if err := s.Validate(); err != nil {
		return Spec{}, err
	}
	written, err := jsoncanonicalizer.Transform(b)
	if err != nil {
		return Spec{}, fmt.Errorf("%w: %w", ErrSpec, err)
	}
	if want := s.Canonical(); !bytes.Equal(written, want) {
		return Spec{}, fmt.Errorf("%w: %s: not written as a RunSpec has it", ErrSpec, difference(written, want))
	}
	return s, nil
}

// explain says what is wrong in one line that names the field.
func explain(err error) string {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return fmt.Sprintf("%s: a JSON %.30s can't be its value", wrong.Field, wrong.Value)
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return "it ends too early"
	}
	return fmt.Sprintf("%.120s", err.Error())
}

// Canonical is the RFC 8785 JSON of a valid spec.
func (s Spec) Canonical() []byte {
	b, err := json.Marshal(s)
	if err == nil {
		b, err = jsoncanonicalizer.Transform(b)
	}
	if err != nil {
		panic("program: a RunSpec has no JSON: " + err.Error()) // no field of a Spec can fail
	}
	return b
}

// Hash is SHA-256 of the canonical JSON.
func (s Spec) Hash() [32]byte { return sha256.Sum256(s.Canonical()) }

// difference names the first field, by name, in which two canonical objects differ.
func difference(a, b []byte) string {
	var x, y map[string]json.RawMessage
	if json.Unmarshal(a, &x) != nil || json.Unmarshal(b, &y) != nil {
		return "its top"
	}
	var names []string
	for name := range x {
		names = append(names, name)
	}
	for name := range y {
		if _, ok := x[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		if bytes.Equal(x[name], y[name]) {
			continue
		}
		inner := difference(x[name], y[name])
		if inner == "its top" {
			return name
		}
		return name + "." + inner
	}
	return "its top"
}
