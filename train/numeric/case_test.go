package numeric

import "fmt"

// tensor is one operand or result of an operator vector.
type tensor struct {
	Role   string     `json:"role,omitempty"`
	Vector bool       `json:"vector,omitempty"` // else a list of g matrices [r, w]
	Shape  [3]int     `json:"shape"`            // g, r, w; a vector of n words is 1, 1, n
	View   *viewShape `json:"view,omitempty"`   // what a matrix product reads or writes, if not the whole
	Words  words      `json:"words"`
}

type viewShape struct {
	Col0 int `json:"col0"`
	G0   int `json:"g0"`
	G1   int `json:"g1"`
	R    int `json:"r"`
	W    int `json:"w"`
}

// opCase is one operator with its operands and result.
type opCase struct {
	Name         string            `json:"name"`
	Operator     string            `json:"operator"`
	Mode         string            `json:"mode"`
	Attributes   map[string]uint64 `json:"attributes,omitempty"`
	Constants    words             `json:"constants,omitempty"`
	Instructions words             `json:"instructions,omitempty"` // op + a<<8 + b<<16 + c<<24
	Payload      string            `json:"payload,omitempty"`      // bytes of the dataset, hex
	Operands     []tensor          `json:"operands,omitempty"`
	Result       tensor            `json:"result"`
}

// view returns the tensor as an operand of a matrix product.
func (t tensor) view(data []float32) View {
	if v := t.View; v != nil {
		return View{Data: data, Col0: v.Col0, Stride: t.Shape[2], G0: v.G0, G1: v.G1, R: v.R, W: v.W}
	}
	return List(data, t.Shape[0], t.Shape[1], t.Shape[2])
}

func (t tensor) size() int  { return t.Shape[0] * t.Shape[1] * t.Shape[2] }
func (t tensor) rows() int  { return t.Shape[0] * t.Shape[1] }
func (t tensor) width() int { return t.Shape[2] }
func (t tensor) grid() Grid { return Grid{t.Shape[0], t.Shape[1], t.Shape[2], t.Vector} }

// operand returns the operand of a role, or nil.
func (c *opCase) operand(role string) *tensor {
	for i := range c.Operands {
		if c.Operands[i].Role == role {
			return &c.Operands[i]
		}
	}
	return nil
}

// index returns the indices of gather and scatter_add.
func (c *opCase) index(count int) []uint32 {
	switch c.Mode {
	case "iota":
		return Iota(count, int(c.Attributes["modulus"]))
	case "clock":
		return []uint32{min(c.operand("clock").Words[0], uint32(c.Attributes["last"]))}
	}
	return c.operand("index").Words
}

// poison is what a result holds before it is computed: words that must not shine through.
const poison = 0x7fdeadff

// run computes the result with the reference.
func (c *opCase) run() words {
	dst := make(words, c.Result.size())
	for i := range dst {
		dst[i] = poison
	}
	out := dst.floats()
	floats := func(role string) []float32 { return c.operand(role).Words.floats() }
	switch c.Operator + "." + c.Mode {
	case "matmul.nn", "matmul.nt", "matmul.tn":
		mode := map[string]Mode{"nn": NN, "nt": NT, "tn": TN}[c.Mode]
		a, b := c.operand("a"), c.operand("b")
		Matmul(c.Result.view(out), a.view(a.Words.floats()), b.view(b.Words.floats()), mode, c.Attributes["causal"] == 1)
	case "column_reduce.sum":
		ColumnSum(out, floats("x"), c.operand("x").rows(), c.Result.width())
	case "column_reduce.dot":
		ColumnDot(out, floats("x"), floats("y"), c.operand("x").rows(), c.Result.width())
	case "scatter_add.index", "scatter_add.iota":
		ScatterAdd(out, floats("x"), c.index(c.operand("x").rows()), c.Result.rows(), c.Result.width())
	case "row_reduce.sum":
		RowSum(out, floats("x"), c.operand("x").rows(), c.operand("x").width())
	case "row_reduce.dot":
		RowDot(out, floats("x"), floats("y"), c.operand("x").rows(), c.operand("x").width())
	case "row_reduce.max":
		RowMax(out, floats("x"), c.operand("x").rows(), c.operand("x").width())
	case "tile_reduce.sum":
		TileSum(out, floats("x"), c.operand("x").grid())
	case "tile_reduce.sqsum":
		TileSqSum(out, floats("x"), c.operand("x").grid())
	case "map.plain":
		Map(out, c.Result.Shape[0], c.Result.Shape[1], c.Result.Shape[2], c.code(), c.Constants.floats(), c.mapOperands())
	case "gather.index", "gather.iota", "gather.clock":
		width := c.operand("table").width()
		if c.operand("table").Vector {
			width = 1
		}
		Gather(out, floats("table"), width, c.index(c.Result.size()/width))
	case "pick.index":
		Pick(out, floats("table"), c.operand("table").width(), c.operand("index").Words)
	case "concat.columns":
		ConcatColumns(out, c.Result.rows(), c.parts()...)
	case "concat.vectors":
		ConcatVectors(out, c.parts()...)
	case "load_batch.x", "load_batch.y", "load_batch.features", "load_batch.label":
		return c.loadBatch(dst, out)
	case "tick.plain":
		return words{Tick(c.operand("clock").Words[0])}
	default:
		panic(fmt.Sprintf("no operator %s.%s", c.Operator, c.Mode))
	}
	return bitsOf(out)
}

func (c *opCase) parts() [][]float32 {
	var parts [][]float32
	for _, o := range c.Operands {
		parts = append(parts, o.Words.floats())
	}
	return parts
}

func (c *opCase) code() []Instruction {
	var code []Instruction
	for _, w := range c.Instructions {
		code = append(code, Instruction{MapOp(w), uint8(w >> 8), uint8(w >> 16), uint8(w >> 24)})
	}
	return code
}

func (c *opCase) mapOperands() []Operand {
	var operands []Operand
	for _, o := range c.Operands {
		role := map[string]Role{"full": Full, "row": Row, "col": Col, "rec": Rec}[o.Role]
		operands = append(operands, Operand{Role: role, Words: o.Words})
	}
	return operands
}

func (c *opCase) loadBatch(dst words, out []float32) words {
	payload := mustHex(c.Payload)
	attribute := func(name string) int { return int(c.Attributes[name]) }
	seed, clock := c.Attributes["seed"], c.operand("clock").Words[0]
	records := Records{attribute("batch"), attribute("features"), seed, uint32(attribute("vocabulary"))}
	tokens := Tokens{attribute("batch"), attribute("length"), attribute("stride"), seed, uint32(attribute("vocabulary")), attribute("token_bytes")}
	switch c.Mode {
	case "x":
		LoadTokens(dst, payload, clock, tokens, 0)
	case "y":
		LoadTokens(dst, payload, clock, tokens, 1)
	case "label":
		LoadLabels(dst, payload, clock, records)
	case "features":
		LoadFeatures(out, payload, clock, records)
		return bitsOf(out)
	}
	return dst
}
