package harness

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/big"
	"slices"
	"unicode/utf16"

	"github.com/tetratelabs/wazero/api"
)

// typeID is graph-ts's number of a class, which a module's id_of_type turns into its own.
type typeID uint32

// Classes that a graph node makes.
const (
	typeString               typeID = 0
	typeArrayBuffer          typeID = 1
	typeUint8Array           typeID = 6
	typeEthereumValues       typeID = 15
	typeStoreValues          typeID = 16
	typeEventParams          typeID = 18
	typeEntries              typeID = 21
	typeEventParam           typeID = 23
	typeTransaction          typeID = 24
	typeBlock                typeID = 25
	typeEthereumValue        typeID = 30
	typeStoreValue           typeID = 31
	typeEvent                typeID = 33
	typeEntry                typeID = 34
	typeMap                  typeID = 36
	sizeBefore                      = 4 // of an object, lies before it
	sizeOfView                      = 12
	sizeOfArray                     = 16
	sizeOfValue                     = 16
	maxObject                       = 1 << 24
	pointerSize                     = 4
	wordOfValue, dataOfValue        = 0, 8
)

// heap are the objects of one instance. Pointers are 0 for null.
type heap struct {
	ctx    context.Context
	memory api.Memory
	create api.Function // __new
	idOf   api.Function // id_of_type
	types  map[typeID]uint32
}

func newHeap(ctx context.Context, module api.Module, types map[typeID]uint32) heap {
	return heap{ctx, module.Memory(), module.ExportedFunction("__new"), module.ExportedFunction("id_of_type"), types}
}

// trap ends the call of a handler: host functions have no other way to fail.
func trap(format string, args ...any) { panic(fmt.Errorf(format, args...)) }

func (h heap) call(f api.Function, args ...uint64) uint32 {
	results, err := f.Call(h.ctx, args...)
	if err != nil {
		panic(err)
	}
	return uint32(results[0])
}

// alloc returns a new object of a class, all zero.
func (h heap) alloc(size int, of typeID) uint32 {
	id, ok := h.types[of]
	if !ok {
		id = h.call(h.idOf, uint64(of))
		h.types[of] = id
	}
	return h.call(h.create, uint64(size), uint64(id))
}

func (h heap) write(at uint32, data []byte) {
	if !h.memory.Write(at, data) {
		trap("write of %d bytes at %d", len(data), at)
	}
}

func (h heap) read(at uint32, size uint32) []byte {
	if size > maxObject {
		trap("object of %d bytes", size)
	}
	data, ok := h.memory.Read(at, size)
	if !ok {
		trap("read of %d bytes at %d", size, at)
	}
	return data
}

func (h heap) word(at uint32) uint32 { return binary.LittleEndian.Uint32(h.read(at, 4)) }

// object makes an object whose fields are pointers.
func (h heap) object(of typeID, fields ...uint32) uint32 {
	at := h.alloc(pointerSize*len(fields), of)
	h.write(at, words(fields))
	return at
}

func words(values []uint32) []byte {
	var data []byte
	for _, v := range values {
		data = binary.LittleEndian.AppendUint32(data, v)
	}
	return data
}

func (h heap) newString(s string) uint32 {
	units := utf16.Encode([]rune(s))
	at := h.alloc(2*len(units), typeString)
	data := make([]byte, 0, 2*len(units))
	for _, u := range units {
		data = binary.LittleEndian.AppendUint16(data, u)
	}
	h.write(at, data)
	return at
}

func (h heap) string(at uint32) string {
	data := h.read(at, h.word(at-sizeBefore))
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}

// newBytes makes a Uint8Array, which Bytes, Address and BigInt are.
func (h heap) newBytes(data []byte) uint32 {
	buffer := h.alloc(len(data), typeArrayBuffer)
	h.write(buffer, data)
	at := h.alloc(sizeOfView, typeUint8Array)
	h.write(at, words([]uint32{buffer, buffer, uint32(len(data))}))
	return at
}

func (h heap) bytes(at uint32) []byte { return slices.Clone(h.read(h.word(at+4), h.word(at+8))) }

func (h heap) newArray(of typeID, elements []uint32) uint32 {
	size := pointerSize * len(elements)
	buffer := h.alloc(size, typeArrayBuffer)
	h.write(buffer, words(elements))
	at := h.alloc(sizeOfArray, of)
	h.write(at, words([]uint32{buffer, buffer, uint32(size), uint32(len(elements))}))
	return at
}

func (h heap) array(at uint32) []uint32 {
	n := h.word(at + 12)
	data := h.read(h.word(at+4), pointerSize*n)
	elements := make([]uint32, n)
	for i := range elements {
		elements[i] = binary.LittleEndian.Uint32(data[pointerSize*i:])
	}
	return elements
}

// newBigInt makes a BigInt: two's complement, the lowest byte first, no longer than needed.
func (h heap) newBigInt(v *big.Int) uint32 {
	var data []byte
	if v.Sign() >= 0 {
		data = append(data, 0)
		data = append(data, v.Bytes()...)
		if len(data) > 1 && data[1] < 0x80 {
			data = data[1:]
		}
	} else {
		// −v − 1 with all bits turned.
		data = append(data, 0)
		data = append(data, new(big.Int).Not(v).Bytes()...)
		if len(data) > 1 && data[1] < 0x80 {
			data = data[1:]
		}
		for i := range data {
			data[i] = ^data[i]
		}
	}
	slices.Reverse(data)
	return h.newBytes(data)
}

func (h heap) bigInt(at uint32) *big.Int {
	data := h.bytes(at)
	slices.Reverse(data)
	negative := len(data) > 0 && data[0] >= 0x80
	if negative {
		for i := range data {
			data[i] = ^data[i]
		}
	}
	v := new(big.Int).SetBytes(data)
	if negative {
		v.Not(v)
	}
	return v
}

// newValue makes a Value of the store's or of ethereum's.
func (h heap) newValue(of typeID, kind uint32, data uint64) uint32 {
	at := h.alloc(sizeOfValue, of)
	var b [sizeOfValue]byte
	binary.LittleEndian.PutUint32(b[wordOfValue:], kind)
	binary.LittleEndian.PutUint64(b[dataOfValue:], data)
	h.write(at, b[:])
	return at
}
