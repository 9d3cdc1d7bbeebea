package ipfs

import (
	"errors"
	"fmt"

	"github.com/ipfs/go-cid"
	"github.com/multiformats/go-multihash"
)

// ErrCID says that something is not a CID of content that a Store could have made.
var ErrCID = errors.New("not a CID of the accepted form (version 1, raw or dag-pb, sha2-256, base32)")

const (
	cidTextLength  = 59 // "b" and 58 base32 digits
	cidBytesLength = 36 // version, codec, hash, hash length, digest
)

// CID names content by its hash. The zero CID names nothing. CIDs compare with ==.
type CID struct{ c cid.Cid }

// ParseCID reads the text of a CID: only the one canonical text, so that equal content has equal text.
func ParseCID(text string) (CID, error) {
	if len(text) != cidTextLength {
		return CID{}, fmt.Errorf("%w: %d characters", ErrCID, len(text))
	}
	c, err := cid.Decode(text)
	if err != nil {
		return CID{}, fmt.Errorf("%w: %v", ErrCID, err)
	}
	id, err := accept(c)
	if err == nil && id.String() != text {
		return CID{}, fmt.Errorf("%w: %q", ErrCID, text)
	}
	return id, err
}

// CIDFromBytes reads the 36 bytes of a CID.
func CIDFromBytes(data []byte) (CID, error) {
	if len(data) != cidBytesLength {
		return CID{}, fmt.Errorf("%w: %d bytes", ErrCID, len(data))
	}
	c, err := cid.Cast(data)
	if err != nil {
		return CID{}, fmt.Errorf("%w: %v", ErrCID, err)
	}
	return accept(c)
}

// accept admits what Put makes: the codecs of leaves and nodes, one hash, its full length.
func accept(c cid.Cid) (CID, error) {
	p := c.Prefix()
	if p.Version != 1 || (p.Codec != cid.Raw && p.Codec != cid.DagProtobuf) || p.MhType != multihash.SHA2_256 || p.MhLength != 32 {
		return CID{}, fmt.Errorf("%w: version %d, codec %#x, hash %#x of %d bytes", ErrCID, p.Version, p.Codec, p.MhType, p.MhLength)
	}
	return CID{c}, nil
}

// Defined reports whether the CID names anything.
func (c CID) Defined() bool { return c.c.Defined() }

// String returns the canonical text, or "" for the zero CID.
func (c CID) String() string {
	if !c.Defined() {
		return ""
	}
	return c.c.String()
}

// Bytes returns the 36 bytes, or none for the zero CID.
func (c CID) Bytes() []byte { return c.c.Bytes() }

// MarshalText writes the canonical text.
func (c CID) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (c *CID) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*c = CID{}
		return nil
	}
	parsed, err := ParseCID(string(text))
	if err == nil {
		*c = parsed
	}
	return err
}

// matches reports whether the block hashes to the CID.
func matches(c cid.Cid, block []byte) bool {
	sum, err := c.Prefix().Sum(block)
	return err == nil && sum.Equals(c)
}
