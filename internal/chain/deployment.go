package chain

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// maxDeploymentFile bounds what is read before it is decoded.
const maxDeploymentFile = 64 << 10

// Deployment says where the contracts live.
type Deployment struct {
	ChainID     uint64  `json:"chainId"`
	Block       uint64  `json:"block"` // the first block that can hold an event of theirs
	RunRegistry Address `json:"runRegistry"`
	Training    Address `json:"training"`
	Disputes    Address `json:"disputes"`
	Court       Address `json:"court"`
	Vault       Address `json:"vault"`
	Matches     Address `json:"matches"`
	StepReferee Address `json:"stepReferee"`
	Demands     Address `json:"demands"`
	Validators  Address `json:"validators"`
	Beacon      Address `json:"beacon"`
	Attention   Address `json:"attention"`
	Goals       Address `json:"goals"`
	StepProofs  Address `json:"stepProofs"`
	Poseidon2   Address `json:"poseidon2"`
}

// Contracts returns the addresses by the contracts' names.
func (d Deployment) Contracts() map[string]Address {
	return map[string]Address{
		"RunRegistry": d.RunRegistry, "Training": d.Training, "Disputes": d.Disputes, "Court": d.Court, "Vault": d.Vault,
		"Matches": d.Matches, "StepReferee": d.StepReferee, "Demands": d.Demands, "Validators": d.Validators,
		"Beacon": d.Beacon, "Attention": d.Attention, "Goals": d.Goals, "StepProofs": d.StepProofs, "Poseidon2": d.Poseidon2,
	}
}

// LoadDeployment reads a deployment file.
//
// Errors: unknown or missing fields and malformed addresses are refused.
func LoadDeployment(path string) (Deployment, error) {
	info, err := os.Stat(path)
	if err != nil {
		return Deployment{}, fmt.Errorf("deployment file: %w", err)
	}
	if info.Size() > maxDeploymentFile {
		return Deployment{}, fmt.Errorf("deployment file %s has %d bytes, more than the %d allowed", path, info.Size(), maxDeploymentFile)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return Deployment{}, fmt.Errorf("deployment file: %w", err)
	}
	var d Deployment
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&d); err != nil {
		return Deployment{}, fmt.Errorf("deployment file %s: %w", path, err)
	}
	if d.ChainID == 0 {
		return Deployment{}, fmt.Errorf("deployment file %s: no chainId", path)
	}
	for name, address := range d.Contracts() {
		if address == (Address{}) {
			return Deployment{}, fmt.Errorf("deployment file %s: no address of %s", path, name)
		}
	}
	return d, nil
}

// Save writes the file in one piece: a reader sees all of it or none.
func (d Deployment) Save(path string) error {
	text, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		return fmt.Errorf("save deployment: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("save deployment: %w", err)
	}
	if err := os.WriteFile(path+".tmp", append(text, '\n'), 0o644); err != nil {
		return fmt.Errorf("save deployment: %w", err)
	}
	if err := os.Rename(path+".tmp", path); err != nil {
		return fmt.Errorf("save deployment: %w", err)
	}
	return nil
}
