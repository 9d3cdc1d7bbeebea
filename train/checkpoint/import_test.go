package checkpoint_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/checkpoint"
	"github.com/commonweight/commonweight/train/program"
)

// foreign is a file of tensors, written as others write it.
type foreign struct {
	names []string // as they lie
	of    map[string]foreignTensor
}

type foreignTensor struct {
	dtype string
	shape []int
	data  []byte
}

func (f *foreign) add(name, dtype string, shape []int, data []byte) {
	f.names = append(f.names, name)
	f.of[name] = foreignTensor{dtype, shape, data}
}

func (f *foreign) bytes(t testing.TB) []byte {
	t.Helper()
	head := map[string]any{"__metadata__": map[string]string{"format": "pt"}}
	var data []byte
	for _, name := range f.names {
		x := f.of[name]
		head[name] = map[string]any{"dtype": x.dtype, "shape": x.shape, "data_offsets": []int{len(data), len(data) + len(x.data)}}
		data = append(data, x.data...)
	}
	text, err := json.Marshal(head)
	if err != nil {
		t.Fatal(err)
	}
	return join(string(text), data)
}

func littleEndian(words []float32) []byte {
	b := make([]byte, 0, 4*len(words))
	for _, x := range words {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
	}
	return b
}

// huggingFace is the model of a state as Hugging Face's GPT-2 may write it, in the order of its names.
func huggingFace(p *program.Program, s *program.State, prefix string) *foreign {
	f := &foreign{of: map[string]foreignTensor{}}
	for i, spec := range p.StateLayout[:p.Parameters] {
		shape := []int{spec.Shape.R, spec.Shape.W}
		if spec.Shape.Vector {
			shape = shape[1:]
		}
		f.add(prefix+spec.Name, "F32", shape, littleEndian(s.Tensors[i]))
	}
	slices.Sort(f.names)
	return f
}

// model is a genesis with every bit pattern that one may have.
func model(p *program.Program) *program.State {
	s := p.Genesis()
	for i, bits := range []uint32{0x80000000, 1, 0x7f800000, 0x7fc00000} {
		s.Tensors[0][i] = math.Float32frombits(bits)
	}
	return s
}

func TestImportGivesBackAnExport(t *testing.T) {
	p := tiny(t)
	s := model(p)
	var file bytes.Buffer
	if err := checkpoint.ExportModel(&file, p, s); err != nil {
		t.Fatal(err)
	}
	back, err := checkpoint.ImportModel(bytes.NewReader(file.Bytes()), p)
	if err != nil || !sameBits(s, back) {
		t.Fatalf("another state: %v", err)
	}
	// A state of later steps loses all but its parameters.
	later := s.Clone()
	later.Clock, later.Scalars()[0] = 7, 0.5
	later.Tensors[p.Parameters][0] = 3
	file.Reset()
	if err := checkpoint.ExportModel(&file, p, later); err != nil {
		t.Fatal(err)
	}
	if back, err := checkpoint.ImportModel(&file, p); err != nil || !sameBits(s, back) {
		t.Errorf("another state: %v", err)
	}
}

func TestImportTakesWhatHuggingFaceWrites(t *testing.T) {
	p := tiny(t)
	s := model(p)
	token := slices.IndexFunc(p.StateLayout, func(x program.TensorSpec) bool { return x.Name == "wte.weight" })
	wte := p.StateLayout[token].Shape
	head := func(f *foreign) { f.add("lm_head.weight", "F32", []int{wte.R, wte.W}, littleEndian(s.Tensors[token])) }
	for name, change := range map[string]func(*foreign){
		"nothing more":           func(*foreign) {},
		"a head at the end":      head,
		"a head at the start":    func(f *foreign) { head(f); slices.Reverse(f.names) },
		"parameters in disorder": func(f *foreign) { slices.Reverse(f.names) },
		"masks": func(f *foreign) {
			n := p.Spec.Model.Context
			for _, h := range []string{"h.0", "h.1"} {
				f.add(h+".attn.bias", "BOOL", []int{1, 1, n, n}, make([]byte, n*n))
				f.add("transformer."+h+".attn.masked_bias", "F32", []int{}, make([]byte, 4))
			}
			slices.Sort(f.names)
		},
		"a longer wpe": func(f *foreign) {
			for _, name := range []string{"wpe.weight", "transformer.wpe.weight"} {
				if x, ok := f.of[name]; ok {
					x.shape = []int{x.shape[0] + 9, x.shape[1]}
					x.data = append(slices.Clone(x.data), bytes.Repeat([]byte{0xff}, 9*4*x.shape[1])...)
					f.of[name] = x
				}
			}
		},
	} {
		for _, prefix := range []string{"", "transformer."} {
			f := huggingFace(p, s, prefix)
			change(f)
			back, err := checkpoint.ImportModel(bytes.NewReader(f.bytes(t)), p)
			if err != nil || !sameBits(s, back) {
				t.Errorf("%s, prefix %q: another state: %v", name, prefix, err)
			}
		}
	}
}

func TestImportRefuses(t *testing.T) {
	p := tiny(t)
	s := model(p)
	m := p.Spec.Model
	set := func(name string, change func(*foreignTensor)) func(*foreign) {
		return func(f *foreign) {
			x, ok := f.of[name]
			if !ok {
				t.Fatalf("no tensor %s", name)
			}
			x.data = slices.Clone(x.data)
			change(&x)
			f.of[name] = x
		}
	}
	remove := func(name string) func(*foreign) {
		return func(f *foreign) { f.names = slices.DeleteFunc(f.names, func(n string) bool { return n == name }) }
	}
	for name, c := range map[string]struct {
		change func(*foreign)
		says   string
	}{
		"missing":        {remove("h.1.mlp.c_fc.bias"), "tensor h.1.mlp.c_fc.bias is missing"},
		"one layer more": {func(f *foreign) { f.add("h.99.ln_1.weight", "F32", []int{1}, make([]byte, 4)) }, `"h.99.ln_1.weight" is none`},
		"transposed":     {set("h.0.mlp.c_fc.weight", func(x *foreignTensor) { slices.Reverse(x.shape) }), "h.0.mlp.c_fc.weight has the shape"},
		"half":           {set("h.0.mlp.c_fc.weight", func(x *foreignTensor) { x.dtype, x.data = "F16", x.data[:len(x.data)/2] }), "is F16, not F32; convert the model first"},
		"brain":          {set("wte.weight", func(x *foreignTensor) { x.dtype, x.data = "BF16", x.data[:len(x.data)/2] }), "is BF16, not F32; convert"},
		"integers":       {set("wte.weight", func(x *foreignTensor) { x.dtype = "I32" }), `is "I32", not F32`},
		"a wider vocabulary": {set("wte.weight", func(x *foreignTensor) {
			x.shape = []int{m.Vocabulary + 1, m.Width}
			x.data = append(x.data, make([]byte, 4*m.Width)...)
		}), "wte.weight has the shape"},
		"a short wpe": {set("wpe.weight", func(x *foreignTensor) {
			x.shape = []int{m.Context - 1, m.Width}
			x.data = x.data[4*m.Width:]
		}), "wpe.weight has the shape"},
		"a huge wpe":  {set("wpe.weight", func(x *foreignTensor) { x.shape = []int{1 << 40, m.Width} }), "wpe.weight has the shape"},
		"fewer bytes": {set("ln_f.bias", func(x *foreignTensor) { x.data = x.data[4:] }), "which isn't"},
		"another NaN": {set("ln_f.bias", func(x *foreignTensor) { binary.LittleEndian.PutUint32(x.data[8:], 0xffc00000) }), "word 2 of tensor ln_f.bias is the NaN 0xffc00000"},
		"both names":  {func(f *foreign) { f.add("transformer.ln_f.bias", "F32", []int{m.Width}, make([]byte, 4*m.Width)) }, "is there twice"},
		"an untied head": {func(f *foreign) {
			f.add("lm_head.weight", "F32", []int{m.Vocabulary, m.Width}, make([]byte, 4*m.Vocabulary*m.Width))
		}, "differs from wte.weight at word 0"},
		"a moment":            {func(f *foreign) { f.add("first_moment.ln_f.bias", "F32", []int{1}, make([]byte, 4)) }, "is none of its model's"},
		"a long name":         {func(f *foreign) { f.add("h."+strings.Repeat("9", 1<<20)+".attn.bias", "U8", []int{0}, nil) }, "its header would have"},
		"a mask without size": {func(f *foreign) { f.add("h.0.attn.bias", "U8", []int{1}, nil) }, ""},
	} {
		f := huggingFace(p, s, "")
		c.change(f)
		state, err := checkpoint.ImportModel(bytes.NewReader(f.bytes(t)), p)
		if c.says == "" {
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if !errors.Is(err, checkpoint.ErrFormat) || !strings.Contains(err.Error(), c.says) || state != nil {
			t.Errorf("%s: %v, want %q", name, err, c.says)
		}
		if err != nil && (strings.Contains(err.Error(), "\n") || len(err.Error()) > 300) {
			t.Errorf("%s: not one clear line: %q", name, err)
		}
	}
}

func TestImportRefusesBrokenFiles(t *testing.T) {
	p := lists()
	f := huggingFace(p, p.NewState(), "")
	x := f.of["l.weight"]
	x.shape = []int{2, 1, 2}
	f.of["l.weight"] = x
	file := f.bytes(t)
	if _, err := checkpoint.ImportModel(bytes.NewReader(file), p); err != nil {
		t.Fatal(err)
	}
	for n := range file {
		if _, err := checkpoint.ImportModel(bytes.NewReader(file[:n]), p); !errors.Is(err, checkpoint.ErrFormat) {
			t.Fatalf("%d of %d bytes: %v", n, len(file), err)
		}
	}
	head, data := split(t, file)
	for says, broken := range map[string][]byte{
		"bytes follow":     append(slices.Clone(file), 0),
		"not from 0 on":    join(strings.Replace(string(head), "[0,16]", "[4,20]", 1), data),
		"not from 16 on":   join(strings.Replace(string(head), "[16,40]", "[12,36]", 1), data),
		"header would":     append(binary.LittleEndian.AppendUint64(nil, 1<<40), file[8:]...),
		"no JSON object":   join("[]", data),
		"its header":       join(strings.Replace(string(head), "[16,40]", "[16,-1]", 1), data),
		"which isn't 16 b": join(strings.Replace(string(head), "[0,16]", "[0,18446744073709551615]", 1), data),
	} {
		if _, err := checkpoint.ImportModel(bytes.NewReader(broken), p); !errors.Is(err, checkpoint.ErrFormat) || !strings.Contains(err.Error(), says) {
			t.Errorf("%v, want %q", err, says)
		}
	}
}

// FuzzImport: a model that is accepted is exported to a file that gives the same state.
func FuzzImport(f *testing.F) {
	p := lists()
	p.Spec.Model = program.Model{Kind: program.ModelGPT, Layers: 1}
	for i := range p.StateLayout {
		for from, to := range map[string]string{"w.weight": "wte.weight", "l.weight": "wpe.weight"} {
			if p.StateLayout[i].Name == from {
				p.StateLayout[i].Name, p.StateLayout[i].Shape = to, program.MatrixOf(2, 3)
			}
		}
	}
	s := p.NewState()
	for _, prefix := range []string{"", "transformer."} {
		file := huggingFace(p, s, prefix)
		file.add("lm_head.weight", "F32", []int{2, 3}, make([]byte, 24))
		file.add("h.0.attn.bias", "U8", []int{1, 1, 2, 2}, make([]byte, 4))
		f.Add(file.bytes(f))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		s, err := checkpoint.ImportModel(bytes.NewReader(file), p)
		if err != nil {
			if !errors.Is(err, checkpoint.ErrFormat) || s != nil || strings.Contains(err.Error(), "\n") {
				t.Fatalf("%v", err)
			}
			return
		}
		var export bytes.Buffer
		if err := checkpoint.ExportModel(&export, p, s); err != nil {
			t.Fatal(err)
		}
		if back, err := checkpoint.ImportModel(&export, p); err != nil || !sameBits(s, back) {
			t.Fatalf("another state, %v", err)
		}
	})
}
