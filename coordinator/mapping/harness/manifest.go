package harness

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/tetratelabs/wazero"
	"go.yaml.in/yaml/v3"
)

var (
	// ErrNotBuilt: there is no compiled subgraph in the folder.
	ErrNotBuilt = errors.New("the subgraph isn't compiled: make subgraph")
	// ErrStale: the compiled subgraph is older than its sources.
	ErrStale = errors.New("the compiled subgraph is older than its sources: make subgraph")
)

// Subgraph is a compiled subgraph.
//
// Concurrency: one goroutine.
type Subgraph struct {
	runtime wazero.Runtime
	sources map[string]*source // by the contract's name
	host    *host
}

// source is a data source: the events of one contract.
type source struct {
	module   wazero.CompiledModule
	handlers map[common.Hash]handler // by topic
	types    map[typeID]uint32       // of this module; filled as they are needed
}

type handler struct {
	function string
	event    abi.Event
}

type manifest struct {
	DataSources []struct {
		Name    string
		Mapping struct {
			File string
			Abis []struct{ Name, File string }

			EventHandlers []struct{ Event, Handler string } `yaml:"eventHandlers"`
		}
	} `yaml:"dataSources"`
}

// Open loads what `make subgraph` has built in the folder.
//
// Errors: ErrNotBuilt, ErrStale.
func Open(ctx context.Context, folder string) (*Subgraph, error) {
	build := filepath.Join(folder, "build")
	text, err := os.ReadFile(filepath.Join(build, "subgraph.yaml"))
	if errors.Is(err, os.ErrNotExist) {
		return nil, ErrNotBuilt
	}
	if err != nil {
		return nil, fmt.Errorf("open subgraph: %w", err)
	}
	if err := fresh(folder); err != nil {
		return nil, err
	}
	var m manifest
	if err := yaml.Unmarshal(text, &m); err != nil {
		return nil, fmt.Errorf("open subgraph: %w", err)
	}
	s := &Subgraph{runtime: wazero.NewRuntime(ctx), sources: make(map[string]*source), host: new(host)}
	if err := s.load(ctx, build, m); err != nil {
		return nil, errors.Join(fmt.Errorf("open subgraph: %w", err), s.Close(ctx))
	}
	return s, nil
}

// Close frees the modules.
func (s *Subgraph) Close(ctx context.Context) error { return s.runtime.Close(ctx) }

// fresh says whether everything was compiled after its source was last changed.
func fresh(folder string) error {
	built, err := os.Stat(filepath.Join(folder, "build", "subgraph.yaml"))
	if err != nil {
		return err
	}
	sources := []string{filepath.Join(folder, "schema.graphql"), filepath.Join(folder, "subgraph.yaml")}
	for _, pattern := range []string{"src/*.ts", "abis/*.json"} {
		some, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil {
			return err
		}
		sources = append(sources, some...)
	}
	newest := time.Time{}
	for _, path := range sources {
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		if info.ModTime().After(newest) {
			newest = info.ModTime()
		}
	}
	if newest.After(built.ModTime()) {
		return ErrStale
	}
	return nil
}

func (s *Subgraph) load(ctx context.Context, build string, m manifest) error {
	compiled := make(map[string]wazero.CompiledModule)
	for _, data := range m.DataSources {
		path := filepath.Join(build, data.Mapping.File)
		if compiled[path] == nil {
			code, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if compiled[path], err = s.runtime.CompileModule(ctx, code); err != nil {
				return err
			}
		}
		source := &source{module: compiled[path], handlers: make(map[common.Hash]handler), types: make(map[typeID]uint32)}
		if len(data.Mapping.Abis) != 1 {
			return fmt.Errorf("data source %s has %d ABIs", data.Name, len(data.Mapping.Abis))
		}
		contract, err := readABI(filepath.Join(build, data.Mapping.Abis[0].File))
		if err != nil {
			return fmt.Errorf("data source %s: %w", data.Name, err)
		}
		for _, e := range data.Mapping.EventHandlers {
			topic := crypto.Keccak256Hash([]byte(strings.ReplaceAll(e.Event, "indexed ", "")))
			event, err := contract.EventByID(topic)
			if err != nil {
				return fmt.Errorf("data source %s: %s: %w", data.Name, e.Event, err)
			}
			source.handlers[topic] = handler{e.Handler, *event}
		}
		s.sources[data.Name] = source
	}
	var all []wazero.CompiledModule
	for _, module := range compiled {
		all = append(all, module)
	}
	return s.host.lend(ctx, s.runtime, all)
}

func readABI(path string) (abi.ABI, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return abi.ABI{}, err
	}
	return abi.JSON(bytes.NewReader(text))
}
