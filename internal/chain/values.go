package chain

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"
)

type (
	// Address is a 20-byte account or contract address.
	Address = common.Address
	// Hash is a 32-byte value of the chain: a commitment hash, a root, a transaction hash.
	Hash = common.Hash
)

// ParseAddress reads a hexadecimal address. One written in mixed case must carry a right checksum (EIP-55).
func ParseAddress(text string) (Address, error) {
	if !strings.HasPrefix(text, "0x") || !common.IsHexAddress(text) {
		return Address{}, fmt.Errorf("address %q: want 0x and 40 hexadecimal digits", text)
	}
	address := common.HexToAddress(text)
	digits := text[2:]
	if digits != strings.ToLower(digits) && digits != strings.ToUpper(digits) && address.Hex() != text {
		return Address{}, fmt.Errorf("address %q: checksum doesn't match, is a digit mistyped?", text)
	}
	return address, nil
}

// Ether returns an amount in wei for a count of thousandths of a coin.
//
// Units: milli is 10⁻³ of the native coin; the result is in wei.
func Ether(milli int64) *big.Int {
	return new(big.Int).Mul(big.NewInt(milli), big.NewInt(1e15))
}

// Coins spells an amount of wei in coins, exactly.
func Coins(wei *big.Int) string {
	whole := new(big.Rat).SetFrac(wei, new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil))
	text := whole.FloatString(18)
	for text[len(text)-1] == '0' {
		text = text[:len(text)-1]
	}
	if text[len(text)-1] == '.' {
		text = text[:len(text)-1]
	}
	return text
}
