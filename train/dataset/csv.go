package dataset

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// maxLine bounds a line of a CSV file before it is decoded.
const maxLine = 4 << 20

// decodeCSV makes records of lines. Decimals are rounded once, to binary32.
func decodeCSV(r io.Reader, want Want) ([]byte, error) {
	lines := csv.NewReader(&shortLines{r: r})
	lines.ReuseRecord, lines.TrimLeadingSpace = true, true
	lines.FieldsPerRecord = -1 // checked below, in words that name the model
	label := want.Features
	var payload []byte
	for first := true; ; first = false {
		fields, err := lines.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, csvError(err)
		}
		line, _ := lines.FieldPos(0)
		if first {
			fields[0] = strings.TrimPrefix(fields[0], "\ufeff") // a byte order mark
		}
		if len(fields) != want.Features+1 {
			return nil, fmt.Errorf("%w: line %d has %d columns; the model takes %d features, and a label comes with them", ErrFormat, line, len(fields),
				want.Features)
		}
		if first && areNames(fields) {
			if want.Label == "" {
				continue
			}
			if label = slices.IndexFunc(fields, func(f string) bool { return strings.TrimSpace(f) == want.Label }); label < 0 {
				return nil, fmt.Errorf("%w: no column is called %.80q", ErrFormat, want.Label)
			}
			continue
		}
		if first && want.Label != "" {
			return nil, fmt.Errorf("%w: its first line holds no names, so no column is called %.80q", ErrFormat, want.Label)
		}
		if want.recordBytes() > want.Limit-int64(len(payload)) {
			return nil, fmt.Errorf("%w: line %d is beyond the limit of %d bytes", ErrFormat, line, want.Limit)
		}
		if payload, err = appendRecord(payload, fields, label, want); err != nil {
			return nil, fmt.Errorf("%w: line %d, %w", ErrFormat, line, err)
		}
	}
	if len(payload) == 0 {
		return nil, fmt.Errorf("%w: it holds no records", ErrEmpty)
	}
	return payload, nil
}

// areNames tells a header from a record: something in it is no number.
func areNames(fields []string) bool {
	return slices.ContainsFunc(fields, func(f string) bool {
		_, err := strconv.ParseFloat(strings.TrimSpace(f), 64)
		return errors.Is(err, strconv.ErrSyntax)
	})
}

func appendRecord(payload []byte, fields []string, label int, want Want) ([]byte, error) {
	class := -1
	for i, field := range fields {
		field = strings.TrimSpace(field)
		x, err := strconv.ParseFloat(field, 32)
		if err != nil || math.IsInf(x, 0) || math.IsNaN(x) {
			return nil, fmt.Errorf("column %d: %.40q is no finite number", i+1, field)
		}
		if i != label {
			payload = binary.LittleEndian.AppendUint32(payload, math.Float32bits(float32(x)))
			continue
		}
		if class = int(max(-1, min(x, 1<<30))); float64(class) != x || class < 0 || class >= want.Classes {
			return nil, fmt.Errorf("column %d: the label %.40q is none of the %d classes, which count from 0", i+1, field, want.Classes)
		}
	}
	return binary.LittleEndian.AppendUint32(payload, uint32(class)), nil
}

// csvError keeps what stands in the file out of the error, but for the place.
func csvError(err error) error {
	var wrong *csv.ParseError
	if errors.As(err, &wrong) {
		return fmt.Errorf("%w: line %d: %w", ErrFormat, wrong.Line, wrong.Err)
	}
	return err
}

// shortLines fails at a line that is longer than maxLine.
type shortLines struct {
	r    io.Reader
	line int // bytes since its beginning
}

func (s *shortLines) Read(p []byte) (int, error) {
	n, err := s.r.Read(p[:min(len(p), maxLine)])
	for rest := p[:n]; len(rest) > 0; {
		end := bytes.IndexByte(rest, '\n')
		if end < 0 {
			s.line += len(rest)
			break
		}
		if s.line+end > maxLine {
			s.line += end
			break
		}
		s.line, rest = 0, rest[end+1:]
	}
	if s.line > maxLine {
		return 0, fmt.Errorf("%w: a line has more than %d bytes", ErrFormat, maxLine)
	}
	return n, err
}
