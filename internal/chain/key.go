package chain

import (
	"crypto/ecdsa"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/google/uuid"
)

// maxKeyFile bounds what is read before it is decoded; a keystore file has about 500 bytes.
const maxKeyFile = 64 << 10

// KeySource says where a key and its password lie. Secrets never pass through flags: the password comes from a file or from a named
// environment variable.
type KeySource struct {
	File         string // keystore file (version 3)
	PasswordFile string // its first line is the password
	PasswordEnv  string // or: name of the environment variable that holds it
}

// Key is an opened private key. It prints as its address.
type Key struct {
	private *ecdsa.PrivateKey
	Address Address
}

func (k Key) String() string   { return k.Address.Hex() }
func (k Key) GoString() string { return k.Address.Hex() }

// LoadKey opens a keystore file.
//
// Errors: ErrKey with the reason, for a missing or malformed file, a missing password or a wrong one.
func LoadKey(source KeySource) (Key, error) {
	password, err := source.password()
	if err != nil {
		return Key{}, fmt.Errorf("%w: %w", ErrKey, err)
	}
	sealed, err := readBounded(source.File)
	if err != nil {
		return Key{}, fmt.Errorf("%w: keystore file: %w", ErrKey, err)
	}
	opened, err := keystore.DecryptKey(sealed, password)
	if err != nil {
		return Key{}, fmt.Errorf("%w: %s: %w", ErrKey, source.File, err)
	}
	return Key{private: opened.PrivateKey, Address: opened.Address}, nil
}

func (s KeySource) password() (string, error) {
	switch {
	case s.File == "":
		return "", fmt.Errorf("no keystore file named")
	case s.PasswordFile != "":
		text, err := readBounded(s.PasswordFile)
		if err != nil {
			return "", fmt.Errorf("password file: %w", err)
		}
		line, _, _ := strings.Cut(string(text), "\n")
		return strings.TrimSuffix(line, "\r"), nil
	case s.PasswordEnv != "":
		value, ok := os.LookupEnv(s.PasswordEnv)
		if !ok {
			return "", fmt.Errorf("environment variable %s, which should hold the password, is not set", s.PasswordEnv)
		}
		return value, nil
	}
	return "", fmt.Errorf("no password: name a password file or an environment variable")
}

func readBounded(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxKeyFile {
		return nil, fmt.Errorf("%s has %d bytes, more than the %d allowed", path, info.Size(), maxKeyFile)
	}
	return os.ReadFile(path)
}

// DeriveKey makes the key of a public seed, for chains whose coins are worth nothing.
//
// Source: sha256("commonweight key" ‖ 0 ‖ seed ‖ 0 ‖ uint32 big-endian index).
func DeriveKey(seed string, index uint32) (Key, error) {
	text := append([]byte("commonweight key\x00"+seed), 0)
	digest := sha256.Sum256(binary.BigEndian.AppendUint32(text, index))
	private, err := crypto.ToECDSA(digest[:])
	if err != nil {
		return Key{}, fmt.Errorf("derive key %d: %w", index, err)
	}
	return Key{private: private, Address: crypto.PubkeyToAddress(private.PublicKey)}, nil
}

// Save writes the key as a keystore file, readable by its owner only.
//
// Bounds: light scrypt parameters, meant for keys of test chains.
func (k Key) Save(path, password string) error {
	id, err := uuid.NewRandom()
	if err != nil {
		return fmt.Errorf("save key: %w", err)
	}
	sealed, err := keystore.EncryptKey(&keystore.Key{Id: id, Address: k.Address, PrivateKey: k.private}, password,
		keystore.LightScryptN, keystore.LightScryptP)
	if err != nil {
		return fmt.Errorf("save key: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("save key: %w", err)
	}
	if err := os.WriteFile(path, sealed, 0o600); err != nil {
		return fmt.Errorf("save key: %w", err)
	}
	return nil
}
