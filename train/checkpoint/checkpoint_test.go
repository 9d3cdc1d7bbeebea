package checkpoint_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/commonweight/commonweight/train/checkpoint"
	"github.com/commonweight/commonweight/train/program"
)

// tiny is the published run of a small GPT.
func tiny(t testing.TB) *program.Program {
	t.Helper()
	data, err := os.ReadFile("../../testdata/vectors/gpt-tiny.json")
	if err != nil {
		t.Fatal(err)
	}
	var run struct{ Spec json.RawMessage }
	if err := json.Unmarshal(data, &run); err != nil {
		t.Fatal(err)
	}
	spec, err := program.ParseSpec(run.Spec)
	if err != nil {
		t.Fatal(err)
	}
	p, err := program.Compile(spec)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// lists is a layout with the shapes that a GPT lacks; small, so that every byte can be tried.
func lists() *program.Program {
	matrix, list := program.MatrixOf(2, 3), program.ListOf(2, 1, 2)
	return &program.Program{
		Parameters: 2,
		StateLayout: []program.TensorSpec{
			{Name: "w.weight", Shape: matrix, Section: program.SectionParameter},
			{Name: "l.weight", Shape: list, Section: program.SectionParameter},
			{Name: "w.weight", Shape: matrix, Section: program.SectionFirstMoment},
			{Name: "w.weight", Shape: matrix, Section: program.SectionSecondMoment},
			{Name: "scalars", Shape: program.VectorOf(program.DTypeFloat32, 4), Section: program.SectionScalars},
			{Name: "clock", Shape: program.VectorOf(program.DTypeUint32, 1), Section: program.SectionClock},
		},
	}
}

// noisy fills a state with bit patterns of every sort: NaNs with payloads, −0, subnormals, infinities.
func noisy(p *program.Program) *program.State {
	s := p.NewState()
	x := uint32(1)
	for _, tensor := range s.Tensors {
		for i := range tensor {
			x = x*1664525 + 1013904223
			tensor[i] = math.Float32frombits(x)
		}
	}
	for i, bits := range []uint32{0x80000000, 1, 0x7f800000, 0xffc00001} {
		s.Tensors[0][i] = math.Float32frombits(bits)
	}
	s.Clock = 0xfedcba98
	return s
}

func written(t testing.TB, p *program.Program, s *program.State) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := checkpoint.Write(&file, p, s); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func sameBits(a, b *program.State) bool {
	return a.Clock == b.Clock && slices.EqualFunc(a.Tensors, b.Tensors, func(x, y []float32) bool {
		return slices.EqualFunc(x, y, func(u, v float32) bool { return math.Float32bits(u) == math.Float32bits(v) })
	})
}

func TestRoundTripKeepsEveryBit(t *testing.T) {
	for name, p := range map[string]*program.Program{"lists": lists(), "gpt": tiny(t)} {
		s := noisy(p)
		file := written(t, p, s)
		if !bytes.Equal(file, written(t, p, s.Clone())) {
			t.Errorf("%s: equal states have different bytes", name)
		}
		if int64(len(file)) > checkpoint.MaxBytes(p) {
			t.Errorf("%s: %d bytes, at most %d announced", name, len(file), checkpoint.MaxBytes(p))
		}
		for how, r := range map[string]io.Reader{"whole": bytes.NewReader(file), "piecewise": iotest.HalfReader(bytes.NewReader(file))} {
			back, err := checkpoint.Read(r, p)
			if err != nil || !sameBits(s, back) {
				t.Errorf("%s, %s: another state, %v", name, how, err)
			}
		}
	}
}

// The bytes themselves, once, so that files stay readable for later versions and for others.
func TestBytesAreFixed(t *testing.T) {
	p := lists()
	s := p.NewState()
	for i, tensor := range s.Tensors {
		for j := range tensor {
			tensor[j] = float32(10*i + j)
		}
	}
	s.Clock = 7
	const head = `{"__metadata__":{"commonweight":"checkpoint-1","format":"pt"},` +
		`"clock":{"dtype":"U32","shape":[1],"data_offsets":[0,4]},` +
		`"first_moment.w.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[4,28]},` +
		`"l.weight":{"dtype":"F32","shape":[2,1,2],"data_offsets":[28,44]},` +
		`"scalars":{"dtype":"F32","shape":[4],"data_offsets":[44,60]},` +
		`"second_moment.w.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[60,84]},` +
		`"w.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[84,108]}}`
	text := head + strings.Repeat(" ", -len(head)&7)
	want := append(binary.LittleEndian.AppendUint64(nil, uint64(len(text))), text...)
	want = binary.LittleEndian.AppendUint32(want, 7)
	for _, i := range []int{2, 1, 4, 3, 0} {
		for _, x := range s.Tensors[i] {
			want = binary.LittleEndian.AppendUint32(want, math.Float32bits(x))
		}
	}
	if got := written(t, p, s); !bytes.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestExport(t *testing.T) {
	p := tiny(t)
	s := noisy(p)
	var file bytes.Buffer
	if err := checkpoint.ExportModel(&file, p, s); err != nil {
		t.Fatal(err)
	}
	head, data := split(t, file.Bytes())
	var tensors map[string]struct {
		DType   string
		Shape   []int
		Offsets [2]int `json:"data_offsets"`
	}
	if err := json.Unmarshal(head, &tensors); err != nil {
		t.Fatal(err)
	}
	if len(tensors) != 1+p.Parameters {
		t.Errorf("%d tensors for %d parameters", len(tensors)-1, p.Parameters)
	}
	c := p.Spec.Model.Width
	if got := tensors["h.1.attn.c_attn.weight"]; !slices.Equal(got.Shape, []int{c, 3 * c}) || got.DType != "F32" {
		t.Errorf("c_attn: %+v", got)
	}
	for i, spec := range p.StateLayout[:p.Parameters] {
		at := tensors[spec.Name].Offsets
		for j, x := range s.Tensors[i] {
			if binary.LittleEndian.Uint32(data[at[0]+4*j:]) != math.Float32bits(x) {
				t.Fatalf("%s differs at word %d", spec.Name, j)
			}
		}
	}
	config, err := checkpoint.ModelConfig(p)
	if err != nil || !json.Valid(config) || !bytes.Contains(config, []byte(`"activation_function": "gelu_new"`)) {
		t.Errorf("%s, %v", config, err)
	}
	if _, err := checkpoint.ModelConfig(lists()); err == nil {
		t.Error("a program that is no GPT has GPT-2's configuration")
	}
}

func split(t testing.TB, file []byte) (head, data []byte) {
	t.Helper()
	n := binary.LittleEndian.Uint64(file)
	return file[8 : 8+n], file[8+n:]
}

func join(head string, data []byte) []byte {
	return append(append(binary.LittleEndian.AppendUint64(nil, uint64(len(head))), head...), data...)
}

// Other tools order tensors and spell JSON in their own ways; what counts is that every word has its one place.
func TestOtherOrdersAreRead(t *testing.T) {
	p := lists()
	s := noisy(p)
	_, data := split(t, written(t, p, s))
	// w.weight first, the others behind it.
	file := join(` {"w.weight": {"shape": [2,3], "data_offsets": [0,24], "dtype": "F32"},
		"second_moment.w.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[84,108]},
		"clock":{"dtype":"U32","shape":[1],"data_offsets":[24,28]},
		"first_moment.w.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[28,52]},
		"l.weight":{"dtype":"F32","shape":[2,1,2],"data_offsets":[52,68]},
		"scalars":{"dtype":"F32","shape":[4],"data_offsets":[68,84]}}   `,
		append(slices.Clone(data[84:]), data[:84]...))
	if back, err := checkpoint.Read(bytes.NewReader(file), p); err != nil || !sameBits(s, back) {
		t.Errorf("another state: %v", err)
	}
}

func TestBadFilesAreRefused(t *testing.T) {
	p := lists()
	file := written(t, p, noisy(p))
	head, data := split(t, file)
	swap := func(old, new string) []byte {
		if !bytes.Contains(head, []byte(old)) {
			t.Fatalf("%q isn't in the header", old)
		}
		return join(strings.Replace(string(head), old, new, 1), data)
	}
	var export bytes.Buffer
	if err := checkpoint.ExportModel(&export, p, noisy(p)); err != nil {
		t.Fatal(err)
	}
	huge := binary.LittleEndian.AppendUint64(nil, 1<<62)
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"empty":               {nil, "first 8 bytes"},
		"seven bytes":         {file[:7], "first 8 bytes"},
		"huge header":         {append(huge, file[8:]...), "its header would have 4611686018427387904 bytes, at most"},
		"header beyond":       {file[:40], "in the middle of its header"},
		"no header":           {join("", data), "no JSON object"},
		"not JSON":            {join("hello", data), "no JSON object"},
		"an array":            {join("[]", data), "no JSON object"},
		"half a header":       {join(string(head[:len(head)/2]), data), "its header"},
		"two headers":         {join(string(head)+"{}", data), "something follows"},
		"no tensors":          {join("{}", data), "is missing"},
		"exported model":      {export.Bytes(), "tensor clock is missing"},
		"a tensor renamed":    {swap(`"l.weight"`, `"x.weight"`), "tensor l.weight is missing"},
		"a tensor too many":   {swap(`"l.weight"`, `"x":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},"l.weight"`), `tensor "x" is none`},
		"a tensor twice":      {swap(`"clock"`, `"l.weight":{"dtype":"F32","shape":[2,1,2],"data_offsets":[28,44]},"clock"`), `tensor "l.weight" twice`},
		"metadata twice":      {swap(`"clock"`, `"__metadata__":{},"clock"`), "metadata twice"},
		"metadata of numbers": {swap(`"format":"pt"`, `"format":1`), "metadata"},
		"another type":        {swap(`"F32"`, `"F16"`), "is F16 [2 3], not F32 [2 3]"},
		"a float clock":       {swap(`"U32"`, `"F32"`), "tensor clock is F32 [1], not U32 [1]"},
		"another shape":       {swap(`[2,3]`, `[3,2]`), "is F32 [3 2], not F32 [2 3]"},
		"more dimensions":     {swap(`[2,3]`, `[1,2,3]`), "is F32 [1 2 3], not F32 [2 3]"},
		"a huge shape":        {swap(`[2,3]`, `[99999999999999999999,3]`), "its header"},
		"a negative offset":   {swap(`[0,4]`, `[-4,4]`), "its header"},
		"a fraction":          {swap(`[0,4]`, `[0.5,4]`), "its header"},
		"an unknown field":    {swap(`"dtype":"U32"`, `"dtype":"U32","eval":"x"`), "its header"},
		"overlap":             {swap(`[28,44]`, `[24,40]`), "lies at 24 to 40"},
		"hole":                {swap(`[28,44]`, `[32,48]`), "lies at 32 to 48, not 28 to 44"},
		"too long":            {swap(`[28,44]`, `[28,48]`), "lies at 28 to 48"},
		"backwards":           {swap(`[28,44]`, `[44,28]`), "lies at"},
		"a late start":        {swap(`[0,4]`, `[4,8]`), "lies at"},
		"an offset of 2⁶⁴−1":  {swap(`[28,44]`, `[28,18446744073709551615]`), "lies at 28"},
		"truncated":           {file[:len(file)-1], "in the middle of its tensor w.weight"},
		"no data":             {file[:len(file)-len(data)], "in the middle of its tensor clock"},
		"a byte too many":     {append(slices.Clone(file), 0), "bytes follow the last tensor"},
		"many bytes too many": {append(slices.Clone(file), make([]byte, 1<<20)...), "bytes follow the last tensor"},
		"a pickle":            {[]byte("\x80\x02}q\x00(X\x08\x00\x00\x00builtins"), "its header would have"},
	} {
		s, err := checkpoint.Read(bytes.NewReader(c.file), p)
		if !errors.Is(err, checkpoint.ErrFormat) || !strings.Contains(err.Error(), c.says) || s != nil {
			t.Errorf("%s: %v, want %q", name, err, c.says)
		}
		if err != nil && (strings.Contains(err.Error(), "\n") || len(err.Error()) > 300) {
			t.Errorf("%s: not one clear line: %q", name, err)
		}
	}
	// Any truncation at all.
	for n := range file {
		if _, err := checkpoint.Read(bytes.NewReader(file[:n]), p); !errors.Is(err, checkpoint.ErrFormat) {
			t.Fatalf("%d of %d bytes: %v", n, len(file), err)
		}
	}
}

func TestReaderErrorsPass(t *testing.T) {
	p, broken := lists(), errors.New("broken disk")
	file := written(t, p, noisy(p))
	for _, n := range []int{0, 5, 50, len(file) - 3, len(file)} {
		r := io.MultiReader(bytes.NewReader(file[:n]), iotest.ErrReader(broken))
		if _, err := checkpoint.Read(r, p); !errors.Is(err, broken) || errors.Is(err, checkpoint.ErrFormat) {
			t.Errorf("after %d bytes: %v", n, err)
		}
	}
}

// failing is a disk that is full after some bytes.
type failing struct{ room int }

var errFull = errors.New("disk full")

func (f *failing) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestWriteErrors(t *testing.T) {
	p := lists()
	for _, room := range []int{0, 10, len(written(t, p, p.NewState())) - 1} {
		if err := checkpoint.Write(&failing{room}, p, p.NewState()); !errors.Is(err, errFull) {
			t.Errorf("room for %d bytes: %v", room, err)
		}
	}
	s := p.NewState()
	s.Tensors[1] = s.Tensors[1][1:]
	if err := checkpoint.Write(io.Discard, p, s); !errors.Is(err, program.ErrState) {
		t.Errorf("a state of another shape: %v", err)
	}
}

func TestCheckGenesis(t *testing.T) {
	p := lists()
	s := p.NewState()
	set := func(bits uint32) error {
		s.Tensors[2][4] = math.Float32frombits(bits)
		return checkpoint.CheckGenesis(p, s)
	}
	for _, bits := range []uint32{0, 1 << 31, 1, 0x7f800000, 0xff800000, 0x7fc00000} {
		if err := set(bits); err != nil {
			t.Errorf("%#x: %v", bits, err)
		}
	}
	for _, bits := range []uint32{0x7fc00001, 0xffc00000, 0x7f800001, 0xffffffff, 0x7fffffff} {
		want := fmt.Sprintf("word 4 of tensor first_moment.w.weight is the NaN 0x%08x", bits)
		if err := set(bits); !errors.Is(err, checkpoint.ErrFormat) || !strings.Contains(err.Error(), want) {
			t.Errorf("%#x: %v", bits, err)
		}
	}
	s.Tensors = s.Tensors[1:]
	if err := checkpoint.CheckGenesis(p, s); !errors.Is(err, program.ErrState) {
		t.Errorf("a state of another shape: %v", err)
	}
}

// FuzzRead: whatever is read can be written and read again to the same bits, and nothing makes the reader fail in another way.
func FuzzRead(f *testing.F) {
	p := lists()
	file := written(f, p, noisy(p))
	f.Add(file)
	f.Add(file[:len(file)-1])
	f.Add([]byte("\x02\x00\x00\x00\x00\x00\x00\x00{}"))
	f.Fuzz(func(t *testing.T, file []byte) {
		s, err := checkpoint.Read(bytes.NewReader(file), p)
		if err != nil {
			if !errors.Is(err, checkpoint.ErrFormat) || s != nil || strings.Contains(err.Error(), "\n") {
				t.Fatalf("%v", err)
			}
			return
		}
		if int64(len(file)) > checkpoint.MaxBytes(p) {
			t.Fatalf("%d bytes accepted", len(file))
		}
		back, err := checkpoint.Read(bytes.NewReader(written(t, p, s)), p)
		if err != nil || !sameBits(s, back) {
			t.Fatalf("another state, %v", err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	p := tiny(b)
	file := written(b, p, noisy(p))
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		if _, err := checkpoint.Read(bytes.NewReader(file), p); err != nil {
			b.Fatal(err)
		}
	}
}
