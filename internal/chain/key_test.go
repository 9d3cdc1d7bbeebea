package chain_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
)

func TestKeyFileAndItsPasswords(t *testing.T) {
	dir := t.TempDir()
	key, err := chain.DeriveKey("seed", 1)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "key.json")
	if err := key.Save(file, "right"); err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	t.Setenv("KEY_TEST_RIGHT", "right")
	for _, c := range []struct {
		name   string
		source chain.KeySource
		ok     bool
	}{
		{"password file", chain.KeySource{File: file, PasswordFile: write("password", "right\nsecond line\n")}, true},
		{"password file of Windows", chain.KeySource{File: file, PasswordFile: write("crlf", "right\r\n")}, true},
		{"environment", chain.KeySource{File: file, PasswordEnv: "KEY_TEST_RIGHT"}, true},
		{"wrong password", chain.KeySource{File: file, PasswordFile: write("wrong", "wrong\n")}, false},
		{"variable not set", chain.KeySource{File: file, PasswordEnv: "KEY_TEST_MISSING"}, false},
		{"no password named", chain.KeySource{File: file}, false},
		{"no key named", chain.KeySource{PasswordEnv: "KEY_TEST_RIGHT"}, false},
		{"missing key file", chain.KeySource{File: filepath.Join(dir, "none"), PasswordEnv: "KEY_TEST_RIGHT"}, false},
		{"truncated key file", chain.KeySource{File: write("cut", `{"version":3,`), PasswordEnv: "KEY_TEST_RIGHT"}, false},
		{"huge key file", chain.KeySource{File: write("huge", strings.Repeat(" ", 1<<17)), PasswordEnv: "KEY_TEST_RIGHT"}, false},
	} {
		got, err := chain.LoadKey(c.source)
		switch {
		case c.ok && err != nil:
			t.Errorf("%s: %v", c.name, err)
		case c.ok && got.Address != key.Address:
			t.Errorf("%s: opened %s, want %s", c.name, got, key)
		case !c.ok && !errors.Is(err, chain.ErrKey):
			t.Errorf("%s: got %v, want ErrKey", c.name, err)
		case !c.ok && strings.Contains(err.Error(), "\n"):
			t.Errorf("%s: %q is more than one line", c.name, err)
		}
	}
}

func TestKeyPrintsAsItsAddress(t *testing.T) {
	key, err := chain.DeriveKey("seed", 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"%v", "%+v", "%#v", "%s"} {
		if got := fmt.Sprintf(format, key); got != key.Address.Hex() {
			t.Errorf("%s prints %q", format, got)
		}
	}
}

func TestParseAddress(t *testing.T) {
	const good = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed" // example of EIP-55
	for text, ok := range map[string]bool{
		good:                                   true,
		strings.ToLower(good):                  true,
		strings.Replace(good, "5aA", "5aa", 1): false,
		good[2:]:                               false,
		good[:41]:                              false,
		good + "0":                             false,
		"":                                     false,
		"0x" + strings.Repeat("g", 40):         false,
	} {
		if _, err := chain.ParseAddress(text); (err == nil) != ok {
			t.Errorf("%q: %v", text, err)
		}
	}
}
