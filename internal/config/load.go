package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/go-viper/mapstructure/v2"
	"github.com/spf13/pflag"
	"github.com/spf13/viper"
)

// File is read from the working folder unless --config names another.
const File = "commonweight.toml"

// maxFile bounds the file before it is parsed.
const maxFile = 1 << 20

// AddFlags declares the flags that Load reads.
func AddFlags(flags *pflag.FlagSet) {
	flags.String("config", "", "settings file (default "+File+" in the working folder, if there is one)")
	for _, s := range settings() {
		switch value := s.value.(type) {
		case string:
			flags.String(flagOf(s.key), value, s.help)
		case int:
			flags.Int(flagOf(s.key), value, s.help)
		case uint64:
			flags.Uint64(flagOf(s.key), value, s.help)
		}
	}
}

func flagOf(key string) string { return strings.ReplaceAll(key, ".", "-") }

// Load gathers, completes and checks the settings. Flags are those of AddFlags, parsed.
//
// Errors: one line that names the setting.
func Load(flags *pflag.FlagSet) (Config, error) {
	v := viper.New()
	v.SetEnvPrefix("COMMONWEIGHT")
	v.SetEnvKeyReplacer(strings.NewReplacer(".", "_", "-", "_"))
	v.AutomaticEnv()
	for _, s := range settings() {
		v.SetDefault(s.key, s.value)
		if err := v.BindPFlag(s.key, flags.Lookup(flagOf(s.key))); err != nil {
			return Config{}, fmt.Errorf("settings: flag of %s: %w", s.key, err)
		}
	}
	if err := readFile(v, flags); err != nil {
		return Config{}, err
	}
	var c Config
	if err := v.Unmarshal(&c); err != nil {
		return Config{}, fmt.Errorf("settings: %s", oneLine(err))
	}
	home, _ := os.UserHomeDir() // complete says what to do without one
	if err := c.complete(home); err != nil {
		return Config{}, fmt.Errorf("settings: %w", err)
	}
	if err := c.check(); err != nil {
		return Config{}, fmt.Errorf("settings: %w", err)
	}
	if c.Device > 0 {
		c.Engine = fmt.Sprintf("%s:%d", c.Engine, c.Device)
	}
	return c, nil
}

// readFile merges the settings file, if any, after refusing keys that nothing reads.
func readFile(v *viper.Viper, flags *pflag.FlagSet) error {
	path, err := flags.GetString("config")
	if err != nil {
		return fmt.Errorf("settings: %w", err)
	}
	named := path != ""
	if !named {
		path = File
	}
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) && !named {
		return nil
	}
	if err != nil {
		return fmt.Errorf("settings file: %w", err)
	}
	if info.Size() > maxFile {
		return fmt.Errorf("settings file %s has %d bytes, more than the %d allowed", path, info.Size(), maxFile)
	}
	alone := viper.New()
	alone.SetConfigFile(path)
	alone.SetConfigType("toml")
	if err := alone.ReadInConfig(); err != nil {
		return fmt.Errorf("settings file %s: %s", path, oneLine(err))
	}
	if err := checkKeys(path, alone.AllKeys()); err != nil {
		return err
	}
	var strict Config // viper would read -1 as a huge number and true as 1
	if err := alone.Unmarshal(&strict, func(d *mapstructure.DecoderConfig) { d.WeaklyTypedInput = false }); err != nil {
		return fmt.Errorf("settings file %s: %s", path, oneLine(err))
	}
	return v.MergeConfigMap(alone.AllSettings())
}

func checkKeys(path string, found []string) error {
	var known []string
	for _, s := range settings() {
		known = append(known, s.key)
	}
	slices.Sort(found)
	for _, key := range found {
		if slices.Contains(known, key) {
			continue
		}
		if strings.HasSuffix(key, "password") {
			return fmt.Errorf("settings file %s: %s: a password doesn't belong here, set key.password-file or key.password-env", path, key)
		}
		return fmt.Errorf("settings file %s: unknown key %q, known are %s", path, key, strings.Join(known, ", "))
	}
	return nil
}

func oneLine(err error) string { return strings.Join(strings.Fields(err.Error()), " ") }
