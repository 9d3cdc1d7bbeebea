package numeric

import (
	"encoding/hex"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

type operatorFile struct {
	file
	Cases []opCase `json:"cases"`
}

func mustHex(s string) []byte {
	b, err := hex.DecodeString(s)
	if err != nil {
		panic(err)
	}
	return b
}

var readOperators = sync.OnceValues(func() (f operatorFile, err error) {
	text, err := os.ReadFile(filepath.Join(vectorFolder, "operators.json"))
	if err == nil {
		err = json.Unmarshal(text, &f)
	}
	return f, err
})

// committedOperators returns the operator vectors as they lie in the repository.
func committedOperators(t *testing.T) operatorFile {
	t.Helper()
	f, err := readOperators()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestVectorsOfOperators(t *testing.T) {
	made := makeOperators()
	for _, c := range vectorFile(t, "operators.json", made).Cases {
		sameBits(t, c.Name, c.run().floats(), c.Result.Words.floats())
		if c.reduction() {
			sameBits(t, c.Name+", element by element", profile.run(&c).floats(), c.Result.Words.floats())
		}
	}
}

// maker collects cases; each is named by its operator, its shape and what its words are.
type maker struct {
	*stream
	cases []opCase
}

func makeOperators() operatorFile {
	const seed = 7
	m := &maker{stream: newStream(seed)}
	m.matmuls()
	m.reductions()
	m.maps()
	m.copies()
	m.batches()
	return operatorFile{file{"commonweight/operators/1", "one operator each: operands, attributes and the result's words", seed}, m.cases}
}

// add computes the result and keeps the case.
func (m *maker) add(c opCase) {
	c.Result.Words = c.run()
	m.cases = append(m.cases, c)
}

func matrix(role string, g, r, w int, words words) tensor {
	return tensor{Role: role, Shape: [3]int{g, r, w}, Words: words}
}

func vector(role string, words words) tensor {
	return tensor{Role: role, Vector: true, Shape: [3]int{1, 1, len(words)}, Words: words}
}

// result is a tensor without words: a vector if rows is 0.
func result(g, r, w int) tensor {
	if r == 0 {
		return tensor{Vector: true, Shape: [3]int{1, 1, w}}
	}
	return tensor{Shape: [3]int{g, r, w}}
}

// near numbers lie in [1, 2), where every rounding shows in the sum.
func near(s *stream) uint32 { return s.word()&0x7fffff | one }

func subnormal(s *stream) uint32 { return s.word() & (signBit | 0x7fffff) }

// negative returns the words with their signs set.
func negative(w words) words {
	for i := range w {
		w[i] |= signBit
	}
	return w
}

// one is 1.0, order three words whose sum tells the order of the additions.
const one = 0x3f800000

var order = words{0x4b800000, one, 0xcb800000} // 2²⁴, 1, −2²⁴

// ones returns n times 1.0.
func ones(n int) words {
	w := make(words, n)
	for i := range w {
		w[i] = one
	}
	return w
}

// repeated returns n words, the pattern again and again.
func repeated(pattern words, n int) words {
	w := make(words, n)
	for i := range w {
		w[i] = pattern[i%len(pattern)]
	}
	return w
}

func (m *maker) matmuls() {
	for _, mode := range []string{"nn", "nt", "tn"} {
		product := func(name string, rows, k, columns int, a, b words, causal uint64) {
			left, right := matrix("a", 1, rows, k, a), matrix("b", 1, k, columns, b)
			if mode == "tn" {
				left.Shape = [3]int{1, k, rows}
			}
			if mode == "nt" {
				right.Shape = [3]int{1, columns, k}
			}
			m.add(opCase{Name: "matmul " + mode + " " + name, Operator: "matmul", Mode: mode, Attributes: map[string]uint64{"causal": causal},
				Operands: []tensor{left, right}, Result: result(1, rows, columns)})
		}
		product("one term", 1, 1, 1, m.words(1, ordinary), m.words(1, ordinary), 0)
		product("ragged, adversarial", 3, 17, 5, m.words(51, adversarial), m.words(85, adversarial), 0)
		product("whole tiles", 16, 16, 16, m.words(256, ordinary), m.words(256, ordinary), 0)
		product("one chunk and a term", 2, 513, 3, m.words(2*513, ordinary), m.words(3*513, ordinary), 0)
		product("three chunks", 1, 1030, 2, m.words(1030, ordinary), m.words(2*1030, ordinary), 0)
		product("order", 1, 3, 1, order, ones(3), 0)
		product("order across blocks", 1, 100, 1, repeated(order, 100), ones(100), 0)
		product("products that vanish", 1, 20, 1, negative(m.words(20, tiny)), m.words(20, tiny), 0)
		product("subnormal", 2, 9, 2, m.words(18, subnormal), repeated(words{one, 0x3f000000}, 18), 0)
		product("causal", 6, 20, 6, m.words(120, adversarial), m.words(120, adversarial), 1)
	}
	// Attention of one sequence with two heads of 16: the thirds of a QKV product as views.
	const length, width = 16, 32
	qkv, scores := m.words(length*3*width, ordinary), m.words(2*length*length, ordinary)
	heads := func(role string, third int) tensor {
		t := matrix(role, 1, length, 3*width, qkv)
		t.View = &viewShape{Col0: third * width, G0: 1, G1: 2, R: length, W: width / 2}
		return t
	}
	m.add(opCase{Name: "matmul nt heads, causal", Operator: "matmul", Mode: "nt", Attributes: map[string]uint64{"causal": 1},
		Operands: []tensor{heads("a", 0), heads("b", 1)}, Result: result(2, length, length)})
	for _, mode := range []string{"nn", "tn"} {
		out := result(1, length, width)
		out.View = &viewShape{G0: 1, G1: 2, R: length, W: width / 2}
		m.add(opCase{Name: "matmul " + mode + " heads into a view", Operator: "matmul", Mode: mode, Attributes: map[string]uint64{"causal": 0},
			Operands: []tensor{matrix("a", 2, length, length, scores), heads("b", 2)}, Result: out})
	}
}

func (m *maker) reductions() {
	shapes := []struct {
		name        string
		terms, many int
		x, y        kind
	}{
		{"one term", 1, 1, ordinary, ordinary},
		{"15 terms", 15, 2, ordinary, ordinary},
		{"17 terms", 17, 3, ordinary, ordinary},
		{"adversarial", 40, 4, adversarial, adversarial},
		{"one chunk and a term", 513, 2, ordinary, ordinary},
		{"three chunks", 1040, 1, ordinary, ordinary},
		{"subnormal", 33, 2, subnormal, ordinary},
		{"products that vanish", 32, 1, func(s *stream) uint32 { return tiny(s) | signBit }, tiny},
	}
	for _, mode := range []string{"sum", "dot", "max"} {
		for _, s := range shapes {
			for _, operator := range []string{"column_reduce", "row_reduce"} {
				if mode == "max" && operator == "column_reduce" {
					continue
				}
				r, w := s.many, s.terms
				if operator == "column_reduce" {
					r, w = w, r
				}
				c := opCase{Name: operator + " " + mode + " " + s.name, Operator: operator, Mode: mode, Result: result(1, 0, s.many),
					Operands: []tensor{matrix("x", 1, r, w, m.words(r*w, s.x))}}
				if mode == "dot" {
					c.Operands = append(c.Operands, matrix("y", 1, r, w, m.words(r*w, s.y)))
				}
				m.add(c)
			}
		}
	}
	m.add(opCase{Name: "column_reduce sum order", Operator: "column_reduce", Mode: "sum", Result: result(1, 0, 1),
		Operands: []tensor{matrix("x", 1, 100, 1, repeated(order, 100))}})
	m.add(opCase{Name: "row_reduce sum order", Operator: "row_reduce", Mode: "sum", Result: result(1, 0, 1),
		Operands: []tensor{matrix("x", 1, 1, 100, repeated(order, 100))}})
	const minusZero, minusInf, nan = signBit, 0xff800000, NaN
	m.add(opCase{Name: "row_reduce max of ±0, −Inf, NaN", Operator: "row_reduce", Mode: "max", Result: result(1, 0, 4),
		Operands: []tensor{matrix("x", 2, 2, 2, words{minusZero, minusZero, minusInf, minusInf, nan, nan, nan, minusZero})}})
	m.add(opCase{Name: "row_reduce max of subnormal numbers", Operator: "row_reduce", Mode: "max", Result: result(1, 0, 1),
		Operands: []tensor{matrix("x", 1, 1, 5, words{1, 5, minusZero, 0x80000007, 3})}})

	m.add(opCase{Name: "scatter_add index", Operator: "scatter_add", Mode: "index", Result: result(1, 5, 3),
		Operands: []tensor{matrix("x", 1, 20, 3, m.words(60, adversarial)), vector("index", m.words(20, func(s *stream) uint32 { return uint32(s.below(6)) }))}})
	m.add(opCase{Name: "scatter_add index, two chunks", Operator: "scatter_add", Mode: "index", Result: result(1, 3, 2),
		Operands: []tensor{matrix("x", 1, 1030, 2, m.words(2060, ordinary)), vector("index", m.words(1030, func(s *stream) uint32 { return uint32(2 * s.below(2)) }))}})
	m.add(opCase{Name: "scatter_add index, order", Operator: "scatter_add", Mode: "index", Result: result(1, 1, 1),
		Operands: []tensor{matrix("x", 1, 7, 1, repeated(order, 7)), vector("index", words{0, 1, 0, 0, 0xffffffff, 0, 0})}})
	m.add(opCase{Name: "scatter_add index, subnormal", Operator: "scatter_add", Mode: "index", Result: result(1, 2, 2),
		Operands: []tensor{matrix("x", 1, 3, 2, m.words(6, subnormal)), vector("index", words{1, 0, 1})}})
	m.add(opCase{Name: "scatter_add iota", Operator: "scatter_add", Mode: "iota", Attributes: map[string]uint64{"modulus": 4}, Result: result(1, 4, 3),
		Operands: []tensor{matrix("x", 1, 12, 3, m.words(36, ordinary))}})

	for _, mode := range []string{"sum", "sqsum"} {
		tiles := func(name string, x tensor) {
			m.add(opCase{Name: "tile_reduce " + mode + " " + name, Operator: "tile_reduce", Mode: mode, Operands: []tensor{x},
				Result: result(1, 0, x.grid().Tiles())})
		}
		tiles("list of ragged matrices", matrix("x", 2, 17, 18, m.words(2*17*18, ordinary)))
		tiles("adversarial", matrix("x", 1, 9, 40, m.words(360, adversarial)))
		tiles("vector", vector("x", m.words(300, near)))
		tiles("square beside a midpoint", vector("x", m.besideMidpoint()))
		tiles("subnormal words", vector("x", m.words(40, subnormal)))
		tiles("subnormal squares", vector("x", m.words(40, func(s *stream) uint32 { return subnormal(s) | 53<<23 })))
	}
}

// besideMidpoint returns 17 words of which the first, 1, and the last meet in lane 0; rounding the last's square changes their sum.
func (m *maker) besideMidpoint() words {
	w := append(words{one}, make(words, 16)...)
	for {
		x := math.Float32frombits(near(m.stream)) / 2
		if FMA(x, x, 1) != Add(1, Mul(x, x)) {
			w[16] = math.Float32bits(x)
			return w
		}
	}
}

func (m *maker) copies() {
	index := vector("index", words{4, 0, 5, 0xffffffff, 2})
	m.add(opCase{Name: "gather index, two beyond the table", Operator: "gather", Mode: "index", Result: result(1, 5, 3),
		Operands: []tensor{matrix("table", 1, 5, 3, m.words(15, ordinary)), index}})
	m.add(opCase{Name: "gather iota", Operator: "gather", Mode: "iota", Attributes: map[string]uint64{"modulus": 3}, Result: result(1, 7, 2),
		Operands: []tensor{matrix("table", 1, 4, 2, m.words(8, ordinary))}})
	for _, clock := range []uint32{0, 2, 3, math.MaxUint32} {
		m.add(opCase{Name: "gather clock", Operator: "gather", Mode: "clock", Attributes: map[string]uint64{"last": 2}, Result: result(1, 0, 1),
			Operands: []tensor{vector("table", m.words(3, ordinary)), vector("clock", words{clock})}})
		m.add(opCase{Name: "tick", Operator: "tick", Mode: "plain", Result: result(1, 0, 1), Operands: []tensor{vector("clock", words{clock})}})
	}
	m.add(opCase{Name: "pick, one beyond the row", Operator: "pick", Mode: "index", Result: result(1, 0, 4),
		Operands: []tensor{matrix("table", 1, 4, 6, m.words(24, adversarial)), vector("index", words{5, 0, 6, 3})}})
	m.add(opCase{Name: "concat columns", Operator: "concat", Mode: "columns", Result: result(1, 3, 48),
		Operands: []tensor{matrix("part", 1, 3, 16, m.words(48, ordinary)), matrix("part", 1, 3, 32, m.words(96, ordinary))}})
	m.add(opCase{Name: "concat vectors", Operator: "concat", Mode: "vectors", Result: result(1, 0, 9),
		Operands: []tensor{vector("part", m.words(3, ordinary)), vector("part", m.words(5, ordinary)), vector("part", m.words(1, ordinary))}})
}

func (m *maker) batches() {
	payload := make([]byte, 403)
	for i := range payload {
		payload[i] = byte(m.word())
	}
	for _, bytes := range []uint64{1, 2, 4} {
		for _, mode := range []string{"x", "y"} {
			m.add(opCase{Name: "load_batch " + mode, Operator: "load_batch", Mode: mode, Payload: hex.EncodeToString(payload), Result: result(1, 0, 24),
				Attributes: map[string]uint64{"batch": 3, "length": 8, "stride": 5, "seed": 11, "vocabulary": 200, "token_bytes": bytes},
				Operands:   []tensor{vector("clock", words{uint32(40 * bytes)})}})
		}
	}
	for i, nan := range []byte{0x01, 0x00, 0x80, 0xff} {
		payload[16+i] = nan
	}
	attributes := map[string]uint64{"batch": 25, "features": 3, "seed": 12, "vocabulary": 0x80000000}
	m.add(opCase{Name: "load_batch features", Operator: "load_batch", Mode: "features", Payload: hex.EncodeToString(payload), Attributes: attributes,
		Result: result(1, 25, 3), Operands: []tensor{vector("clock", words{0})}})
	m.add(opCase{Name: "load_batch label", Operator: "load_batch", Mode: "label", Payload: hex.EncodeToString(payload), Attributes: attributes,
		Result: result(1, 0, 25), Operands: []tensor{vector("clock", words{9})}})
}
