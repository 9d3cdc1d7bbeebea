package circuits

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
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

// Contribute adds one contribution to the phase, with secrets that are forgotten, by whoever calls itself so. The last one before it is checked
// first.
func (t *Transcript) Contribute(by string) error {
	switch t.Phase() {
	case 1:
		last, err := t.phase1(len(t.m.Phase1) - 1)
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
		last := new(mpcsetup.Phase2)
		last.Initialize(t.system, &commons)
		if n := len(t.m.Phase2); n > 0 {
			if last, err = t.phase2(n-1, last); err != nil {
				return err
			}
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

func (t *Transcript) derive() (*Keys, error) {
	commons, err := t.verifyPhase1()
	if err != nil {
		return nil, err
	}
	shape := new(mpcsetup.Phase2)
	shape.Initialize(t.system, &commons)
	var all []*mpcsetup.Phase2
	for i := range t.m.Phase2 {
		next, err := t.phase2(i, shape)
		if err != nil {
			return nil, err
		}
		all = append(all, next)
	}
	beacon, err := hex.DecodeString(t.m.Beacon2)
	if err != nil || len(all) == 0 {
		return nil, fmt.Errorf("%w: no beacon or no contribution in phase 2", ErrTranscript)
	}
	proving, verifying, err := mpcsetup.VerifyPhase2(t.system, &commons, beacon, all...)
	if err != nil {
		return nil, fmt.Errorf("%w: phase 2: %w", ErrTranscript, err)
	}
	key, err := newVerifyingKey(verifying)
	if err != nil {
		return nil, err
	}
	return &Keys{Verifying: key, proving: proving}, nil
}

func (t *Transcript) verifyPhase1() (commons mpcsetup.SrsCommons, err error) {
	var all []*mpcsetup.Phase1
	for i := range t.m.Phase1 {
		next, err := t.phase1(i)
		if err != nil {
			return commons, err
		}
		all = append(all, next)
	}
	beacon, err := hex.DecodeString(t.m.Beacon1)
	if err != nil || len(all) == 0 {
		return commons, fmt.Errorf("%w: no beacon or no contribution in phase 1", ErrTranscript)
	}
	if commons, err = mpcsetup.VerifyPhase1(t.m.Size, beacon, all...); err != nil {
		return commons, fmt.Errorf("%w: phase 1: %w", ErrTranscript, err)
	}
	return commons, nil
}

// phase1 reads a contribution of phase 1; −1 is the state before the first.
func (t *Transcript) phase1(i int) (*mpcsetup.Phase1, error) {
	if i < 0 {
		return mpcsetup.NewPhase1(t.m.Size), nil
	}
	// SAFETY: gnark makes room for as many points as the file says, so it must say what it has room for.
	text, err := t.read(1, i, t.m.Phase1[i], phase1Bytes(t.m.Size))
	if err != nil {
		return nil, err
	}
	if at := len(text) - int(phase1Bytes(t.m.Size)) + phase1Head; binary.BigEndian.Uint64(text[at:]) != t.m.Size {
		return nil, fmt.Errorf("%w: contribution %d of phase 1 is of another size", ErrTranscript, i)
	}
	p := new(mpcsetup.Phase1)
	return p, t.decode(1, i, p, text)
}

// phase2 reads a contribution of phase 2, which has the shape of the given one.
func (t *Transcript) phase2(i int, shape *mpcsetup.Phase2) (*mpcsetup.Phase2, error) {
	var layout bytes.Buffer
	if _, err := shape.WriteTo(&layout); err != nil {
		return nil, fmt.Errorf("lay phase 2 out: %w", err)
	}
	want := layout.Len() - len(shape.Challenge) + sha256.Size
	text, err := t.read(2, i, t.m.Phase2[i], int64(want))
	if err != nil {
		return nil, err
	}
	// SAFETY: as above. Numbers stand before each list of points, at the same places as in the shape.
	at := 2 + g1Bytes
	for _, list := range append([]int{len(shape.Parameters.G1.PKK), len(shape.Parameters.G1.Z), -1}, sigmaLengths(shape)...) {
		if list < 0 {
			at += g2Bytes
			continue
		}
		if binary.BigEndian.Uint32(text[at:]) != uint32(list) {
			return nil, fmt.Errorf("%w: contribution %d of phase 2 is of another shape", ErrTranscript, i)
		}
		at += 4 + list*g1Bytes
	}
	if binary.BigEndian.Uint16(text) != uint16(len(shape.Parameters.G2.Sigma)) {
		return nil, fmt.Errorf("%w: contribution %d of phase 2 is of another shape", ErrTranscript, i)
	}
	p := new(mpcsetup.Phase2)
	return p, t.decode(2, i, p, text)
}

func sigmaLengths(shape *mpcsetup.Phase2) (lengths []int) {
	for _, list := range shape.Parameters.G1.SigmaCKK {
		lengths = append(lengths, len(list))
	}
	return lengths
}

// Compressed points, and what stands before the size in a file of phase 1: three proofs of a point of each group.
const (
	g1Bytes    = 32
	g2Bytes    = 64
	phase1Head = 3 * (g1Bytes + g2Bytes)
)

func phase1Bytes(size uint64) int64 {
	n := int64(size)
	return phase1Head + 8 + g2Bytes + (2*n-2)*g1Bytes + (n-1)*g2Bytes + 2*n*g1Bytes + 1 + sha256.Size
}

func (t *Transcript) name(phase, i int) string {
	return filepath.Join(t.dir, fmt.Sprintf("phase%d-%04d.bin", phase, i+1))
}

// read reads a file of that size whose hash the manifest names.
func (t *Transcript) read(phase, i int, c contribution, size int64) ([]byte, error) {
	text, err := readBounded(t.name(phase, i), size)
	if err != nil {
		return nil, fmt.Errorf("read contribution %d of phase %d: %w", i+1, phase, err)
	}
	if sum := sha256.Sum256(text); int64(len(text)) != size || hex.EncodeToString(sum[:]) != c.SHA256 {
		return nil, fmt.Errorf("%w: contribution %d of phase %d isn't the file that is named", ErrTranscript, i+1, phase)
	}
	return text, nil
}

func (t *Transcript) decode(phase, i int, into io.ReaderFrom, text []byte) error {
	n, err := into.ReadFrom(bytes.NewReader(text))
	if err == nil && n != int64(len(text)) {
		err = errors.New("bytes are left over")
	}
	if err != nil {
		return fmt.Errorf("%w: contribution %d of phase %d: %w", ErrTranscript, i+1, phase, err)
	}
	return nil
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

func (t *Transcript) save() error {
	text, err := json.MarshalIndent(t.m, "", "  ")
	if err != nil {
		return fmt.Errorf("save the setup: %w", err)
	}
	if err := writeWhole(filepath.Join(t.dir, manifestName), append(text, '\n')); err != nil {
		return fmt.Errorf("save the setup: %w", err)
	}
	return nil
}

func keyHash(k *VerifyingKey) string {
	sum := sha256.Sum256(k.Bytes())
	return "0x" + hex.EncodeToString(sum[:])
}
