package checkpoint

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"

	"github.com/commonweight/commonweight/train/program"
)

// ErrFormat says that a file is no checkpoint of this run's program.
var ErrFormat = errors.New("not a checkpoint of this run")

// Read reads a checkpoint up to its end. The state has exactly the bits of the file.
//
// Bounds: reads at most MaxBytes and one byte more; allocates the state, the header and some buffers.
//
// Errors: ErrFormat, program's layout and bytes missing or left over included; else the reader's own error.
func Read(r io.Reader, p *program.Program) (*program.State, error) {
	entries, err := readHeader(r, stateEntries(p))
	if err != nil {
		return nil, err
	}
	s := p.NewState()
	d := startDecoder()
	defer d.finish()
	for _, e := range entries {
		if e.tensor == clockTensor {
			err = readWords(r, make([]byte, 4), e, 1, func(_ int, piece []byte) { s.Clock = binary.LittleEndian.Uint32(piece) })
		} else {
			err = d.read(r, e, s.Tensors[e.tensor])
		}
		if err != nil {
			return nil, err
		}
	}
	if err := atEnd(r); err != nil {
		return nil, err
	}
	return s, nil
}

// decoder fills words from bytes beside the reading of more: to read a stranger's blocks and to hash them keeps one core busy, fresh memory
// and a gigabyte of words another.
type decoder struct {
	free chan []byte
	work chan decoding
	done chan struct{}
}

type decoding struct {
	words []float32
	from  []byte
}

func startDecoder() *decoder {
	const buffers = 4
	d := &decoder{free: make(chan []byte, buffers), work: make(chan decoding, buffers), done: make(chan struct{})}
	for range buffers {
		d.free <- make([]byte, bufferBytes)
	}
	go func() {
		defer close(d.done)
		for next := range d.work {
			decode(next.words, next.from)
			d.free <- next.from[:bufferBytes]
		}
	}()
	return d
}

// read reads a tensor. Its words are there after finish.
func (d *decoder) read(r io.Reader, e entry, words []float32) error {
	for len(words) > 0 {
		piece := <-d.free
		piece = piece[:min(len(piece), 4*len(words))]
		if err := readFull(r, piece, "tensor "+e.name); err != nil {
			return err
		}
		n := len(piece) / 4
		d.work <- decoding{words[:n], piece}
		words = words[n:]
	}
	return nil
}

// finish waits for the last words.
func (d *decoder) finish() {
	close(d.work)
	<-d.done
}

func decode(words []float32, from []byte) {
	for i := range words {
		words[i] = math.Float32frombits(binary.LittleEndian.Uint32(from[4*i:]))
	}
}

func readTensor(r io.Reader, buffer []byte, e entry, words []float32) error {
	return readWords(r, buffer, e, len(words), func(at int, piece []byte) { decode(words[at:][:len(piece)/4], piece) })
}

// readWords hands over the words of a tensor piece by piece, each with its first word's index.
func readWords(r io.Reader, buffer []byte, e entry, words int, take func(at int, piece []byte)) error {
	for done := 0; done < words; {
		piece := buffer[:min(len(buffer), 4*(words-done))]
		if err := readFull(r, piece, "tensor "+e.name); err != nil {
			return err
		}
		take(done, piece)
		done += len(piece) / 4
	}
	return nil
}

// readFull tells a file that ends too early from a reader that fails.
func readFull(r io.Reader, p []byte, what string) error {
	switch _, err := io.ReadFull(r, p); {
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		return fmt.Errorf("%w: it ends in the middle of its %s", ErrFormat, what)
	case err != nil:
		return fmt.Errorf("reading a checkpoint: %w", err)
	}
	return nil
}

// atEnd refuses bytes behind the last tensor.
func atEnd(r io.Reader) error {
	switch _, err := io.ReadFull(r, make([]byte, 1)); err {
	case io.EOF:
		return nil
	case nil:
		return fmt.Errorf("%w: bytes follow the last tensor", ErrFormat)
	default:
		return fmt.Errorf("reading a checkpoint: %w", err)
	}
}

// readHeader reads the header and returns the wanted entries in the order in which they lie in the file.
func readHeader(r io.Reader, wanted []entry) ([]entry, error) {
	found, err := readDescriptions(r, maxHeader(wanted))
	if err != nil {
		return nil, err
	}
	for _, e := range wanted {
		d, ok := found[e.name]
		if !ok {
			return nil, fmt.Errorf("%w: tensor %s is missing", ErrFormat, e.name)
		}
		if d.DType != e.dtype || !slices.Equal(d.Shape, e.shape) {
			return nil, fmt.Errorf("%w: tensor %s is %.20s %.80s, not %s %v", ErrFormat, e.name, d.DType, fmt.Sprint(d.Shape), e.dtype, e.shape)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(found)) {
		if len(found) > len(wanted) && !slices.ContainsFunc(wanted, func(e entry) bool { return e.name == name }) {
			return nil, fmt.Errorf("%w: tensor %.80q is none of its model's", ErrFormat, name)
		}
	}
	inFile := slices.Clone(wanted)
	slices.SortStableFunc(inFile, func(a, b entry) int { return cmp.Compare(found[a.name].Offsets[0], found[b.name].Offsets[0]) })
	var at uint64
	for _, e := range inFile {
		end := at + 4*uint64(e.words)
		if d := found[e.name]; d.Offsets != [2]uint64{at, end} {
			return nil, fmt.Errorf("%w: tensor %s lies at %d to %d, not %d to %d", ErrFormat, e.name, d.Offsets[0], d.Offsets[1], at, end)
		}
		at = end
	}
	return inFile, nil
}

// readDescriptions reads a header of at most bound bytes.
func readDescriptions(r io.Reader, bound int64) (map[string]description, error) {
	var length [lengthBytes]byte
	if err := readFull(r, length[:], "first 8 bytes"); err != nil {
		return nil, err
	}
	n := binary.LittleEndian.Uint64(length[:])
	if n > uint64(bound) {
		return nil, fmt.Errorf("%w: its header would have %d bytes, at most %d are allowed", ErrFormat, n, bound)
	}
	text := make([]byte, n)
	if err := readFull(r, text, "header"); err != nil {
		return nil, err
	}
	found, err := parseHeader(text)
	if err != nil {
		return nil, fmt.Errorf("%w: its header: %w", ErrFormat, err)
	}
	return found, nil
}

// parseHeader reads the JSON by tokens, since a repeated name would otherwise go unseen.
func parseHeader(text []byte) (map[string]description, error) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if token, err := decoder.Token(); err != nil || token != json.Delim('{') {
		return nil, errors.New("no JSON object")
	}
	found := map[string]description{}
	metadata := false
	for decoder.More() {
		token, err := decoder.Token()
		if err != nil {
			return nil, oneLine(err)
		}
		name := token.(string) // a key, or Token would have failed
		if name == "__metadata__" {
			if metadata {
				return nil, errors.New("metadata twice")
			}
			metadata = true
			if err := decoder.Decode(new(map[string]string)); err != nil {
				return nil, fmt.Errorf("metadata: %w", oneLine(err))
			}
			continue
		}
		if _, twice := found[name]; twice {
			return nil, fmt.Errorf("tensor %.80q twice", name)
		}
		var d description
		if err := decoder.Decode(&d); err != nil {
			return nil, fmt.Errorf("tensor %.80q: %w", name, oneLine(err))
		}
		found[name] = d
	}
	if _, err := decoder.Token(); err != nil {
		return nil, oneLine(err)
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, errors.New("something follows the JSON object")
	}
	return found, nil
}

// oneLine keeps what a stranger wrote out of the error, but for a little.
func oneLine(err error) error { return fmt.Errorf("%.100q", err.Error()) }

// CheckGenesis refuses a state that no run may begin with: a NaN other than 0x7fc00000, whose bits not every machine would keep.
//
// Errors: ErrFormat.
func CheckGenesis(p *program.Program, s *program.State) error {
	if err := p.CheckState(s); err != nil {
		return err
	}
	const theNaN = 0x7fc00000
	for t, words := range s.Tensors {
		for i, word := range words {
			if bits := math.Float32bits(word); word != word && bits != theNaN {
				e := entryOf(p.StateLayout[t], t)
				return fmt.Errorf("%w: word %d of tensor %s is the NaN 0x%08x; only 0x%08x is allowed", ErrFormat, i, e.name, bits, theNaN)
			}
		}
	}
	return nil
}
