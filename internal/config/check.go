package config

import (
	"fmt"
	"net"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// check refuses what can't be meant, one line each.
func (c *Config) check() error {
	if err := checkURL("rpc", c.RPC, "ws", "wss", "http", "https"); err != nil {
		return err
	}
	if c.ChainID == 0 {
		return fmt.Errorf("chain-id: 0 is no chain")
	}
	if err := checkOneOf("engine", c.Engine, "auto", "cpu", "cuda", "avx512", "avx2", "portable"); err != nil {
		return err
	}
	if c.Device < 0 || c.Device > 0 && c.Engine != "auto" && c.Engine != "cuda" {
		return fmt.Errorf("device: %d with engine %s; only auto and cuda have devices, numbered from 0", c.Device, c.Engine)
	}
	if c.Threads < 1 || c.Threads > maxThreads {
		return fmt.Errorf("threads: %d, want 0 (all cores) to %d", c.Threads, maxThreads)
	}
	if err := checkOneOf("storage.mode", c.Storage.Mode, Embedded, Kubo); err != nil {
		return err
	}
	if c.Storage.Mode == Kubo {
		if err := checkURL("storage.kubo", c.Storage.Kubo, "http", "https"); err != nil {
			return err
		}
	}
	if _, _, err := net.SplitHostPort(c.Metrics.Listen); c.Metrics.Listen != "" && err != nil {
		return fmt.Errorf("metrics.listen: %q, want host:port or :port", c.Metrics.Listen)
	}
	return c.Key.check()
}

var variableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

func (k Key) check() error {
	if k.PasswordFile != "" && k.PasswordEnv != "" {
		return fmt.Errorf("key: password-file and password-env are both set, want one")
	}
	// The value isn't repeated: someone may have put the password itself here.
	if k.PasswordEnv != "" && !variableName.MatchString(k.PasswordEnv) {
		return fmt.Errorf("key.password-env: want the name of an environment variable, not its value")
	}
	return nil
}

func checkURL(key, value string, schemes ...string) error {
	parsed, err := url.Parse(value)
	if err != nil || parsed.Host == "" || parsed.Hostname() == "" || !slices.Contains(schemes, parsed.Scheme) {
		return fmt.Errorf("%s: %q is no address, want %s://host:port", key, value, strings.Join(schemes, ":// or "))
	}
	return nil
}

func checkOneOf(key, value string, allowed ...string) error {
	if !slices.Contains(allowed, value) {
		return fmt.Errorf("%s: %q, want %s", key, value, strings.Join(allowed, ", "))
	}
	return nil
}
