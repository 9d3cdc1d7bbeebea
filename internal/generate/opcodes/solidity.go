package main

import (
	"fmt"
	"strings"
)

// solidityFile writes the library of codes, formatted as forge fmt would.
func solidityFile(t *tables) string {
	var b strings.Builder
	b.WriteString("// SPDX-License-Identifier: Apache-2.0\n" + notice[:len(notice)-1] + "pragma solidity 0.8.37;\n\n")
	b.WriteString("/// @title Every code and place of an operator's descriptor; code 0 is invalid\nlibrary OpCodes {\n")
	section := ""
	constant := func(group string, value int, words ...string) {
		if section != group {
			if section != "" {
				b.WriteString("\n")
			}
			section = group
			fmt.Fprintf(&b, "    // %s\n", group)
		}
		fmt.Fprintf(&b, "    uint256 internal constant %s = %d;\n", strings.ToUpper(strings.Join(words, "_")), value)
	}
	for _, table := range []struct {
		about, prefix string
		entries       []entry
	}{
		{"Operators", "OP", t.Operators},
		{"Modes", "MODE", t.Modes},
		{"Types of words", "DTYPE", t.DTypes},
		{"How a tensor is cut into tiles", "SHAPE", t.Shapes},
		{"Where an operand comes from", "SOURCE", t.Sources},
		{"Index of an operand that is a constant of the run", "CONSTANT", t.RunConstants},
		{"What an operand is to its operator", "ROLE", t.Roles},
		{"Instructions of a map", "MAP", t.Instructions},
		{"Kinds of lists", "LIST", t.ListKinds},
	} {
		for _, e := range table.entries {
			constant(table.about, e.Code, table.prefix, e.Name)
		}
	}
	for _, e := range t.Operators {
		for i, a := range e.Attributes {
			constant("Attributes, as indices into the attribute words", i, "ATTRIBUTE", e.Name, a)
		}
	}
	codes := map[string]int{}
	for _, m := range t.Modes {
		codes[m.Name] = m.Code
	}
	fmt.Fprintf(&b, "\n    // Modes an operator may have: bit m for mode m, 32 bits for each operator from 0 on; MODES_HIGH from operator 8 on\n")
	for _, half := range []struct {
		name  string
		first int
	}{{"MODES_LOW", 0}, {"MODES_HIGH", 8}} {
		var words [8]uint32
		for _, e := range t.Operators {
			for _, m := range e.Modes {
				if at := e.Code - half.first; at >= 0 && at < len(words) {
					words[at] |= 1 << codes[m]
				}
			}
		}
		fmt.Fprintf(&b, "    uint256 internal constant %s = 0x", half.name)
		for i := range words {
			fmt.Fprintf(&b, "%08x", words[len(words)-1-i])
		}
		b.WriteString(";\n")
	}
	reads := uint64(0)
	for _, e := range t.Instructions {
		reads |= uint64(e.Arguments) << (2 * e.Code)
	}
	fmt.Fprintf(&b, "\n    // Registers an instruction reads, two bits for each from 0 on\n    uint256 internal constant MAP_READS = 0x%016x;\n", reads)
	const layout = "Layout of the descriptor, in uint32 words"
	d := t.Descriptor
	constant(layout, d.Words, "DESCRIPTOR_WORDS")
	for i, f := range d.Header {
		constant(layout, i, "WORD", f)
	}
	for _, r := range []struct {
		name string
		region
	}{{"ATTRIBUTE", d.Attributes}, {"CONSTANT", d.Constants}, {"OPERAND", d.Operands}, {"INSTRUCTION", d.Instructions}} {
		constant(layout, r.Word, "FIRST", r.name, "WORD")
		constant(layout, r.Count, "MAX", r.name+"S")
	}
	constant(layout, len(d.Operands.Fields), "OPERAND_WORDS")
	for i, f := range d.Operands.Fields {
		constant("Words of one operand, counted from its first", i, "OPERAND", f)
	}
	b.WriteString("}\n")
	return b.String()
}
