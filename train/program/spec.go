package program

// Spec is a RunSpec: everything a run fixes in advance. Its JSON (Canonical) is what is hashed, stored and named on chain.
//
// Integers are below 2⁵³. Quantities that are not integers are decimal strings, rounded once to binary32 (Decimal); amounts of money are
// integers in wei, as decimal strings (Wei).
type Spec struct {
	Version   int       `json:"version"` // 1
	Name      string    `json:"name"`
	Profile   string    `json:"profile"` // "f32-1"
	TreeHash  string    `json:"hash"`    // of its trees: "sha256" or "poseidon2"
	Seed      uint64    `json:"seed"`
	Model     Model     `json:"model"`
	Optimiser Optimiser `json:"optimiser"`
	Dataset   Dataset   `json:"dataset"`
	Genesis   Genesis   `json:"genesis"`
	Batch     int       `json:"batch"` // samples per step
	Steps     int       `json:"steps"`
	Window    int       `json:"window"`    // k, steps per commitment
	KeyFrames int       `json:"keyFrames"` // A, windows from one key frame to the next
	Economics Economics `json:"economics"`
	Clocks    Clocks    `json:"clocks"`
	Goal      *Goal     `json:"goal,omitempty"`
}

// Model is what is trained.
type Model struct {
	Kind string `json:"kind"` // "gpt" or "mlp"

	// A decoder-only transformer: learned positions, LayerNorm before each block, GELU, tied head.
	Layers     int `json:"layers,omitempty"`
	Width      int `json:"width,omitempty"`
	Heads      int `json:"heads,omitempty"`
	Context    int `json:"context,omitempty"` // T, tokens per sample
	Vocabulary int `json:"vocabulary,omitempty"`

	// A classifier of records.
	Features   int    `json:"features,omitempty"`
	Hidden     []int  `json:"hidden,omitempty"`
	Classes    int    `json:"classes,omitempty"`
	Activation string `json:"activation,omitempty"` // "relu" or "gelu"
}

// The kinds of models, optimisers, datasets, schedules and genesis states.
const (
	ModelGPT = "gpt"
	ModelMLP = "mlp"

	ActivationReLU = "relu"
	ActivationGELU = "gelu"

	OptimiserSGD      = "sgd"
	OptimiserMomentum = "momentum"
	OptimiserAdamW    = "adamw"

	ScheduleConstant = "constant"
	ScheduleLinear   = "linear"
	ScheduleCosine   = "cosine"
	ScheduleTable    = "table"

	DatasetTokens  = "tokens"
	DatasetTabular = "tabular"

	GenesisSeed   = "seed"
	GenesisImport = "import"

	ProfileF32 = "f32-1"

	HashSHA256    = "sha256"
	HashPoseidon2 = "poseidon2" // for runs with step proofs
)

// Optimiser is how gradients become the next parameters. The gradient is scaled so that its norm is at most Clip.
type Optimiser struct {
	Kind         string   `json:"kind"`                  // "sgd", "momentum" or "adamw"
	Momentum     Decimal  `json:"momentum,omitempty"`    // momentum
	Beta1        Decimal  `json:"beta1,omitempty"`       // adamw
	Beta2        Decimal  `json:"beta2,omitempty"`       // adamw
	Epsilon      Decimal  `json:"epsilon,omitempty"`     // adamw
	WeightDecay  Decimal  `json:"weightDecay,omitempty"` // adamw; matrices only
	Clip         Decimal  `json:"clip"`
	LearningRate Schedule `json:"learningRate"`
}

// Schedule gives the learning-rate table (rates.go).
type Schedule struct {
	Kind   string   `json:"kind"`             // "constant", "linear", "cosine" or "table"
	Peak   Decimal  `json:"peak,omitempty"`   // all but table
	Floor  Decimal  `json:"floor,omitempty"`  // linear, cosine: the rate of the last step
	Warmup int      `json:"warmup,omitempty"` // linear, cosine: steps that rise from peak/warmup to peak
	Words  []string `json:"words,omitempty"`  // table: the binary32 words, 8 hex digits each
}

// Dataset names the payload and says how samples lie in it.
type Dataset struct {
	Kind       string `json:"kind"` // "tokens" or "tabular"
	CID        string `json:"cid"`
	Root       Digest `json:"root"`                 // root of the payload's tree
	Bytes      int    `json:"bytes"`                // length of the payload
	TokenBytes int    `json:"tokenBytes,omitempty"` // tokens: 1, 2 or 4
	Stride     int    `json:"stride,omitempty"`     // tokens from one sample to the next
}

// Goal is a loss that a run may reach: at every key frame anyone may evaluate the state on data that training never reads
// (CompileEvaluation).
type Goal struct {
	Dataset Dataset `json:"dataset"` // the held-out data, of the run's kind; another payload than the run's
	Batches int     `json:"batches"` // how many batches of it are evaluated, each as long as the run's; no sample twice
	Target  Decimal `json:"target"`  // reached by a mean loss that is not above it
}

// Genesis says where the state before step 0 comes from: the seed, or a checkpoint.
type Genesis struct {
	Kind string  `json:"kind"`           // "seed" or "import"
	Root *Digest `json:"root,omitempty"` // import: its state root
	CID  string  `json:"cid,omitempty"`  // import: its checkpoint
}

// Economics are the run's money and juries, as they are given to the chain.
type Economics struct {
	RefStepMillis int    `json:"refStepMillis"` // replay time of one step on the reference machine, 2 cores
	RewardToken   string `json:"rewardToken"`   // address; 0x0…0 is the native coin
	Reward        Wei    `json:"reward"`        // per finalised step, in units of the token
	RewardValue   Wei    `json:"rewardValue"`   // what Reward is worth
	ReplayCost    Wei    `json:"replayCost"`    // what one window's replay costs a juror
	SeatStake     Wei    `json:"seatStake"`
	JurorFee      Wei    `json:"jurorFee"`
	Jury          int    `json:"jury"`
	LargerJury    int    `json:"largerJury"`
	MaxPending    int    `json:"maxPending"` // unfinal windows
}

// Clocks are the run's clocks. Unit: seconds.
type Clocks struct {
	Lease            int `json:"lease"`
	Challenge        int `json:"challenge"`
	Open             int `json:"open"`
	BallotCommit     int `json:"ballotCommit"`
	BallotReveal     int `json:"ballotReveal"`
	Appeal           int `json:"appeal"`
	MatchClock       int `json:"matchClock"`
	MoveExtension    int `json:"moveExtension"`
	ListExtension    int `json:"listExtension"`
	HistoryExtension int `json:"historyExtension"`
	Demand           int `json:"demand"`
}
