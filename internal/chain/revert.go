package chain

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"
)

// RevertError is a contract's refusal.
type RevertError struct {
	Name string         // the custom error, "Error" or "Panic" for Solidity's own, "" for a revert without data
	Args map[string]any // its arguments by name
	Data []byte         // as returned
	text string
}

func (e *RevertError) Error() string { return e.text }

// IsRevert says whether err is a refusal with one of the given names; with none given, whether it is a refusal at all.
func IsRevert(err error, names ...string) bool {
	var revert *RevertError
	if !errors.As(err, &revert) {
		return false
	}
	for _, name := range names {
		if revert.Name == name {
			return true
		}
	}
	return len(names) == 0
}

// revertOf recognises a refusal in an error of the node, or returns nil.
func revertOf(err error) *RevertError {
	var known *RevertError
	if errors.As(err, &known) {
		return known
	}
	var carrier rpc.DataError
	if errors.As(err, &carrier) {
		if text, ok := carrier.ErrorData().(string); ok {
			if data, decodeErr := hexutil.Decode(text); decodeErr == nil {
				return decodeRevert(data)
			}
		}
	}
	if strings.Contains(err.Error(), "execution reverted") {
		return decodeRevert(nil)
	}
	return nil
}

// Refusal is the refusal that a contract's revert data tell of.
func Refusal(data []byte) error { return decodeRevert(data) }

func decodeRevert(data []byte) *RevertError {
	revert := &RevertError{Data: bytes.Clone(data), text: "contract refused without a reason"}
	if len(data) < 4 {
		return revert
	}
	if reason, err := abi.UnpackRevert(data); err == nil {
		revert.Name, revert.text = "Error", "contract refused: "+reason
		if bytes.Equal(data[:4], panicSelector) {
			revert.Name = "Panic"
		}
		return revert
	}
	known, ok := parsed().errors[[4]byte(data[:4])]
	if !ok {
		revert.text = "contract refused with unknown error " + hexutil.Encode(data[:4])
		return revert
	}
	revert.Name, revert.text = known.Name, "contract refused: "+known.Name
	args := make(map[string]any)
	if err := known.Inputs.UnpackIntoMap(args, data[4:]); err != nil {
		return revert
	}
	revert.Args = args
	revert.text += describeArgs(known.Inputs, args)
	return revert
}

var panicSelector = []byte{0x4e, 0x48, 0x7b, 0x71} // Panic(uint256)

func describeArgs(inputs abi.Arguments, args map[string]any) string {
	if len(inputs) == 0 {
		return ""
	}
	parts := make([]string, len(inputs))
	for i, input := range inputs {
		value := args[input.Name]
		if word, ok := value.([32]byte); ok {
			value = common.Hash(word)
		}
		parts[i] = fmt.Sprintf("%s %v", input.Name, value)
	}
	return " (" + strings.Join(parts, ", ") + ")"
}
