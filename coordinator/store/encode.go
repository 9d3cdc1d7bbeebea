package store

import (
	"encoding/hex"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/commonweight/commonweight/coordinator/entity"
)

// zero is the first byte of 0; above it are numbers of one byte, two bytes, …, below it their negatives.
const zero = 0x80

// encodeInt writes a number so that byte order is number order.
//
// Bounds: 127 bytes of magnitude.
func encodeInt(v *big.Int) ([]byte, error) {
	size := (v.BitLen() + 7) / 8
	if size >= zero {
		return nil, fmt.Errorf("a number of %d bytes", size)
	}
	out := make([]byte, 1+size)
	v.FillBytes(out[1:])
	out[0] = byte(zero + size)
	if v.Sign() < 0 {
		out[0] = byte(zero - size)
		for i := range out[1:] {
			out[1+i] = ^out[1+i]
		}
	}
	return out, nil
}

func decodeInt(b []byte) (*big.Int, error) {
	if len(b) == 0 || len(b)-1 != max(int(b[0])-zero, zero-int(b[0])) {
		return nil, fmt.Errorf("no number: %x", b)
	}
	if b[0] >= zero {
		return new(big.Int).SetBytes(b[1:]), nil
	}
	magnitude := make([]byte, len(b)-1)
	for i := range magnitude {
		magnitude[i] = ^b[1+i]
	}
	v := new(big.Int).SetBytes(magnitude)
	return v.Neg(v), nil
}

// encode turns a value of an entity into a value of SQLite.
func encode(f entity.Field, v any) (any, error) {
	switch v := v.(type) {
	case nil:
		return nil, nil
	case string:
		if f.Type == entity.TypeEnum {
			return int64(1 + slices.Index(f.Enum, v)), nil // 0, which is never stored, for what the schema doesn't know
		}
		return v, nil
	case []byte:
		if v == nil {
			return []byte{}, nil
		}
		return v, nil
	case [][]byte:
		var b strings.Builder
		b.WriteByte(',')
		for _, item := range v {
			b.WriteString(hex.EncodeToString(item))
			b.WriteByte(',')
		}
		return b.String(), nil
	case *big.Int:
		return encodeInt(v)
	case int32:
		return int64(v), nil
	case bool:
		if v {
			return int64(1), nil
		}
		return int64(0), nil
	}
	return nil, fmt.Errorf("%s can't hold a %T", f.Name, v)
}

// decode is the reverse of encode. It keeps v.
func decode(f entity.Field, v any) (any, error) {
	if v == nil {
		return nil, nil
	}
	switch v := v.(type) {
	case string:
		if f.Type != entity.TypeBytesList {
			return v, nil
		}
		list := [][]byte{}
		for item := range strings.SplitSeq(strings.TrimPrefix(v, ","), ",") {
			b, err := hex.DecodeString(item)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", f.Name, err)
			}
			list = append(list, b)
		}
		return list[:len(list)-1], nil // the text ends with a comma
	case []byte:
		if f.Type == entity.TypeBigInt {
			return decodeInt(v)
		}
		if v == nil { // what the driver makes of an empty BLOB
			return []byte{}, nil
		}
		return v, nil
	case int64:
		switch f.Type {
		case entity.TypeInt:
			return int32(v), nil
		case entity.TypeBoolean:
			return v != 0, nil
		case entity.TypeEnum:
			if v >= 1 && v <= int64(len(f.Enum)) {
				return f.Enum[v-1], nil
			}
		}
	}
	return nil, fmt.Errorf("%s can't be %v", f.Name, v)
}
