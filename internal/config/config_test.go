package config

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"
)

// load runs Load in an empty folder that holds the given file.
func load(t *testing.T, file string, args ...string) (Config, error) {
	t.Helper()
	t.Chdir(t.TempDir())
	t.Setenv("HOME", "/home/ada")
	if file != "" {
		if err := os.WriteFile(File, []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	flags := pflag.NewFlagSet("test", pflag.ContinueOnError)
	AddFlags(flags)
	if err := flags.Parse(args); err != nil {
		t.Fatal(err)
	}
	return Load(flags)
}

func TestDefaults(t *testing.T) {
	got, err := load(t, "")
	if err != nil {
		t.Fatal(err)
	}
	want := Config{
		RPC: "ws://127.0.0.1:8545", ChainID: 1337, DataDir: "/home/ada/.commonweight",
		Deployment: "/home/ada/.commonweight/deployment.json", Engine: "auto", Threads: runtime.NumCPU(),
		Storage: Storage{Mode: Embedded, Path: "/home/ada/.commonweight/blocks", Kubo: "http://127.0.0.1:5001"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFlagOverEnvironmentOverFile(t *testing.T) {
	file := "threads = 1\nengine = \"avx2\"\nchain-id = 10\n[storage]\npath = \"from-file\"\n[key]\npassword-env = \"FILE_SECRET\"\n"
	t.Setenv("COMMONWEIGHT_THREADS", "2")
	t.Setenv("COMMONWEIGHT_STORAGE_PATH", "from-env")
	t.Setenv("COMMONWEIGHT_KEY_PASSWORD_ENV", "ENV_SECRET")
	t.Setenv("COMMONWEIGHT_CHAIN_ID", "11")
	got, err := load(t, file, "--threads=3", "--key-password-env=FLAG_SECRET")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name      string
		got, want any
	}{
		{"flag", got.Threads, 3},
		{"flag of a nested key", got.Key.PasswordEnv, "FLAG_SECRET"},
		{"environment", got.ChainID, uint64(11)},
		{"environment of a nested key", got.Storage.Path, "from-env"},
		{"file", got.Engine, "avx2"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %v, want %v", c.name, c.got, c.want)
		}
	}
}

func TestRefusedInOneClearLine(t *testing.T) {
	for _, c := range []struct{ name, file, arg, want string }{
		{"unknown key", "thread = 1", "", `unknown key "thread"`},
		{"unknown nested key", "[storage]\npth = \"x\"", "", `unknown key "storage.pth"`},
		{"unknown table", "[worker]\nname = \"x\"", "", `unknown key "worker.name"`},
		{"secret in the file", "[key]\npassword = \"hunter2\"", "", "a password doesn't belong here"},
		{"no toml", "threads = = 1", "", File},
		{"text for a number", "threads = \"many\"", "", "threads"},
		{"negative chain id", "chain-id = -1", "", "chain-id"},
		{"truth for a number", "threads = true", "", "threads"},
		{"chain id 0", "", "--chain-id=0", "chain-id"},
		{"rpc without a scheme", "", "--rpc=127.0.0.1:8545", "rpc:"},
		{"rpc of another scheme", "", "--rpc=ftp://127.0.0.1", "rpc:"},
		{"rpc without a host", "", "--rpc=http://", "rpc:"},
		{"rpc with only a port", "", "--rpc=http://:8545", "rpc:"},
		{"kubo without a scheme", "[storage]\nmode = \"kubo\"\nkubo = \"localhost:5001\"", "", "storage.kubo:"},
		{"storage mode", "", "--storage-mode=ftp", "storage.mode:"},
		{"engine", "", "--engine=gpu", "engine:"},
		{"device below", "", "--device=-1", "device:"},
		{"device of a processor", "engine = \"cpu\"", "--device=1", "device:"},
		{"threads below", "", "--threads=-1", "threads:"},
		{"threads above", "", "--threads=100000", "threads:"},
		{"missing named file", "", "--config=missing.toml", "missing.toml"},
		{"password as name", "", "--key-password-env=correct horse", "key.password-env:"},
		{"metrics without a port", "", "--metrics-listen=127.0.0.1", "metrics.listen:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var args []string
			if c.arg != "" {
				args = append(args, c.arg)
			}
			_, err := load(t, c.file, args...)
			if err == nil {
				t.Fatal("accepted")
			}
			if !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("unclear: %q, want one line with %q", err, c.want)
			}
			if strings.Contains(err.Error(), "hunter2") || strings.Contains(err.Error(), "correct horse") {
				t.Errorf("repeats a secret: %q", err)
			}
		})
	}
}

func TestTwoPasswordsAreRefused(t *testing.T) {
	if _, err := load(t, "", "--key-password-env=A", "--key-password-file=b"); err == nil {
		t.Error("accepted")
	}
}

func TestHugeFileIsRefusedUnread(t *testing.T) {
	path := filepath.Join(t.TempDir(), "huge.toml")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, maxFile+1); err != nil {
		t.Fatal(err)
	}
	if _, err := load(t, "", "--config="+path); err == nil || !strings.Contains(err.Error(), "more than") {
		t.Errorf("got %v", err)
	}
}
