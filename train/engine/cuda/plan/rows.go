package plan

import (
	"fmt"
	"slices"

	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// Rows: maps and reductions over the same rows run as one kernel, which keeps a row in registers: softmax and LayerNorm, forward and backward,
// read each word once and write only what others read.
//
// A half-warp has a chunk of 512 terms of a row, lane l the terms 16s + l: the profile's sixteen lanes, whose chains run in registers. The tree is
// shuffles, the fold of at most two chunks is one join. Terms behind the end of a row are +0, or −Inf for a maximum; a sum ends with +0.

// maxRow is the widest row that a warp keeps in registers.
const maxRow = 2 * numeric.Chunk

// member is one operator of a kernel of rows.
type member struct {
	expression              // of a map
	reduce     program.Mode // of a row_reduce: 0 for maps
	column     bool         // the result is one word for each row
}

// rowsKernel is the text of a kernel and its name. Its arguments: the number of rows, the rows of a matrix, then the pointers in order and the
// outputs in order.
func rowsKernel(list []member, width, pointers int) (name, text string, err error) {
	r := &rowWriter{
		writer: &writer{}, list: list, width: width, halves: ceil(width, numeric.Chunk),
		steps:   ceil(min(width, numeric.Chunk), numeric.Block),
		loaded:  map[string][]string{},
		results: make([][]string, len(list)),
	}
	w := r.writer
	w.emit("ld.param.u64 %%rd0, [NAME_param_0]")
	w.emit("cvt.u32.u64 %%n, %%rd0")
	w.emit("ld.param.u64 %%rd0, [NAME_param_1]")
	w.emit("cvt.u32.u64 %%rows, %%rd0")
	outputs := 0
	for _, m := range list {
		if m.out {
			outputs++
		}
	}
	for i := range pointers + outputs {
		w.emit("ld.param.u64 %%rd0, [NAME_param_%d]", 2+i)
		w.emit("cvta.to.global.u64 %%at%d, %%rd0", i)
	}
	r.place()
	for i := range list {
		if err := r.compute(i); err != nil {
			return "", "", err
		}
	}
	output := pointers
	for i, m := range list {
		if m.out {
			r.store(r.results[i], m, output)
			output++
		}
	}
	w.emit("ret")
	declare := fmt.Sprintf("\t.reg .pred %%in;\n\t.reg .pred %%first;\n\t.reg .pred %%has<%d>;\n\t.reg .pred %%writes<%d>;\n", r.steps, r.steps)
	for _, name := range []string{"n", "rows", "block", "thread", "row", "line", "word", "end", "lane"} {
		declare += fmt.Sprintf("\t.reg .b32 %%%s;\n", name)
	}
	return w.kernel(fmt.Sprintf("rows_%d", width), 2+pointers+outputs, pointers+outputs, declare)
}

// rowWriter emits a kernel of rows. A matrix is a register for each step, a column one register.
type rowWriter struct {
	*writer
	list          []member
	width         int
	halves, steps int
	loaded        map[string][]string
	results       [][]string
}

// place finds the thread's row, the first of its words, and which words there are. Threads behind the last row do as it does and write nothing:
// shuffles need all lanes.
func (r *rowWriter) place() {
	r.emit("mov.u32 %%block, %%ctaid.x")
	r.emit("mov.u32 %%thread, %%tid.x")
	r.emit("shl.b32 %%row, %%block, 8")
	r.emit("add.s32 %%row, %%row, %%thread")
	r.emit("shr.u32 %%row, %%row, %d", 3+r.halves) // 16 or 32 threads a row
	r.emit("setp.lt.u32 %%in, %%row, %%n")
	r.emit("selp.b32 %%end, %d, 0, %%in", r.width)
	r.emit("sub.s32 %%lane, %%n, 1")
	r.emit("selp.b32 %%row, %%row, %%lane, %%in")
	r.emit("rem.u32 %%line, %%row, %%rows")
	r.emit("and.b32 %%lane, %%thread, 15")
	r.emit("mov.b32 %%word, %%lane")
	if r.halves > 1 {
		half := r.do("and.b32", "%thread", "16")
		r.emit("shl.b32 %%word, %s, 5", half) // 512 words a half-warp
		r.emit("add.s32 %%word, %%word, %%lane")
	}
	r.emit("setp.lt.u32 %%first, %%word, 1")
	r.emit("and.pred %%first, %%first, %%in")
	for s := range r.steps {
		word := r.do("add.s32", "%word", fmt.Sprint(numeric.Block*s))
		r.emit("setp.lt.u32 %%has%d, %s, %d", s, word, r.width)
		r.emit("setp.lt.u32 %%writes%d, %s, %%end", s, word)
	}
}

// whole reports whether every lane has a word in a step.
func (r *rowWriter) whole(step int) bool {
	return numeric.Chunk*(r.halves-1)+numeric.Block*(step+1) <= r.width
}

// load reads an operand from memory, once.
func (r *rowWriter) load(o source, word uint8) []string {
	key := fmt.Sprint(o.pointer, " ", o.role, " ", word)
	if v, ok := r.loaded[key]; ok {
		return v
	}
	var v []string
	switch o.role {
	case program.RoleRec:
		d := r.do("mov.b32", "0")
		r.emit("ld.global.b32 %s, [%%at%d+%d]", d, o.pointer, 4*int(word))
		v = []string{d}
	case program.RoleCol:
		r.emit("mul.wide.u32 %%rd0, %%row, 4")
		r.emit("add.s64 %%rd1, %%at%d, %%rd0", o.pointer)
		d := r.do("mov.b32", "0")
		r.emit("ld.global.b32 %s, [%%rd1]", d)
		v = []string{d}
	default:
		index := "%word"
		if o.role == program.RoleFull {
			index = r.do("add.s32", r.do("mul.lo.s32", "%row", fmt.Sprint(r.width)), "%word")
		}
		r.emit("mul.wide.u32 %%rd0, %s, 4", index)
		r.emit("add.s64 %%rd1, %%at%d, %%rd0", o.pointer)
		for s := range r.steps {
			d := r.do("mov.b32", "0")
			guard := ""
			if !r.whole(s) {
				guard = fmt.Sprintf("@%%has%d ", s)
			}
			r.emit("%sld.global.b32 %s, [%%rd1+%d]", guard, d, 4*numeric.Block*s)
			v = append(v, d)
		}
	}
	r.loaded[key] = v
	return v
}

// operand is a value of the kernel or a word of memory.
func (r *rowWriter) operand(o source, word uint8) []string {
	if o.earlier >= 0 {
		return r.results[o.earlier]
	}
	return r.load(o, word)
}

// step is the register of a step: a column has one for all.
func step(v []string, s int) string {
	if len(v) == 1 {
		return v[0]
	}
	return v[s]
}

func (r *rowWriter) compute(i int) error {
	m := &r.list[i]
	if m.reduce != 0 {
		r.results[i] = []string{r.reduction(m)}
		return nil
	}
	steps := r.steps
	if m.column {
		steps = 1
	}
	for s := range steps {
		values := make([]string, len(m.code))
		for t, in := range m.code {
			var err error
			switch in.Op {
			case numeric.MapConst:
				values[t] = r.constant(m.constants[in.A])
			case numeric.MapI:
				values[t] = "%line"
			case numeric.MapJ:
				values[t] = r.do("add.s32", "%word", fmt.Sprint(numeric.Block*s))
			case numeric.MapOperand:
				values[t] = step(r.operand(m.operands[in.A], in.B), s)
			default:
				value := func(n uint8) string { return values[min(int(n), t)] }
				values[t], err = r.apply(in.Op, value(in.A), value(in.B), value(in.C))
			}
			if err != nil {
				return err
			}
		}
		r.results[i] = append(r.results[i], values[len(values)-1])
	}
	return nil
}

// reduction leaves the same word in all lanes of a row.
func (r *rowWriter) reduction(m *member) string {
	x := r.operand(m.operands[0], 0)
	start, join := r.constant(0), func(a, b string) string { return r.do("add.rn.f32", a, b) }
	if m.reduce == program.ModeMax {
		start = r.do("mov.b32", "0xff800000")
		join = func(a, b string) string { return r.choose("gt.f32", b, a, b, a) }
	}
	acc := start
	for s := range r.steps {
		term := func(v []string) string {
			if r.whole(s) {
				return step(v, s)
			}
			return r.do("selp.b32", step(v, s), start, fmt.Sprintf("%%has%d", s))
		}
		if m.reduce == program.ModeDot {
			acc = r.do("fma.rn.f32", term(x), term(r.operand(m.operands[1], 0)), acc)
		} else {
			acc = join(acc, term(x))
		}
	}
	for h := numeric.Block / 2; h > 0; h /= 2 {
		acc = join(acc, r.do("shfl.sync.down.b32", acc, fmt.Sprint(h), "4111", "-1"))
	}
	if r.halves == 1 {
		acc = r.do("shfl.sync.idx.b32", acc, "0", "4111", "-1")
	} else {
		acc = join(r.do("shfl.sync.idx.b32", acc, "0", "31", "-1"), r.do("shfl.sync.idx.b32", acc, "16", "31", "-1"))
	}
	return r.do("add.rn.f32", acc, literal(0))
}

// store writes a result: a matrix each thread its words, a column the first thread of a row.
func (r *rowWriter) store(v []string, m member, output int) {
	if m.column {
		r.emit("mul.wide.u32 %%rd0, %%row, 4")
	} else {
		r.emit("mul.wide.u32 %%rd0, %s, 4", r.do("add.s32", r.do("mul.lo.s32", "%row", fmt.Sprint(r.width)), "%word"))
	}
	r.emit("add.s64 %%rd1, %%at%d, %%rd0", output)
	for s, x := range v {
		if m.canonical {
			x = r.choose("nan.f32", x, x, nanBits, x)
		}
		guard := fmt.Sprintf("%%writes%d", s)
		if m.column {
			guard = "%first"
		}
		r.emit("@%s st.global.b32 [%%rd1+%d], %s", guard, 4*numeric.Block*s, x)
	}
}

// rows appends the kernel of a node of rows.
func (pl *planner) rows(n *node) error {
	count, b := n.shape.G*n.shape.R, &binder{pl: pl, n: n, earlier: map[int]int{}, known: map[Arg]int{}}
	var list []member
	for _, i := range n.members {
		o := &pl.p.Operators[i]
		e, err := b.bind(i)
		if err != nil {
			return err
		}
		m := member{expression: e, column: o.Out.Vector}
		if o.Code == program.OpRowReduce {
			m.reduce = o.Mode
			for j := range m.operands {
				m.operands[j].role = program.RoleFull
			}
		} else if m.column { // what is full in a vector of rows is a column of the rows
			for j := range m.operands {
				if m.operands[j].role == program.RoleFull {
					m.operands[j].role = program.RoleCol
				}
			}
		}
		list = append(list, m)
	}
	name, text, err := rowsKernel(list, n.shape.W, len(b.pointers))
	if err != nil {
		return err
	}
	pl.Modules[name] = text
	args := slices.Concat([]Arg{number(count), number(n.shape.R)}, b.pointers, b.outputs)
	pl.launch(n, name, line(count*numeric.Block*ceil(n.shape.W, numeric.Chunk)), args...)
	return nil
}
