package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/commonweight/commonweight/coordinator/entity"
)

// compiler turns queries into SQL. Names come from the schema alone, values are arguments.
type compiler struct {
	tables  []*table
	block   int64
	args    []any
	aliases int
}

// mostNested bounds filters within filters; SQLite refuses much deeper ones itself.
const mostNested = 32

func (c *compiler) arg(v any) string {
	c.args = append(c.args, v)
	return fmt.Sprintf("?%d", len(c.args))
}

func (c *compiler) alias() string {
	c.aliases++
	return fmt.Sprintf("t%d", c.aliases)
}

// holds is the condition that a version holds at the block. The number is ours: in the text it lets SQLite choose indexes.
func (c *compiler) holds(t *table, alias string) string {
	if t.Immutable {
		return fmt.Sprintf("%s.first <= %d", alias, c.block)
	}
	return fmt.Sprintf("%s.first <= %d AND %s.next > %d", alias, c.block, alias, c.block)
}

// unindexed is holds in words that no index is chosen for.
func (c *compiler) unindexed(t *table, alias string) string {
	if t.Immutable {
		return fmt.Sprintf("+%s.first <= %d", alias, c.block)
	}
	return fmt.Sprintf("+%s.first <= %d AND +%s.next > %d", alias, c.block, alias, c.block)
}

func (c *compiler) query(q Query) (string, error) {
	if q.Kind == 0 || int(q.Kind) > len(c.tables) {
		return "", errors.New("no such kind")
	}
	t := c.tables[q.Kind-1]
	a := c.alias()
	order, join, err := c.order(t, a, q)
	if err != nil {
		return "", err
	}
	columns := make([]string, 0, 1+len(t.columns))
	columns = append(columns, a+".first AS first")
	for _, column := range t.columns {
		columns = append(columns, a+"."+column+" AS "+column)
	}
	per := ""
	if q.Per != "" {
		at := t.Field(q.Per)
		if at < 0 {
			return "", fmt.Errorf("no field %s", q.Per)
		}
		per = a + "." + t.columns[at]
	}
	alone := per == "" || q.Per == "id" && q.Skip == 0 && q.First > 0 // at most one of each id
	var b strings.Builder
	b.WriteString("SELECT " + strings.Join(columns, ", "))
	if !alone {
		fmt.Fprintf(&b, ", %s AS _part, row_number() OVER (PARTITION BY %s ORDER BY %s) AS _place", per, per, order)
	}
	holds := c.holds(t, a)
	if per == "" && q.Where == nil && t.ordered(q.OrderBy) {
		holds = c.unindexed(t, a) // to take the first rows in order is better than to find all rows first
	}
	fmt.Fprintf(&b, " FROM %s AS %s%s WHERE %s", t.name, a, join, holds)
	if per != "" {
		b.WriteString(" AND " + c.among(per, q.Of))
	}
	if q.Where != nil {
		condition, err := c.filter(t, a, *q.Where, 0)
		if err != nil {
			return "", err
		}
		b.WriteString(" AND " + condition)
	}
	switch {
	case alone && per != "":
		fmt.Fprintf(&b, " ORDER BY %s LIMIT %d", order, q.Most)
	case alone:
		fmt.Fprintf(&b, " ORDER BY %s LIMIT %d OFFSET %d", order, min(q.First, q.Most), q.Skip)
	default:
		names := append([]string{"first"}, t.columns...)
		return fmt.Sprintf("SELECT %s FROM (%s) WHERE _place > %d AND _place <= %d ORDER BY _part, _place LIMIT %d", strings.Join(names, ", "), b.String(),
			q.Skip, q.Skip+q.First, q.Most), nil
	}
	return b.String(), nil
}

// among is one argument however many values there are.
func (c *compiler) among(column string, values []string) string {
	parts := make([]string, len(values))
	for i, v := range values {
		parts[i] = c.arg(v)
	}
	return fmt.Sprintf("%s IN (%s)", column, strings.Join(parts, ", "))
}

// order is what follows ORDER BY, and the join that it needs.
func (c *compiler) order(t *table, a string, q Query) (order, join string, err error) {
	way, nulls := "ASC", "LAST"
	if q.Descending {
		way, nulls = "DESC", "FIRST"
	}
	byID := a + ".id " + way
	if q.OrderBy == "" || q.OrderBy == "id" {
		return byID, "", nil
	}
	name, inner, nested := strings.Cut(q.OrderBy, "__")
	at := t.Field(name)
	if at < 0 {
		return "", "", fmt.Errorf("no field %s to order by", name)
	}
	field := t.Fields[at]
	column := a + "." + t.columns[at]
	if nested {
		if field.Type != entity.TypeReference {
			return "", "", fmt.Errorf("%s refers to nothing", name)
		}
		other, o := c.tables[field.Of-1], c.alias()
		in := other.Field(inner)
		if in < 0 {
			return "", "", fmt.Errorf("no field %s of %s to order by", inner, other.Name)
		}
		join = fmt.Sprintf(" LEFT JOIN %s AS %s ON %s.id = %s AND %s", other.name, o, o, column, c.holds(other, o))
		field, column = other.Fields[in], o+"."+other.columns[in]
		field.Nullable = true // the other need not be there
	}
	if !field.Nullable {
		return fmt.Sprintf("%s %s, %s", column, way, byID), join, nil
	}
	return fmt.Sprintf("%s %s NULLS %s, %s", column, way, nulls, byID), join, nil
}

func (c *compiler) filter(t *table, a string, f Filter, depth int) (string, error) {
	if depth > mostNested {
		return "", errors.New("filters are nested too deep")
	}
	switch f.Op {
	case And, Or:
		return c.joined(t, a, f, depth)
	case Has:
		return c.has(t, a, f, depth)
	case Changed:
		v, err := encodeBlock(f.Value)
		return fmt.Sprintf("%s.first >= %s", a, c.arg(v)), err
	}
	at := t.Field(f.Field)
	if at < 0 {
		return "", fmt.Errorf("no field %s", f.Field)
	}
	return c.compare(t, at, a+"."+t.columns[at], f)
}

func (c *compiler) joined(t *table, a string, f Filter, depth int) (string, error) {
	word, none := " AND ", "1"
	if f.Op == Or {
		word, none = " OR ", "0"
	}
	if len(f.Nested) == 0 {
		return none, nil
	}
	parts := make([]string, len(f.Nested))
	for i, nested := range f.Nested {
		var err error
		if parts[i], err = c.filter(t, a, nested, depth+1); err != nil {
			return "", err
		}
	}
	return "(" + strings.Join(parts, word) + ")", nil
}

func (c *compiler) has(t *table, a string, f Filter, depth int) (string, error) {
	if len(f.Nested) != 1 {
		return "", fmt.Errorf("has %s: %d conditions", f.Field, len(f.Nested))
	}
	field, match := entity.Field{}, ""
	o := c.alias()
	if at := t.Field(f.Field); at >= 0 {
		field = t.Fields[at]
		match = o + ".id = " + a + "." + t.columns[at]
	} else if at := slices.IndexFunc(t.Derived, func(d entity.Field) bool { return d.Name == f.Field }); at >= 0 {
		field = t.Derived[at]
		match = o + "." + quote(field.By) + " = " + a + ".id"
	}
	if field.Of == 0 {
		return "", fmt.Errorf("%s refers to nothing", f.Field)
	}
	other := c.tables[field.Of-1]
	condition, err := c.filter(other, o, f.Nested[0], depth+1)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("EXISTS (SELECT 1 FROM %s AS %s WHERE %s AND %s AND %s)", other.name, o, match, c.holds(other, o), condition), nil
}
