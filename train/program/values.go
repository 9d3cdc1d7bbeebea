package program

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
)

// Decimal is a number as people write it: "0.001", "1e-8". It is kept as written, since it is part of what is hashed.
type Decimal string

// Float rounds the decimal once to binary32; ok is false for anything but a finite number in plain decimal notation.
func (d Decimal) Float() (f float32, ok bool) {
	if len(d) == 0 || len(d) > 40 {
		return 0, false
	}
	for _, c := range []byte(d) {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' {
			return 0, false
		}
	}
	wide, err := strconv.ParseFloat(string(d), 32)
	f = float32(wide)
	return f, err == nil && !math.IsInf(wide, 0)
}

// Wei is an amount of money: decimal digits without a leading zero, below 2⁹⁶.
type Wei string

// Digest is a 32-byte hash, 0x and 64 lower-case hex digits in JSON.
type Digest [32]byte

func (d Digest) String() string { return "0x" + hex.EncodeToString(d[:]) }

// MarshalJSON writes the digest as a string.
func (d Digest) MarshalJSON() ([]byte, error) { return json.Marshal(d.String()) }

// UnmarshalJSON reads exactly what MarshalJSON writes.
func (d *Digest) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	var out Digest
	if len(s) == 66 {
		if _, err := hex.Decode(out[:], []byte(s[2:])); err == nil && out.String() == s {
			*d = out
			return nil
		}
	}
	return fmt.Errorf("%.80q is not 0x and 64 lower-case hex digits", s)
}

// float is the value of a decimal that was validated.
func (d Decimal) float() float32 {
	f, _ := d.Float()
	return f
}
