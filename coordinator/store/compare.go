package store

import (
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"math/big"
	"strings"

	"github.com/commonweight/commonweight/coordinator/entity"
)

var comparisons = map[Op]string{Is: "=", Not: "<>", Less: "<", LessOrEqual: "<=", Greater: ">", GreaterOrEqual: ">="}

// compare is a condition on one column.
func (c *compiler) compare(t *table, at int, column string, f Filter) (string, error) {
	field := t.Fields[at]
	switch f.Op {
	case In, NotIn:
		return c.member(field, column, f)
	case Is, Not, Less, LessOrEqual, Greater, GreaterOrEqual:
		if f.Value == nil {
			return null(column, f.Op), nil
		}
		v, err := encode(field, f.Value)
		if err != nil {
			return "", err
		}
		return fmt.Sprintf("%s %s %s", column, comparisons[f.Op], c.arg(v)), nil
	}
	return c.part(field, c.bytesID(t, field), column, f)
}

func null(column string, op Op) string {
	switch op {
	case Is:
		return column + " IS NULL"
	case Not:
		return column + " IS NOT NULL"
	}
	return "0"
}

func (c *compiler) member(field entity.Field, column string, f Filter) (string, error) {
	values, ok := f.Value.([]any)
	if !ok {
		return "", fmt.Errorf("%s: in wants a list", field.Name)
	}
	hasNull := false
	var parts []string
	for _, v := range values {
		if v == nil {
			hasNull = true
			continue
		}
		encoded, err := encode(field, v)
		if err != nil {
			return "", err
		}
		parts = append(parts, c.arg(encoded))
	}
	list := strings.Join(parts, ", ")
	switch {
	case f.Op == NotIn:
		return fmt.Sprintf("(%s IS NOT NULL AND %s NOT IN (%s))", column, column, list), nil
	case hasNull:
		return fmt.Sprintf("(%s IS NULL OR %s IN (%s))", column, column, list), nil
	}
	return fmt.Sprintf("%s IN (%s)", column, list), nil
}

// parts of a value: which, negated, letters folded.
type partOp struct {
	where         byte // c(ontains), s(tarts), e(nds)
	negated, fold bool
}

var partOps = map[Op]partOp{
	Contains: {'c', false, false}, StartsWith: {'s', false, false}, EndsWith: {'e', false, false},
	ContainsNoCase: {'c', false, true}, StartsWithNoCase: {'s', false, true}, EndsWithNoCase: {'e', false, true},
	NotContains: {'c', true, false}, NotStartsWith: {'s', true, false}, NotEndsWith: {'e', true, false},
	NotContainsNoCase: {'c', true, true}, NotStartsWithNoCase: {'s', true, true}, NotEndsWithNoCase: {'e', true, true},
}

func (c *compiler) part(field entity.Field, bytesID bool, column string, f Filter) (string, error) {
	op, ok := partOps[f.Op]
	if !ok {
		return "", errors.New("unknown comparison")
	}
	if f.Value == nil {
		return "0", nil
	}
	condition, err := c.contains(field, bytesID, column, op, f.Value)
	if err != nil || !op.negated {
		return condition, err
	}
	return fmt.Sprintf("(%s IS NOT NULL AND NOT (%s))", column, condition), nil
}

func (c *compiler) contains(field entity.Field, bytesID bool, column string, op partOp, value any) (string, error) {
	switch v := value.(type) {
	case [][]byte:
		if field.Type != entity.TypeBytesList || op.where != 'c' {
			break
		}
		parts := []string{column + " IS NOT NULL"}
		for _, item := range v {
			parts = append(parts, fmt.Sprintf("instr(%s, %s) > 0", column, c.arg(","+hex.EncodeToString(item)+",")))
		}
		return strings.Join(parts, " AND "), nil
	case []byte:
		if field.Type != entity.TypeBytes {
			break
		}
		if v == nil {
			v = []byte{}
		}
		return c.within(column, op, v, len(v), 1), nil
	case string:
		switch field.Type {
		case entity.TypeString, entity.TypeID, entity.TypeReference:
			if bytesID {
				digits := strings.TrimPrefix(v, "0x")
				return c.within(fmt.Sprintf("substr(%s, 3)", column), op, digits, len(digits), 2), nil
			}
			return c.within(column, op, v, len([]rune(v)), 1), nil
		}
	}
	return "", fmt.Errorf("%s can't be compared in parts", field.Name)
}

// bytesID says whether a field holds ids that are Bytes.
func (c *compiler) bytesID(t *table, field entity.Field) bool {
	return field.Type == entity.TypeID && t.BytesID || field.Type == entity.TypeReference && c.tables[field.Of-1].BytesID
}

// within compares a part. Every is at how many places one may begin: 2 in hexadecimal digits.
func (c *compiler) within(column string, op partOp, part any, length, every int) string {
	if op.fold {
		column = "lower(" + column + ")"
		if text, ok := part.(string); ok {
			part = asciiLower(text)
		}
	}
	switch op.where {
	case 's':
		return fmt.Sprintf("substr(%s, 1, %d) = %s", column, length, c.arg(part))
	case 'e':
		if length == 0 {
			return column + " IS NOT NULL"
		}
		return fmt.Sprintf("(length(%s) >= %d AND substr(%s, -%d) = %s)", column, length, column, length, c.arg(part))
	}
	if every == 1 {
		return fmt.Sprintf("instr(%s, %s) > 0", column, c.arg(part))
	}
	return fmt.Sprintf("instr(unhex(%s), unhex(%s)) > 0", column, c.arg(part))
}

func asciiLower(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}

func encodeBlock(v any) (int64, error) {
	n, ok := v.(*big.Int)
	if !ok {
		return 0, fmt.Errorf("a block's number is no %T", v)
	}
	switch {
	case n.Sign() < 0:
		return 0, nil
	case !n.IsInt64():
		return math.MaxInt64, nil
	}
	return n.Int64(), nil
}
