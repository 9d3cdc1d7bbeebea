package validator

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"

	"github.com/commonweight/commonweight/internal/chain"
)

// ErrNoBackup says that a wallet can't make its salts again, and that no file was named to keep them in.
var ErrNoBackup = errors.New("this wallet never signs the same text alike, so a lost salt could not be made again")

// Signer signs texts as wallets do (EIP-191, personal_sign). chain.Account does.
type Signer interface {
	SignText(ctx context.Context, text string) ([]byte, error)
}

// slot is what one ballot is cast for. A salt belongs to one slot.
type slot struct {
	commitment chain.Hash
	round      uint32
	seed       chain.Hash
}

// Salts hides the ballots of one account. It prints as nothing.
//
// Where the wallet signs alike each time (RFC 6979), a salt is a function of the key: whoever has nothing but the key makes it again, on any
// machine. Where it doesn't, salts are random, and lie in a file before the ballot is on chain.
//
// Source: key = SHA-256 of the signature (r ‖ s ‖ v, v as 27 or 28) of SaltText; salt = HMAC-SHA256(key, commitment ‖ round ‖ seed), the round
// as a 32-byte big-endian number.
//
// Concurrency: one goroutine.
type Salts struct {
	key    []byte  // nil if the wallet isn't deterministic
	backup *backup // nil unless it isn't
}

// SaltText is what the wallet signs. Whoever has the signature can read the account's ballots before they are revealed, and a juror whose
// ballot is read loses a part of its stake: so the text says what it is for, and where.
func SaltText(chainID uint64, court, juror chain.Address) string {
	return fmt.Sprintf(`Commonweight: the secret of my ballots

Sign this only in a program that casts your ballots: who has the signature can read them before they are revealed.

chain: %d
court: %s
juror: %s
version: 1`, chainID, court, juror)
}

// OpenSalts asks the wallet twice, for the ballots of a juror: the wallet itself, or a contract wallet that it signs for. Backup is the file that keeps random salts; a deterministic wallet needs none.
//
// Errors: ErrNoBackup; those of the wallet and the file.
func OpenSalts(ctx context.Context, wallet Signer, juror chain.Address, client *chain.Client, backup string) (*Salts, error) {
	text := SaltText(client.Domain().ChainID, client.Deployment().Court, juror)
	first, err := wallet.SignText(ctx, text)
	if err != nil {
		return nil, fmt.Errorf("sign for the salts: %w", err)
	}
	second, err := wallet.SignText(ctx, text)
	if err != nil {
		return nil, fmt.Errorf("sign for the salts again: %w", err)
	}
	if len(first) == 65 && bytes.Equal(first, second) {
		return &Salts{key: keyOf(first)}, nil
	}
	if backup == "" {
		return nil, fmt.Errorf("%w: name a file for a backup", ErrNoBackup)
	}
	file, err := openBackup(backup, juror)
	if err != nil {
		return nil, err
	}
	return &Salts{backup: file}, nil
}

func keyOf(signature []byte) []byte {
	key := sha256.Sum256(signature)
	return key[:]
}

// Close closes the backup, if there is one.
func (s *Salts) Close() error {
	if s.backup == nil {
		return nil
	}
	return s.backup.close()
}

func (*Salts) String() string       { return "salts" }
func (*Salts) GoString() string     { return "salts" }
func (*Salts) LogValue() slog.Value { return slog.StringValue("salts") }

// prepare returns the salt under which a root may be cast now. When it returns, the salt can't be lost any more.
func (s *Salts) prepare(at slot, root chain.Hash) (chain.Hash, error) {
	if s.backup == nil {
		return s.derive(at), nil
	}
	for _, k := range s.backup.kept[at] {
		if k.root == root {
			return k.salt, nil
		}
	}
	var salt chain.Hash
	if _, err := rand.Read(salt[:]); err != nil {
		return salt, fmt.Errorf("make a salt: %w", err)
	}
	return salt, s.backup.keep(at, salt, root)
}

// recall lists the salts under which the account may have cast a ballot, with the roots if they are known.
func (s *Salts) recall(at slot) []kept {
	if s.backup == nil {
		return []kept{{salt: s.derive(at)}}
	}
	return s.backup.kept[at]
}

// whyNot says what may have gone wrong where a ballot doesn't match.
func (s *Salts) whyNot(at slot) string {
	if len(s.recall(at)) == 0 {
		return "its salt isn't in the backup; bring the file that was in use when it was cast"
	}
	return "the root isn't the one it computes"
}

func (s *Salts) derive(at slot) (salt chain.Hash) {
	mac := hmac.New(sha256.New, s.key)
	var round chain.Hash
	binary.BigEndian.PutUint32(round[28:], at.round)
	for _, word := range []chain.Hash{at.commitment, round, at.seed} {
		mac.Write(word[:])
	}
	mac.Sum(salt[:0])
	return salt
}
