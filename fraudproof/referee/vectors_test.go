package referee_test

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

var update = flag.Bool("update", false, "write the golden vectors again")

// hexBytes is 0x and two digits for each byte.
type hexBytes []byte

func (b hexBytes) MarshalText() ([]byte, error) { return []byte("0x" + hex.EncodeToString(b)), nil }
func (b *hexBytes) UnmarshalText(text []byte) (err error) {
	*b, err = hex.DecodeString(strings.TrimPrefix(string(text), "0x"))
	return err
}

const aboutVectors = "Micro-steps with their evidence: what the referee finds, and what it finds with one bit changed (flips). A result is Decided, " +
	"with a value, Invalid, or the name of an error. number is the operator's place in its step. Flips: of bytes, bit n is bit n mod 8 of byte " +
	"n div 8, of roots counted through all; of numbers, bit n. A bound field is changed before the binding is computed (of a valid concat or " +
	"state without roots); cut takes the last byte of the evidence away, more adds a zero byte. bounds are descriptors, one of bases with " +
	"words set to values, on either side of every bound of what is valid."

// stepVector is one micro-step with its evidence, what is found, and what is found with one bit flipped.
type stepVector struct {
	Name       string            `json:"name"`
	Descriptor hexBytes          `json:"descriptor"`
	Number     uint64            `json:"number"`
	Geometry   hexBytes          `json:"geometry"`
	References []referenceVector `json:"references"`
	Part       referenceVector   `json:"part"`
	Binding    hexBytes          `json:"binding"`
	Tile       uint64            `json:"tile"`
	Word       uint32            `json:"word"`
	Chunk      uint32            `json:"chunk"`
	Block      uint32            `json:"block"`
	Before     hexBytes          `json:"before"`
	Roots      []hexBytes        `json:"roots"`
	Evidence   hexBytes          `json:"evidence"`
	Result     string            `json:"result"`
	Value      hexBytes          `json:"value"`
	Flips      []flip            `json:"flips"`
}

type referenceVector struct {
	Source referee.Source `json:"source"`
	Index  uint32         `json:"index"`
}

// flip is the same with one bit of one field changed.
type flip struct {
	Field  string   `json:"field"`
	Bit    uint32   `json:"bit"`
	Result string   `json:"result"`
	Value  hexBytes `json:"value"`
}

// baseVector is a valid descriptor, boundVector one with some of its words changed.
type baseVector struct {
	Name       string   `json:"name"`
	Descriptor hexBytes `json:"descriptor"`
}

type boundVector struct {
	Name   string   `json:"name"`
	Base   int      `json:"base"`
	Valid  bool     `json:"valid"`
	Words  []int    `json:"words"`
	Values []uint32 `json:"values"`
}

// The fields a flip may name. Of bytes, bit n is bit n mod 8, from the lowest, of byte n div 8; of numbers, bit n. The bound fields are
// flipped before the binding is computed, as a dishonest program or trace would have them; cut and more change the evidence's length.
var flipFields = []string{
	"descriptor", "bound descriptor", "roots", "bound roots", "evidence", "binding", "tile", "word", "chunk", "block", "before", "cut", "more",
}

// prover are the fields that come from whoever proves: no bit of them may change without effect.
var prover = []string{"descriptor", "roots", "bound roots", "evidence", "binding", "cut", "more"}

func (v *stepVector) step() referee.MicroStep {
	return referee.MicroStep{
		Binding: merkle.Hash(v.Binding), Tile: v.Tile, Word: v.Word, Chunk: v.Chunk, Block: v.Block, Before: [32]byte(v.Before),
	}
}

// decide returns the verdict's or the error's name.
func (v *stepVector) decide() (string, hexBytes) {
	var roots []merkle.Hash
	for _, r := range v.Roots {
		roots = append(roots, merkle.Hash(r))
	}
	result, err := referee.Decide(merkle.SHA256, v.step(), (*[referee.DescriptorBytes]byte)(v.Descriptor), roots, v.Evidence)
	if err != nil {
		return referee.ErrorName(err), hexBytes{}
	}
	if result.Verdict != referee.VerdictDecided {
		return result.Verdict.String(), hexBytes{}
	}
	return result.Verdict.String(), result.Value[:]
}

// flipped returns a copy with that bit flipped.
func (v *stepVector) flipped(f flip) *stepVector {
	c := *v
	bits := func(b hexBytes) hexBytes {
		b = slices.Clone(b)
		b[f.Bit/8] ^= 1 << (f.Bit % 8)
		return b
	}
	roots := func() {
		c.Roots = slices.Clone(c.Roots)
		i := f.Bit / 256
		flipped := slices.Clone(c.Roots[i])
		flipped[f.Bit%256/8] ^= 1 << (f.Bit % 8)
		c.Roots[i] = flipped
	}
	switch f.Field {
	case "descriptor":
		c.Descriptor = bits(c.Descriptor)
	case "bound descriptor":
		c.Descriptor = bits(c.Descriptor)
		c.bind()
	case "roots":
		roots()
	case "bound roots":
		roots()
		c.bind()
	case "evidence":
		c.Evidence = bits(c.Evidence)
	case "binding":
		c.Binding = bits(c.Binding)
	case "tile":
		c.Tile ^= 1 << f.Bit
	case "word":
		c.Word ^= 1 << f.Bit
	case "chunk":
		c.Chunk ^= 1 << f.Bit
	case "block":
		c.Block ^= 1 << f.Bit
	case "before":
		c.Before = bits(c.Before)
	case "cut":
		c.Evidence = c.Evidence[:len(c.Evidence)-1]
	case "more":
		c.Evidence = append(slices.Clone(c.Evidence), 0)
	default:
		panic(f.Field)
	}
	return &c
}

// bind makes the binding that a match would have of descriptor and roots: of concat and state, of no roots.
func (v *stepVector) bind() {
	descriptor := (*[referee.DescriptorBytes]byte)(v.Descriptor)
	var roots []merkle.Hash
	if geometry, _ := referee.Describe(descriptor, math.MaxUint32); !geometry.Late {
		for _, r := range v.Roots {
			roots = append(roots, merkle.Hash(r))
		}
	}
	binding := referee.Binding(descriptor, roots)
	v.Binding = binding[:]
}

// maker collects vectors.
type maker struct {
	t      *testing.T
	random *rand.Rand
	cases  []stepVector
}

// add makes the vector of a step of an operator.
func (m *maker) add(n *node, step referee.MicroStep) {
	m.t.Helper()
	v := stepVector{
		Name:       fmt.Sprintf("%s: tile %d, word %d, chunk %d, block %d", n.name, step.Tile, step.Word, step.Chunk, step.Block),
		Descriptor: n.descriptor[:], Number: math.MaxUint32,
		Tile: step.Tile, Word: step.Word, Chunk: step.Chunk, Block: step.Block, Before: make([]byte, 32),
	}
	var partial []uint32
	geometry, _ := referee.Describe(&n.descriptor, math.MaxUint32)
	if step.Block > 0 {
		blocks, err := referee.Blocks(&n.descriptor, step.Tile, step.Word, step.Chunk, n)
		if err != nil {
			m.t.Fatal(err)
		}
		size := geometry.PartialWords()
		partial = blocks[(int(step.Block)-1)*size:][:size]
		step.Before = referee.Digest(partial)
		v.Before = step.Before[:]
	}
	bound, roots := n.roots(step.Tile, step.Word)
	binding := referee.Binding(&n.descriptor, bound)
	v.Binding = binding[:]
	for _, r := range roots {
		v.Roots = append(v.Roots, r[:])
	}
	evidence, err := referee.Evidence(step, &n.descriptor, partial, n)
	if err != nil {
		m.t.Fatalf("%s: %v", v.Name, err)
	}
	v.Evidence = evidence
	m.finish(v)
}

// finish adds what is found.
func (m *maker) finish(v stepVector) {
	descriptor := (*[referee.DescriptorBytes]byte)(v.Descriptor)
	geometry, references := referee.Describe(descriptor, v.Number)
	packed := geometry.Pack()
	v.Geometry = packed[:]
	v.References = []referenceVector{}
	for _, r := range references {
		v.References = append(v.References, referenceVector(r))
	}
	v.Part = referenceVector(referee.Part(descriptor, v.Tile, v.Word))
	v.Result, v.Value = v.decide()
	if v.Roots == nil {
		v.Roots = []hexBytes{}
	}
	v.Flips = []flip{}
	widths := map[string]int{
		"descriptor": 8 * len(v.Descriptor), "roots": 256 * len(v.Roots), "bound roots": 256 * len(v.Roots), "evidence": 8 * len(v.Evidence),
		"binding": 256, "tile": 64, "word": 32, "chunk": 32, "block": 32, "before": 256, "cut": min(1, len(v.Evidence)), "more": 1,
	}
	for _, field := range flipFields {
		width := widths[field]
		switch {
		case v.Result == "Invalid" || width == 0 && field != "bound descriptor":
		case field == "bound descriptor":
			m.bound(&v)
		case field == "tile" || field == "word" || field == "chunk" || field == "block": // low bits are more often in range
			m.flip(&v, field, min(m.random.IntN(width), m.random.IntN(width), m.random.IntN(width), m.random.IntN(width)))
		default:
			m.flip(&v, field, m.random.IntN(width))
		}
	}
	m.cases = append(m.cases, v)
}

// bound flips bits of words of the descriptor that are in use, and low bits of any.
func (m *maker) bound(v *stepVector) {
	words := referee.Words(v.Descriptor)
	for range 3 {
		word := m.random.IntN(len(words))
		for words[word] == 0 && m.random.IntN(64) != 0 {
			word = m.random.IntN(len(words))
		}
		bit := m.random.IntN(8)
		if m.random.IntN(4) == 0 {
			bit = m.random.IntN(32)
		}
		m.flip(v, "bound descriptor", 32*word+bit)
	}
}

func (m *maker) flip(v *stepVector, field string, bit int) {
	f := flip{Field: field, Bit: uint32(bit)}
	f.Result, f.Value = v.flipped(f).decide()
	v.Flips = append(v.Flips, f)
}

// steps adds steps of an operator: of its first word, of one inside, of one of padding; of reductions the blocks beside every border.
func (m *maker) steps(n *node, most int) {
	m.t.Helper()
	geometry, _ := referee.Describe(&n.descriptor, math.MaxUint32)
	if geometry.Leaf == 0 {
		m.t.Fatalf("%s is invalid", n.name)
	}
	tiles := int(geometry.Leaves())
	last := uint64(tiles - 1)
	inside := [2]uint64{m.random.Uint64N(uint64(tiles)), m.random.Uint64N(256)}
	for geometry.Terms != 0 && geometry.IsZero(inside[0], uint32(inside[1])) || geometry.Terms == 0 && !within(geometry, inside) {
		inside = [2]uint64{m.random.Uint64N(uint64(tiles)), m.random.Uint64N(256)}
	}
	places := [][2]uint64{inside}
	for word := uint32(255); word > 0; word -= 5 { // a word of padding, or above the diagonal
		if geometry.IsZero(last, word) {
			places = append(places, [2]uint64{last, uint64(word)})
			break
		}
	}
	if geometry.Causal {
		places = append(places, [2]uint64{0, 3})
	}
	for _, place := range places[:min(most, len(places))] {
		step := referee.MicroStep{Tile: place[0], Word: uint32(place[1])}
		if geometry.Way(step.Tile, step.Word) == referee.WayLeaf {
			m.add(n, step)
			continue
		}
		seen := map[[2]uint32]bool{}
		for _, q := range []uint32{0, geometry.Chunks() - 1} {
			for _, b := range []uint32{0, geometry.Blocks(q) - 1} {
				if !seen[[2]uint32{q, b}] {
					seen[[2]uint32{q, b}] = true
					step.Chunk, step.Block = q, b
					m.add(n, step)
				}
			}
		}
	}
}

func within(g referee.Geometry, place [2]uint64) bool {
	_, _, inside := g.Place(place[0], uint32(place[1]))
	return inside
}

// invalid adds a descriptor that is outside the set: a valid one with one word changed.
func (m *maker) invalid(n *node, what string, word int, value uint32) {
	m.t.Helper()
	v := stepVector{Name: "invalid: " + what, Descriptor: slices.Clone(n.descriptor[:]), Number: math.MaxUint32, Before: make([]byte, 32)}
	binary.LittleEndian.PutUint32(v.Descriptor[4*word:], value)
	v.bind()
	m.finish(v)
	if made := m.cases[len(m.cases)-1]; made.Result != "Invalid" {
		m.t.Errorf("%s: %s", v.Name, made.Result)
	}
}

func marshal(t *testing.T, v any) []byte {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestVectors(t *testing.T) {
	const seed = 20
	m := &maker{t: t, random: rand.New(rand.NewPCG(seed, 0))}
	m.operatorCases()
	m.gpt()
	m.borders()
	text := bytes.NewBufferString("{")
	for _, head := range []struct {
		key   string
		value any
	}{{"schema", "commonweight/referee/1"}, {"about", aboutVectors}, {"seed", seed}} {
		fmt.Fprintf(text, "\n%q: %s,", head.key, marshal(t, head.value))
	}
	text.WriteString("\n\"cases\": [")
	for i, c := range m.cases { // a line each
		fmt.Fprintf(text, "%s\n%s", strings.Repeat(",", min(i, 1)), marshal(t, c))
	}
	text.WriteString("\n],\n\"bases\": [")
	made := bases()
	names := slices.Sorted(maps.Keys(made))
	for i, name := range names {
		o := made[name]
		descriptor := o.Descriptor()
		fmt.Fprintf(text, "%s\n%s", strings.Repeat(",", min(i, 1)), marshal(t, baseVector{name, descriptor[:]}))
	}
	text.WriteString("\n],\n\"bounds\": [")
	for i, b := range bounds {
		v := boundVector{Name: b.of + ", " + b.what, Base: slices.Index(names, b.of), Valid: b.valid, Words: slices.Sorted(maps.Keys(b.changes)), Values: []uint32{}}
		for _, word := range v.Words {
			v.Values = append(v.Values, b.changes[word])
		}
		if v.Words == nil {
			v.Words = []int{}
		}
		fmt.Fprintf(text, "%s\n%s", strings.Repeat(",", min(i, 1)), marshal(t, v))
	}
	text.WriteString("\n]}\n")
	path := vectors + "/referee.json"
	if *update {
		if err := os.WriteFile(path, text.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	committed, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(committed, text.Bytes()) {
		t.Error("referee.json differs from what its generator makes: a change of a verdict, or run go generate")
	}
	counts := map[string]int{}
	for _, c := range m.cases {
		counts[c.Result]++
		for _, f := range c.Flips {
			counts["flipped: "+f.Result]++
			if f.Result == "Decided" && bytes.Equal(f.Value, c.Value) && len(c.Evidence) > 0 && slices.Contains(prover, f.Field) {
				t.Errorf("%s: bit %d of %s changes nothing", c.Name, f.Bit, f.Field)
			}
		}
	}
	for _, want := range []string{
		"Decided", "Invalid", "flipped: Decided", "flipped: Invalid", "flipped: WrongBinding", "flipped: WrongLength", "flipped: WrongOpening",
		"flipped: WrongPredecessor", "flipped: NoSuchStep",
	} {
		if counts[want] == 0 {
			t.Errorf("no vector is %s", want)
		}
	}
	t.Logf("%d vectors, %d bytes: %v", len(m.cases), text.Len(), counts)
}

// operatorCases are steps of each operator and mode of operators.json, and what makes each of their descriptors invalid.
func (m *maker) operatorCases() {
	var file struct{ Cases []operatorCase }
	readJSON(m.t, "operators.json", &file)
	seen := map[string]int{}
	for i := range file.Cases {
		c := &file.Cases[i]
		key := c.Operator + " " + c.Mode
		if c.Operator == "map" {
			key = c.Name
		}
		special := strings.Contains(c.Name, "heads") || strings.Contains(c.Name, "two chunks") || c.Operator == "load_batch"
		if len(c.Operands) > 3 && c.Operator == "map" || seen[key] >= 1 && !special {
			continue
		}
		seen[key]++
		n := c.node(m.t)
		m.steps(n, 1+2*m.random.IntN(2))
		if seen[key] == 1 && c.Operator != "map" {
			m.mistakes(n, key)
		}
	}
}

// mistakes are descriptors with one wrong word.
func (m *maker) mistakes(n *node, key string) {
	for _, mistake := range []struct {
		what        string
		word, value int
	}{
		{"opcode 13", program.WordOpcode, 13},
		{"opcode 257", program.WordOpcode, 257},
		{"mode 0", program.WordMode, 0},
		{"no columns", program.WordW, 0},
		{"source 257", program.FirstOperandWord + program.OperandSource, 257},
		{"role 0", program.FirstOperandWord + program.OperandRole, 0},
		{"17 operands", program.WordOperandCount, 17},
		{"a part of no matrix", program.FirstOperandWord + program.OperandG1, 0},
	} {
		if m.random.IntN(5) == 0 {
			m.invalid(n, key+": "+mistake.what, mistake.word, uint32(mistake.value))
		}
	}
}

// gpt are steps of operators of the tiny GPT, `state` among them.
func (m *maker) gpt() {
	p, payload := tinyGPT(m.t)
	s := p.Genesis()
	s.Clock = 3
	all := nodes(m.t, p, s, payload)
	wanted := []string{
		"batch.x", "embed.position", "embed.token", "h.0.attn.qkv", "h.0.attn.scores", "h.0.attn.max", "h.0.attn.out", "h.1.mlp.gelu.back",
		"h.1.attn.qkv.back", "h.1.attn.v.back", "wte.weight.grad.embed", "wpe.weight.grad", "loss.target", "logits.grad", "wte.weight",
		"wte.weight.grad.sqsum", "norm.tiles", "record", "scalars", "clock", "lr",
	}
	for i, n := range all {
		at := slices.Index(wanted, p.Operators[i].Name)
		if at < 0 {
			continue
		}
		wanted = slices.Delete(wanted, at, at+1)
		n.name = "gpt-tiny, operator " + n.name
		m.steps(n, 1)
	}
	if len(wanted) > 0 {
		m.t.Errorf("no operators %v", wanted)
	}
	last := len(p.Operators) - 1
	state := stepVector{Name: "gpt-tiny, state", Number: uint64(last), Before: make([]byte, 32), Tile: 40}
	descriptor := p.Operators[last].Descriptor()
	state.Descriptor = descriptor[:]
	root := merkle.HashEntry(merkle.Hash{1})
	state.Roots = []hexBytes{root[:]}
	state.bind()
	m.finish(state)
	state.Name, state.Number = "gpt-tiny, state as one of its own operands", uint64(last)-1
	m.finish(state)
}

// borders are reductions of 511, 512 and 513 terms, of 16 and 17, and of none.
func (m *maker) borders() {
	word := func() uint32 { return m.random.Uint32()&0x807fffff | uint32(119+m.random.IntN(17))<<23 }
	floats := func(n int) []float32 {
		f := make([]float32, n)
		for i := range f {
			f[i] = math.Float32frombits(word())
		}
		return f
	}
	for _, k := range []int{15, 16, 17, 511, 512, 513, 1025} {
		x, y, out := floats(2*k), floats(2*k), make([]float32, 2)
		numeric.RowDot(out, x, y, 2, k)
		rows := operatorCase{
			Name: fmt.Sprintf("%d terms in lanes", k), Operator: "row_reduce", Mode: "dot",
			Operands: []caseTensor{{Role: "x", Shape: [3]int{1, 2, k}, Words: bitsOf(x)}, {Role: "y", Shape: [3]int{1, 2, k}, Words: bitsOf(y)}},
			Result:   caseTensor{Vector: true, Shape: [3]int{1, 1, 2}, Words: bitsOf(out)},
		}
		n := rows.node(m.t)
		n.check(m.t, 0, 1)
		m.steps(n, 1)

		product := make([]float32, 4)
		numeric.Matmul(numeric.Matrix(product, 2, 2), numeric.Matrix(x, 2, k), numeric.Matrix(y, 2, k), numeric.NT, false)
		chain := operatorCase{
			Name: fmt.Sprintf("%d terms in a chain", k), Operator: "matmul", Mode: "nt",
			Operands: []caseTensor{{Role: "a", Shape: [3]int{1, 2, k}, Words: bitsOf(x)}, {Role: "b", Shape: [3]int{1, 2, k}, Words: bitsOf(y)}},
			Result:   caseTensor{Shape: [3]int{1, 2, 2}, Words: bitsOf(product)},
		}
		n = chain.node(m.t)
		n.check(m.t, 0, 17)
		m.steps(n, 1)
	}
	none := operatorCase{
		Name: "no terms", Operator: "matmul", Mode: "nn",
		Operands: []caseTensor{{Role: "a", Shape: [3]int{1, 2, 0}}, {Role: "b", Shape: [3]int{1, 0, 3}}},
		Result:   caseTensor{Shape: [3]int{1, 2, 3}, Words: make([]uint32, 6)},
	}
	n := none.node(m.t)
	n.check(m.t, 0, 1)
	m.steps(n, 1)
}
