// Command opcodes writes the Go and Solidity tables of testdata/vectors/opcodes.json, the one source of every code of the descriptor.
//
// It takes the repository's root as its only argument and is run by go generate; its output depends on that file alone.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/format"
	"log"
	"os"
	"path/filepath"
	"strings"
)

// entry is one code of one table; code 0 is invalid everywhere.
type entry struct {
	Name       string
	Code       int
	About      string
	Modes      []string
	Attributes []string
	Arguments  int
}

// region is a run of words of the descriptor.
type region struct {
	Word   int
	Count  int
	Fields []string
}

type tables struct {
	Operators    []entry
	Modes        []entry
	DTypes       []entry
	Shapes       []entry
	Sources      []entry
	RunConstants []entry `json:"run_constants"`
	Roles        []entry
	Instructions []entry
	ListKinds    []entry `json:"list_kinds"`
	Descriptor   struct {
		Words        int
		Header       []string
		Attributes   region
		Constants    region
		Operands     region
		Instructions region
	}
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("opcodes: ")
	if len(os.Args) != 2 {
		log.Fatal("usage: opcodes ROOT")
	}
	if err := generate(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func generate(root string) error {
	source, err := os.ReadFile(filepath.Join(root, "testdata", "vectors", "opcodes.json"))
	if err != nil {
		return err
	}
	t, err := parse(source)
	if err != nil {
		return err
	}
	for path, text := range map[string]string{
		"train/numeric":      numericFile(t),
		"train/program":      programFile(t, "program"),
		"fraudproof/referee": programFile(t, "referee"),
	} {
		formatted, err := format.Source([]byte(text))
		if err != nil {
			return fmt.Errorf("formatting %s: %w", path, err)
		}
		if err := os.WriteFile(filepath.Join(root, path, "opcodes_gen.go"), formatted, 0o644); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(root, "solidity", "src", "OpCodes.sol"), []byte(solidityFile(t)), 0o644)
}

// parse reads the tables and refuses codes that are not 1, 2, 3, … in order and regions that overlap.
func parse(source []byte) (*tables, error) {
	var t tables
	if err := json.NewDecoder(bytes.NewReader(source)).Decode(&t); err != nil {
		return nil, err
	}
	modes := map[string]bool{}
	for _, m := range t.Modes {
		modes[m.Name] = true
	}
	for name, table := range map[string][]entry{
		"operators": t.Operators, "modes": t.Modes, "dtypes": t.DTypes, "shapes": t.Shapes, "sources": t.Sources,
		"run_constants": t.RunConstants, "roles": t.Roles, "instructions": t.Instructions, "list_kinds": t.ListKinds,
	} {
		if len(table) == 0 {
			return nil, fmt.Errorf("table %s is empty", name)
		}
		for i, e := range table {
			if e.Code != i+1 {
				return nil, fmt.Errorf("%s: %s has code %d, want %d", name, e.Name, e.Code, i+1)
			}
			for _, m := range e.Modes {
				if !modes[m] {
					return nil, fmt.Errorf("operator %s has the unknown mode %s", e.Name, m)
				}
			}
		}
	}
	d := t.Descriptor
	end := len(d.Header)
	for _, r := range []region{d.Attributes, d.Constants, d.Operands, d.Instructions} {
		if r.Word < end {
			return nil, fmt.Errorf("descriptor: the region at word %d begins before word %d", r.Word, end)
		}
		end = r.Word + r.Count*max(1, len(r.Fields))
	}
	if end > d.Words {
		return nil, fmt.Errorf("descriptor: regions end at word %d of %d", end, d.Words)
	}
	return &t, nil
}

const notice = "// Code generated from testdata/vectors/opcodes.json; DO NOT EDIT.\n\n"

func numericFile(t *tables) string {
	var b strings.Builder
	b.WriteString(notice + "package numeric\n\n")
	enum(&b, "MapOp", "an instruction of a map expression", "Map", t.Instructions)
	b.WriteString("// mapArguments is the number of registers an instruction reads.\nvar mapArguments = [...]uint8{\n")
	for _, e := range t.Instructions {
		fmt.Fprintf(&b, "Map%s: %d,\n", camel(e.Name), e.Arguments)
	}
	b.WriteString("}\n\n")
	enum(&b, "Mode", "the way a matrix product reads its operands", "", pick(t.Modes, "nn", "nt", "tn"))
	enum(&b, "Role", "how a map operand is indexed", "", pick(t.Roles, "full", "row", "col", "rec"))
	return b.String()
}

func programFile(t *tables, name string) string {
	var b strings.Builder
	b.WriteString(notice + "package " + name + "\n\n")
	enum(&b, "Opcode", "an operator of the table", "Op", t.Operators)
	enum(&b, "Mode", "the variant of an operator", "Mode", t.Modes)
	enum(&b, "DType", "the type of a tensor's words", "DType", t.DTypes)
	enum(&b, "ShapeKind", "how a tensor is cut into tiles", "Shape", t.Shapes)
	enum(&b, "Source", "where an operand comes from", "Source", t.Sources)
	enum(&b, "RunConstant", "the index of an operand whose source is the run's constants", "Constant", t.RunConstants)
	enum(&b, "Role", "what an operand is to its operator", "Role", t.Roles)
	b.WriteString("// modesOf lists the modes an operator may have.\nvar modesOf = [...][]Mode{\n")
	for _, e := range t.Operators {
		fmt.Fprintf(&b, "Op%s: {", camel(e.Name))
		for _, m := range e.Modes {
			fmt.Fprintf(&b, "Mode%s, ", camel(m))
		}
		b.WriteString("},\n")
	}
	b.WriteString("}\n\n// Attributes, as indices into the descriptor's attribute words.\nconst (\n")
	for _, e := range t.Operators {
		for i, a := range e.Attributes {
			fmt.Fprintf(&b, "Attribute%s%s = %d\n", camel(e.Name), camel(a), i)
		}
	}
	b.WriteString(")\n\n// Layout of the descriptor, in uint32 words.\nconst (\n")
	d := t.Descriptor
	fmt.Fprintf(&b, "DescriptorWords = %d\n", d.Words)
	for i, f := range d.Header {
		fmt.Fprintf(&b, "Word%s = %d\n", camel(f), i)
	}
	for _, r := range []struct {
		name string
		region
	}{{"Attribute", d.Attributes}, {"Constant", d.Constants}, {"Operand", d.Operands}, {"Instruction", d.Instructions}} {
		fmt.Fprintf(&b, "First%sWord = %d\nMax%ss = %d\n", r.name, r.Word, r.name, r.Count)
	}
	fmt.Fprintf(&b, "OperandWords = %d\n", len(d.Operands.Fields))
	b.WriteString(")\n\n// Words of one operand, counted from its first.\nconst (\n")
	for i, f := range d.Operands.Fields {
		fmt.Fprintf(&b, "Operand%s = %d\n", camel(f), i)
	}
	b.WriteString(")\n")
	return b.String()
}

// enum writes a type, its constants and its String method.
func enum(b *strings.Builder, typ, about, prefix string, table []entry) {
	fmt.Fprintf(b, "// %s is %s; 0 is invalid.\ntype %s uint8\n\nconst (\n", typ, about, typ)
	for _, e := range table {
		fmt.Fprintf(b, "%s%s %s = %d", prefix, camel(e.Name), typ, e.Code)
		if e.About != "" {
			fmt.Fprintf(b, " // %s", e.About)
		}
		b.WriteString("\n")
	}
	names := "names" + typ
	fmt.Fprintf(b, ")\n\nvar %s = [...]string{\n", names)
	for _, e := range table {
		fmt.Fprintf(b, "%s%s: %q,\n", prefix, camel(e.Name), e.Name)
	}
	fmt.Fprintf(b, "}\n\n// String returns the name in the vectors file.\nfunc (v %s) String() string {\n", typ)
	fmt.Fprintf(b, "if int(v) < len(%s) && %s[v] != \"\" {\nreturn %s[v]\n}\nreturn \"invalid\"\n}\n\n", names, names, names)
}

// pick returns the named entries of a table.
func pick(table []entry, names ...string) []entry {
	var picked []entry
	for _, e := range table {
		for _, n := range names {
			if e.Name == n {
				picked = append(picked, e)
			}
		}
	}
	return picked
}

// camel turns a name of the vectors file into a Go name: pre_state, nn → PreState, NN.
func camel(name string) string {
	switch name {
	case "nn", "nt", "tn", "fma":
		return strings.ToUpper(name)
	case "dtype":
		return "DType"
	}
	var b strings.Builder
	for _, word := range strings.Split(name, "_") {
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return b.String()
}
