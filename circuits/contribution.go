package circuits

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/consensys/gnark/backend/groth16/bn254/mpcsetup"
)

// phase1 reads a contribution of phase 1.
func (t *Transcript) phase1(i int) (*mpcsetup.Phase1, error) {
	// SAFETY: gnark makes room for as many points as the file says, so it must say what it has room for.
	text, err := t.read(1, i, t.m.Phase1[i], phase1Bytes(t.m.Size))
	if err != nil {
		return nil, err
	}
	if at := len(text) - int(phase1Bytes(t.m.Size)) + phase1Head; binary.BigEndian.Uint64(text[at:]) != t.m.Size {
		return nil, fmt.Errorf("%w: contribution %d of phase 1 is of another size", ErrTranscript, i)
	}
	p := new(mpcsetup.Phase1)
	return p, t.decode(1, i, p, text)
}

// shape is how a contribution of phase 2 is laid out.
type shape struct {
	bytes  int64
	lists  []int // lengths, of which the number stands before each; −1 for a point of G2 in their place
	sigmas int
}

func shapeOf(p *mpcsetup.Phase2) (s shape, err error) {
	var layout bytes.Buffer
	if _, err := p.WriteTo(&layout); err != nil {
		return s, fmt.Errorf("lay phase 2 out: %w", err)
	}
	s.bytes, s.sigmas = int64(layout.Len()-len(p.Challenge)+sha256.Size), len(p.Parameters.G2.Sigma)
	s.lists = []int{len(p.Parameters.G1.PKK), len(p.Parameters.G1.Z), -1}
	for _, list := range p.Parameters.G1.SigmaCKK {
		s.lists = append(s.lists, len(list))
	}
	return s, nil
}

// phase2 reads a contribution of phase 2.
func (t *Transcript) phase2(i int, s shape) (*mpcsetup.Phase2, error) {
	text, err := t.read(2, i, t.m.Phase2[i], s.bytes)
	if err != nil {
		return nil, err
	}
	// SAFETY: as above. Numbers stand before each list of points, at the same places as in the shape.
	at := 2 + g1Bytes
	for _, list := range s.lists {
		if list < 0 {
			at += g2Bytes
			continue
		}
		if binary.BigEndian.Uint32(text[at:]) != uint32(list) {
			return nil, fmt.Errorf("%w: contribution %d of phase 2 is of another shape", ErrTranscript, i)
		}
		at += 4 + list*g1Bytes
	}
	if binary.BigEndian.Uint16(text) != uint16(s.sigmas) {
		return nil, fmt.Errorf("%w: contribution %d of phase 2 is of another shape", ErrTranscript, i)
	}
	p := new(mpcsetup.Phase2)
	return p, t.decode(2, i, p, text)
}

// Compressed points, and what stands before the size in a file of phase 1: three proofs of a point of each group.
const (
	g1Bytes    = 32
	g2Bytes    = 64
	phase1Head = 3 * (g1Bytes + g2Bytes)
)

func phase1Bytes(size uint64) int64 {
	n := int64(size)
	return phase1Head + 8 + g2Bytes + (2*n-2)*g1Bytes + (n-1)*g2Bytes + 2*n*g1Bytes + 1 + sha256.Size
}

func (t *Transcript) name(phase, i int) string {
	return filepath.Join(t.dir, fmt.Sprintf("phase%d-%04d.bin", phase, i+1))
}

// read reads a file of that size whose hash the manifest names.
func (t *Transcript) read(phase, i int, c contribution, size int64) ([]byte, error) {
	text, err := readBounded(t.name(phase, i), size)
	if err != nil {
		return nil, fmt.Errorf("read contribution %d of phase %d: %w", i+1, phase, err)
	}
	if sum := sha256.Sum256(text); int64(len(text)) != size || hex.EncodeToString(sum[:]) != c.SHA256 {
		return nil, fmt.Errorf("%w: contribution %d of phase %d isn't the file that is named", ErrTranscript, i+1, phase)
	}
	return text, nil
}

func (t *Transcript) decode(phase, i int, into io.ReaderFrom, text []byte) error {
	n, err := into.ReadFrom(bytes.NewReader(text))
	if err == nil && n != int64(len(text)) {
		err = errors.New("bytes are left over")
	}
	if err != nil {
		return fmt.Errorf("%w: contribution %d of phase %d: %w", ErrTranscript, i+1, phase, err)
	}
	return nil
}
