package config

import (
	"fmt"
	"path/filepath"
	"runtime"
)

// Config is what every verb works with. All of it has been checked for form; nothing has been opened.
type Config struct {
	RPC        string  `mapstructure:"rpc"`        // http(s) or ws(s) address of the chain node
	ChainID    uint64  `mapstructure:"chain-id"`   // what the node must serve
	Deployment string  `mapstructure:"deployment"` // file with the addresses of the contracts
	DataDir    string  `mapstructure:"data-dir"`   // journals, locks, caches
	Engine     string  `mapstructure:"engine"`     // auto, cpu, cuda, avx512, avx2 or portable; once loaded with its device: cuda:1
	Device     int     `mapstructure:"device"`     // number of a GPU
	Threads    int     `mapstructure:"threads"`    // at least 1
	Storage    Storage `mapstructure:"storage"`
	Key        Key     `mapstructure:"key"`
	Metrics    Metrics `mapstructure:"metrics"`
}

// Metrics says where an agent shows its metrics.
type Metrics struct {
	Listen string `mapstructure:"listen"` // host:port, without a host the loopback; empty: nowhere
}

// Storage says where content-addressed bytes are kept.
type Storage struct {
	Mode string `mapstructure:"mode"` // embedded or kubo
	Path string `mapstructure:"path"` // embedded: folder of the block store
	Kubo string `mapstructure:"kubo"` // kubo: address of the node's RPC
}

// Key says where the key and its password lie.
type Key struct {
	File         string `mapstructure:"file"`          // keystore file
	PasswordFile string `mapstructure:"password-file"` // its first line is the password
	PasswordEnv  string `mapstructure:"password-env"`  // or: name of the variable that holds it
}

const (
	Embedded = "embedded"
	Kubo     = "kubo"
)

// maxThreads is more than any machine has; a larger number is a typing error.
const maxThreads = 4096

// setting is one key, with what its flag says about it.
type setting struct {
	key   string
	value any // default, and the flag's type
	help  string
}

func settings() []setting {
	return []setting{
		{"rpc", "ws://127.0.0.1:8545", "address of the chain node (ws, wss, http or https)"},
		{"chain-id", uint64(1337), "chain id the node must serve"},
		{"deployment", "", "file with the addresses of the contracts (default <data-dir>/deployment.json)"},
		{"data-dir", "", "folder of journals, locks and caches (default ~/.commonweight)"},
		{"engine", "auto", "auto (the fastest there is), cpu (its fastest), cuda, avx512, avx2 or portable"},
		{"device", 0, "number of the GPU for the engines auto and cuda"},
		{"threads", 0, "threads to compute with (0: all cores)"},
		{"storage.mode", Embedded, "embedded (a folder) or kubo (an IPFS node)"},
		{"storage.path", "", "folder of the embedded store (default <data-dir>/blocks)"},
		{"storage.kubo", "http://127.0.0.1:5001", "RPC address of the Kubo node"},
		{"key.file", "", "keystore file of the key to act with"},
		{"key.password-file", "", "file whose first line is the key's password"},
		{"key.password-env", "", "name of the environment variable that holds the key's password"},
		{"metrics.listen", "", "host:port where an agent shows its metrics to Prometheus; :9464 listens on the loopback (default: nowhere)"},
	}
}

// complete fills in what depends on other settings.
func (c *Config) complete(home string) error {
	if c.DataDir == "" {
		if home == "" {
			return fmt.Errorf("data-dir: no home folder known, set --data-dir")
		}
		c.DataDir = filepath.Join(home, ".commonweight")
	}
	if c.Deployment == "" {
		c.Deployment = filepath.Join(c.DataDir, "deployment.json")
	}
	if c.Storage.Path == "" {
		c.Storage.Path = filepath.Join(c.DataDir, "blocks")
	}
	if c.Threads == 0 {
		c.Threads = runtime.NumCPU()
	}
	return nil
}
