package referee_test

import (
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/train/engine/portable"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

const vectors = "../../testdata/vectors"

// tensor is an operand or an output with its tree.
type tensor struct {
	shape   program.Shape
	words   []uint32
	dataset bool
	tree    *merkle.Tree
}

func (x *tensor) list() merkle.List {
	switch {
	case x.dataset:
		return merkle.Dataset(referee.PutWords(x.words))
	case x.shape.Vector:
		return merkle.Vector(x.words)
	default:
		return merkle.Matrix(x.words, x.shape.G, x.shape.R, x.shape.W)
	}
}

func (x *tensor) open() *merkle.Tree {
	if x.tree == nil {
		x.tree = x.list().Tree()
	}
	return x.tree
}

func (x *tensor) tile(i uint64) (tile [merkle.LeafSize]byte) {
	if x.dataset || x.shape.Vector {
		return merkle.VectorTile(x.words, int(i))
	}
	return merkle.MatrixTile(x.words, x.shape.G, x.shape.R, x.shape.W, int(i))
}

// node is an operator with its operands and its output.
type node struct {
	name       string
	descriptor [referee.DescriptorBytes]byte
	operands   []*tensor
	out        *tensor
}

func (n *node) Tile(operand int, index uint64) (*[merkle.LeafSize]byte, error) {
	tile := n.operands[operand].tile(index)
	return &tile, nil
}

func (n *node) Path(operand int, index uint64) ([]merkle.Hash, error) {
	return n.operands[operand].open().Open(int(index)), nil
}

func bitsOf(f []float32) []uint32 {
	w := make([]uint32, len(f))
	for i, x := range f {
		w[i] = math.Float32bits(x)
	}
	return w
}

// pad is the words of a payload, the last one filled with zero bytes.
func pad(payload []byte) []uint32 {
	return referee.Words(append(slices.Clone(payload), make([]byte, (4-len(payload)%4)%4)...))
}

// nodes runs a step on the portable engine and returns every operator but `state`, and the outputs by operator.
func nodes(t testing.TB, p *program.Program, s *program.State, payload []byte) (all []*node) {
	t.Helper()
	pre := s.Clone()
	e, err := portable.New(p, payload)
	if err != nil {
		t.Fatal(err)
	}
	outputs := make([]*tensor, len(p.Operators))
	done := errors.New("enough")
	err = e.Trace(t.Context(), s, func(i int, words []uint32) error {
		outputs[i] = &tensor{shape: p.Operators[i].Out, words: words}
		if i == len(p.Operators)-1 {
			return done
		}
		return nil
	})
	if !errors.Is(err, done) {
		t.Fatal(err)
	}
	before := make([]*tensor, len(p.StateLayout))
	for i, spec := range p.StateLayout[:len(before)-1] {
		before[i] = &tensor{shape: spec.Shape, words: bitsOf(pre.Tensors[i])}
	}
	before[len(before)-1] = &tensor{shape: program.VectorOf(program.DTypeUint32, 1), words: []uint32{pre.Clock}}
	constants := map[int]*tensor{
		int(program.ConstantDataset):       {dataset: true, words: pad(payload)},
		int(program.ConstantLearningRates): {shape: program.VectorOf(program.DTypeFloat32, len(p.LearningRates)), words: bitsOf(p.LearningRates)},
	}
	for i, o := range p.Operators[:len(p.Operators)-1] {
		n := &node{name: fmt.Sprintf("%d %s (%s %s)", i, o.Name, o.Code, o.Mode), descriptor: o.Descriptor(), out: outputs[i]}
		for _, x := range o.Operands {
			from := map[program.Source]*tensor{}
			switch x.Source {
			case program.SourceTrace:
				from[x.Source] = outputs[x.Index]
			case program.SourcePreState:
				from[x.Source] = before[x.Index]
			default:
				from[x.Source] = constants[x.Index]
			}
			n.operands = append(n.operands, from[x.Source])
		}
		all = append(all, n)
	}
	return all
}

// tinyGPT is the published run of a small GPT.
func tinyGPT(t testing.TB) (*program.Program, []byte) {
	t.Helper()
	var run struct {
		Spec    json.RawMessage
		Payload string
	}
	readJSON(t, "gpt-tiny.json", &run)
	spec, err := program.ParseSpec(run.Spec)
	if err != nil {
		t.Fatal(err)
	}
	p, err := program.Compile(spec)
	if err != nil {
		t.Fatal(err)
	}
	payload, err := hex.DecodeString(strings.TrimPrefix(run.Payload, "0x"))
	if err != nil {
		t.Fatal(err)
	}
	return p, payload
}

func readJSON(t testing.TB, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(vectors + "/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

// classifier is an MLP on random records whose sizes are multiples of nothing; its batch is longer than a chunk.
func classifier(t testing.TB, optimiser program.Optimiser, activation string) (*program.Program, []byte) {
	t.Helper()
	var payload []byte
	for i := range uint64(700 * 6) {
		word := uint32(i*2654435761)&0x807fffff | uint32(120+i%11)<<23
		if i%6 == 5 {
			word = uint32(i) % 5
		}
		payload = binary.LittleEndian.AppendUint32(payload, word)
	}
	binary.LittleEndian.PutUint32(payload[24:], 0xffc00001) // a NaN among the features
	tiny, _ := tinyGPT(t)
	s := tiny.Spec
	s.Name, s.Batch = "records", 529
	s.Model = program.Model{Kind: program.ModelMLP, Features: 5, Hidden: []int{19}, Classes: 5, Activation: activation}
	s.Dataset = program.Dataset{Kind: program.DatasetTabular, CID: s.Dataset.CID, Bytes: len(payload)}
	s.Optimiser = optimiser
	p, err := program.Compile(s)
	if err != nil {
		t.Fatal(err)
	}
	return p, payload
}

// hexWords is eight digits for each word.
type hexWords []uint32

func (w *hexWords) UnmarshalText(text []byte) error {
	digits := strings.TrimPrefix(string(text), "0x")
	for ; len(digits) >= 8; digits = digits[8:] {
		word, err := strconv.ParseUint(digits[:8], 16, 32)
		if err != nil {
			return err
		}
		*w = append(*w, uint32(word))
	}
	return nil
}

// operatorCase is a case of testdata/vectors/operators.json.
type operatorCase struct {
	Name, Operator, Mode    string
	Attributes              map[string]uint64
	Constants, Instructions hexWords
	Payload                 string
	Operands                []caseTensor
	Result                  caseTensor
}

type caseTensor struct {
	Role   string
	Vector bool
	Shape  [3]int
	View   *struct{ Col0, G0, G1, R, W int }
	Words  hexWords
}

func (x caseTensor) shape() program.Shape {
	if x.Vector {
		return program.VectorOf(program.DTypeFloat32, x.Shape[2])
	}
	return program.ListOf(x.Shape[0], x.Shape[1], x.Shape[2])
}

func (x caseTensor) view() program.ViewSpec {
	if v := x.View; v != nil {
		return program.ViewSpec{Stride: x.Shape[2], Col0: v.Col0, G0: v.G0, G1: v.G1, R: v.R, W: v.W}
	}
	return x.shape().Whole()
}

// code finds the code of a name.
func code[T interface {
	~uint8
	String() string
}](t testing.TB, name string) T {
	t.Helper()
	for c := T(1); c < 100; c++ {
		if c.String() == name {
			return c
		}
	}
	t.Fatalf("no code %q", name)
	return 0
}

var attributes = map[string]int{
	"matmul.causal": program.AttributeMatmulCausal, "scatter_add.modulus": program.AttributeScatterAddModulus,
	"gather.modulus": program.AttributeGatherModulus, "gather.last": program.AttributeGatherLast,
	"load_batch.batch": program.AttributeLoadBatchBatch, "load_batch.length": program.AttributeLoadBatchLength,
	"load_batch.stride": program.AttributeLoadBatchStride, "load_batch.seed": program.AttributeLoadBatchSeedLow,
	"load_batch.vocabulary": program.AttributeLoadBatchVocabulary, "load_batch.token_bytes": program.AttributeLoadBatchTokenBytes,
	"load_batch.features": program.AttributeLoadBatchFeatures,
}

// node makes a case an operator whose operands are tensors of the state before it.
func (c *operatorCase) node(t testing.TB) *node {
	t.Helper()
	o := program.Operator{
		Code: code[program.Opcode](t, c.Operator), Mode: code[program.Mode](t, c.Mode),
		Out: c.Result.shape(), OutView: c.Result.view(),
	}
	for _, w := range c.Constants {
		o.Constants = append(o.Constants, math.Float32frombits(w))
	}
	for name, value := range c.Attributes {
		at, ok := attributes[c.Operator+"."+name]
		if !ok {
			t.Fatalf("attribute %s", name)
		}
		o.Attributes[at] = uint32(value)
	}
	for _, w := range c.Instructions {
		o.Instructions = append(o.Instructions, numeric.Instruction{Op: numeric.MapOp(w), A: uint8(w >> 8), B: uint8(w >> 16), C: uint8(w >> 24)})
	}
	n := &node{name: c.Name}
	start := 0
	for i, x := range c.Operands {
		if o.Code == program.OpConcat {
			o.Attributes[program.AttributeConcatStart+i] = uint32(start)
			start += x.Shape[2]
		}
		o.Operands = append(o.Operands, program.Operand{
			Source: program.SourcePreState, Index: i, Role: code[program.Role](t, x.Role), Shape: x.shape(), View: x.view(),
		})
		n.operands = append(n.operands, &tensor{shape: x.shape(), words: x.Words})
	}
	if o.Code == program.OpLoadBatch {
		c.dataset(t, &o, n)
	}
	if o.Code == program.OpTick || o.Code == program.OpLoadBatch && o.Mode != program.ModeFeatures {
		o.Out.DType = program.DTypeUint32
	}
	n.descriptor, n.out = o.Descriptor(), &tensor{shape: o.Out, words: c.Result.Words}
	return n
}

// dataset puts the payload in front of the clock.
func (c *operatorCase) dataset(t testing.TB, o *program.Operator, n *node) {
	payload, err := hex.DecodeString(c.Payload)
	if err != nil {
		t.Fatal(err)
	}
	words := pad(payload)
	whole := program.VectorOf(program.DTypeUint32, len(words))
	o.Operands = slices.Insert(o.Operands, 0, program.Operand{
		Source: program.SourceConstant, Index: int(program.ConstantDataset), Role: program.RoleDataset, Shape: whole, View: whole.Whole(),
	})
	n.operands = slices.Insert(n.operands, 0, &tensor{dataset: true, words: words})
	samples := numeric.Records{Features: int(c.Attributes["features"])}.Samples(payload)
	if size := int(c.Attributes["token_bytes"]); size > 0 {
		samples = numeric.Tokens{Length: int(c.Attributes["length"]), Stride: int(c.Attributes["stride"]), TokenBytes: size}.Samples(payload)
	}
	o.Attributes[program.AttributeLoadBatchSamplesLow] = uint32(samples)
	o.Attributes[program.AttributeLoadBatchSamplesHigh] = uint32(samples >> 32)
}
