package ptx

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// ErrSyntax says that a text is not PTX as clang and the generator of maps write it.
var ErrSyntax = errors.New("unknown PTX")

// Module is the kernels of a text.
type Module map[string]*Kernel

// Kernel is one entry.
type Kernel struct {
	Name   string
	params map[string]int    // number of a parameter; all are 8 bytes wide
	shared map[string]uint64 // addresses of shared variables
	bytes  int               // of shared memory
	narrow int               // registers of up to 32 bits
	wide   int               // registers of 64 bits
	preset []preset          // registers that hold immediate operands
	code   []instruction
}

type preset struct {
	register operand
	value    uint64
}

// operand is a register; wide ones and the others have numbers of their own.
type operand struct {
	number int
	wide   bool
}

// instruction is one line, decoded.
type instruction struct {
	text  string
	op    string
	run   operation
	guard int // predicate register, −1 if there is none
	not   bool
	d     []operand // what is written
	s     []operand // what is read
	at    uint64    // offset of an address, number of a parameter or of a special register
	to    int       // of a branch
	kind  kind
}

type kind uint8

const (
	plain kind = iota + 1
	branch
	leave
	wait
	waitAny
	converged // needs all lanes of its warps
)

// Parse reads a module.
//
// Errors: ErrSyntax.
func Parse(text string) (Module, error) {
	m := Module{}
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		_, rest, ok := strings.Cut(lines[i], ".visible .entry ")
		if !ok {
			continue
		}
		p := &parser{k: &Kernel{Name: strings.TrimRight(rest, "( "), params: map[string]int{}, shared: map[string]uint64{}},
			registers: map[string]operand{}, constants: map[preset]operand{}, labels: map[string]int{}, targets: map[int]string{}}
		for i++; i < len(lines); i++ {
			line := strings.TrimSpace(lines[i])
			if at := strings.Index(line, "//"); at >= 0 {
				line = strings.TrimSpace(line[:at])
			}
			if line == "}" && p.depth == 1 {
				break
			}
			if err := p.line(line); err != nil {
				return nil, fmt.Errorf("%w: %s: line %d: %q: %w", ErrSyntax, p.k.Name, i+1, line, err)
			}
		}
		if err := p.finish(); err != nil {
			return nil, fmt.Errorf("%w: %s: %w", ErrSyntax, p.k.Name, err)
		}
		m[p.k.Name] = p.k
	}
	return m, nil
}

type parser struct {
	k         *Kernel
	depth     int
	registers map[string]operand // by name; of inner scopes with their depth
	constants map[preset]operand
	labels    map[string]int
	targets   map[int]string
	scope     int // number of the inner scope
}

func (p *parser) line(line string) error {
	switch {
	case line == "" || line == "(" || line == ")" || strings.HasPrefix(line, ".pragma") || strings.HasPrefix(line, ".maxntid") ||
		strings.HasPrefix(line, ".minnctapersm"):
		return nil
	case line == "{":
		p.depth++
		if p.depth > 1 {
			p.scope++
		}
		return nil
	case line == "}":
		p.depth--
		return nil
	case strings.HasPrefix(line, ".param .u64 "):
		p.k.params[strings.TrimRight(line[len(".param .u64 "):], ", ")] = len(p.k.params)
		return nil
	case strings.HasPrefix(line, ".reg "):
		return p.declare(strings.Fields(strings.TrimRight(line, "; ")))
	case strings.HasPrefix(line, ".shared "):
		return p.reserve(strings.Fields(strings.TrimRight(line, "; ")))
	case strings.HasSuffix(line, ":"):
		p.labels[strings.TrimSuffix(line, ":")] = len(p.k.code)
		return nil
	case strings.HasSuffix(line, ";"):
		return p.instruction(strings.TrimSpace(strings.TrimSuffix(line, ";")))
	}
	return errors.New("no statement")
}

// declare makes registers: `.reg .b32 %r<5>` or `.reg .pred %p1`.
func (p *parser) declare(words []string) error {
	if len(words) != 3 {
		return errors.New("a declaration of three words is expected")
	}
	wide := strings.HasSuffix(words[1], "64")
	name, count := words[2], 0
	if at := strings.IndexByte(name, '<'); at >= 0 {
		n, err := strconv.Atoi(strings.TrimSuffix(name[at+1:], ">"))
		if err != nil {
			return err
		}
		name, count = name[:at], n
	}
	if count == 0 {
		p.registers[p.inner(name)] = p.register(wide)
		return nil
	}
	for i := range count {
		p.registers[fmt.Sprint(name, i)] = p.register(wide)
	}
	return nil
}

func (p *parser) inner(name string) string {
	if p.depth > 1 {
		return fmt.Sprint(p.scope, name)
	}
	return name
}

func (p *parser) register(wide bool) operand {
	if wide {
		p.k.wide++
		return operand{p.k.wide - 1, true}
	}
	p.k.narrow++
	return operand{p.k.narrow - 1, false}
}

// reserve makes a shared variable: `.shared .align 16 .b8 name[8448]`.
func (p *parser) reserve(words []string) error {
	name := words[len(words)-1]
	at := strings.IndexByte(name, '[')
	if at < 0 {
		return errors.New("no size")
	}
	size, err := strconv.Atoi(strings.TrimSuffix(name[at+1:], "]"))
	if err != nil {
		return err
	}
	p.k.bytes = (p.k.bytes + 15) / 16 * 16
	p.k.shared[name[:at]] = sharedBase + uint64(p.k.bytes)
	p.k.bytes += size
	return nil
}

// instruction decodes `@!%p1 op.type d, a, b`.
func (p *parser) instruction(text string) error {
	in := instruction{text: text, guard: -1, kind: plain}
	if strings.HasPrefix(text, "@") {
		guard, rest, _ := strings.Cut(text[1:], " ")
		guard, in.not = strings.TrimPrefix(guard, "!"), strings.HasPrefix(guard, "!")
		r, ok := p.find(guard)
		if !ok {
			return fmt.Errorf("no register %s", guard)
		}
		in.guard, text = r.number, strings.TrimSpace(rest)
	}
	op, rest, _ := strings.Cut(strings.ReplaceAll(text, "\t", " "), " ")
	in.op = op
	switch op {
	case "bra", "bra.uni":
		in.kind = branch
		p.targets[len(p.k.code)] = strings.TrimSpace(rest)
		p.k.code = append(p.k.code, in)
		return nil
	case "ret":
		in.kind = leave
		p.k.code = append(p.k.code, in)
		return nil
	case "bar.sync":
		in.kind = wait
		p.k.code = append(p.k.code, in)
		return nil
	case "bar.red.or.pred":
		in.kind = waitAny
	}
	if strings.HasPrefix(op, "shfl.") || strings.HasPrefix(op, "vote.") {
		in.kind = converged
	}
	if err := p.operands(&in, rest); err != nil {
		return err
	}
	if in.kind != waitAny {
		var err error
		if in.run, err = lookup(&in); err != nil {
			return err
		}
	}
	p.k.code = append(p.k.code, in)
	return nil
}

// operands sorts what stands behind the operation into what is written and what is read.
func (p *parser) operands(in *instruction, rest string) error {
	var list []string
	depth, from := 0, 0
	for i, c := range rest + "," {
		switch c {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		case ',':
			if depth == 0 {
				list = append(list, strings.TrimSpace(rest[from:i]))
				from = i + 1
			}
		}
	}
	width := 32
	if strings.HasSuffix(in.op, "64") {
		width = 64
	}
	for i, word := range list {
		switch {
		case word[0] == '{':
			for _, name := range strings.Split(strings.Trim(word, "{} "), ",") {
				r, ok := p.find(strings.TrimSpace(name))
				if !ok {
					return fmt.Errorf("no register %s", name)
				}
				if i == 0 {
					in.d = append(in.d, r)
				} else {
					in.s = append(in.s, r)
				}
			}
			continue
		case word[0] == '[':
			if err := p.address(in, strings.Trim(word, "[] ")); err != nil {
				return err
			}
			continue
		case in.op == "mov.u32" && i == 1 && special[word] != 0:
			in.at = uint64(special[word])
			in.op = "mov.special"
			continue
		}
		r, err := p.value(in.op, word, width)
		if err != nil {
			return err
		}
		if i == 0 && !strings.HasPrefix(in.op, "st.") {
			in.d = append(in.d, r)
		} else {
			in.s = append(in.s, r)
		}
	}
	return nil
}

// address decodes what stands between brackets: a parameter, or a register or shared variable and an offset. The register comes first.
func (p *parser) address(in *instruction, text string) error {
	if n, ok := p.k.params[text]; ok {
		in.at = uint64(n)
		return nil
	}
	base, offset, ok := strings.Cut(text, "+")
	if ok {
		n, err := strconv.ParseInt(offset, 10, 64)
		if err != nil {
			return err
		}
		in.at = uint64(n)
	}
	r, found := p.find(base)
	if !found {
		at, isShared := p.k.shared[base]
		if !isShared {
			return fmt.Errorf("no address %s", base)
		}
		r = p.constant(at, true)
	}
	in.s = append([]operand{r}, in.s...)
	return nil
}

// value finds a register or makes one for an immediate operand.
func (p *parser) value(op, word string, width int) (operand, error) {
	if r, ok := p.find(word); ok {
		return r, nil
	}
	if at, ok := p.k.shared[word]; ok {
		return p.constant(at, true), nil
	}
	if hex, ok := strings.CutPrefix(word, "0f"); ok {
		n, err := strconv.ParseUint(hex, 16, 32)
		return p.constant(n, false), err
	}
	n, err := strconv.ParseInt(word, 0, 64)
	if err != nil {
		var u uint64
		if u, err = strconv.ParseUint(word, 0, 64); err != nil {
			return operand{}, fmt.Errorf("no operand %s", word)
		}
		n = int64(u)
	}
	if shift := strings.HasPrefix(op, "sh") && !strings.HasPrefix(op, "shfl"); shift || width == 32 || strings.HasPrefix(op, "mul.wide") {
		return p.constant(uint64(n)&math.MaxUint32, false), nil
	}
	return p.constant(uint64(n), true), nil
}

func (p *parser) constant(n uint64, wide bool) operand {
	key := preset{operand{wide: wide}, n}
	r, ok := p.constants[key]
	if !ok {
		r = p.register(wide)
		p.constants[key] = r
		p.k.preset = append(p.k.preset, preset{r, n})
	}
	return r
}

func (p *parser) find(name string) (operand, bool) {
	if p.depth > 1 {
		if r, ok := p.registers[p.inner(name)]; ok {
			return r, true
		}
	}
	r, ok := p.registers[name]
	return r, ok
}

func (p *parser) finish() error {
	for at, label := range p.targets {
		to, ok := p.labels[label]
		if !ok {
			return fmt.Errorf("no label %s", label)
		}
		p.k.code[at].to = to
	}
	if n := len(p.k.code); n == 0 || p.k.code[n-1].kind != leave {
		return errors.New("it does not end in ret")
	}
	return nil
}
