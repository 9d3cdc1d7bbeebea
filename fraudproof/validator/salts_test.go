package validator

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
)

// wobbly is a wallet that signs differently each time.
type wobbly struct{ *chain.Account }

func (wobbly) SignText(context.Context, string) ([]byte, error) {
	signature := make([]byte, 65)
	_, err := rand.Read(signature)
	return signature, err
}

// A digest bound to neither voter nor case can be copied; one bound to no seed can be read out of another branch.
func TestBallotIsBoundToVoterCaseRoundAndSeed(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	a, b := s.Account(0), s.Account(1)
	ours, theirs := saltsOf(t, a), saltsOf(t, b)
	root, at := chain.Hash{9}, slot{chain.Hash{1}, 1, chain.Hash{2}}
	salt := ours.derive(at)
	if again := saltsOf(t, s.Account(0)); again.derive(at) != salt {
		t.Error("one key, two salts: what was cast before a restart couldn't be revealed after it")
	}
	seen := map[chain.Hash]string{salt: "none"}
	for name, x := range map[string]struct {
		salts *Salts
		at    slot
	}{
		"voter": {theirs, at},
		"case":  {ours, slot{chain.Hash{3}, 1, chain.Hash{2}}},
		"round": {ours, slot{chain.Hash{1}, 2, chain.Hash{2}}},
		"seed":  {ours, slot{chain.Hash{1}, 1, chain.Hash{3}}},
		"order": {ours, slot{chain.Hash{2}, 1, chain.Hash{1}}},
	} {
		other := x.salts.derive(x.at)
		if same, ok := seen[other]; ok {
			t.Errorf("another %s, the same salt as for another %s", name, same)
		}
		seen[other] = name
	}
	if (hand{account: a, juror: a.Address()}).ballot(at, root, salt) == (hand{account: a, juror: b.Address()}).ballot(at, root, salt) {
		t.Error("two voters have one ballot")
	}
	text := SaltText(1337, chain.Address{1}, chain.Address{2})
	for _, other := range []string{SaltText(1338, chain.Address{1}, chain.Address{2}), SaltText(1337, chain.Address{3}, chain.Address{2}), SaltText(1337, chain.Address{1}, chain.Address{3})} {
		if other == text {
			t.Error("two places, one text: a ballot here could be read there")
		}
	}
}

// The derivation is fixed: other programs (a page with a wallet) must come to the same salt. The values are an independent program's
// (Python's hashlib and hmac, over the signature).
func TestSaltsAreThoseOfTheSpecification(t *testing.T) {
	t.Parallel()
	signature := bytes.Repeat([]byte{7}, 65)
	s := &Salts{key: keyOf(signature)}
	at := slot{chain.Hash{31: 1}, 2, chain.Hash{31: 3}}
	if got, want := s.derive(at).Hex(), "0x4e12179392bf99d3d900e839257400207ca8207f4732a707be86f04854d896a0"; got != want {
		t.Errorf("salt %s, want %s", got, want)
	}
}

func TestWalletThatIsNotDeterministicNeedsABackup(t *testing.T) {
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	a := s.Account(0)
	if _, err := OpenSalts(t.Context(), wobbly{a}, a.Address(), a.Client, ""); !errors.Is(err, ErrNoBackup) {
		t.Fatalf("got %v, want ErrNoBackup", err)
	}
	path := filepath.Join(t.TempDir(), "ballots.jsonl")
	at, root := slot{chain.Hash{1}, 1, chain.Hash{2}}, chain.Hash{9}
	salts, err := OpenSalts(t.Context(), wobbly{a}, a.Address(), a.Client, path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := OpenSalts(t.Context(), wobbly{a}, a.Address(), a.Client, path); err == nil {
		t.Error("two processes write one backup")
	}
	salt, err := salts.prepare(at, root)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := salts.prepare(at, root); err != nil || again != salt {
		t.Errorf("a ballot that is sent again got another salt: %v", err)
	}
	if other, err := salts.prepare(at, chain.Abstain); err != nil || other == salt {
		t.Errorf("two roots under one salt: %v", err)
	}
	if text, err := os.ReadFile(path); err != nil || !bytes.Contains(text, []byte(salt.Hex()[2:])) {
		t.Fatalf("the salt isn't in the file: %v", err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("others may read the backup: %v %v", info.Mode(), err)
	}
	if err := salts.Close(); err != nil {
		t.Fatal(err)
	}

	// A crash tore the last line: its ballot was never cast.
	file, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(file, `{"juror":"0x`)
	file.Close()
	salts, err = OpenSalts(t.Context(), wobbly{a}, a.Address(), a.Client, path)
	if err != nil {
		t.Fatal(err)
	}
	ours := hand{a, a.Address(), salts}
	sealed := ours.ballot(at, root, salt)
	if gotRoot, gotSalt, found := ours.matching(at, sealed, nil); !found || gotRoot != root || gotSalt != salt {
		t.Error("a ballot can't be revealed though its salt was kept")
	}
	if _, err := salts.prepare(slot{commitment: chain.Hash{5}}, root); err != nil {
		t.Error(err)
	}
	salts.Close()
	b := s.Account(1)
	theirs, err := OpenSalts(t.Context(), wobbly{b}, b.Address(), b.Client, path)
	if err != nil {
		t.Fatal(err)
	}
	if len(theirs.recall(at)) != 0 {
		t.Error("one account's salts are another's")
	}
	theirs.Close()
	for name, text := range map[string]string{"no JSON": "x\n", "another format": `{"salt":"` + salt.Hex() + `","more":1}` + "\n", "too long": strings.Repeat("\n", maxBackup+1)} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := OpenSalts(t.Context(), wobbly{a}, a.Address(), a.Client, path); err == nil || strings.Contains(err.Error(), salt.Hex()[2:]) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := fmt.Sprintf("%v %+v %#v", salts, salts, struct{ S *Salts }{salts}); strings.Contains(got, "key") {
		t.Errorf("salts print as %s", got)
	}
}
