package harness

import (
	"fmt"
	"math/big"
	"reflect"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Kinds of ethereum.Value.
const (
	ethAddress    = 0
	ethFixedBytes = 1
	ethBytes      = 2
	ethInt        = 3
	ethUint       = 4
	ethBool       = 5
	ethString     = 6
	ethArray      = 8
	ethTuple      = 9
)

// Arguments returns the arguments of an event in their order.
func Arguments(event abi.Event, log *types.Log) ([]any, error) {
	var indexed abi.Arguments
	for _, input := range event.Inputs {
		if input.Indexed {
			indexed = append(indexed, input)
		}
	}
	topics := make(map[string]any)
	if err := abi.ParseTopicsIntoMap(topics, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	data, err := event.Inputs.NonIndexed().UnpackValues(log.Data)
	if err != nil {
		return nil, err
	}
	var values []any
	for _, input := range event.Inputs {
		if input.Indexed {
			values = append(values, topics[input.Name])
		} else {
			values, data = append(values, data[0]), data[1:]
		}
	}
	return values, nil
}

// newEvent makes the ethereum.Event of a log. What a log doesn't say of its block and transaction is zero: no mapping may read it.
func (h heap) newEvent(event abi.Event, log *types.Log) (uint32, error) {
	values, err := Arguments(event, log)
	if err != nil {
		return 0, fmt.Errorf("decode %s: %w", event.Name, err)
	}
	var params []uint32
	for i, input := range event.Inputs {
		value, err := h.newEthereumValue(input.Type, values[i])
		if err != nil {
			return 0, fmt.Errorf("decode %s.%s: %w", event.Name, input.Name, err)
		}
		params = append(params, h.object(typeEventParam, h.newString(input.Name), value))
	}
	zero := h.newBigInt(new(big.Int))
	noHash, nobody := h.newBytes(make([]byte, 32)), h.newBytes(make([]byte, 20))
	block := h.object(typeBlock,
		h.newBytes(log.BlockHash[:]), noHash, noHash, nobody, noHash, noHash, noHash,
		h.newBigInt(new(big.Int).SetUint64(log.BlockNumber)), zero, zero,
		h.newBigInt(new(big.Int).SetUint64(log.BlockTimestamp)), zero, zero, zero, zero)
	transaction := h.object(typeTransaction,
		h.newBytes(log.TxHash[:]), h.newBigInt(big.NewInt(int64(log.TxIndex))), nobody, nobody, zero, zero, zero, h.newBytes(nil), zero)
	index := h.newBigInt(new(big.Int).SetUint64(uint64(log.Index)))
	return h.object(typeEvent,
		h.newBytes(log.Address[:]), index, index, 0, block, transaction, h.newArray(typeEventParams, params), 0), nil
}

func (h heap) newEthereumValue(t abi.Type, v any) (uint32, error) {
	pointer := func(kind, at uint32) (uint32, error) { return h.newValue(typeEthereumValue, kind, uint64(at)), nil }
	switch t.T {
	case abi.AddressTy:
		address := v.(common.Address)
		return pointer(ethAddress, h.newBytes(address[:]))
	case abi.FixedBytesTy:
		array := reflect.ValueOf(v)
		data := make([]byte, array.Len())
		reflect.Copy(reflect.ValueOf(data), array)
		return pointer(ethFixedBytes, h.newBytes(data))
	case abi.BytesTy:
		return pointer(ethBytes, h.newBytes(v.([]byte)))
	case abi.IntTy:
		return pointer(ethInt, h.newBigInt(integer(v)))
	case abi.UintTy:
		return pointer(ethUint, h.newBigInt(integer(v)))
	case abi.BoolTy:
		var data uint64
		if v.(bool) {
			data = 1
		}
		return h.newValue(typeEthereumValue, ethBool, data), nil
	case abi.StringTy:
		return pointer(ethString, h.newString(v.(string)))
	case abi.SliceTy:
		var elements []uint32
		for i := range reflect.ValueOf(v).Len() {
			element, err := h.newEthereumValue(*t.Elem, reflect.ValueOf(v).Index(i).Interface())
			if err != nil {
				return 0, err
			}
			elements = append(elements, element)
		}
		return pointer(ethArray, h.newArray(typeEthereumValues, elements))
	case abi.TupleTy:
		var elements []uint32
		for i, elem := range t.TupleElems {
			element, err := h.newEthereumValue(*elem, reflect.ValueOf(v).Field(i).Interface())
			if err != nil {
				return 0, err
			}
			elements = append(elements, element)
		}
		return pointer(ethTuple, h.newArray(typeEthereumValues, elements))
	}
	return 0, fmt.Errorf("no event of ours has a %s", t)
}

func integer(v any) *big.Int {
	switch value := reflect.ValueOf(v); {
	case value.CanUint():
		return new(big.Int).SetUint64(value.Uint())
	case value.CanInt():
		return big.NewInt(value.Int())
	}
	return v.(*big.Int)
}
