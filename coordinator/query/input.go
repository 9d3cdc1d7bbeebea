package query

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// maxDigits is more than any number of a contract has.
const maxDigits = 80

// word is an enum's value as a document spells it.
type word string

// plain turns a value of the document into what JSON would have given: nil, bool, string, json.Number, []any, map[string]any; or a word. Variables
// are filled in; ok is false for one that isn't given.
func (c *compiler) plain(v *ast.Value) (value any, ok bool, err error) {
	switch v.Kind {
	case ast.Variable:
		return c.variable(v.Raw)
	case ast.IntValue, ast.FloatValue:
		return json.Number(v.Raw), true, nil
	case ast.StringValue, ast.BlockValue:
		return v.Raw, true, nil
	case ast.BooleanValue:
		return v.Raw == "true", true, nil
	case ast.NullValue:
		return nil, true, nil
	case ast.EnumValue:
		return word(v.Raw), true, nil
	case ast.ListValue:
		list := make([]any, len(v.Children))
		for i, child := range v.Children {
			if list[i], _, err = c.plain(child.Value); err != nil {
				return nil, false, err
			}
		}
		return list, true, nil
	case ast.ObjectValue:
		object := make(map[string]any, len(v.Children))
		for _, child := range v.Children {
			value, ok, err := c.plain(child.Value)
			if err != nil {
				return nil, false, err
			}
			if ok {
				object[child.Name] = value
			}
		}
		return object, true, nil
	}
	return nil, false, fmt.Errorf("the value %s is of no known kind", v)
}

func (c *compiler) variable(name string) (value any, ok bool, err error) {
	def := c.op.VariableDefinitions.ForName(name)
	if def == nil {
		return nil, false, fmt.Errorf("the variable $%s isn't declared", name)
	}
	value, ok = c.variables[name]
	if !ok && def.DefaultValue != nil {
		return c.plain(def.DefaultValue)
	}
	if def.Type.NonNull && value == nil {
		return nil, false, fmt.Errorf("the variable $%s must be given", name)
	}
	return value, ok, nil
}

// coerce checks a plain value against a type. What comes out is nil, bool, int32, string (text, ids, enums), []byte, *big.Int, []any or
// map[string]any.
func (d *dialect) coerce(value any, t *ast.Type) (any, error) {
	if value == nil {
		if t.NonNull {
			return nil, fmt.Errorf("null isn't allowed here, want %s", t)
		}
		return nil, nil
	}
	if t.Elem != nil {
		list, ok := value.([]any)
		if !ok {
			list = []any{value}
		}
		if len(list) > maxValues {
			return nil, fmt.Errorf("a list of %d values, at most %d are allowed", len(list), maxValues)
		}
		out := make([]any, len(list))
		for i, element := range list {
			var err error
			if out[i], err = d.coerce(element, t.Elem); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	def := d.schema.Types[t.NamedType]
	switch def.Kind {
	case ast.Enum:
		return coerceEnum(value, def)
	case ast.InputObject:
		return d.coerceObject(value, def)
	}
	return coerceScalar(value, t.NamedType)
}

func coerceEnum(value any, def *ast.Definition) (any, error) {
	var name string
	switch v := value.(type) {
	case word:
		name = string(v)
	case string:
		name = v
	}
	if def.EnumValues.ForName(name) == nil {
		return nil, fmt.Errorf("%s is no value of %s", show(value), def.Name)
	}
	return name, nil
}

func (d *dialect) coerceObject(value any, def *ast.Definition) (any, error) {
	object, ok := value.(map[string]any)
	if !ok {
		return nil, fmt.Errorf("%s is no %s", show(value), def.Name)
	}
	out := make(map[string]any, len(object))
	for name, v := range object {
		field := def.Fields.ForName(name)
		if field == nil {
			return nil, fmt.Errorf("%s has no field %s", def.Name, show(name))
		}
		coerced, err := d.coerce(v, field.Type)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out[name] = coerced
	}
	for _, field := range def.Fields {
		if _, given := out[field.Name]; field.Type.NonNull && !given {
			return nil, fmt.Errorf("%s.%s must be given", def.Name, field.Name)
		}
	}
	return out, nil
}

func coerceScalar(value any, name string) (any, error) {
	text, isText := value.(string)
	number, isNumber := value.(json.Number)
	switch name {
	case "String":
		if isText {
			return text, nil
		}
	case "ID":
		if isNumber {
			return number.String(), nil
		}
		if isText {
			return text, nil
		}
	case "Boolean":
		if b, ok := value.(bool); ok {
			return b, nil
		}
	case "Int":
		if n, err := strconv.ParseInt(number.String(), 10, 32); isNumber && err == nil {
			return int32(n), nil
		}
	case "BigInt":
		if isNumber {
			text, isText = number.String(), true
		}
		if n, ok := decimal(text); isText && ok {
			return n, nil
		}
	case "Bytes":
		if b, err := hex.DecodeString(strings.TrimPrefix(text, "0x")); isText && err == nil {
			return b, nil
		}
	}
	return nil, fmt.Errorf("%s is no %s", show(value), name)
}

func decimal(text string) (*big.Int, bool) {
	digits := strings.TrimPrefix(text, "-")
	if len(digits) == 0 || len(digits) > maxDigits || strings.Trim(digits, "0123456789") != "" {
		return nil, false
	}
	return new(big.Int).SetString(text, 10)
}

// show spells what a client sent in an error, cut short.
func show(value any) string {
	const most = 60
	text, _ := json.Marshal(value)
	if len(text) > most {
		return strings.ToValidUTF8(string(text[:most]), "") + "…"
	}
	return string(text)
}
