package checkpoint

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/commonweight/commonweight/train/program"
)

// Names that Hugging Face's GPT-2 has beside the parameters.
const (
	modelPrefix   = "transformer." // before every name but the head's, in files of the model with a head
	headName      = "lm_head.weight"
	tokenName     = "wte.weight"
	positionName  = "wpe.weight"
	maskName      = ".attn.bias" // the causal mask and its value, in files of old versions
	maskValueName = ".attn.masked_bias"
)

// located is a tensor of a file.
type located struct {
	description
	name  string // as it stands in the file
	entry *entry // the head's is wte; nil: passed over
}

// ImportModel reads the parameters of a model, up to the end of the file, into the state before step 0: moments +0, powers 1, clock 0.
// A file by ExportModel gives back its bits. Of files by Hugging Face's GPT-2 it also takes names behind "transformer.", passes over the
// masks, keeps the first rows of a wpe that is longer than the model's context, and compares a stored head with the wte it is tied to.
//
// Bounds: reads at most the bytes that the header announces and one more; allocates the state and a header bounded by the model's layout.
//
// Errors: ErrFormat, naming the tensor; else the reader's own error.
func ImportModel(r io.Reader, p *program.Program) (*program.State, error) {
	r = bufio.NewReaderSize(r, bufferBytes)
	tensors, err := importHeader(r, p)
	if err != nil {
		return nil, err
	}
	s := p.NewState()
	s.Scalars()[program.ScalarPow1], s.Scalars()[program.ScalarPow2] = 1, 1
	buffer := make([]byte, bufferBytes)
	embedded := false // wte or the head that is tied to it has been read
	for _, t := range tensors {
		taken := int64(0)
		if t.entry != nil {
			words, tied := s.Tensors[t.entry.tensor], t.entry.name == tokenName
			if err := readParameter(r, buffer, t, words, tied && embedded); err != nil {
				return nil, err
			}
			taken = 4 * int64(len(words))
			embedded = embedded || tied
		}
		switch _, err := io.CopyN(io.Discard, r, int64(t.Offsets[1]-t.Offsets[0])-taken); {
		case err == io.EOF:
			return nil, fmt.Errorf("%w: it ends in the middle of its tensor %.80s", ErrFormat, t.name)
		case err != nil:
			return nil, fmt.Errorf("reading a checkpoint: %w", err)
		}
	}
	if err := atEnd(r); err != nil {
		return nil, err
	}
	if err := CheckGenesis(p, s); err != nil {
		return nil, err
	}
	return s, nil
}

// readParameter reads words, or compares them with those that are there.
func readParameter(r io.Reader, buffer []byte, t located, words []float32, compare bool) error {
	if !compare {
		return readTensor(r, buffer, *t.entry, words)
	}
	differs := -1
	err := readWords(r, buffer, *t.entry, len(words), func(at int, piece []byte) {
		for i := range len(piece) / 4 {
			if differs < 0 && math.Float32bits(words[at+i]) != binary.LittleEndian.Uint32(piece[4*i:]) {
				differs = at + i
			}
		}
	})
	if err == nil && differs >= 0 {
		err = fmt.Errorf("%w: %s differs from %s at word %d; only a model with a tied head can be imported", ErrFormat, headName, tokenName, differs)
	}
	return err
}

// importHeader reads the header and returns all tensors of the file in the order in which they lie.
func importHeader(r io.Reader, p *program.Program) ([]located, error) {
	entries := modelEntries(p)
	bound := maxHeader(entries) + int64(len(entries)+1)*int64(len(modelPrefix)) + 256
	for range p.Spec.Model.Layers {
		bound += 2 * 256
	}
	described, err := readDescriptions(r, bound)
	if err != nil {
		return nil, err
	}
	tensors := make([]located, 0, len(described))
	missing := make(map[string]*entry, len(entries))
	for i := range entries {
		missing[entries[i].name] = &entries[i]
	}
	for _, name := range slices.Sorted(maps.Keys(described)) {
		t := located{description: described[name], name: name}
		short := strings.TrimPrefix(name, modelPrefix)
		switch e, wanted := missing[short]; {
		case wanted:
			t.entry = e
			delete(missing, short)
		case p.Spec.Model.Kind == program.ModelGPT && name == headName:
			at := slices.IndexFunc(entries, func(e entry) bool { return e.name == tokenName })
			t.entry = &entries[at]
		case p.Spec.Model.Kind == program.ModelGPT && isMask(short):
		case slices.ContainsFunc(entries, func(e entry) bool { return e.name == short }):
			return nil, fmt.Errorf("%w: tensor %s is there twice, with and without %q", ErrFormat, short, modelPrefix)
		default:
			return nil, fmt.Errorf("%w: tensor %.80q is none of its model's", ErrFormat, name)
		}
		tensors = append(tensors, t)
	}
	for _, t := range tensors {
		if t.entry == nil {
			continue
		}
		if err := fits(t); err != nil {
			return nil, err
		}
	}
	for _, e := range entries {
		if _, ok := missing[e.name]; ok {
			return nil, fmt.Errorf("%w: tensor %s is missing", ErrFormat, e.name)
		}
	}
	return tensors, inPlace(tensors)
}

func isMask(name string) bool {
	return strings.HasPrefix(name, "h.") && (strings.HasSuffix(name, maskName) || strings.HasSuffix(name, maskValueName))
}

// fits compares a tensor of the file with the model's.
func fits(t located) error {
	e := t.entry
	switch t.DType {
	case e.dtype:
	case "F16", "BF16", "F64":
		return fmt.Errorf("%w: tensor %.80s is %s, not %s; convert the model first (in PyTorch: model.float().save_pretrained(FOLDER))", ErrFormat,
			t.name, t.DType, e.dtype)
	default:
		return fmt.Errorf("%w: tensor %.80s is %.20q, not %s", ErrFormat, t.name, t.DType, e.dtype)
	}
	rows := e.shape[0]
	longer := e.name == positionName && len(t.Shape) == 2 && t.Shape[1] == e.shape[1] && t.Shape[0] > rows && t.Shape[0] <= maxPositions
	if longer {
		rows = t.Shape[0]
	}
	if !longer && !slices.Equal(t.Shape, e.shape) {
		return fmt.Errorf("%w: tensor %.80s has the shape %.80s, the RunSpec's model has %v", ErrFormat, t.name, fmt.Sprint(t.Shape), e.shape)
	}
	if want := 4 * uint64(e.words/e.shape[0]) * uint64(rows); t.Offsets[1]-t.Offsets[0] != want {
		return fmt.Errorf("%w: tensor %.80s lies at %d to %d, which isn't %d bytes", ErrFormat, t.name, t.Offsets[0], t.Offsets[1], want)
	}
	return nil
}

// maxPositions is more than any file of this family has.
const maxPositions = 1 << 20

// inPlace sorts the tensors as they lie and refuses holes and overlaps.
func inPlace(tensors []located) error {
	slices.SortStableFunc(tensors, func(a, b located) int {
		return cmp.Or(cmp.Compare(a.Offsets[0], b.Offsets[0]), cmp.Compare(a.Offsets[1], b.Offsets[1]))
	})
	var at uint64
	for _, t := range tensors {
		if t.Offsets[0] != at || t.Offsets[1] < at || t.Offsets[1] > math.MaxInt64 {
			return fmt.Errorf("%w: tensor %.80s lies at %d to %d, not from %d on", ErrFormat, t.name, t.Offsets[0], t.Offsets[1], at)
		}
		at = t.Offsets[1]
	}
	return nil
}
