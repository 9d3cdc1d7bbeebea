package ipfs

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/ipfs/go-cid"
	"github.com/multiformats/go-multihash"
)

func hexOf(b []byte) string { return hex.EncodeToString(b) }

func TestCIDRoundTrips(t *testing.T) {
	id, err := Sum(t.Context(), bytes.NewReader(content(leafSize+1)))
	if err != nil {
		t.Fatal(err)
	}
	if parsed, err := ParseCID(id.String()); err != nil || parsed != id {
		t.Errorf("text: %v, %v", parsed, err)
	}
	if parsed, err := CIDFromBytes(id.Bytes()); err != nil || parsed != id {
		t.Errorf("bytes: %v, %v", parsed, err)
	}
	var back struct{ A, B CID }
	text, err := json.Marshal(struct{ A, B CID }{A: id})
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &back); err != nil || back.A != id || back.B.Defined() {
		t.Errorf("JSON %s: %v, %v", text, back, err)
	}
}

func TestForeignCIDsAreRefused(t *testing.T) {
	digest := func(code uint64, length int) multihash.Multihash {
		sum, err := multihash.Sum([]byte("x"), code, length)
		if err != nil {
			t.Fatal(err)
		}
		return sum
	}
	sha := digest(multihash.SHA2_256, 32)
	good := cid.NewCidV1(cid.Raw, sha)
	upper, _ := good.StringOfBase('B')
	base58, _ := good.StringOfBase('z')
	for name, text := range map[string]string{
		"empty": "", "a word": "hello", "version 0": cid.NewCidV0(sha).String(), "upper case": upper, "base58": base58,
		"dag-cbor": cid.NewCidV1(cid.DagCBOR, sha).String(), "sha512": cid.NewCidV1(cid.Raw, digest(multihash.SHA2_512, -1)).String(),
		"short hash": cid.NewCidV1(cid.Raw, digest(multihash.SHA2_256, 20)).String(),
		"identity":   cid.NewCidV1(cid.Raw, digest(multihash.IDENTITY, -1)).String(),
		"sha3":       cid.NewCidV1(cid.Raw, digest(multihash.SHA3_256, 32)).String(),
		"a path":     "/ipfs/" + good.String(), "long": good.String() + strings.Repeat("a", 1<<20), "space": good.String()[:58] + " ",
		"unused bits": good.String()[:58] + "b",
	} {
		if id, err := ParseCID(text); !errors.Is(err, ErrCID) || id.Defined() {
			t.Errorf("%s: %v, %v", name, id, err)
		}
	}
	for name, data := range map[string][]byte{
		"none": nil, "short": good.Bytes()[:35], "long": append(good.Bytes(), 0), "a multihash": sha,
		"sha3": cid.NewCidV1(cid.Raw, digest(multihash.SHA3_256, 32)).Bytes(), "dag-cbor": cid.NewCidV1(cid.DagCBOR, sha).Bytes(),
	} {
		if id, err := CIDFromBytes(data); !errors.Is(err, ErrCID) || id.Defined() {
			t.Errorf("%s: %v, %v", name, id, err)
		}
	}
}

func FuzzParseCID(f *testing.F) {
	good := cid.NewCidV1(cid.Raw, func() multihash.Multihash { h, _ := multihash.Sum(nil, multihash.SHA2_256, 32); return h }())
	f.Add(good.String())
	f.Add("QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG")
	f.Fuzz(func(t *testing.T, text string) {
		id, err := ParseCID(text)
		if err == nil && (id.String() != text || len(id.Bytes()) != cidBytesLength) {
			t.Fatalf("%q parsed as %v", text, id)
		}
	})
}
