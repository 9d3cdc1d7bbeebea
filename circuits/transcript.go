package circuits

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/consensys/gnark-crypto/ecc"
	"github.com/consensys/gnark/backend/groth16/bn254/mpcsetup"
	"github.com/consensys/gnark/constraint"
	cs "github.com/consensys/gnark/constraint/bn254"
)

// ErrTranscript says that a transcript doesn't show how its key came about.
var ErrTranscript = errors.New("the transcript of the setup doesn't hold")

const (
	manifestName = "transcript.json"
	// maxManifest bounds what is read before it is decoded: some thousand contributions.
	maxManifest = 1 << 20
	schema      = "commonweight setup 1"
)

// manifest is what transcript.json holds. A file of a contribution is named by its phase and number, and bound by its hash.
type manifest struct {
	Schema  string         `json:"schema"`
	System  string         `json:"system"` // hash of the constraint system
	Size    uint64         `json:"size"`   // of the domain: the least power of two that holds the constraints
	Phase1  []contribution `json:"phase1"`
	Beacon1 string         `json:"beacon1,omitempty"` // random bytes that nobody knew before the last contribution of the phase; they end it
	Phase2  []contribution `json:"phase2"`
	Beacon2 string         `json:"beacon2,omitempty"`
	Key     string         `json:"key,omitempty"` // sha256 of the verifying key
}

type contribution struct {
	By     string `json:"by"`
	SHA256 string `json:"sha256"`
}

// Transcript is a setup by many in a folder: a manifest and a file per contribution. It is safe as long as one contributor of each phase was
// honest and forgot its secret. Whoever has the folder can check all of it (Verify), and gets the keys by that.
//
//	Begin → Contribute … → Seal → Contribute … → Seal
//	phase 1, of any circuit of that size │ phase 2, of this circuit
type Transcript struct {
	dir    string
	system *cs.R1CS
	hash   SystemHash
	m      manifest
}

// Begin makes the folder of a new setup for a circuit. It refuses a folder that has one.
func Begin(dir string, system constraint.ConstraintSystem) (*Transcript, error) {
	t, err := transcriptOf(dir, system)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(dir, manifestName)); err == nil {
		return nil, fmt.Errorf("%s holds a setup already", dir)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("begin a setup: %w", err)
	}
	t.m = manifest{Schema: schema, System: t.hash.String(), Size: t.size(), Phase1: []contribution{}, Phase2: []contribution{}}
	return t, t.save()
}

// OpenTranscript opens the folder of a setup.
//
// Errors: ErrTranscript if it is another circuit's.
func OpenTranscript(dir string, system constraint.ConstraintSystem) (*Transcript, error) {
	t, err := transcriptOf(dir, system)
	if err != nil {
		return nil, err
	}
	text, err := readBounded(filepath.Join(dir, manifestName), maxManifest)
	if err != nil {
		return nil, fmt.Errorf("open the setup: %w", err)
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&t.m); err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrTranscript, manifestName, err)
	}
	if t.m.Schema != schema {
		return nil, fmt.Errorf("%w: schema %q, want %q", ErrTranscript, t.m.Schema, schema)
	}
	if t.m.System != t.hash.String() || t.m.Size != t.size() {
		return nil, fmt.Errorf("%w: it is of the circuit %s, not of %s", ErrTranscript, t.m.System, t.hash)
	}
	return t, nil
}

func transcriptOf(dir string, system constraint.ConstraintSystem) (*Transcript, error) {
	r1cs, ok := system.(*cs.R1CS)
	if !ok {
		return nil, errors.New("a setup is for constraints over BN254")
	}
	hash, err := HashSystem(system)
	if err != nil {
		return nil, err
	}
	return &Transcript{dir: dir, system: r1cs, hash: hash}, nil
}

func (t *Transcript) size() uint64 { return ecc.NextPowerOfTwo(uint64(t.system.GetNbConstraints())) }

// Phase is the phase that takes contributions: 1 or 2; 0 once both are sealed.
func (t *Transcript) Phase() int {
	switch {
	case t.m.Beacon1 == "":
		return 1
	case t.m.Beacon2 == "":
		return 2
	}
	return 0
}

// Contributions returns how many there are in each phase.
func (t *Transcript) Contributions() (phase1, phase2 int) { return len(t.m.Phase1), len(t.m.Phase2) }

// Contribute adds one contribution to the phase, with secrets that are forgotten, by whoever calls itself so. All before it are checked first.
func (t *Transcript) Contribute(by string) error {
	switch t.Phase() {
	case 1:
		last, err := t.lastPhase1()
		if err != nil {
			return err
		}
		last.Contribute()
		return t.add(&t.m.Phase1, 1, by, last)
	case 2:
		commons, err := t.verifyPhase1()
		if err != nil {
			return err
		}
		last, _, err := t.lastPhase2(&commons)
		if err != nil {
			return err
		}
		last.Contribute()
		return t.add(&t.m.Phase2, 2, by, last)
	}
	return errors.New("the setup is sealed: it takes no contribution")
}

// Seal ends the phase with a beacon: at least 16 random bytes which nobody knew when the last contribution was made, such as the hash of a block
// announced before.
//
// Errors: a phase without contributions isn't sealed.
func (t *Transcript) Seal(beacon []byte) error {
	if len(beacon) < 16 || len(beacon) > 1024 {
		return fmt.Errorf("a beacon has 16 to 1024 bytes, not %d", len(beacon))
	}
	word := hex.EncodeToString(beacon)
	switch t.Phase() {
	case 1:
		if len(t.m.Phase1) == 0 {
			return errors.New("nobody has contributed to phase 1")
		}
		t.m.Beacon1 = word
		return t.save()
	case 2:
		if len(t.m.Phase2) == 0 {
			return errors.New("nobody has contributed to phase 2")
		}
		t.m.Beacon2 = word
		keys, err := t.derive()
		if err != nil {
			t.m.Beacon2 = ""
			return err
		}
		t.m.Key = keyHash(keys.Verifying)
		return t.save()
	}
	return errors.New("the setup is sealed")
}

// Verify checks every contribution against the one before and returns the keys that come of them.
//
// Errors: ErrTranscript, for the first that doesn't hold.
func (t *Transcript) Verify() (*Keys, error) {
	if t.Phase() != 0 {
		return nil, fmt.Errorf("%w: phase %d isn't sealed", ErrTranscript, t.Phase())
	}
	keys, err := t.derive()
	if err != nil {
		return nil, err
	}
	if got := keyHash(keys.Verifying); got != t.m.Key {
		return nil, fmt.Errorf("%w: it makes the key %s, and names %s", ErrTranscript, got, t.m.Key)
	}
	return keys, nil
}

// Hash identifies a sealed transcript: sha256 of the manifest, which names all files by theirs.
func (t *Transcript) Hash() (string, error) {
	text, err := t.manifest()
	sum := sha256.Sum256(text)
	return "0x" + hex.EncodeToString(sum[:]), err
}

// CheckFiles makes sure that the files are those that the manifest names. What they say, Verify shows.
//
// Errors: ErrTranscript.
func (t *Transcript) CheckFiles() error {
	for i, phase := range [][]contribution{t.m.Phase1, t.m.Phase2} {
		for n, c := range phase {
			info, err := os.Stat(t.name(i+1, n))
			if err == nil {
				_, err = t.read(i+1, n, c, min(info.Size(), maxPacked))
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *Transcript) derive() (*Keys, error) {
	commons, err := t.verifyPhase1()
	if err != nil {
		return nil, err
	}
	last, evaluations, err := t.lastPhase2(&commons)
	if err != nil {
		return nil, err
	}
	beacon, err := hex.DecodeString(t.m.Beacon2)
	if err != nil || len(t.m.Phase2) == 0 {
		return nil, fmt.Errorf("%w: no beacon or no contribution in phase 2", ErrTranscript)
	}
	proving, verifying := last.Seal(&commons, evaluations, beacon)
	key, err := newVerifyingKey(verifying)
	if err != nil {
		return nil, err
	}
	hash, err := t.Hash()
	return &Keys{Verifying: key, Transcript: hash, proving: proving}, err
}

func (t *Transcript) verifyPhase1() (commons mpcsetup.SrsCommons, err error) {
	last, err := t.lastPhase1()
	if err != nil {
		return commons, err
	}
	beacon, err := hex.DecodeString(t.m.Beacon1)
	if err != nil || len(t.m.Phase1) == 0 {
		return commons, fmt.Errorf("%w: no beacon or no contribution in phase 1", ErrTranscript)
	}
	return last.Seal(beacon), nil
}

// lastPhase1 checks each contribution of phase 1 against the one before and returns the last; what the phase begins with, if there is none.
func (t *Transcript) lastPhase1() (*mpcsetup.Phase1, error) {
	last := mpcsetup.NewPhase1(t.m.Size)
	for i := range t.m.Phase1 {
		next, err := t.phase1(i)
		if err != nil {
			return nil, err
		}
		if err := last.Verify(next); err != nil {
			return nil, fmt.Errorf("%w: phase 1: %w", ErrTranscript, err)
		}
		last = next
	}
	return last, nil
}

// lastPhase2 does the same for phase 2, which begins with what phase 1 came to; most of the time goes there.
func (t *Transcript) lastPhase2(commons *mpcsetup.SrsCommons) (*mpcsetup.Phase2, *mpcsetup.Phase2Evaluations, error) {
	last := new(mpcsetup.Phase2)
	evaluations := last.Initialize(t.system, commons)
	shape, err := shapeOf(last)
	if err != nil {
		return nil, nil, err
	}
	for i := range t.m.Phase2 {
		next, err := t.phase2(i, shape)
		if err != nil {
			return nil, nil, err
		}
		if err := last.Verify(next); err != nil {
			return nil, nil, fmt.Errorf("%w: phase 2: %w", ErrTranscript, err)
		}
		last = next
	}
	return last, &evaluations, nil
}

func (t *Transcript) add(to *[]contribution, phase int, by string, c io.WriterTo) error {
	var text bytes.Buffer
	if _, err := c.WriteTo(&text); err != nil {
		return fmt.Errorf("contribute to phase %d: %w", phase, err)
	}
	if err := writeWhole(t.name(phase, len(*to)), text.Bytes()); err != nil {
		return fmt.Errorf("contribute to phase %d: %w", phase, err)
	}
	sum := sha256.Sum256(text.Bytes())
	*to = append(*to, contribution{By: by, SHA256: hex.EncodeToString(sum[:])})
	return t.save()
}

func (t *Transcript) manifest() ([]byte, error) {
	text, err := json.MarshalIndent(t.m, "", "  ")
	return append(text, '\n'), err
}

func (t *Transcript) save() error {
	text, err := t.manifest()
	if err != nil {
		return fmt.Errorf("save the setup: %w", err)
	}
	if err := writeWhole(filepath.Join(t.dir, manifestName), text); err != nil {
		return fmt.Errorf("save the setup: %w", err)
	}
	return nil
}

func keyHash(k *VerifyingKey) string {
	sum := sha256.Sum256(k.Bytes())
	return "0x" + hex.EncodeToString(sum[:])
}
