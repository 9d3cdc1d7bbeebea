package store

import (
	"database/sql"

	"github.com/commonweight/commonweight/coordinator/entity"
)

// row are the arguments of t.insert.
func (t *table) row(v *version) ([]any, error) {
	args := make([]any, 0, len(t.columns)+2)
	args = append(args, int64(v.first))
	if !t.Immutable {
		args = append(args, int64(v.next))
	}
	for i, value := range v.entity.Values() {
		encoded, err := encode(t.Fields[i], value)
		if err != nil {
			return nil, err
		}
		args = append(args, encoded)
	}
	return args, nil
}

// scan reads entities: rows of first and the columns.
func (t *table) scan(rows *sql.Rows, err error) ([]entity.Entity, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []entity.Entity
	for rows.Next() {
		raw := make([]any, 1+len(t.columns))
		into := make([]any, len(raw))
		for i := range raw {
			into[i] = &raw[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		values := raw[1:]
		for i, f := range t.Fields {
			if values[i], err = decode(f, values[i]); err != nil {
				return nil, err
			}
		}
		e, err := entity.FromValues(t.Kind, values)
		if err != nil {
			return nil, err
		}
		found = append(found, e)
	}
	return found, rows.Err()
}
