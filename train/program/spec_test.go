package program

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

// tinyGPT is a small valid spec.
func tinyGPT() Spec {
	return Spec{
		Version: 1, Name: "tiny", Profile: ProfileF32, TreeHash: HashSHA256, Seed: 7,
		Model: Model{Kind: ModelGPT, Layers: 2, Width: 32, Heads: 2, Context: 16, Vocabulary: 24},
		Optimiser: Optimiser{
			Kind: OptimiserAdamW, Beta1: "0.9", Beta2: "0.999", Epsilon: "1e-8", WeightDecay: "0.1", Clip: "1",
			LearningRate: Schedule{Kind: ScheduleConstant, Peak: "0.001"},
		},
		Dataset: Dataset{Kind: DatasetTokens, CID: "bafk", Bytes: 200, TokenBytes: 1, Stride: 16},
		Genesis: Genesis{Kind: GenesisSeed}, Batch: 2, Steps: 10, Window: 4, KeyFrames: 1,
		Economics: Economics{
			RefStepMillis: 1, RewardToken: "0x" + strings.Repeat("0", 40), Reward: "10", RewardValue: "10", ReplayCost: "1",
			SeatStake: "1", JurorFee: "1", Jury: 3, LargerJury: 3, MaxPending: 64,
		},
		Clocks: Clocks{
			Lease: 30, Challenge: 20, Open: 5, BallotCommit: 20, BallotReveal: 15, Appeal: 5,
			MatchClock: 120, MoveExtension: 10, ListExtension: 20, HistoryExtension: 20, Demand: 15,
		},
	}
}

// tinyMLP is a small valid spec of a classifier.
func tinyMLP(optimiser, activation string) Spec {
	s := tinyGPT()
	s.Model = Model{Kind: ModelMLP, Features: 5, Hidden: []int{12, 7}, Classes: 3, Activation: activation}
	s.Dataset = Dataset{Kind: DatasetTabular, CID: "bafk", Bytes: 24 * 40}
	s.Batch = 8
	o := Optimiser{Kind: optimiser, Clip: "1", LearningRate: Schedule{Kind: ScheduleConstant, Peak: "0.1"}}
	switch optimiser {
	case OptimiserMomentum:
		o.Momentum = "0.9"
	case OptimiserAdamW:
		o = s.Optimiser
	}
	s.Optimiser = o
	return s
}

func TestSpecRoundTrip(t *testing.T) {
	imported := tinyGPT()
	imported.Genesis = Genesis{Kind: GenesisImport, Root: &Digest{1, 2, 0xff}, CID: "bafk"}
	table := tinyMLP(OptimiserSGD, ActivationReLU)
	table.Optimiser.LearningRate = Schedule{Kind: ScheduleTable, Words: []string{"3f800000", "00000000"}}
	table.Model.Hidden = nil
	cosine := tinyMLP(OptimiserMomentum, ActivationGELU)
	cosine.Name = `é <&> "\` // JSON must escape some of it, RFC 8785 in its own way
	cosine.Optimiser.LearningRate = Schedule{Kind: ScheduleCosine, Peak: "1", Floor: "0.1", Warmup: 3}
	for _, s := range []Spec{tinyGPT(), imported, table, cosine} {
		b := s.Canonical()
		back, err := ParseSpec(b)
		if err != nil {
			t.Fatalf("%s: %v", b, err)
		}
		if !bytes.Equal(back.Canonical(), b) || back.Hash() != s.Hash() {
			t.Errorf("%s\nbecame\n%s", b, back.Canonical())
		}
	}
	if a, b := tinyGPT().Hash(), imported.Hash(); a == b {
		t.Error("two specs, one hash")
	}
}

func TestCanonicalForm(t *testing.T) {
	b := string(tinyGPT().Canonical())
	if !strings.HasPrefix(b, `{"batch":2,"clocks":{"appeal":5,"ballotCommit":20,`) || strings.ContainsAny(b, " \n") {
		t.Errorf("not RFC 8785: %s", b)
	}
	spaced := " \n" + strings.Replace(b, `"batch":2,`, "", 1)
	spaced = strings.TrimSuffix(spaced, "}") + `, "batch" : 2 } `
	s, err := ParseSpec([]byte(spaced))
	if err != nil {
		t.Fatal(err)
	}
	if s.Hash() != tinyGPT().Hash() {
		t.Error("white space and order change the hash")
	}
}

// TestParseRefusesForm covers what is wrong before any number is looked at.
func TestParseRefusesForm(t *testing.T) {
	good := string(tinyGPT().Canonical())
	edit := func(old, with string) string {
		if !strings.Contains(good, old) {
			t.Fatalf("no %s in the spec", old)
		}
		return strings.Replace(good, old, with, 1)
	}
	for name, c := range map[string]struct{ text, want string }{
		"empty":           {"", "too early"},
		"cut":             {good[:len(good)-1], "too early"},
		"trailing":        {good + "{}", "follows its end"},
		"trailing bytes":  {good + "x", "follows its end"},
		"unknown":         {edit(`"batch":2`, `"batch":2,"bunch":2`), "bunch"},
		"unknown inside":  {edit(`"layers":2`, `"layers":2,"depth":2`), "depth"},
		"repeated":        {edit(`"batch":2`, `"batch":2,"batch":2`), "batch"},
		"repeated inside": {edit(`"layers":2`, `"layers":2,"layers":2`), "layers"},
		"other case":      {edit(`"batch":2`, `"Batch":2`), "Batch"},
		"case inside":     {edit(`"layers":2`, `"Layers":2`), "model.Layers"},
		"null":            {edit(`"genesis":{`, `"extra":null,"genesis":{`), "extra"},
		"null field":      {edit(`"layers":2`, `"layers":2,"features":null`), "model.features"},
		"superfluous":     {edit(`"layers":2`, `"layers":2,"features":0`), "model.features"},
		"exponent":        {edit(`"batch":2`, `"batch":2e0`), "batch"},
		"fraction":        {edit(`"batch":2`, `"batch":2.5`), "batch"},
		"negative zero":   {edit(`"seed":7`, `"seed":-0`), "seed"},
		"string":          {edit(`"batch":2`, `"batch":"2"`), "batch"},
		"array":           {"[" + good + "]", "array"},
		"long":            {good + strings.Repeat(" ", maxSpecBytes), "bytes"},
		"not UTF-8":       {edit(`"tiny"`, "\"t\xffny\""), "UTF-8"},
		"half a pair":     {edit(`"tiny"`, `"t\ud800ny"`), ""},
		"deep":            {strings.Repeat("[", 1<<19), ""},
		"short root":      {edit(strings.Repeat("0", 64), strings.Repeat("0", 62)), "64 lower-case hex digits"},
		"capital root":    {edit("0x"+strings.Repeat("0", 64), "0x"+strings.Repeat("A", 64)), "64 lower-case hex digits"},
	} {
		_, err := ParseSpec([]byte(c.text))
		if !errors.Is(err, ErrSpec) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		} else if strings.ContainsAny(err.Error(), "\n") || len(err.Error()) > 300 {
			t.Errorf("%s: not one clear line: %v", name, err)
		}
	}
}

// TestValidateNamesTheField changes one field at a time.
func TestValidateNamesTheField(t *testing.T) {
	type edit struct {
		field string
		edit  func(*Spec)
	}
	gpt := []edit{
		{"version", func(s *Spec) { s.Version = 2 }},
		{"name", func(s *Spec) { s.Name = "" }},
		{"name", func(s *Spec) { s.Name = strings.Repeat("x", 65) }},
		{"name", func(s *Spec) { s.Name = "two\nlines" }},
		{"profile", func(s *Spec) { s.Profile = "f32-2" }},
		{"hash", func(s *Spec) { s.TreeHash = "md5" }},
		{"seed", func(s *Spec) { s.Seed = 1 << 53 }},
		{"batch", func(s *Spec) { s.Batch = 0 }},
		{"batch", func(s *Spec) { s.Batch = MaxTerms/16 + 1 }},
		{"batch", func(s *Spec) { s.Batch, s.Model.Vocabulary = 1<<14, 1<<18 }},
		{"steps", func(s *Spec) { s.Steps = maxSteps + 1 }},
		{"window", func(s *Spec) { s.Window = 1025 }},
		{"keyFrames", func(s *Spec) { s.KeyFrames = 65 }},
		{"model.kind", func(s *Spec) { s.Model.Kind = "rnn" }},
		{"model.layers", func(s *Spec) { s.Model.Layers = -1 }},
		{"model.width", func(s *Spec) { s.Model.Width = 1 << 62 }},
		{"model.heads", func(s *Spec) { s.Model.Heads = 3 }},
		{"model.context", func(s *Spec) { s.Model.Context = 24 }},
		{"model.context", func(s *Spec) { s.Model.Context = 208 }}, // longer than the data
		{"model.vocabulary", func(s *Spec) { s.Model.Vocabulary = 1 }},
		{"model.features", func(s *Spec) { s.Model.Features = 1 }},
		{"optimiser.kind", func(s *Spec) { s.Optimiser.Kind = "lion" }},
		{"optimiser.beta1", func(s *Spec) { s.Optimiser.Beta1 = "0.99999999999" }},
		{"optimiser.beta2", func(s *Spec) { s.Optimiser.Beta2 = "0x1p-1" }},
		{"optimiser.epsilon", func(s *Spec) { s.Optimiser.Epsilon = "0" }},
		{"optimiser.weightDecay", func(s *Spec) { s.Optimiser.WeightDecay = "-1" }},
		{"optimiser.weightDecay", func(s *Spec) { s.Optimiser.WeightDecay = "1_0" }},
		{"optimiser.momentum", func(s *Spec) { s.Optimiser.Momentum = "0.9" }},
		{"optimiser.clip", func(s *Spec) { s.Optimiser.Clip = "Inf" }},
		{"optimiser.clip", func(s *Spec) { s.Optimiser.Clip = "1e39" }},
		{"optimiser.learningRate.kind", func(s *Spec) { s.Optimiser.LearningRate.Kind = "step" }},
		{"optimiser.learningRate.peak", func(s *Spec) { s.Optimiser.LearningRate.Peak = "NaN" }},
		{"optimiser.learningRate.warmup", func(s *Spec) { s.Optimiser.LearningRate.Warmup = 1 }},
		{"optimiser.learningRate.words", func(s *Spec) { s.Optimiser.LearningRate = Schedule{Kind: ScheduleTable} }},
		{"optimiser.learningRate.words[1]", func(s *Spec) {
			s.Optimiser.LearningRate = Schedule{Kind: ScheduleTable, Words: []string{"3f800000", "7fc00000"}}
		}},
		{"dataset.kind", func(s *Spec) { s.Dataset.Kind = DatasetTabular }},
		{"dataset.cid", func(s *Spec) { s.Dataset.CID = "../etc" }},
		{"dataset.bytes", func(s *Spec) { s.Dataset.Bytes = 0 }},
		{"dataset.bytes", func(s *Spec) { s.Dataset.TokenBytes, s.Dataset.Bytes = 2, 201 }},
		{"dataset.tokenBytes", func(s *Spec) { s.Dataset.TokenBytes = 3 }},
		{"dataset.stride", func(s *Spec) { s.Dataset.Stride = 0 }},
		{"genesis.kind", func(s *Spec) { s.Genesis.Kind = "zero" }},
		{"genesis.root", func(s *Spec) { s.Genesis.Kind = GenesisImport }},
		{"genesis.cid", func(s *Spec) { s.Genesis.CID = "bafk" }},
		{"economics.refStepMillis", func(s *Spec) { s.Economics.RefStepMillis = 0 }},
		{"economics.rewardToken", func(s *Spec) { s.Economics.RewardToken = "0x0" }},
		{"economics.reward", func(s *Spec) { s.Economics.Reward = "01" }},
		{"economics.rewardValue", func(s *Spec) { s.Economics.RewardValue = "79228162514264337593543950336" }}, // 2⁹⁶
		{"economics.replayCost", func(s *Spec) { s.Economics.ReplayCost = "-1" }},
		{"economics.seatStake", func(s *Spec) { s.Economics.SeatStake = "0" }},
		{"economics.jurorFee", func(s *Spec) { s.Economics.JurorFee = "1.5" }},
		{"economics.jury", func(s *Spec) { s.Economics.Jury = 4 }},
		{"economics.largerJury", func(s *Spec) { s.Economics.LargerJury = 1 }},
		{"economics.maxPending", func(s *Spec) { s.Economics.MaxPending = 4097 }},
		{"clocks.lease", func(s *Spec) { s.Clocks.Lease = 0 }},
		{"clocks.demand", func(s *Spec) { s.Clocks.Demand = maxClock + 1 }},
	}
	mlp := []edit{
		{"hash", func(s *Spec) { s.TreeHash, s.Model.Hidden = HashPoseidon2, []int{2000} }},
		{"goal", func(s *Spec) { s.TreeHash, s.Goal = HashPoseidon2, &Goal{} }},
		{"model.features", func(s *Spec) { s.Model.Features = 0 }},
		{"model.hidden[1]", func(s *Spec) { s.Model.Hidden[1] = 0 }},
		{"model.hidden", func(s *Spec) { s.Model.Hidden = make([]int, 17) }},
		{"model.classes", func(s *Spec) { s.Model.Classes = 1 }},
		{"model.activation", func(s *Spec) { s.Model.Activation = "tanh" }},
		{"model.heads", func(s *Spec) { s.Model.Heads = 1 }},
		{"optimiser.momentum", func(s *Spec) { s.Optimiser.Momentum = "" }},
		{"optimiser.beta1", func(s *Spec) { s.Optimiser.Beta1 = "0.9" }},
		{"dataset.bytes", func(s *Spec) { s.Dataset.Bytes = 25 }},
		{"dataset.stride", func(s *Spec) { s.Dataset.Stride = 1 }},
	}
	check := func(s Spec, e edit) {
		t.Helper()
		e.edit(&s)
		err := s.Validate()
		if !errors.Is(err, ErrSpec) || !strings.HasPrefix(err.Error(), ErrSpec.Error()+": "+e.field+": ") {
			t.Errorf("%s: %v", e.field, err)
		}
		if _, err := Compile(s); err == nil {
			t.Errorf("%s: compiled", e.field)
		}
	}
	for _, e := range gpt {
		check(tinyGPT(), e)
	}
	for _, e := range mlp {
		check(tinyMLP(OptimiserMomentum, ActivationReLU), e)
	}
}

func FuzzParseSpec(f *testing.F) {
	f.Add(tinyGPT().Canonical())
	f.Add(tinyMLP(OptimiserSGD, ActivationGELU).Canonical())
	f.Add([]byte(`{"version":1,"model":{"kind":"mlp","hidden":[1,2]}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := ParseSpec(b)
		if err != nil {
			if !errors.Is(err, ErrSpec) {
				t.Fatal(err)
			}
			return
		}
		c := s.Canonical()
		back, err := ParseSpec(c)
		if err != nil || !bytes.Equal(back.Canonical(), c) {
			t.Fatalf("%s does not come back: %v", c, err)
		}
		if _, err := Compile(s); err != nil {
			t.Fatalf("%s is valid and does not compile: %v", c, err)
		}
	})
}
