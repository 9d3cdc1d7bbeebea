package plan

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"strings"

	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// Maps are compiled here, from the program's instructions to PTX: a kernel for each list of expressions that run together. A thread
// computes perThread elements, a block's width apart.
//
// Order: one instruction of the GPU for each of the map's, in its order; exp, log and tanh are the sequences of numerics.md. Elements are
// independent, so grid and threads change nothing.

// perThread is the number of elements of a thread: enough loads on their way at once.
const perThread = 4

// expression is one map operator of a kernel: where its operands and its result are.
type expression struct {
	code      []numeric.Instruction
	constants []float32
	operands  []source
	out       bool // the result goes to memory, at the next of the kernel's outputs
	canonical bool // and enters the state
}

// source is where a map operand comes from: an earlier expression of the kernel, or a pointer among its arguments.
type source struct {
	role    program.Role
	earlier int // −1: pointer
	pointer int
}

// writer emits the body of a kernel. Values are registers of 32 bits without a type; predicates are used once.
type writer struct {
	text       strings.Builder
	registers  int
	predicates int
}

func (w *writer) emit(format string, arguments ...any) {
	fmt.Fprintf(&w.text, "\t"+format+";\n", arguments...)
}

func (w *writer) register() string {
	w.registers++
	return fmt.Sprintf("%%r%d", w.registers-1)
}

func (w *writer) predicate() string {
	w.predicates++
	return fmt.Sprintf("%%p%d", w.predicates-1)
}

// do emits an instruction with a result.
func (w *writer) do(op string, arguments ...string) string {
	d := w.register()
	w.emit("%s %s, %s", op, d, strings.Join(arguments, ", "))
	return d
}

func literal(f float32) string { return fmt.Sprintf("0f%08X", math.Float32bits(f)) }

// choose is relation(x, y) ? a : b.
func (w *writer) choose(relation, x, y, a, b string) string {
	p := w.predicate()
	w.emit("setp.%s %s, %s, %s", relation, p, x, y)
	return w.do("selp.b32", a, b, p)
}

const (
	oneBits  = "0x3f800000"
	nanBits  = "0x7fc00000"
	signBits = "0x80000000"
	restBits = "0x7fffffff"
)

// apply emits one instruction of a map.
func (w *writer) apply(op numeric.MapOp, a, b, c string) (string, error) {
	switch op {
	case numeric.MapAdd:
		return w.do("add.rn.f32", a, b), nil
	case numeric.MapSub:
		return w.do("sub.rn.f32", a, b), nil
	case numeric.MapMul:
		return w.do("mul.rn.f32", a, b), nil
	case numeric.MapDiv:
		return w.do("div.rn.f32", a, b), nil
	case numeric.MapFMA:
		return w.do("fma.rn.f32", a, b, c), nil
	case numeric.MapSqrt:
		return w.do("sqrt.rn.f32", a), nil
	case numeric.MapNeg:
		return w.do("xor.b32", a, signBits), nil
	case numeric.MapAbs:
		return w.do("and.b32", a, restBits), nil
	case numeric.MapMax:
		return w.choose("gt.f32", a, b, a, b), nil
	case numeric.MapGt:
		return w.choose("gt.f32", a, b, oneBits, "0"), nil
	case numeric.MapGe:
		return w.choose("ge.f32", a, b, oneBits, "0"), nil
	case numeric.MapIeq:
		return w.choose("eq.u32", a, b, oneBits, "0"), nil
	case numeric.MapSelect:
		return w.choose("neu.f32", a, literal(0), b, c), nil
	case numeric.MapExp:
		return w.exp(a), nil
	case numeric.MapLog:
		return w.log(a), nil
	case numeric.MapTanh:
		return w.tanh(a), nil
	}
	return "", fmt.Errorf("no map instruction %d", op)
}

// polynomial is q ← fma(q, x, c) for each c in order.
func (w *writer) polynomial(q, x string, coefficients ...float32) string {
	for _, c := range coefficients {
		q = w.do("fma.rn.f32", q, x, literal(c))
	}
	return q
}

// constant puts a float in a register.
func (w *writer) constant(f float32) string {
	return w.do("mov.b32", fmt.Sprintf("0x%08x", math.Float32bits(f)))
}

// exp is numerics.md's sequence. A NaN goes through every comparison as it is, and then into the product.
func (w *writer) exp(x string) string {
	x = w.choose("gt.f32", x, literal(89), w.constant(89), x)
	x = w.choose("lt.f32", x, literal(-104), w.constant(-104), x)
	t := w.do("fma.rn.f32", x, literal(0x1.715476p+0), literal(12582912))
	n := w.do("sub.s32", t, "0x4b400000")
	j := w.do("sub.rn.f32", t, literal(12582912))
	f := w.do("fma.rn.f32", j, literal(-0x1.63p-1), x)
	f = w.do("fma.rn.f32", j, literal(0x1.bd0106p-13), f)
	q := w.polynomial(w.constant(0x1.6a2384p-10), f, 0x1.123a6ap-7, 0x1.5558f4p-5, 0x1.55549p-3, 0x1.fffffcp-2, 1, 1)
	half := w.do("shr.s32", n, "1")
	power := func(n string) string { return w.do("shl.b32", w.do("add.s32", n, "127"), "23") }
	return w.do("mul.rn.f32", w.do("mul.rn.f32", q, power(half)), power(w.do("sub.s32", n, half)))
}

// log is numerics.md's sequence; what is no positive finite number is chosen at the end.
func (w *writer) log(x string) string {
	p := w.predicate()
	w.emit("setp.lt.f32 %s, %s, %s", p, x, literal(0x1p-126))
	scaled := w.do("selp.b32", w.do("mul.rn.f32", x, literal(0x1p23)), x, p)
	e := w.do("selp.b32", fmt.Sprintf("0x%08x", math.Float32bits(-23)), "0", p)
	k := w.do("shr.s32", w.do("sub.s32", scaled, "0x3f2aaaab"), "23")
	f := w.do("sub.rn.f32", w.do("sub.s32", scaled, w.do("shl.b32", k, "23")), literal(1))
	s := w.do("mul.rn.f32", f, f)
	fk := w.do("add.rn.f32", w.do("cvt.rn.f32.s32", k), e)
	q := w.polynomial(w.constant(-0x1.02bce2p-3), f, 0x1.1743a6p-3, -0x1.f59572p-4, 0x1.20752ap-3, -0x1.55858ep-3, 0x1.99b312p-3, -0x1.ffff8p-3,
		0x1.555554p-2, -0.5)
	q = w.do("fma.rn.f32", q, s, f)
	r := w.do("fma.rn.f32", fk, literal(0x1.62e430p-1), w.do("fma.rn.f32", fk, literal(-0x1.05c610p-29), q))
	infinite := literal(float32(math.Inf(1)))
	r = w.choose("eq.f32", x, infinite, x, r)
	r = w.choose("eq.f32", x, literal(0), "0xff800000", r)
	r = w.choose("lt.f32", x, literal(0), nanBits, r)
	return w.choose("nan.f32", x, x, nanBits, r)
}

// tanh is numerics.md's sequence; both of its ways are taken.
func (w *writer) tanh(x string) string {
	a := w.do("and.b32", x, restBits)
	z := w.do("mul.rn.f32", x, x)
	q := w.polynomial(w.constant(-0x1.9b483ep-8), z, 0x1.59439ep-6, -0x1.b92998p-5, 0x1.110d3p-3, -0x1.55554ap-2)
	small := w.do("fma.rn.f32", w.do("mul.rn.f32", q, z), x, x)
	most := w.choose("gt.f32", a, literal(10), w.constant(10), a)
	e := w.do("add.rn.f32", w.exp(w.do("add.rn.f32", most, most)), literal(1))
	r := w.do("sub.rn.f32", w.constant(1), w.do("div.rn.f32", w.constant(2), e))
	r = w.choose("lt.f32", x, literal(0), w.do("xor.b32", r, signBits), r)
	return w.choose("lt.f32", a, literal(0x1.19999ap-1), small, r)
}

// header is what the modules of maps begin with.
const header = ".version 6.3\n.target sm_70\n.address_size 64\n\n"

// mapKernel is the text of a kernel for expressions and its name, which the text decides. Its arguments: words, the width of a row, the rows
// of a matrix, then the pointers in order and the outputs in order.
func mapKernel(list []expression, pointers int) (name, text string, err error) {
	outputs, placed := 0, false
	for _, e := range list {
		if e.out {
			outputs++
		}
		for _, in := range e.code {
			placed = placed || in.Op == numeric.MapI || in.Op == numeric.MapJ
		}
		for _, o := range e.operands {
			placed = placed || o.role == program.RoleRow || o.role == program.RoleCol
		}
	}
	w := &writer{}
	w.emit("ld.param.u64 %%rd0, [NAME_param_0]")
	w.emit("cvt.u32.u64 %%n, %%rd0")
	w.emit("ld.param.u64 %%rd0, [NAME_param_1]")
	w.emit("cvt.u32.u64 %%width, %%rd0")
	w.emit("ld.param.u64 %%rd0, [NAME_param_2]")
	w.emit("cvt.u32.u64 %%rows, %%rd0")
	for i := range pointers + outputs {
		w.emit("ld.param.u64 %%rd0, [NAME_param_%d]", 3+i)
		w.emit("cvta.to.global.u64 %%at%d, %%rd0", i)
	}
	w.emit("mov.u32 %%block, %%ctaid.x")
	w.emit("mov.u32 %%thread, %%tid.x")
	w.emit("shl.b32 %%first, %%block, 10")
	w.emit("add.s32 %%first, %%first, %%thread")
	elements := make([]*element, perThread)
	for i := range elements {
		elements[i] = &element{writer: w, list: list, loaded: map[string]string{}}
		elements[i].place(i, placed)
	}
	for _, e := range elements {
		for x := range list {
			for _, in := range list[x].code {
				if in.Op == numeric.MapOperand && list[x].operands[in.A].earlier < 0 {
					e.load(list[x].operands[in.A], in.B)
				}
			}
		}
	}
	for _, e := range elements {
		if err := e.compute(pointers); err != nil {
			return "", "", err
		}
	}
	w.emit("ret")
	declare := fmt.Sprintf("\t.reg .pred %%in<%d>;\n", perThread)
	for _, r := range []string{"n", "width", "rows", "block", "thread", "first"} {
		declare += fmt.Sprintf("\t.reg .b32 %%%s;\n", r)
	}
	return w.kernel("map", 3+pointers+outputs, pointers+outputs, declare)
}

// kernel puts a head and declarations before what has been emitted. The name has a hash of the whole in it.
func (w *writer) kernel(kind string, parameters, pointers int, declare string) (name, text string, err error) {
	body := w.text.String()
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s", parameters, body))
	name = kind + "_" + hex.EncodeToString(sum[:6])
	var b strings.Builder
	fmt.Fprintf(&b, "%s.visible .entry %s(\n", header, name)
	for i := range parameters {
		comma := ","
		if i == parameters-1 {
			comma = ""
		}
		fmt.Fprintf(&b, "\t.param .u64 %s_param_%d%s\n", name, i, comma)
	}
	fmt.Fprintf(&b, ")\n.maxntid 256, 1, 1\n{\n%s", declare)
	fmt.Fprintf(&b, "\t.reg .b32 %%r<%d>;\n\t.reg .b64 %%rd<2>;\n\t.reg .b64 %%at<%d>;\n", w.registers, pointers)
	if w.predicates > 0 {
		fmt.Fprintf(&b, "\t.reg .pred %%p<%d>;\n", w.predicates)
	}
	b.WriteString(strings.ReplaceAll(body, "NAME", name))
	b.WriteString("}\n")
	return name, b.String(), nil
}

// element is one of a thread's elements.
type element struct {
	*writer
	list             []expression
	number           int
	at, line, column string
	row              string // in all matrices
	loaded           map[string]string
}

// place finds the element's number and, if asked, its row and column.
func (e *element) place(i int, placed bool) {
	e.number = i
	e.at = e.do("add.s32", "%first", fmt.Sprint(256*i))
	e.emit("setp.lt.u32 %%in%d, %s, %%n", i, e.at)
	if !placed {
		return
	}
	e.row = e.do("div.u32", e.at, "%width")
	e.column = e.do("sub.s32", e.at, e.do("mul.lo.s32", e.row, "%width"))
	e.line = e.do("rem.u32", e.row, "%rows")
}

// load reads an operand's word once; elements behind the last read nothing.
func (e *element) load(o source, word uint8) string {
	index, key := "", fmt.Sprint(o.pointer, " ", o.role, " ", word)
	if r, ok := e.loaded[key]; ok {
		return r
	}
	switch o.role {
	case program.RoleFull:
		index = e.at
	case program.RoleRow:
		index = e.column
	case program.RoleCol:
		index = e.row
	}
	r := e.do("mov.b32", "0")
	if index == "" {
		e.emit("@%%in%d ld.global.b32 %s, [%%at%d+%d]", e.number, r, o.pointer, 4*int(word))
	} else {
		e.emit("mul.wide.u32 %%rd0, %s, 4", index)
		e.emit("add.s64 %%rd1, %%at%d, %%rd0", o.pointer)
		e.emit("@%%in%d ld.global.b32 %s, [%%rd1]", e.number, r)
	}
	e.loaded[key] = r
	return r
}

// compute emits all expressions of the element and stores what goes to memory.
func (e *element) compute(pointers int) error {
	results, output := make([]string, len(e.list)), 0
	for i := range e.list {
		x := &e.list[i]
		values := make([]string, len(x.code))
		for t, in := range x.code {
			var err error
			switch in.Op {
			case numeric.MapConst:
				values[t] = e.constant(x.constants[in.A])
			case numeric.MapI:
				values[t] = e.line
			case numeric.MapJ:
				values[t] = e.column
			case numeric.MapOperand:
				if o := x.operands[in.A]; o.earlier >= 0 {
					values[t] = results[o.earlier]
				} else {
					values[t] = e.load(o, in.B)
				}
			default:
				value := func(r uint8) string { return values[min(int(r), t)] }
				values[t], err = e.apply(in.Op, value(in.A), value(in.B), value(in.C))
			}
			if err != nil {
				return err
			}
		}
		results[i] = values[len(values)-1]
		if !x.out {
			continue
		}
		r := results[i]
		if x.canonical {
			r = e.choose("nan.f32", r, r, nanBits, r)
		}
		e.emit("mul.wide.u32 %%rd0, %s, 4", e.at)
		e.emit("add.s64 %%rd1, %%at%d, %%rd0", pointers+output)
		e.emit("@%%in%d st.global.b32 [%%rd1], %s", e.number, r)
		output++
	}
	return nil
}
