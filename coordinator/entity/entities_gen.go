// Code generated from subgraph/schema.graphql; DO NOT EDIT.

package entity

import "math/big"

// Kinds of entities; 0 is invalid.
const (
	KindProtocol          Kind = 1
	KindRun               Kind = 2
	KindLease             Kind = 3
	KindCommitment        Kind = 4
	KindStepProof         Kind = 5
	KindChallenge         Kind = 6
	KindArithmeticOpening Kind = 7
	KindCase              Kind = 8
	KindRound             Kind = 9
	KindJuror             Kind = 10
	KindBallot            Kind = 11
	KindMatch             Kind = 12
	KindMove              Kind = 13
	KindDemand            Kind = 14
	KindValidator         Kind = 15
	KindStakeChange       Kind = 16
	KindPledge            Kind = 17
	KindDuel              Kind = 18
	KindGoalPot           Kind = 19
	KindGoalLock          Kind = 20
	KindAccount           Kind = 21
	KindBalance           Kind = 22
	KindPayment           Kind = 23
	KindLedger            Kind = 24
	KindReward            Kind = 25
	KindAsset             Kind = 26
	KindActivity          Kind = 27
)

// HashKind: Hash of a run's trees.
type HashKind string

const (
	HashKindInvalid   HashKind = "Invalid"
	HashKindSha256    HashKind = "Sha256"
	HashKindPoseidon2 HashKind = "Poseidon2"
)

// LeaseStatus: Held; Committed: it became a commitment; Released by its holder; Expired: its deadline passed; Ended: the head it stood on went away.
type LeaseStatus string

const (
	LeaseStatusHeld      LeaseStatus = "Held"
	LeaseStatusCommitted LeaseStatus = "Committed"
	LeaseStatusReleased  LeaseStatus = "Released"
	LeaseStatusExpired   LeaseStatus = "Expired"
	LeaseStatusEnded     LeaseStatus = "Ended"
)

// CommitmentStatus: Pending → Finalised | Rejected | Voided, and no way back. Voided: it stood on one that left the head, or was voted out and later cleared.
type CommitmentStatus string

const (
	CommitmentStatusPending   CommitmentStatus = "Pending"
	CommitmentStatusFinalised CommitmentStatus = "Finalised"
	CommitmentStatusRejected  CommitmentStatus = "Rejected"
	CommitmentStatusVoided    CommitmentStatus = "Voided"
)

// Mark: What was decided about a commitment itself. TalliedAgainst: off the head, still Pending. Rejected: by tally or by arithmetic. Cleared: arithmetic overturned the tally. Idle: a demand for its bytes went unanswered.
type Mark string

const (
	MarkNone           Mark = "None"
	MarkTalliedAgainst Mark = "TalliedAgainst"
	MarkRejected       Mark = "Rejected"
	MarkCleared        Mark = "Cleared"
	MarkIdle           Mark = "Idle"
)

// ChallengeStatus: Sealed and Opened are alive, the rest are ends. Lapsed: never opened. Won: its root became final, or its match convicted the committer. Defeated: by its match, by the commitment's becoming final, or by another root's. Returned: bond back.
type ChallengeStatus string

const (
	ChallengeStatusSealed   ChallengeStatus = "Sealed"
	ChallengeStatusOpened   ChallengeStatus = "Opened"
	ChallengeStatusLapsed   ChallengeStatus = "Lapsed"
	ChallengeStatusWon      ChallengeStatus = "Won"
	ChallengeStatusDefeated ChallengeStatus = "Defeated"
	ChallengeStatusReturned ChallengeStatus = "Returned"
)

// Outcome: How a match ended. Both are convicted by a leaf that neither claim agrees with; both silent: nobody moved in time. Void: the commitment was voided. Dismissed: of a challenge that a proof of all steps ended.
type Outcome string

const (
	OutcomeNone                Outcome = "None"
	OutcomeRunning             Outcome = "Running"
	OutcomeCommitterConvicted  Outcome = "CommitterConvicted"
	OutcomeChallengerConvicted Outcome = "ChallengerConvicted"
	OutcomeBothConvicted       Outcome = "BothConvicted"
	OutcomeBothSilent          Outcome = "BothSilent"
	OutcomeVoid                Outcome = "Void"
	OutcomeDismissed           Outcome = "Dismissed"
)

// Verdict: What a tally found: Stands, Falls, NoMajority. Of a closed case also Cleared: arithmetic defeated every challenge after a tally against it; and Void: the commitment was voided, or rejected for an unanswered demand, first.
type Verdict string

const (
	VerdictUndecided  Verdict = "Undecided"
	VerdictStands     Verdict = "Stands"
	VerdictFalls      Verdict = "Falls"
	VerdictNoMajority Verdict = "NoMajority"
	VerdictVoid       Verdict = "Void"
	VerdictCleared    Verdict = "Cleared"
)

// Side: Who speaks in a match, or is due.
type Side string

const (
	SideNone       Side = "None"
	SideCommitter  Side = "Committer"
	SideChallenger Side = "Challenger"
)

// Phase: Where a match is: from the list of the window's states down to one micro-step.
type Phase string

const (
	PhaseNone    Phase = "None"
	PhaseStart   Phase = "Start"
	PhaseSteps   Phase = "Steps"
	PhaseTrace   Phase = "Trace"
	PhaseBind    Phase = "Bind"
	PhaseBound   Phase = "Bound"
	PhaseTiles   Phase = "Tiles"
	PhaseElement Phase = "Element"
	PhaseFolds   Phase = "Folds"
	PhaseBlocks  Phase = "Blocks"
	PhaseLeaf    Phase = "Leaf"
	PhaseEnded   Phase = "Ended"
)

// MoveKind: The event that the line is made of.
type MoveKind string

const (
	MoveKindAnswered      MoveKind = "Answered"
	MoveKindPosted        MoveKind = "Posted"
	MoveKindAwaits        MoveKind = "Awaits"
	MoveKindStepFound     MoveKind = "StepFound"
	MoveKindOperatorBound MoveKind = "OperatorBound"
	MoveKindEnded         MoveKind = "Ended"
)

// DemandKind: Tiles: four tiles of the post state, chosen by a later block. Leaf: one leaf of the dataset.
type DemandKind string

const (
	DemandKindNone  DemandKind = "None"
	DemandKindTiles DemandKind = "Tiles"
	DemandKindLeaf  DemandKind = "Leaf"
)

// DemandStatus is spelled as in the contracts.
type DemandStatus string

const (
	DemandStatusOpen     DemandStatus = "Open"
	DemandStatusAnswered DemandStatus = "Answered"
	DemandStatusEnded    DemandStatus = "Ended"
	DemandStatusRejected DemandStatus = "Rejected"
)

// StakeChangeKind: Locked and Released: by a seat.
type StakeChangeKind string

const (
	StakeChangeKindStaked           StakeChangeKind = "Staked"
	StakeChangeKindUnstakeRequested StakeChangeKind = "UnstakeRequested"
	StakeChangeKindUnstaked         StakeChangeKind = "Unstaked"
	StakeChangeKindLocked           StakeChangeKind = "Locked"
	StakeChangeKindReleased         StakeChangeKind = "Released"
)

// PledgeKind: Audit and Canary: a history root. Claim: a reading of the held-out loss. Contest: another reading.
type PledgeKind string

const (
	PledgeKindAudit   PledgeKind = "Audit"
	PledgeKindCanary  PledgeKind = "Canary"
	PledgeKindClaim   PledgeKind = "Claim"
	PledgeKindContest PledgeKind = "Contest"
)

// PledgeStatus: Sealed and Standing are alive. Defeated by a match; Lapsed: never opened; Settled: its bond went back.
type PledgeStatus string

const (
	PledgeStatusSealed   PledgeStatus = "Sealed"
	PledgeStatusStanding PledgeStatus = "Standing"
	PledgeStatusDefeated PledgeStatus = "Defeated"
	PledgeStatusLapsed   PledgeStatus = "Lapsed"
	PledgeStatusSettled  PledgeStatus = "Settled"
)

// PotStatus: Reached: a claim stood, and committers pull their shares. Returned: who locked money takes it back.
type PotStatus string

const (
	PotStatusOpen     PotStatus = "Open"
	PotStatusReached  PotStatus = "Reached"
	PotStatusReturned PotStatus = "Returned"
)

// PaymentKind: Credited: the Vault owes it. Withdrawn: it was taken.
type PaymentKind string

const (
	PaymentKindCredited  PaymentKind = "Credited"
	PaymentKindWithdrawn PaymentKind = "Withdrawn"
)

// AssetKind: What the content is.
type AssetKind string

const (
	AssetKindRunSpec    AssetKind = "RunSpec"
	AssetKindCheckpoint AssetKind = "Checkpoint"
)

// Protocol: The whole deployment.
type Protocol struct {
	ID          string   // Always "1".
	Runs        int32    // Runs that were created.
	Commitments int32    // All that were made.
	Finalised   int32    // Windows that became final.
	Rejected    int32    // Commitments that were.
	Challenges  int32    // Challenges that were sealed.
	Cases       int32    // Commitments that came before the court.
	Matches     int32    // Those of challenges and of duels.
	Moves       int32    // Lines of all matches' logs.
	Demands     int32    // Demands for bytes that were made.
	Validators  int32    // Accounts that ever staked.
	Stake       *big.Int // All stakes together, what is asked back included.
	Burned      *big.Int // Native coin that was burned.
	PausedUntil *big.Int // The guardian stopped `acquire` until then; 0 if never.
}

func (e *Protocol) EntityKind() Kind { return KindProtocol }
func (e *Protocol) EntityID() string { return e.ID }

func (e *Protocol) Values() []any {
	return []any{e.ID, e.Runs, e.Commitments, e.Finalised, e.Rejected, e.Challenges, e.Cases, e.Matches, e.Moves, e.Demands, e.Validators, e.Stake, e.Burned, e.PausedUntil}
}

func (e *Protocol) set(v []any) {
	e.ID = v[0].(string)
	e.Runs = v[1].(int32)
	e.Commitments = v[2].(int32)
	e.Finalised = v[3].(int32)
	e.Rejected = v[4].(int32)
	e.Challenges = v[5].(int32)
	e.Cases = v[6].(int32)
	e.Matches = v[7].(int32)
	e.Moves = v[8].(int32)
	e.Demands = v[9].(int32)
	e.Validators = v[10].(int32)
	e.Stake = v[11].(*big.Int)
	e.Burned = v[12].(*big.Int)
	e.PausedUntil = v[13].(*big.Int)
}

func (e *Protocol) clone() Entity {
	c := *e
	c.Stake = cloneInt(e.Stake)
	c.Burned = cloneInt(e.Burned)
	c.PausedUntil = cloneInt(e.PausedUntil)
	return &c
}

// Run: A training run, an ERC-721 asset: all of it is fixed when it is created but for its place (head, anchor, lease) and its money.
type Run struct {
	ID                      string   // Its number, from 1.
	Number                  *big.Int // The same as a number.
	Author                  string   // Who created it. (id of a Account)
	Owner                   string   // Holder of the token. (id of a Account)
	CreatedAt               *big.Int
	CreatedBlock            *big.Int
	SpecHash                []byte   // sha256 of the RunSpec.
	SpecCID                 []byte   // Where the RunSpec lies.
	ProgramRoot             []byte   // Root of the step's operators.
	DatasetRoot             []byte   // Root of the dataset's payload.
	GenesisRoot             []byte   // State root before step 0.
	Profile                 *big.Int // Version of the numeric profile. An author may write any.
	Hash                    HashKind // Hash of its trees.
	TotalSteps              *big.Int // Steps of the whole run.
	WindowSteps             int32    // k: steps of a window.
	KeyFrameEvery           int32    // A: every A-th window's checkpoint must stay available.
	MaxPending              int32    // At most so many windows are unfinal.
	RefStepMillis           int32    // Milliseconds that a step's replay takes on the reference machine.
	Windows                 *big.Int // Windows of the whole run.
	LeaseSeconds            int32    // From taking a lease to its deadline.
	ChallengeSeconds        int32    // From a commitment to the end of its challenge period.
	OpenSeconds             int32    // From a seal to the last moment at which it may be opened.
	BallotCommitSeconds     int32    // Time to commit ballots, once a jury is drawn.
	BallotRevealSeconds     int32    // Time to reveal them, after that.
	AppealSeconds           int32    // From a tally to its taking effect.
	MatchClockSeconds       int32    // Clock of each side of a match.
	MoveExtensionSeconds    int32    // What the next mover has at least.
	ListExtensionSeconds    int32    // The same at a new list.
	HistoryExtensionSeconds int32    // The same at the list of the window's states.
	DemandSeconds           int32    // Time to answer a demand for bytes.
	RewardToken             []byte   // The token that rewards are paid in; 0 is the native coin.
	Reward                  *big.Int // Reward per finalised step.
	RewardValue             *big.Int // What `reward` is worth in native coin.
	ReplayCost              *big.Int // What a window's replay costs a juror, in native coin.
	SeatStake               *big.Int // Stake that a juror's seat locks.
	JurorFee                *big.Int // Fee of one seat.
	Jury                    int32    // Seats of the first jury.
	LargerJury              int32    // Seats of the second one.
	ProofKeyHash            []byte   // keccak256 of the key that steps can be proved by; null: by none.
	ProofSystemHash         []byte   // sha256 of the constraint system that the key was made for.
	ProofTranscriptCID      []byte   // CID of the transcript of the key's setup; empty: a development setup, whose maker can prove anything.
	HeadCount               *big.Int // Windows up to the head; 0: the head is genesis.
	Head                    *string  // The newest commitment to build on; null: genesis. (id of a Commitment)
	AnchorCount             *big.Int // Finalised windows.
	Anchor                  *string  // The newest finalised commitment; null: genesis. (id of a Commitment)
	Lease                   *string  // The lease that is held now, whatever its deadline. (id of a Lease)
	LapsedLeases            int32    // All leases that ended without a commitment.
	Commitments             int32    // All that were made.
	Rejected                int32    // Commitments that were.
	Voided                  int32    // Commitments that were: they stood on one that left the head, or were cleared.
	Disputed                int32    // Commitments that are Pending with a challenge that isn't settled.
	Escrow                  *big.Int // Reward escrow that isn't reserved for a lease.
	Funded                  *big.Int // All that ever came into the escrow from outside.
	Reclaimed               *big.Int // What its owner took back.
	Paid                    *big.Int // Rewards of finalised windows.
}

func (e *Run) EntityKind() Kind { return KindRun }
func (e *Run) EntityID() string { return e.ID }

func (e *Run) Values() []any {
	return []any{e.ID, e.Number, e.Author, e.Owner, e.CreatedAt, e.CreatedBlock, e.SpecHash, e.SpecCID, e.ProgramRoot, e.DatasetRoot, e.GenesisRoot, e.Profile, string(e.Hash), e.TotalSteps, e.WindowSteps, e.KeyFrameEvery, e.MaxPending, e.RefStepMillis, e.Windows, e.LeaseSeconds, e.ChallengeSeconds, e.OpenSeconds, e.BallotCommitSeconds, e.BallotRevealSeconds, e.AppealSeconds, e.MatchClockSeconds, e.MoveExtensionSeconds, e.ListExtensionSeconds, e.HistoryExtensionSeconds, e.DemandSeconds, e.RewardToken, e.Reward, e.RewardValue, e.ReplayCost, e.SeatStake, e.JurorFee, e.Jury, e.LargerJury, optionalBytes(e.ProofKeyHash), optionalBytes(e.ProofSystemHash), optionalBytes(e.ProofTranscriptCID), e.HeadCount, optional(e.Head), e.AnchorCount, optional(e.Anchor), optional(e.Lease), e.LapsedLeases, e.Commitments, e.Rejected, e.Voided, e.Disputed, e.Escrow, e.Funded, e.Reclaimed, e.Paid}
}

func (e *Run) set(v []any) {
	e.ID = v[0].(string)
	e.Number = v[1].(*big.Int)
	e.Author = v[2].(string)
	e.Owner = v[3].(string)
	e.CreatedAt = v[4].(*big.Int)
	e.CreatedBlock = v[5].(*big.Int)
	e.SpecHash = v[6].([]byte)
	e.SpecCID = v[7].([]byte)
	e.ProgramRoot = v[8].([]byte)
	e.DatasetRoot = v[9].([]byte)
	e.GenesisRoot = v[10].([]byte)
	e.Profile = v[11].(*big.Int)
	e.Hash = HashKind(v[12].(string))
	e.TotalSteps = v[13].(*big.Int)
	e.WindowSteps = v[14].(int32)
	e.KeyFrameEvery = v[15].(int32)
	e.MaxPending = v[16].(int32)
	e.RefStepMillis = v[17].(int32)
	e.Windows = v[18].(*big.Int)
	e.LeaseSeconds = v[19].(int32)
	e.ChallengeSeconds = v[20].(int32)
	e.OpenSeconds = v[21].(int32)
	e.BallotCommitSeconds = v[22].(int32)
	e.BallotRevealSeconds = v[23].(int32)
	e.AppealSeconds = v[24].(int32)
	e.MatchClockSeconds = v[25].(int32)
	e.MoveExtensionSeconds = v[26].(int32)
	e.ListExtensionSeconds = v[27].(int32)
	e.HistoryExtensionSeconds = v[28].(int32)
	e.DemandSeconds = v[29].(int32)
	e.RewardToken = v[30].([]byte)
	e.Reward = v[31].(*big.Int)
	e.RewardValue = v[32].(*big.Int)
	e.ReplayCost = v[33].(*big.Int)
	e.SeatStake = v[34].(*big.Int)
	e.JurorFee = v[35].(*big.Int)
	e.Jury = v[36].(int32)
	e.LargerJury = v[37].(int32)
	e.ProofKeyHash = orNil[[]byte](v[38])
	e.ProofSystemHash = orNil[[]byte](v[39])
	e.ProofTranscriptCID = orNil[[]byte](v[40])
	e.HeadCount = v[41].(*big.Int)
	e.Head = pointer[string](v[42])
	e.AnchorCount = v[43].(*big.Int)
	e.Anchor = pointer[string](v[44])
	e.Lease = pointer[string](v[45])
	e.LapsedLeases = v[46].(int32)
	e.Commitments = v[47].(int32)
	e.Rejected = v[48].(int32)
	e.Voided = v[49].(int32)
	e.Disputed = v[50].(int32)
	e.Escrow = v[51].(*big.Int)
	e.Funded = v[52].(*big.Int)
	e.Reclaimed = v[53].(*big.Int)
	e.Paid = v[54].(*big.Int)
}

func (e *Run) clone() Entity {
	c := *e
	c.Number = cloneInt(e.Number)
	c.CreatedAt = cloneInt(e.CreatedAt)
	c.CreatedBlock = cloneInt(e.CreatedBlock)
	c.SpecHash = cloneBytes(e.SpecHash)
	c.SpecCID = cloneBytes(e.SpecCID)
	c.ProgramRoot = cloneBytes(e.ProgramRoot)
	c.DatasetRoot = cloneBytes(e.DatasetRoot)
	c.GenesisRoot = cloneBytes(e.GenesisRoot)
	c.Profile = cloneInt(e.Profile)
	c.TotalSteps = cloneInt(e.TotalSteps)
	c.Windows = cloneInt(e.Windows)
	c.RewardToken = cloneBytes(e.RewardToken)
	c.Reward = cloneInt(e.Reward)
	c.RewardValue = cloneInt(e.RewardValue)
	c.ReplayCost = cloneInt(e.ReplayCost)
	c.SeatStake = cloneInt(e.SeatStake)
	c.JurorFee = cloneInt(e.JurorFee)
	c.ProofKeyHash = cloneBytes(e.ProofKeyHash)
	c.ProofSystemHash = cloneBytes(e.ProofSystemHash)
	c.ProofTranscriptCID = cloneBytes(e.ProofTranscriptCID)
	c.HeadCount = cloneInt(e.HeadCount)
	c.Head = clonePointer(e.Head)
	c.AnchorCount = cloneInt(e.AnchorCount)
	c.Anchor = clonePointer(e.Anchor)
	c.Lease = clonePointer(e.Lease)
	c.Escrow = cloneInt(e.Escrow)
	c.Funded = cloneInt(e.Funded)
	c.Reclaimed = cloneInt(e.Reclaimed)
	c.Paid = cloneInt(e.Paid)
	return &c
}

// Lease: The mutex of a run: one holder, one fencing token, one deadline.
type Lease struct {
	ID           string   // run-fence.
	Run          string   // id of a Run
	Fence        *big.Int // Fencing token: counts the run's leases from 1.
	Holder       string   // Who computes. (id of a Account)
	ExpectedHead []byte   // Hash of the head it builds on.
	Window       *big.Int // Index of the window to compute, from 0.
	AcquiredAt   *big.Int
	Deadline     *big.Int // Last moment to commit.
	Bond         *big.Int // Taken with it; it goes on to the commitment.
	Reward       *big.Int // Reserved for the window, in the run's token.
	Attention    *big.Int // Reserved beside it for those who check the window.
	Status       LeaseStatus
	EndedAt      *big.Int
	Burned       *big.Int // Of its bond, when it ended without a commitment.
	Commitment   *string  // What it became. (id of a Commitment)
}

func (e *Lease) EntityKind() Kind { return KindLease }
func (e *Lease) EntityID() string { return e.ID }

func (e *Lease) Values() []any {
	return []any{e.ID, e.Run, e.Fence, e.Holder, e.ExpectedHead, e.Window, e.AcquiredAt, e.Deadline, e.Bond, e.Reward, e.Attention, string(e.Status), optionalInt(e.EndedAt), e.Burned, optional(e.Commitment)}
}

func (e *Lease) set(v []any) {
	e.ID = v[0].(string)
	e.Run = v[1].(string)
	e.Fence = v[2].(*big.Int)
	e.Holder = v[3].(string)
	e.ExpectedHead = v[4].([]byte)
	e.Window = v[5].(*big.Int)
	e.AcquiredAt = v[6].(*big.Int)
	e.Deadline = v[7].(*big.Int)
	e.Bond = v[8].(*big.Int)
	e.Reward = v[9].(*big.Int)
	e.Attention = v[10].(*big.Int)
	e.Status = LeaseStatus(v[11].(string))
	e.EndedAt = orNil[*big.Int](v[12])
	e.Burned = v[13].(*big.Int)
	e.Commitment = pointer[string](v[14])
}

func (e *Lease) clone() Entity {
	c := *e
	c.Fence = cloneInt(e.Fence)
	c.ExpectedHead = cloneBytes(e.ExpectedHead)
	c.Window = cloneInt(e.Window)
	c.AcquiredAt = cloneInt(e.AcquiredAt)
	c.Deadline = cloneInt(e.Deadline)
	c.Bond = cloneInt(e.Bond)
	c.Reward = cloneInt(e.Reward)
	c.Attention = cloneInt(e.Attention)
	c.EndedAt = cloneInt(e.EndedAt)
	c.Burned = cloneInt(e.Burned)
	c.Commitment = clonePointer(e.Commitment)
	return &c
}

// Commitment: A bonded window on chain.
type Commitment struct {
	ID             string   // Its hash.
	Run            string   // id of a Run
	ParentHash     []byte   // Hash of the commitment it stands on, or the run's genesis hash.
	Parent         *string  // Null: it stands on genesis. (id of a Commitment)
	Window         *big.Int // Index, from 0.
	FirstStep      *big.Int // Number of its first step, from 0.
	Steps          int32    // Fewer than the run's window at its end only.
	PreRoot        []byte   // State root before it: the post root of what it stands on.
	PostRoot       []byte   // State root after it, which it claims.
	CID            []byte   // Where its checkpoint lies.
	Committer      string   // Who bonded it. (id of a Account)
	Lease          string   // The one it was made under. (id of a Lease)
	Bond           *big.Int // Its lease's.
	Reward         *big.Int // Its lease's: paid when it is final.
	CommittedAt    *big.Int
	CommittedBlock *big.Int
	Tx             []byte
	ChallengeUntil *big.Int // End of the challenge period.
	Status         CommitmentStatus
	Mark           Mark
	FinalisedAt    *big.Int
	RejectedAt     *big.Int
	LeftHeadAt     *big.Int // When it was off the head: by a tally, a rejection, or with one below it.
	VoidedBy       *string  // The commitment below it that took it off the head. (id of a Commitment)
	VoidedCount    int32    // Windows that stood above it when it left the head.
	Challenges     int32    // Sealed against it.
	Unopened       int32    // Sealed, and neither opened nor lapsed yet.
	Unsettled      int32    // Challenges that aren't settled.
	CourtCase      *string  // Null: nobody has brought it before the court. (id of a Case)
	Demand         *string  // The demand for bytes that is open. (id of a Demand)
	Demands        int32    // Made on it so far.
	SettledAt      *big.Int // Of a rejected one's bond, once shared out.
	FinalRoot      []byte   // What the settlement held it against; null: nothing was finalised in time.
	ToCommitter    *big.Int // Back to who bonded it.
	ToChallengers  *big.Int // Gas and the winner's reward.
	ToVoided       *big.Int // To all windows that stood on it, together.
	Burned         *big.Int // The rest.
	Repaid         *big.Int // The bond of a voided one, once it is back with its committer.
	Share          *big.Int // What it had of the bond of the one that voided it.
	Auditors       [][]byte // Addresses drawn to look at it.
	ProvenSteps    int32    // How many of its steps are proved, from the first on.
	ProvenAt       *big.Int // When all of them were: it waits for no challenge period since.
}

func (e *Commitment) EntityKind() Kind { return KindCommitment }
func (e *Commitment) EntityID() string { return e.ID }

func (e *Commitment) Values() []any {
	return []any{e.ID, e.Run, e.ParentHash, optional(e.Parent), e.Window, e.FirstStep, e.Steps, e.PreRoot, e.PostRoot, e.CID, e.Committer, e.Lease, e.Bond, e.Reward, e.CommittedAt, e.CommittedBlock, e.Tx, e.ChallengeUntil, string(e.Status), string(e.Mark), optionalInt(e.FinalisedAt), optionalInt(e.RejectedAt), optionalInt(e.LeftHeadAt), optional(e.VoidedBy), e.VoidedCount, e.Challenges, e.Unopened, e.Unsettled, optional(e.CourtCase), optional(e.Demand), e.Demands, optionalInt(e.SettledAt), optionalBytes(e.FinalRoot), e.ToCommitter, e.ToChallengers, e.ToVoided, e.Burned, e.Repaid, e.Share, e.Auditors, e.ProvenSteps, optionalInt(e.ProvenAt)}
}

func (e *Commitment) set(v []any) {
	e.ID = v[0].(string)
	e.Run = v[1].(string)
	e.ParentHash = v[2].([]byte)
	e.Parent = pointer[string](v[3])
	e.Window = v[4].(*big.Int)
	e.FirstStep = v[5].(*big.Int)
	e.Steps = v[6].(int32)
	e.PreRoot = v[7].([]byte)
	e.PostRoot = v[8].([]byte)
	e.CID = v[9].([]byte)
	e.Committer = v[10].(string)
	e.Lease = v[11].(string)
	e.Bond = v[12].(*big.Int)
	e.Reward = v[13].(*big.Int)
	e.CommittedAt = v[14].(*big.Int)
	e.CommittedBlock = v[15].(*big.Int)
	e.Tx = v[16].([]byte)
	e.ChallengeUntil = v[17].(*big.Int)
	e.Status = CommitmentStatus(v[18].(string))
	e.Mark = Mark(v[19].(string))
	e.FinalisedAt = orNil[*big.Int](v[20])
	e.RejectedAt = orNil[*big.Int](v[21])
	e.LeftHeadAt = orNil[*big.Int](v[22])
	e.VoidedBy = pointer[string](v[23])
	e.VoidedCount = v[24].(int32)
	e.Challenges = v[25].(int32)
	e.Unopened = v[26].(int32)
	e.Unsettled = v[27].(int32)
	e.CourtCase = pointer[string](v[28])
	e.Demand = pointer[string](v[29])
	e.Demands = v[30].(int32)
	e.SettledAt = orNil[*big.Int](v[31])
	e.FinalRoot = orNil[[]byte](v[32])
	e.ToCommitter = v[33].(*big.Int)
	e.ToChallengers = v[34].(*big.Int)
	e.ToVoided = v[35].(*big.Int)
	e.Burned = v[36].(*big.Int)
	e.Repaid = v[37].(*big.Int)
	e.Share = v[38].(*big.Int)
	e.Auditors = v[39].([][]byte)
	e.ProvenSteps = v[40].(int32)
	e.ProvenAt = orNil[*big.Int](v[41])
}

func (e *Commitment) clone() Entity {
	c := *e
	c.ParentHash = cloneBytes(e.ParentHash)
	c.Parent = clonePointer(e.Parent)
	c.Window = cloneInt(e.Window)
	c.FirstStep = cloneInt(e.FirstStep)
	c.PreRoot = cloneBytes(e.PreRoot)
	c.PostRoot = cloneBytes(e.PostRoot)
	c.CID = cloneBytes(e.CID)
	c.Bond = cloneInt(e.Bond)
	c.Reward = cloneInt(e.Reward)
	c.CommittedAt = cloneInt(e.CommittedAt)
	c.CommittedBlock = cloneInt(e.CommittedBlock)
	c.Tx = cloneBytes(e.Tx)
	c.ChallengeUntil = cloneInt(e.ChallengeUntil)
	c.FinalisedAt = cloneInt(e.FinalisedAt)
	c.RejectedAt = cloneInt(e.RejectedAt)
	c.LeftHeadAt = cloneInt(e.LeftHeadAt)
	c.VoidedBy = clonePointer(e.VoidedBy)
	c.CourtCase = clonePointer(e.CourtCase)
	c.Demand = clonePointer(e.Demand)
	c.SettledAt = cloneInt(e.SettledAt)
	c.FinalRoot = cloneBytes(e.FinalRoot)
	c.ToCommitter = cloneInt(e.ToCommitter)
	c.ToChallengers = cloneInt(e.ToChallengers)
	c.ToVoided = cloneInt(e.ToVoided)
	c.Burned = cloneInt(e.Burned)
	c.Repaid = cloneInt(e.Repaid)
	c.Share = cloneInt(e.Share)
	c.Auditors = cloneList(e.Auditors)
	c.ProvenAt = cloneInt(e.ProvenAt)
	return &c
}

// StepProof: Steps of a commitment that somebody proved.
type StepProof struct {
	ID         string   // block-index of the event.
	Commitment string   // id of a Commitment
	Run        string   // id of a Run
	Prover     string   // Who sent it. (id of a Account)
	FirstStep  *big.Int // Number of the first of them.
	Steps      int32
	Root       []byte // State root after the last.
	At         *big.Int
	Tx         []byte
}

func (e *StepProof) EntityKind() Kind { return KindStepProof }
func (e *StepProof) EntityID() string { return e.ID }

func (e *StepProof) Values() []any {
	return []any{e.ID, e.Commitment, e.Run, e.Prover, e.FirstStep, e.Steps, e.Root, e.At, e.Tx}
}

func (e *StepProof) set(v []any) {
	e.ID = v[0].(string)
	e.Commitment = v[1].(string)
	e.Run = v[2].(string)
	e.Prover = v[3].(string)
	e.FirstStep = v[4].(*big.Int)
	e.Steps = v[5].(int32)
	e.Root = v[6].([]byte)
	e.At = v[7].(*big.Int)
	e.Tx = v[8].([]byte)
}

func (e *StepProof) clone() Entity {
	c := *e
	c.FirstStep = cloneInt(e.FirstStep)
	c.Root = cloneBytes(e.Root)
	c.At = cloneInt(e.At)
	c.Tx = cloneBytes(e.Tx)
	return &c
}

// Challenge: A dispute: one claim against one commitment, with its own bond and its own match.
type Challenge struct {
	ID            string // Its number, from 1.
	Number        *big.Int
	Commitment    string // id of a Commitment
	Run           string // id of a Run
	Challenger    string // Who sealed it. (id of a Account)
	SealHash      []byte // What hides its claim until it is opened.
	Bond          *big.Int
	SealedAt      *big.Int
	OpenUntil     *big.Int // Last moment at which it may be opened.
	Status        ChallengeStatus
	Root          []byte  // The claim; null until it is opened.
	Beneficiary   *string // Who is paid if it wins. (id of a Account)
	OpenedAt      *big.Int
	Waived        bool     // The challenger gave up its appeal.
	Arithmetic    *string  // Null: nobody has taken it there. (id of a ArithmeticOpening)
	Outcome       Outcome  // What its match came to, as it was recorded; Dismissed: a proof of the commitment's steps ended it.
	ConcludedAt   *big.Int // When its match's end was recorded, or a proof dismissed it.
	NominatedRoot []byte   // The root for which it was put in front of others that named it and were defeated or sealed later; null: nobody had to.
	SettledAt     *big.Int // When it was over; of a lapsed one too.
	ToChallenger  *big.Int // Bond and gas.
	ToBeneficiary *big.Int // Reward of the commitment's bond.
	ToCommitter   *big.Int // Of its own bond, where it was defeated.
	Burned        *big.Int // Of its own bond.
}

func (e *Challenge) EntityKind() Kind { return KindChallenge }
func (e *Challenge) EntityID() string { return e.ID }

func (e *Challenge) Values() []any {
	return []any{e.ID, e.Number, e.Commitment, e.Run, e.Challenger, e.SealHash, e.Bond, e.SealedAt, e.OpenUntil, string(e.Status), optionalBytes(e.Root), optional(e.Beneficiary), optionalInt(e.OpenedAt), e.Waived, optional(e.Arithmetic), string(e.Outcome), optionalInt(e.ConcludedAt), optionalBytes(e.NominatedRoot), optionalInt(e.SettledAt), e.ToChallenger, e.ToBeneficiary, e.ToCommitter, e.Burned}
}

func (e *Challenge) set(v []any) {
	e.ID = v[0].(string)
	e.Number = v[1].(*big.Int)
	e.Commitment = v[2].(string)
	e.Run = v[3].(string)
	e.Challenger = v[4].(string)
	e.SealHash = v[5].([]byte)
	e.Bond = v[6].(*big.Int)
	e.SealedAt = v[7].(*big.Int)
	e.OpenUntil = v[8].(*big.Int)
	e.Status = ChallengeStatus(v[9].(string))
	e.Root = orNil[[]byte](v[10])
	e.Beneficiary = pointer[string](v[11])
	e.OpenedAt = orNil[*big.Int](v[12])
	e.Waived = v[13].(bool)
	e.Arithmetic = pointer[string](v[14])
	e.Outcome = Outcome(v[15].(string))
	e.ConcludedAt = orNil[*big.Int](v[16])
	e.NominatedRoot = orNil[[]byte](v[17])
	e.SettledAt = orNil[*big.Int](v[18])
	e.ToChallenger = v[19].(*big.Int)
	e.ToBeneficiary = v[20].(*big.Int)
	e.ToCommitter = v[21].(*big.Int)
	e.Burned = v[22].(*big.Int)
}

func (e *Challenge) clone() Entity {
	c := *e
	c.Number = cloneInt(e.Number)
	c.SealHash = cloneBytes(e.SealHash)
	c.Bond = cloneInt(e.Bond)
	c.SealedAt = cloneInt(e.SealedAt)
	c.OpenUntil = cloneInt(e.OpenUntil)
	c.Root = cloneBytes(e.Root)
	c.Beneficiary = clonePointer(e.Beneficiary)
	c.OpenedAt = cloneInt(e.OpenedAt)
	c.Arithmetic = clonePointer(e.Arithmetic)
	c.ConcludedAt = cloneInt(e.ConcludedAt)
	c.NominatedRoot = cloneBytes(e.NominatedRoot)
	c.SettledAt = cloneInt(e.SettledAt)
	c.ToChallenger = cloneInt(e.ToChallenger)
	c.ToBeneficiary = cloneInt(e.ToBeneficiary)
	c.ToCommitter = cloneInt(e.ToCommitter)
	c.Burned = cloneInt(e.Burned)
	return &c
}

// ArithmeticOpening: Somebody took a challenge to arithmetic.
type ArithmeticOpening struct {
	ID         string // The challenge's number.
	Challenge  string // id of a Challenge
	Commitment string // id of a Commitment
	Run        string // id of a Run
	By         string // Who did. (id of a Account)
	OpenedAt   *big.Int
	Tx         []byte
	Match      string // It bears the challenge's number. (id of a Match)
}

func (e *ArithmeticOpening) EntityKind() Kind { return KindArithmeticOpening }
func (e *ArithmeticOpening) EntityID() string { return e.ID }

func (e *ArithmeticOpening) Values() []any {
	return []any{e.ID, e.Challenge, e.Commitment, e.Run, e.By, e.OpenedAt, e.Tx, e.Match}
}

func (e *ArithmeticOpening) set(v []any) {
	e.ID = v[0].(string)
	e.Challenge = v[1].(string)
	e.Commitment = v[2].(string)
	e.Run = v[3].(string)
	e.By = v[4].(string)
	e.OpenedAt = v[5].(*big.Int)
	e.Tx = v[6].([]byte)
	e.Match = v[7].(string)
}

func (e *ArithmeticOpening) clone() Entity {
	c := *e
	c.OpenedAt = cloneInt(e.OpenedAt)
	c.Tx = cloneBytes(e.Tx)
	return &c
}

// Case: The court's view of one commitment, however many challenges.
type Case struct {
	ID          string // Hash of the commitment.
	Commitment  string // id of a Commitment
	Run         string // id of a Run
	OpenedAt    *big.Int
	Round       int32    // The newest one: 0 before evidence is frozen, then 1, and 2 if the first jury found no majority.
	Verdict     Verdict  // The tally that ended the last round, then what took effect. A Stands may yet become a Falls, by a match that started later.
	TalliedAt   *big.Int // When it was tallied for good.
	AppealUntil *big.Int // End of the appeal window: one after that tally or the newest opening, whichever is later.
	Waived      bool     // The committer gave up its appeal.
	ResolvedAt  *big.Int // When its verdict took effect.
}

func (e *Case) EntityKind() Kind { return KindCase }
func (e *Case) EntityID() string { return e.ID }

func (e *Case) Values() []any {
	return []any{e.ID, e.Commitment, e.Run, e.OpenedAt, e.Round, string(e.Verdict), optionalInt(e.TalliedAt), optionalInt(e.AppealUntil), e.Waived, optionalInt(e.ResolvedAt)}
}

func (e *Case) set(v []any) {
	e.ID = v[0].(string)
	e.Commitment = v[1].(string)
	e.Run = v[2].(string)
	e.OpenedAt = v[3].(*big.Int)
	e.Round = v[4].(int32)
	e.Verdict = Verdict(v[5].(string))
	e.TalliedAt = orNil[*big.Int](v[6])
	e.AppealUntil = orNil[*big.Int](v[7])
	e.Waived = v[8].(bool)
	e.ResolvedAt = orNil[*big.Int](v[9])
}

func (e *Case) clone() Entity {
	c := *e
	c.OpenedAt = cloneInt(e.OpenedAt)
	c.TalliedAt = cloneInt(e.TalliedAt)
	c.AppealUntil = cloneInt(e.AppealUntil)
	c.ResolvedAt = cloneInt(e.ResolvedAt)
	return &c
}

// Round: One jury of a case: the first, or the larger one.
type Round struct {
	ID          string   // commitment-round.
	CourtCase   string   // id of a Case
	Round       int32    // From 1.
	Size        int32    // Seats it should have.
	SeedBlock   *big.Int // Its hash seats the jury.
	BegunAt     *big.Int // When evidence was frozen.
	Seed        []byte   // What drew it.
	DrawnAt     *big.Int
	Seats       int32    // Seats it has.
	CommitUntil *big.Int // Ballots may be committed until then.
	RevealUntil *big.Int // And revealed until then.
	Committed   int32    // Ballots, without those that were leaked.
	Revealed    int32    // Ballots, abstentions included.
	TalliedAt   *big.Int
	Verdict     Verdict // What its tally found.
	Votes       int32   // Revealed ballots that named a root.
	VotesFor    int32   // Of these, ballots that named the commitment's root.
}

func (e *Round) EntityKind() Kind { return KindRound }
func (e *Round) EntityID() string { return e.ID }

func (e *Round) Values() []any {
	return []any{e.ID, e.CourtCase, e.Round, e.Size, e.SeedBlock, e.BegunAt, optionalBytes(e.Seed), optionalInt(e.DrawnAt), e.Seats, optionalInt(e.CommitUntil), optionalInt(e.RevealUntil), e.Committed, e.Revealed, optionalInt(e.TalliedAt), string(e.Verdict), e.Votes, e.VotesFor}
}

func (e *Round) set(v []any) {
	e.ID = v[0].(string)
	e.CourtCase = v[1].(string)
	e.Round = v[2].(int32)
	e.Size = v[3].(int32)
	e.SeedBlock = v[4].(*big.Int)
	e.BegunAt = v[5].(*big.Int)
	e.Seed = orNil[[]byte](v[6])
	e.DrawnAt = orNil[*big.Int](v[7])
	e.Seats = v[8].(int32)
	e.CommitUntil = orNil[*big.Int](v[9])
	e.RevealUntil = orNil[*big.Int](v[10])
	e.Committed = v[11].(int32)
	e.Revealed = v[12].(int32)
	e.TalliedAt = orNil[*big.Int](v[13])
	e.Verdict = Verdict(v[14].(string))
	e.Votes = v[15].(int32)
	e.VotesFor = v[16].(int32)
}

func (e *Round) clone() Entity {
	c := *e
	c.SeedBlock = cloneInt(e.SeedBlock)
	c.BegunAt = cloneInt(e.BegunAt)
	c.Seed = cloneBytes(e.Seed)
	c.DrawnAt = cloneInt(e.DrawnAt)
	c.CommitUntil = cloneInt(e.CommitUntil)
	c.RevealUntil = cloneInt(e.RevealUntil)
	c.TalliedAt = cloneInt(e.TalliedAt)
	return &c
}

// Juror: A seat of a jury.
type Juror struct {
	ID        string // commitment-round-address.
	CourtCase string // id of a Case
	Round     string // id of a Round
	Run       string // id of a Run
	Validator string // id of a Validator
	DrawnAt   *big.Int
	Stake     *big.Int // Locked stake.
	Ballot    *string  // id of a Ballot
	SettledAt *big.Int // When the stake was free again, or gone; of a leaked ballot's seat at once.
	Fee       *big.Int // What it was paid.
	Burned    *big.Int // Of the stake.
}

func (e *Juror) EntityKind() Kind { return KindJuror }
func (e *Juror) EntityID() string { return e.ID }

func (e *Juror) Values() []any {
	return []any{e.ID, e.CourtCase, e.Round, e.Run, e.Validator, e.DrawnAt, e.Stake, optional(e.Ballot), optionalInt(e.SettledAt), e.Fee, e.Burned}
}

func (e *Juror) set(v []any) {
	e.ID = v[0].(string)
	e.CourtCase = v[1].(string)
	e.Round = v[2].(string)
	e.Run = v[3].(string)
	e.Validator = v[4].(string)
	e.DrawnAt = v[5].(*big.Int)
	e.Stake = v[6].(*big.Int)
	e.Ballot = pointer[string](v[7])
	e.SettledAt = orNil[*big.Int](v[8])
	e.Fee = v[9].(*big.Int)
	e.Burned = v[10].(*big.Int)
}

func (e *Juror) clone() Entity {
	c := *e
	c.DrawnAt = cloneInt(e.DrawnAt)
	c.Stake = cloneInt(e.Stake)
	c.Ballot = clonePointer(e.Ballot)
	c.SettledAt = cloneInt(e.SettledAt)
	c.Fee = cloneInt(e.Fee)
	c.Burned = cloneInt(e.Burned)
	return &c
}

// Ballot: A juror's vote: committed, later revealed.
type Ballot struct {
	ID          string // commitment-round-address.
	Juror       string // id of a Juror
	CourtCase   string // id of a Case
	Validator   string // id of a Validator
	Hash        []byte // What hides its root until it is revealed.
	CommittedAt *big.Int
	RevealedAt  *big.Int
	Root        []byte  // Null until it is revealed; all bits set: it abstains.
	LeakedBy    *string // Who showed it while ballots were still being committed, so that it counts no more. (id of a Account)
}

func (e *Ballot) EntityKind() Kind { return KindBallot }
func (e *Ballot) EntityID() string { return e.ID }

func (e *Ballot) Values() []any {
	return []any{e.ID, e.Juror, e.CourtCase, e.Validator, e.Hash, e.CommittedAt, optionalInt(e.RevealedAt), optionalBytes(e.Root), optional(e.LeakedBy)}
}

func (e *Ballot) set(v []any) {
	e.ID = v[0].(string)
	e.Juror = v[1].(string)
	e.CourtCase = v[2].(string)
	e.Validator = v[3].(string)
	e.Hash = v[4].([]byte)
	e.CommittedAt = v[5].(*big.Int)
	e.RevealedAt = orNil[*big.Int](v[6])
	e.Root = orNil[[]byte](v[7])
	e.LeakedBy = pointer[string](v[8])
}

func (e *Ballot) clone() Entity {
	c := *e
	c.Hash = cloneBytes(e.Hash)
	c.CommittedAt = cloneInt(e.CommittedAt)
	c.RevealedAt = cloneInt(e.RevealedAt)
	c.Root = cloneBytes(e.Root)
	c.LeakedBy = clonePointer(e.LeakedBy)
	return &c
}

// Match: The game that two roots are decided by: a challenge's, or a duel's of two pledges.
type Match struct {
	ID             string   // The challenge's number, or the duel's (from 2^63).
	Number         *big.Int // The same as a number.
	Run            string   // id of a Run
	Challenge      *string  // Null in a duel. (id of a Challenge)
	Duel           *string  // Null in a challenge. (id of a Duel)
	Committer      string   // Who plays the first side: the commitment's, or the left pledge's. (id of a Account)
	Challenger     string   // Who plays the other. (id of a Account)
	Steps          int32    // Of the window.
	PreRoot        []byte   // State root that both begin from.
	CommitterRoot  []byte   // What the first side claims.
	ChallengerRoot []byte   // What the other claims.
	StartedAt      *big.Int
	Deadline       *big.Int // Of the side that is due; the last one, once it has ended.
	Due            Side     // None: both are (Start), or nobody (Ended).
	Phase          Phase    // Where the match has come to.
	Moves          int32    // Lines of its log.
	Step           *big.Int // The disputed step of the window, from 1.
	Agreed         []byte   // State root before it, which both sides agree on.
	Operator       *big.Int // The disputed operator of the step, once it waits to be bound.
	Outcome        Outcome
	EndedAt        *big.Int
	EndedIn        *Phase // The phase it ended in.
	ByClock        bool   // It ended because somebody was late.
	Truth          []byte // What the referee computed, if it did.
}

func (e *Match) EntityKind() Kind { return KindMatch }
func (e *Match) EntityID() string { return e.ID }

func (e *Match) Values() []any {
	return []any{e.ID, e.Number, e.Run, optional(e.Challenge), optional(e.Duel), e.Committer, e.Challenger, e.Steps, e.PreRoot, e.CommitterRoot, e.ChallengerRoot, e.StartedAt, e.Deadline, string(e.Due), string(e.Phase), e.Moves, optionalInt(e.Step), optionalBytes(e.Agreed), optionalInt(e.Operator), string(e.Outcome), optionalInt(e.EndedAt), optional(e.EndedIn), e.ByClock, optionalBytes(e.Truth)}
}

func (e *Match) set(v []any) {
	e.ID = v[0].(string)
	e.Number = v[1].(*big.Int)
	e.Run = v[2].(string)
	e.Challenge = pointer[string](v[3])
	e.Duel = pointer[string](v[4])
	e.Committer = v[5].(string)
	e.Challenger = v[6].(string)
	e.Steps = v[7].(int32)
	e.PreRoot = v[8].([]byte)
	e.CommitterRoot = v[9].([]byte)
	e.ChallengerRoot = v[10].([]byte)
	e.StartedAt = v[11].(*big.Int)
	e.Deadline = v[12].(*big.Int)
	e.Due = Side(v[13].(string))
	e.Phase = Phase(v[14].(string))
	e.Moves = v[15].(int32)
	e.Step = orNil[*big.Int](v[16])
	e.Agreed = orNil[[]byte](v[17])
	e.Operator = orNil[*big.Int](v[18])
	e.Outcome = Outcome(v[19].(string))
	e.EndedAt = orNil[*big.Int](v[20])
	e.EndedIn = pointer[Phase](v[21])
	e.ByClock = v[22].(bool)
	e.Truth = orNil[[]byte](v[23])
}

func (e *Match) clone() Entity {
	c := *e
	c.Number = cloneInt(e.Number)
	c.Challenge = clonePointer(e.Challenge)
	c.Duel = clonePointer(e.Duel)
	c.PreRoot = cloneBytes(e.PreRoot)
	c.CommitterRoot = cloneBytes(e.CommitterRoot)
	c.ChallengerRoot = cloneBytes(e.ChallengerRoot)
	c.StartedAt = cloneInt(e.StartedAt)
	c.Deadline = cloneInt(e.Deadline)
	c.Step = cloneInt(e.Step)
	c.Agreed = cloneBytes(e.Agreed)
	c.Operator = cloneInt(e.Operator)
	c.EndedAt = cloneInt(e.EndedAt)
	c.EndedIn = clonePointer(e.EndedIn)
	c.Truth = cloneBytes(e.Truth)
	return &c
}

// Move: One line of a match's log.
type Move struct {
	ID       string // match-number, numbered from 1 in the order of the chain.
	Match    string // id of a Match
	Number   int32  // From 1.
	Kind     MoveKind
	Side     Side     // Who spoke; Awaits: who is due now; None where neither did.
	Phase    Phase    // Answered: the phase that was answered in. Ended: the one it ended in. Else the one it is in from here.
	Place    *big.Int // Index in its level of the list, word, chunk, block, step or operator.
	Value    []byte   // The node, word or root that was said; StepFound: the state root before the step; OperatorBound: the binding; Ended: the truth.
	Data     []byte   // What was posted: nodes, a tile's words, folds or blocks.
	Deadline *big.Int // Of who is due next.
	At       *big.Int
	Block    *big.Int
	Tx       []byte
}

func (e *Move) EntityKind() Kind { return KindMove }
func (e *Move) EntityID() string { return e.ID }

func (e *Move) Values() []any {
	return []any{e.ID, e.Match, e.Number, string(e.Kind), string(e.Side), string(e.Phase), optionalInt(e.Place), optionalBytes(e.Value), optionalBytes(e.Data), optionalInt(e.Deadline), e.At, e.Block, e.Tx}
}

func (e *Move) set(v []any) {
	e.ID = v[0].(string)
	e.Match = v[1].(string)
	e.Number = v[2].(int32)
	e.Kind = MoveKind(v[3].(string))
	e.Side = Side(v[4].(string))
	e.Phase = Phase(v[5].(string))
	e.Place = orNil[*big.Int](v[6])
	e.Value = orNil[[]byte](v[7])
	e.Data = orNil[[]byte](v[8])
	e.Deadline = orNil[*big.Int](v[9])
	e.At = v[10].(*big.Int)
	e.Block = v[11].(*big.Int)
	e.Tx = v[12].([]byte)
}

func (e *Move) clone() Entity {
	c := *e
	c.Place = cloneInt(e.Place)
	c.Value = cloneBytes(e.Value)
	c.Data = cloneBytes(e.Data)
	c.Deadline = cloneInt(e.Deadline)
	c.At = cloneInt(e.At)
	c.Block = cloneInt(e.Block)
	c.Tx = cloneBytes(e.Tx)
	return &c
}

// Demand: Bytes that somebody asked for on chain, for a fee.
type Demand struct {
	ID         string // commitment-number, numbered from 1.
	Commitment string // id of a Commitment
	Run        string // id of a Run
	By         string // Who asked and paid. (id of a Account)
	Kind       DemandKind
	Index      *big.Int // Leaf of the dataset, if that is what was asked for.
	Deadline   *big.Int // Last moment to answer.
	Fee        *big.Int // What whoever answers is credited.
	DemandedAt *big.Int
	Status     DemandStatus // Ended: over without need of an answer, the fee went back. Rejected: unanswered, the commitment fell.
	AnsweredBy *string      // Who showed them. (id of a Account)
	EndedAt    *big.Int
}

func (e *Demand) EntityKind() Kind { return KindDemand }
func (e *Demand) EntityID() string { return e.ID }

func (e *Demand) Values() []any {
	return []any{e.ID, e.Commitment, e.Run, e.By, string(e.Kind), e.Index, e.Deadline, e.Fee, e.DemandedAt, string(e.Status), optional(e.AnsweredBy), optionalInt(e.EndedAt)}
}

func (e *Demand) set(v []any) {
	e.ID = v[0].(string)
	e.Commitment = v[1].(string)
	e.Run = v[2].(string)
	e.By = v[3].(string)
	e.Kind = DemandKind(v[4].(string))
	e.Index = v[5].(*big.Int)
	e.Deadline = v[6].(*big.Int)
	e.Fee = v[7].(*big.Int)
	e.DemandedAt = v[8].(*big.Int)
	e.Status = DemandStatus(v[9].(string))
	e.AnsweredBy = pointer[string](v[10])
	e.EndedAt = orNil[*big.Int](v[11])
}

func (e *Demand) clone() Entity {
	c := *e
	c.Index = cloneInt(e.Index)
	c.Deadline = cloneInt(e.Deadline)
	c.Fee = cloneInt(e.Fee)
	c.DemandedAt = cloneInt(e.DemandedAt)
	c.AnsweredBy = clonePointer(e.AnsweredBy)
	c.EndedAt = cloneInt(e.EndedAt)
	return &c
}

// Validator: Somebody with a stake.
type Validator struct {
	ID        string   // Its address.
	Account   string   // id of a Account
	Index     int32    // Its place in the tree that juries are drawn from.
	Stake     *big.Int // Everything it has deposited and neither lost nor taken back.
	Locked    *big.Int // Locked by seats.
	Leaving   *big.Int // Asked back, and not taken yet.
	LeavingAt *big.Int // From when it may be taken.
	Seats     int32    // Seats it was drawn for.
	Committed int32    // Ballots.
	Revealed  int32    // Ballots.
	Settled   int32    // Seats.
	Fees      *big.Int // All it was paid as a juror.
	Burned    *big.Int // Of its stake.
	JoinedAt  *big.Int // When it first staked.
}

func (e *Validator) EntityKind() Kind { return KindValidator }
func (e *Validator) EntityID() string { return e.ID }

func (e *Validator) Values() []any {
	return []any{e.ID, e.Account, e.Index, e.Stake, e.Locked, e.Leaving, optionalInt(e.LeavingAt), e.Seats, e.Committed, e.Revealed, e.Settled, e.Fees, e.Burned, e.JoinedAt}
}

func (e *Validator) set(v []any) {
	e.ID = v[0].(string)
	e.Account = v[1].(string)
	e.Index = v[2].(int32)
	e.Stake = v[3].(*big.Int)
	e.Locked = v[4].(*big.Int)
	e.Leaving = v[5].(*big.Int)
	e.LeavingAt = orNil[*big.Int](v[6])
	e.Seats = v[7].(int32)
	e.Committed = v[8].(int32)
	e.Revealed = v[9].(int32)
	e.Settled = v[10].(int32)
	e.Fees = v[11].(*big.Int)
	e.Burned = v[12].(*big.Int)
	e.JoinedAt = v[13].(*big.Int)
}

func (e *Validator) clone() Entity {
	c := *e
	c.Stake = cloneInt(e.Stake)
	c.Locked = cloneInt(e.Locked)
	c.Leaving = cloneInt(e.Leaving)
	c.LeavingAt = cloneInt(e.LeavingAt)
	c.Fees = cloneInt(e.Fees)
	c.Burned = cloneInt(e.Burned)
	c.JoinedAt = cloneInt(e.JoinedAt)
	return &c
}

// StakeChange:
type StakeChange struct {
	ID        string // block-index of the event.
	Validator string // id of a Validator
	Kind      StakeChangeKind
	Amount    *big.Int // Of a lock or a release: what the seat holds.
	Burned    *big.Int // Of a release: lost, and paid to others.
	Paid      *big.Int // Of a release: lost, and paid to others.
	At        *big.Int
	Tx        []byte
}

func (e *StakeChange) EntityKind() Kind { return KindStakeChange }
func (e *StakeChange) EntityID() string { return e.ID }

func (e *StakeChange) Values() []any {
	return []any{e.ID, e.Validator, string(e.Kind), e.Amount, e.Burned, e.Paid, e.At, e.Tx}
}

func (e *StakeChange) set(v []any) {
	e.ID = v[0].(string)
	e.Validator = v[1].(string)
	e.Kind = StakeChangeKind(v[2].(string))
	e.Amount = v[3].(*big.Int)
	e.Burned = v[4].(*big.Int)
	e.Paid = v[5].(*big.Int)
	e.At = v[6].(*big.Int)
	e.Tx = v[7].([]byte)
}

func (e *StakeChange) clone() Entity {
	c := *e
	c.Amount = cloneInt(e.Amount)
	c.Burned = cloneInt(e.Burned)
	c.Paid = cloneInt(e.Paid)
	c.At = cloneInt(e.At)
	c.Tx = cloneBytes(e.Tx)
	return &c
}

// Pledge: What somebody says, bonded: an auditor's or a canary's history root, a reading of the held-out loss.
type Pledge struct {
	ID            string // attention-number or goals-number.
	Kind          PledgeKind
	Number        *big.Int // From 1, by contract.
	Run           string   // id of a Run
	Commitment    *string  // Null for a canary that isn't opened yet. (id of a Commitment)
	Owner         string   // Whose bond it is. (id of a Account)
	Status        PledgeStatus
	SealHash      []byte   // What hides its answer until it is opened.
	Jackpot       *big.Int // Of a canary, in the run's reward token, as it was planted.
	JackpotShares int32    // Auditors who shared it; 0: it waits, or went back.
	Root          []byte   // History root, once opened.
	Word          *big.Int // The loss that a claim or contest reads: a binary32 word.
	Pot           *string  // Claims and contests: the money they are about. (id of a GoalPot)
	Claim         *string  // Contests: the claim it contradicts. (id of a Pledge)
	Until         *big.Int // A claim may be contested until then.
	PledgedAt     *big.Int
	OpenedAt      *big.Int
	EndedAt       *big.Int
	Pay           *big.Int // To an auditor, in the run's reward token, jackpots apart.
	Burned        *big.Int // Of its bond, when it ended.
	ToWinner      *big.Int // Of its bond, when it was defeated: the winner's gas and reward, or what the leaf cost that defeated both.
	GasRepaid     *big.Int // Of its bond, since then: the gas of others who were duelling with it.
}

func (e *Pledge) EntityKind() Kind { return KindPledge }
func (e *Pledge) EntityID() string { return e.ID }

func (e *Pledge) Values() []any {
	return []any{e.ID, string(e.Kind), e.Number, e.Run, optional(e.Commitment), e.Owner, string(e.Status), optionalBytes(e.SealHash), e.Jackpot, e.JackpotShares, optionalBytes(e.Root), optionalInt(e.Word), optional(e.Pot), optional(e.Claim), optionalInt(e.Until), e.PledgedAt, optionalInt(e.OpenedAt), optionalInt(e.EndedAt), e.Pay, e.Burned, e.ToWinner, e.GasRepaid}
}

func (e *Pledge) set(v []any) {
	e.ID = v[0].(string)
	e.Kind = PledgeKind(v[1].(string))
	e.Number = v[2].(*big.Int)
	e.Run = v[3].(string)
	e.Commitment = pointer[string](v[4])
	e.Owner = v[5].(string)
	e.Status = PledgeStatus(v[6].(string))
	e.SealHash = orNil[[]byte](v[7])
	e.Jackpot = v[8].(*big.Int)
	e.JackpotShares = v[9].(int32)
	e.Root = orNil[[]byte](v[10])
	e.Word = orNil[*big.Int](v[11])
	e.Pot = pointer[string](v[12])
	e.Claim = pointer[string](v[13])
	e.Until = orNil[*big.Int](v[14])
	e.PledgedAt = v[15].(*big.Int)
	e.OpenedAt = orNil[*big.Int](v[16])
	e.EndedAt = orNil[*big.Int](v[17])
	e.Pay = v[18].(*big.Int)
	e.Burned = v[19].(*big.Int)
	e.ToWinner = v[20].(*big.Int)
	e.GasRepaid = v[21].(*big.Int)
}

func (e *Pledge) clone() Entity {
	c := *e
	c.Number = cloneInt(e.Number)
	c.Commitment = clonePointer(e.Commitment)
	c.SealHash = cloneBytes(e.SealHash)
	c.Jackpot = cloneInt(e.Jackpot)
	c.Root = cloneBytes(e.Root)
	c.Word = cloneInt(e.Word)
	c.Pot = clonePointer(e.Pot)
	c.Claim = clonePointer(e.Claim)
	c.Until = cloneInt(e.Until)
	c.PledgedAt = cloneInt(e.PledgedAt)
	c.OpenedAt = cloneInt(e.OpenedAt)
	c.EndedAt = cloneInt(e.EndedAt)
	c.Pay = cloneInt(e.Pay)
	c.Burned = cloneInt(e.Burned)
	c.ToWinner = cloneInt(e.ToWinner)
	c.GasRepaid = cloneInt(e.GasRepaid)
	return &c
}

// Duel: Two pledges that contradict each other.
type Duel struct {
	ID          string  // Its match's number, from 2^63.
	Left        string  // Plays the committer's side. (id of a Pledge)
	Right       string  // Plays the challenger's. (id of a Pledge)
	Match       string  // id of a Match
	Outcome     Outcome // Running until it is concluded, and then still if it was moot before the match ended.
	Moot        bool    // One of the two had been defeated elsewhere, so it changed nothing.
	StartedAt   *big.Int
	ConcludedAt *big.Int
}

func (e *Duel) EntityKind() Kind { return KindDuel }
func (e *Duel) EntityID() string { return e.ID }

func (e *Duel) Values() []any {
	return []any{e.ID, e.Left, e.Right, e.Match, string(e.Outcome), e.Moot, e.StartedAt, optionalInt(e.ConcludedAt)}
}

func (e *Duel) set(v []any) {
	e.ID = v[0].(string)
	e.Left = v[1].(string)
	e.Right = v[2].(string)
	e.Match = v[3].(string)
	e.Outcome = Outcome(v[4].(string))
	e.Moot = v[5].(bool)
	e.StartedAt = v[6].(*big.Int)
	e.ConcludedAt = orNil[*big.Int](v[7])
}

func (e *Duel) clone() Entity {
	c := *e
	c.StartedAt = cloneInt(e.StartedAt)
	c.ConcludedAt = cloneInt(e.ConcludedAt)
	return &c
}

// GoalPot: Money that waits for a run's held-out loss.
type GoalPot struct {
	ID            string
	Run           string   // id of a Run
	ProgramRoot   []byte   // Root of the evaluation's operators.
	DatasetRoot   []byte   // Root of the held-out dataset's payload.
	Target        *big.Int // Binary32 word.
	Token         []byte   // What was locked; 0 is the native coin.
	Locked        *big.Int // All that ever was.
	Pulled        *big.Int // By committers, once it is reached.
	TakenBack     *big.Int // By who locked it, where no claim stood in time.
	Status        PotStatus
	ReachedBy     *string  // The claim that stood. (id of a Pledge)
	ReachedWindow *big.Int // Index of the window whose state reached it.
	ReachedSteps  *big.Int // Steps that share the pot.
	ReachedAt     *big.Int
}

func (e *GoalPot) EntityKind() Kind { return KindGoalPot }
func (e *GoalPot) EntityID() string { return e.ID }

func (e *GoalPot) Values() []any {
	return []any{e.ID, e.Run, e.ProgramRoot, e.DatasetRoot, e.Target, e.Token, e.Locked, e.Pulled, e.TakenBack, string(e.Status), optional(e.ReachedBy), optionalInt(e.ReachedWindow), optionalInt(e.ReachedSteps), optionalInt(e.ReachedAt)}
}

func (e *GoalPot) set(v []any) {
	e.ID = v[0].(string)
	e.Run = v[1].(string)
	e.ProgramRoot = v[2].([]byte)
	e.DatasetRoot = v[3].([]byte)
	e.Target = v[4].(*big.Int)
	e.Token = v[5].([]byte)
	e.Locked = v[6].(*big.Int)
	e.Pulled = v[7].(*big.Int)
	e.TakenBack = v[8].(*big.Int)
	e.Status = PotStatus(v[9].(string))
	e.ReachedBy = pointer[string](v[10])
	e.ReachedWindow = orNil[*big.Int](v[11])
	e.ReachedSteps = orNil[*big.Int](v[12])
	e.ReachedAt = orNil[*big.Int](v[13])
}

func (e *GoalPot) clone() Entity {
	c := *e
	c.ProgramRoot = cloneBytes(e.ProgramRoot)
	c.DatasetRoot = cloneBytes(e.DatasetRoot)
	c.Target = cloneInt(e.Target)
	c.Token = cloneBytes(e.Token)
	c.Locked = cloneInt(e.Locked)
	c.Pulled = cloneInt(e.Pulled)
	c.TakenBack = cloneInt(e.TakenBack)
	c.ReachedBy = clonePointer(e.ReachedBy)
	c.ReachedWindow = cloneInt(e.ReachedWindow)
	c.ReachedSteps = cloneInt(e.ReachedSteps)
	c.ReachedAt = cloneInt(e.ReachedAt)
	return &c
}

// GoalLock: Money that somebody locked into a pot, or took out of it.
type GoalLock struct {
	ID      string   // block-index of the event.
	Pot     string   // id of a GoalPot
	Account string   // Who locked or received it. (id of a Account)
	Amount  *big.Int // Negative: taken back, or a committer's share.
	Window  *big.Int // Of a committer's share.
	At      *big.Int
}

func (e *GoalLock) EntityKind() Kind { return KindGoalLock }
func (e *GoalLock) EntityID() string { return e.ID }

func (e *GoalLock) Values() []any {
	return []any{e.ID, e.Pot, e.Account, e.Amount, optionalInt(e.Window), e.At}
}

func (e *GoalLock) set(v []any) {
	e.ID = v[0].(string)
	e.Pot = v[1].(string)
	e.Account = v[2].(string)
	e.Amount = v[3].(*big.Int)
	e.Window = orNil[*big.Int](v[4])
	e.At = v[5].(*big.Int)
}

func (e *GoalLock) clone() Entity {
	c := *e
	c.Amount = cloneInt(e.Amount)
	c.Window = cloneInt(e.Window)
	c.At = cloneInt(e.At)
	return &c
}

// Account: Anybody that appears: a key or a contract.
type Account struct {
	ID             string   // Its address.
	NamedKey       []byte   // May move in matches for it.
	Runs           int32    // That it created.
	Leases         int32    // That it took.
	LapsedLeases   int32    // Leases of its that ended without a commitment.
	Commitments    int32    // That it made.
	Finalised      int32    // Of these.
	Steps          *big.Int // Finalised steps.
	Rejected       int32    // Of these.
	Challenges     int32    // That it sealed.
	ChallengesWon  int32    // Of these.
	ChallengesLost int32    // Of these.
	FirstSeen      *big.Int // Time of the first event that named it.
}

func (e *Account) EntityKind() Kind { return KindAccount }
func (e *Account) EntityID() string { return e.ID }

func (e *Account) Values() []any {
	return []any{e.ID, optionalBytes(e.NamedKey), e.Runs, e.Leases, e.LapsedLeases, e.Commitments, e.Finalised, e.Steps, e.Rejected, e.Challenges, e.ChallengesWon, e.ChallengesLost, e.FirstSeen}
}

func (e *Account) set(v []any) {
	e.ID = v[0].(string)
	e.NamedKey = orNil[[]byte](v[1])
	e.Runs = v[2].(int32)
	e.Leases = v[3].(int32)
	e.LapsedLeases = v[4].(int32)
	e.Commitments = v[5].(int32)
	e.Finalised = v[6].(int32)
	e.Steps = v[7].(*big.Int)
	e.Rejected = v[8].(int32)
	e.Challenges = v[9].(int32)
	e.ChallengesWon = v[10].(int32)
	e.ChallengesLost = v[11].(int32)
	e.FirstSeen = v[12].(*big.Int)
}

func (e *Account) clone() Entity {
	c := *e
	c.NamedKey = cloneBytes(e.NamedKey)
	c.Steps = cloneInt(e.Steps)
	c.FirstSeen = cloneInt(e.FirstSeen)
	return &c
}

// Balance: What the Vault owes an account in one token.
type Balance struct {
	ID        string   // account-token.
	Account   string   // id of a Account
	Token     []byte   // 0 is the native coin.
	Credited  *big.Int // All it was ever given.
	Withdrawn *big.Int // All it ever took.
	Credit    *big.Int // credited − withdrawn: what it may withdraw now.
}

func (e *Balance) EntityKind() Kind { return KindBalance }
func (e *Balance) EntityID() string { return e.ID }

func (e *Balance) Values() []any {
	return []any{e.ID, e.Account, e.Token, e.Credited, e.Withdrawn, e.Credit}
}

func (e *Balance) set(v []any) {
	e.ID = v[0].(string)
	e.Account = v[1].(string)
	e.Token = v[2].([]byte)
	e.Credited = v[3].(*big.Int)
	e.Withdrawn = v[4].(*big.Int)
	e.Credit = v[5].(*big.Int)
}

func (e *Balance) clone() Entity {
	c := *e
	c.Token = cloneBytes(e.Token)
	c.Credited = cloneInt(e.Credited)
	c.Withdrawn = cloneInt(e.Withdrawn)
	c.Credit = cloneInt(e.Credit)
	return &c
}

// Payment: Money that became an account's, or that it took away.
type Payment struct {
	ID      string // block-index of the event.
	Kind    PaymentKind
	Account string // id of a Account
	Token   []byte // 0 is the native coin.
	Amount  *big.Int
	Owner   []byte // Ledger that it came from: a contract and a key of its choosing. Null for a withdrawal.
	Key     []byte
	At      *big.Int
	Tx      []byte
}

func (e *Payment) EntityKind() Kind { return KindPayment }
func (e *Payment) EntityID() string { return e.ID }

func (e *Payment) Values() []any {
	return []any{e.ID, string(e.Kind), e.Account, e.Token, e.Amount, optionalBytes(e.Owner), optionalBytes(e.Key), e.At, e.Tx}
}

func (e *Payment) set(v []any) {
	e.ID = v[0].(string)
	e.Kind = PaymentKind(v[1].(string))
	e.Account = v[2].(string)
	e.Token = v[3].([]byte)
	e.Amount = v[4].(*big.Int)
	e.Owner = orNil[[]byte](v[5])
	e.Key = orNil[[]byte](v[6])
	e.At = v[7].(*big.Int)
	e.Tx = v[8].([]byte)
}

func (e *Payment) clone() Entity {
	c := *e
	c.Token = cloneBytes(e.Token)
	c.Amount = cloneInt(e.Amount)
	c.Owner = cloneBytes(e.Owner)
	c.Key = cloneBytes(e.Key)
	c.At = cloneInt(e.At)
	c.Tx = cloneBytes(e.Tx)
	return &c
}

// Ledger: Money with a purpose in the Vault.
type Ledger struct {
	ID       string   // owner-key-token.
	Owner    []byte   // The contract that spends it.
	Key      []byte   // What the contract calls it: hash of a purpose and of what it is for.
	Token    []byte   // 0 is the native coin.
	Balance  *big.Int // received − spent: what it holds.
	Received *big.Int // All that ever came in.
	Spent    *big.Int // All that ever left.
}

func (e *Ledger) EntityKind() Kind { return KindLedger }
func (e *Ledger) EntityID() string { return e.ID }

func (e *Ledger) Values() []any {
	return []any{e.ID, e.Owner, e.Key, e.Token, e.Balance, e.Received, e.Spent}
}

func (e *Ledger) set(v []any) {
	e.ID = v[0].(string)
	e.Owner = v[1].([]byte)
	e.Key = v[2].([]byte)
	e.Token = v[3].([]byte)
	e.Balance = v[4].(*big.Int)
	e.Received = v[5].(*big.Int)
	e.Spent = v[6].(*big.Int)
}

func (e *Ledger) clone() Entity {
	c := *e
	c.Owner = cloneBytes(e.Owner)
	c.Key = cloneBytes(e.Key)
	c.Token = cloneBytes(e.Token)
	c.Balance = cloneInt(e.Balance)
	c.Received = cloneInt(e.Received)
	c.Spent = cloneInt(e.Spent)
	return &c
}

// Reward: A finalised window's reward.
type Reward struct {
	ID         string // Hash of the commitment.
	Commitment string // id of a Commitment
	Run        string // id of a Run
	Account    string // Its committer. (id of a Account)
	Window     *big.Int
	Steps      int32
	Token      []byte
	Amount     *big.Int // Reward of a step, times steps.
	At         *big.Int
}

func (e *Reward) EntityKind() Kind { return KindReward }
func (e *Reward) EntityID() string { return e.ID }

func (e *Reward) Values() []any {
	return []any{e.ID, e.Commitment, e.Run, e.Account, e.Window, e.Steps, e.Token, e.Amount, e.At}
}

func (e *Reward) set(v []any) {
	e.ID = v[0].(string)
	e.Commitment = v[1].(string)
	e.Run = v[2].(string)
	e.Account = v[3].(string)
	e.Window = v[4].(*big.Int)
	e.Steps = v[5].(int32)
	e.Token = v[6].([]byte)
	e.Amount = v[7].(*big.Int)
	e.At = v[8].(*big.Int)
}

func (e *Reward) clone() Entity {
	c := *e
	c.Window = cloneInt(e.Window)
	c.Token = cloneBytes(e.Token)
	c.Amount = cloneInt(e.Amount)
	c.At = cloneInt(e.At)
	return &c
}

// Asset: Content that a run has, by its CID.
type Asset struct {
	ID         string // runspec-run, or the commitment's hash.
	Kind       AssetKind
	Run        string   // id of a Run
	CID        []byte   // Where it lies.
	Root       []byte   // sha256 of a RunSpec, state root of a checkpoint.
	Commitment *string  // Of a checkpoint. (id of a Commitment)
	Window     *big.Int // Of a checkpoint: the one it comes after.
	KeyFrame   bool     // Its checkpoint must stay available.
	Final      bool     // It never changes any more.
	At         *big.Int
}

func (e *Asset) EntityKind() Kind { return KindAsset }
func (e *Asset) EntityID() string { return e.ID }

func (e *Asset) Values() []any {
	return []any{e.ID, string(e.Kind), e.Run, e.CID, e.Root, optional(e.Commitment), optionalInt(e.Window), e.KeyFrame, e.Final, e.At}
}

func (e *Asset) set(v []any) {
	e.ID = v[0].(string)
	e.Kind = AssetKind(v[1].(string))
	e.Run = v[2].(string)
	e.CID = v[3].([]byte)
	e.Root = v[4].([]byte)
	e.Commitment = pointer[string](v[5])
	e.Window = orNil[*big.Int](v[6])
	e.KeyFrame = v[7].(bool)
	e.Final = v[8].(bool)
	e.At = v[9].(*big.Int)
}

func (e *Asset) clone() Entity {
	c := *e
	c.CID = cloneBytes(e.CID)
	c.Root = cloneBytes(e.Root)
	c.Commitment = clonePointer(e.Commitment)
	c.Window = cloneInt(e.Window)
	c.At = cloneInt(e.At)
	return &c
}

// Activity: One event of the contracts, in the order of the chain: what a timeline shows.
type Activity struct {
	ID         string   // block-index of the event.
	Name       string   // The event's name in the contract.
	Contract   []byte   // The contract that said so.
	Run        *string  // Null where the event doesn't tell. (id of a Run)
	Commitment *string  // id of a Commitment
	Challenge  *string  // id of a Challenge
	Match      *string  // id of a Match
	Account    *string  // Who did it or whom it concerns. (id of a Account)
	Amount     *big.Int // The money that it is about, if any.
	At         *big.Int
	Block      *big.Int
	Tx         []byte
}

func (e *Activity) EntityKind() Kind { return KindActivity }
func (e *Activity) EntityID() string { return e.ID }

func (e *Activity) Values() []any {
	return []any{e.ID, e.Name, e.Contract, optional(e.Run), optional(e.Commitment), optional(e.Challenge), optional(e.Match), optional(e.Account), optionalInt(e.Amount), e.At, e.Block, e.Tx}
}

func (e *Activity) set(v []any) {
	e.ID = v[0].(string)
	e.Name = v[1].(string)
	e.Contract = v[2].([]byte)
	e.Run = pointer[string](v[3])
	e.Commitment = pointer[string](v[4])
	e.Challenge = pointer[string](v[5])
	e.Match = pointer[string](v[6])
	e.Account = pointer[string](v[7])
	e.Amount = orNil[*big.Int](v[8])
	e.At = v[9].(*big.Int)
	e.Block = v[10].(*big.Int)
	e.Tx = v[11].([]byte)
}

func (e *Activity) clone() Entity {
	c := *e
	c.Contract = cloneBytes(e.Contract)
	c.Run = clonePointer(e.Run)
	c.Commitment = clonePointer(e.Commitment)
	c.Challenge = clonePointer(e.Challenge)
	c.Match = clonePointer(e.Match)
	c.Account = clonePointer(e.Account)
	c.Amount = cloneInt(e.Amount)
	c.At = cloneInt(e.At)
	c.Block = cloneInt(e.Block)
	c.Tx = cloneBytes(e.Tx)
	return &c
}

// empty returns an entity of the kind with nothing set, or nil.
func empty(k Kind) Entity {
	switch k {
	case KindProtocol:
		return new(Protocol)
	case KindRun:
		return new(Run)
	case KindLease:
		return new(Lease)
	case KindCommitment:
		return new(Commitment)
	case KindStepProof:
		return new(StepProof)
	case KindChallenge:
		return new(Challenge)
	case KindArithmeticOpening:
		return new(ArithmeticOpening)
	case KindCase:
		return new(Case)
	case KindRound:
		return new(Round)
	case KindJuror:
		return new(Juror)
	case KindBallot:
		return new(Ballot)
	case KindMatch:
		return new(Match)
	case KindMove:
		return new(Move)
	case KindDemand:
		return new(Demand)
	case KindValidator:
		return new(Validator)
	case KindStakeChange:
		return new(StakeChange)
	case KindPledge:
		return new(Pledge)
	case KindDuel:
		return new(Duel)
	case KindGoalPot:
		return new(GoalPot)
	case KindGoalLock:
		return new(GoalLock)
	case KindAccount:
		return new(Account)
	case KindBalance:
		return new(Balance)
	case KindPayment:
		return new(Payment)
	case KindLedger:
		return new(Ledger)
	case KindReward:
		return new(Reward)
	case KindAsset:
		return new(Asset)
	case KindActivity:
		return new(Activity)
	}
	return nil
}

var descriptions = [...]Description{
	{Kind: KindProtocol, Name: "Protocol", Immutable: false, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "runs", Type: TypeInt},
		{Name: "commitments", Type: TypeInt},
		{Name: "finalised", Type: TypeInt},
		{Name: "rejected", Type: TypeInt},
		{Name: "challenges", Type: TypeInt},
		{Name: "cases", Type: TypeInt},
		{Name: "matches", Type: TypeInt},
		{Name: "moves", Type: TypeInt},
		{Name: "demands", Type: TypeInt},
		{Name: "validators", Type: TypeInt},
		{Name: "stake", Type: TypeBigInt},
		{Name: "burned", Type: TypeBigInt},
		{Name: "pausedUntil", Type: TypeBigInt},
	}},
	{Kind: KindRun, Name: "Run", Immutable: false, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "number", Type: TypeBigInt},
		{Name: "author", Type: TypeReference, Of: KindAccount},
		{Name: "owner", Type: TypeReference, Of: KindAccount},
		{Name: "createdAt", Type: TypeBigInt},
		{Name: "createdBlock", Type: TypeBigInt},
		{Name: "specHash", Type: TypeBytes},
		{Name: "specCid", Type: TypeBytes},
		{Name: "programRoot", Type: TypeBytes},
		{Name: "datasetRoot", Type: TypeBytes},
		{Name: "genesisRoot", Type: TypeBytes},
		{Name: "profile", Type: TypeBigInt},
		{Name: "hash", Type: TypeEnum, Enum: []string{"Invalid", "Sha256", "Poseidon2"}},
		{Name: "totalSteps", Type: TypeBigInt},
		{Name: "windowSteps", Type: TypeInt},
		{Name: "keyFrameEvery", Type: TypeInt},
		{Name: "maxPending", Type: TypeInt},
		{Name: "refStepMillis", Type: TypeInt},
		{Name: "windows", Type: TypeBigInt},
		{Name: "leaseSeconds", Type: TypeInt},
		{Name: "challengeSeconds", Type: TypeInt},
		{Name: "openSeconds", Type: TypeInt},
		{Name: "ballotCommitSeconds", Type: TypeInt},
		{Name: "ballotRevealSeconds", Type: TypeInt},
		{Name: "appealSeconds", Type: TypeInt},
		{Name: "matchClockSeconds", Type: TypeInt},
		{Name: "moveExtensionSeconds", Type: TypeInt},
		{Name: "listExtensionSeconds", Type: TypeInt},
		{Name: "historyExtensionSeconds", Type: TypeInt},
		{Name: "demandSeconds", Type: TypeInt},
		{Name: "rewardToken", Type: TypeBytes},
		{Name: "reward", Type: TypeBigInt},
		{Name: "rewardValue", Type: TypeBigInt},
		{Name: "replayCost", Type: TypeBigInt},
		{Name: "seatStake", Type: TypeBigInt},
		{Name: "jurorFee", Type: TypeBigInt},
		{Name: "jury", Type: TypeInt},
		{Name: "largerJury", Type: TypeInt},
		{Name: "proofKeyHash", Type: TypeBytes, Nullable: true},
		{Name: "proofSystemHash", Type: TypeBytes, Nullable: true},
		{Name: "proofTranscriptCid", Type: TypeBytes, Nullable: true},
		{Name: "headCount", Type: TypeBigInt},
		{Name: "head", Type: TypeReference, Of: KindCommitment, Nullable: true},
		{Name: "anchorCount", Type: TypeBigInt},
		{Name: "anchor", Type: TypeReference, Of: KindCommitment, Nullable: true},
		{Name: "lease", Type: TypeReference, Of: KindLease, Nullable: true},
		{Name: "lapsedLeases", Type: TypeInt},
		{Name: "commitments", Type: TypeInt},
		{Name: "rejected", Type: TypeInt},
		{Name: "voided", Type: TypeInt},
		{Name: "disputed", Type: TypeInt},
		{Name: "escrow", Type: TypeBigInt},
		{Name: "funded", Type: TypeBigInt},
		{Name: "reclaimed", Type: TypeBigInt},
		{Name: "paid", Type: TypeBigInt},
	}, Derived: []Field{
		{Name: "log", Type: TypeDerived, Of: KindCommitment, By: "run"},
		{Name: "leases", Type: TypeDerived, Of: KindLease, By: "run"},
		{Name: "assets", Type: TypeDerived, Of: KindAsset, By: "run"},
		{Name: "rewards", Type: TypeDerived, Of: KindReward, By: "run"},
		{Name: "pots", Type: TypeDerived, Of: KindGoalPot, By: "run"},
		{Name: "activities", Type: TypeDerived, Of: KindActivity, By: "run"},
	}},
	{Kind: KindLease, Name: "Lease", Immutable: false, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "run", Type: TypeReference, Of: KindRun},
		{Name: "fence", Type: TypeBigInt},
		{Name: "holder", Type: TypeReference, Of: KindAccount},
		{Name: "expectedHead", Type: TypeBytes},
		{Name: "window", Type: TypeBigInt},
		{Name: "acquiredAt", Type: TypeBigInt},
		{Name: "deadline", Type: TypeBigInt},
		{Name: "bond", Type: TypeBigInt},
		{Name: "reward", Type: TypeBigInt},
		{Name: "attention", Type: TypeBigInt},
		{Name: "status", Type: TypeEnum, Enum: []string{"Held", "Committed", "Released", "Expired", "Ended"}},
		{Name: "endedAt", Type: TypeBigInt, Nullable: true},
		{Name: "burned", Type: TypeBigInt},
		{Name: "commitment", Type: TypeReference, Of: KindCommitment, Nullable: true},
	}},
	{Kind: KindCommitment, Name: "Commitment", Immutable: false, BytesID: true, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "run", Type: TypeReference, Of: KindRun},
		{Name: "parentHash", Type: TypeBytes},
		{Name: "parent", Type: TypeReference, Of: KindCommitment, Nullable: true},
		{Name: "window", Type: TypeBigInt},
		{Name: "firstStep", Type: TypeBigInt},
		{Name: "steps", Type: TypeInt},
		{Name: "preRoot", Type: TypeBytes},
		{Name: "postRoot", Type: TypeBytes},
		{Name: "cid", Type: TypeBytes},
		{Name: "committer", Type: TypeReference, Of: KindAccount},
		{Name: "lease", Type: TypeReference, Of: KindLease},
		{Name: "bond", Type: TypeBigInt},
		{Name: "reward", Type: TypeBigInt},
		{Name: "committedAt", Type: TypeBigInt},
		{Name: "committedBlock", Type: TypeBigInt},
		{Name: "tx", Type: TypeBytes},
		{Name: "challengeUntil", Type: TypeBigInt},
		{Name: "status", Type: TypeEnum, Enum: []string{"Pending", "Finalised", "Rejected", "Voided"}},
		{Name: "mark", Type: TypeEnum, Enum: []string{"None", "TalliedAgainst", "Rejected", "Cleared", "Idle"}},
		{Name: "finalisedAt", Type: TypeBigInt, Nullable: true},
		{Name: "rejectedAt", Type: TypeBigInt, Nullable: true},
		{Name: "leftHeadAt", Type: TypeBigInt, Nullable: true},
		{Name: "voidedBy", Type: TypeReference, Of: KindCommitment, Nullable: true},
		{Name: "voidedCount", Type: TypeInt},
		{Name: "challenges", Type: TypeInt},
		{Name: "unopened", Type: TypeInt},
		{Name: "unsettled", Type: TypeInt},
		{Name: "courtCase", Type: TypeReference, Of: KindCase, Nullable: true},
		{Name: "demand", Type: TypeReference, Of: KindDemand, Nullable: true},
		{Name: "demands", Type: TypeInt},
		{Name: "settledAt", Type: TypeBigInt, Nullable: true},
		{Name: "finalRoot", Type: TypeBytes, Nullable: true},
		{Name: "toCommitter", Type: TypeBigInt},
		{Name: "toChallengers", Type: TypeBigInt},
		{Name: "toVoided", Type: TypeBigInt},
		{Name: "burned", Type: TypeBigInt},
		{Name: "repaid", Type: TypeBigInt},
		{Name: "share", Type: TypeBigInt},
		{Name: "auditors", Type: TypeBytesList},
		{Name: "provenSteps", Type: TypeInt},
		{Name: "provenAt", Type: TypeBigInt, Nullable: true},
	}, Derived: []Field{
		{Name: "disputes", Type: TypeDerived, Of: KindChallenge, By: "commitment"},
		{Name: "proofs", Type: TypeDerived, Of: KindStepProof, By: "commitment"},
		{Name: "activities", Type: TypeDerived, Of: KindActivity, By: "commitment"},
	}},
	{Kind: KindStepProof, Name: "StepProof", Immutable: true, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "commitment", Type: TypeReference, Of: KindCommitment},
		{Name: "run", Type: TypeReference, Of: KindRun},
		{Name: "prover", Type: TypeReference, Of: KindAccount},
		{Name: "firstStep", Type: TypeBigInt},
		{Name: "steps", Type: TypeInt},
		{Name: "root", Type: TypeBytes},
		{Name: "at", Type: TypeBigInt},
		{Name: "tx", Type: TypeBytes},
	}},
	{Kind: KindChallenge, Name: "Challenge", Immutable: false, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "number", Type: TypeBigInt},
		{Name: "commitment", Type: TypeReference, Of: KindCommitment},
		{Name: "run", Type: TypeReference, Of: KindRun},
		{Name: "challenger", Type: TypeReference, Of: KindAccount},
		{Name: "sealHash", Type: TypeBytes},
		{Name: "bond", Type: TypeBigInt},
		{Name: "sealedAt", Type: TypeBigInt},
		{Name: "openUntil", Type: TypeBigInt},
		{Name: "status", Type: TypeEnum, Enum: []string{"Sealed", "Opened", "Lapsed", "Won", "Defeated", "Returned"}},
		{Name: "root", Type: TypeBytes, Nullable: true},
		{Name: "beneficiary", Type: TypeReference, Of: KindAccount, Nullable: true},
		{Name: "openedAt", Type: TypeBigInt, Nullable: true},
		{Name: "waived", Type: TypeBoolean},
		{Name: "arithmetic", Type: TypeReference, Of: KindArithmeticOpening, Nullable: true},
		{Name: "outcome", Type: TypeEnum, Enum: []string{"None", "Running", "CommitterConvicted", "ChallengerConvicted", "BothConvicted", "BothSilent", "Void", "Dismissed"}},
		{Name: "concludedAt", Type: TypeBigInt, Nullable: true},
		{Name: "nominatedRoot", Type: TypeBytes, Nullable: true},
		{Name: "settledAt", Type: TypeBigInt, Nullable: true},
		{Name: "toChallenger", Type: TypeBigInt},
		{Name: "toBeneficiary", Type: TypeBigInt},
		{Name: "toCommitter", Type: TypeBigInt},
		{Name: "burned", Type: TypeBigInt},
	}, Derived: []Field{
		{Name: "activities", Type: TypeDerived, Of: KindActivity, By: "challenge"},
	}},
	{Kind: KindArithmeticOpening, Name: "ArithmeticOpening", Immutable: true, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "challenge", Type: TypeReference, Of: KindChallenge},
		{Name: "commitment", Type: TypeReference, Of: KindCommitment},
		{Name: "run", Type: TypeReference, Of: KindRun},
		{Name: "by", Type: TypeReference, Of: KindAccount},
		{Name: "openedAt", Type: TypeBigInt},
		{Name: "tx", Type: TypeBytes},
		{Name: "match", Type: TypeReference, Of: KindMatch},
	}},
	{Kind: KindCase, Name: "Case", Immutable: false, BytesID: true, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "commitment", Type: TypeReference, Of: KindCommitment},
		{Name: "run", Type: TypeReference, Of: KindRun},
		{Name: "openedAt", Type: TypeBigInt},
		{Name: "round", Type: TypeInt},
		{Name: "verdict", Type: TypeEnum, Enum: []string{"Undecided", "Stands", "Falls", "NoMajority", "Void", "Cleared"}},
		{Name: "talliedAt", Type: TypeBigInt, Nullable: true},
		{Name: "appealUntil", Type: TypeBigInt, Nullable: true},
		{Name: "waived", Type: TypeBoolean},
		{Name: "resolvedAt", Type: TypeBigInt, Nullable: true},
	}, Derived: []Field{
		{Name: "rounds", Type: TypeDerived, Of: KindRound, By: "courtCase"},
		{Name: "jurors", Type: TypeDerived, Of: KindJuror, By: "courtCase"},
	}},
	{Kind: KindRound, Name: "Round", Immutable: false, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "courtCase", Type: TypeReference, Of: KindCase},
		{Name: "round", Type: TypeInt},
		{Name: "size", Type: TypeInt},
		{Name: "seedBlock", Type: TypeBigInt},
		{Name: "begunAt", Type: TypeBigInt},
		{Name: "seed", Type: TypeBytes, Nullable: true},
		{Name: "drawnAt", Type: TypeBigInt, Nullable: true},
		{Name: "seats", Type: TypeInt},
		{Name: "commitUntil", Type: TypeBigInt, Nullable: true},
		{Name: "revealUntil", Type: TypeBigInt, Nullable: true},
		{Name: "committed", Type: TypeInt},
		{Name: "revealed", Type: TypeInt},
		{Name: "talliedAt", Type: TypeBigInt, Nullable: true},
		{Name: "verdict", Type: TypeEnum, Enum: []string{"Undecided", "Stands", "Falls", "NoMajority", "Void", "Cleared"}},
		{Name: "votes", Type: TypeInt},
		{Name: "votesFor", Type: TypeInt},
	}, Derived: []Field{
		{Name: "jurors", Type: TypeDerived, Of: KindJuror, By: "round"},
	}},
	{Kind: KindJuror, Name: "Juror", Immutable: false, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "courtCase", Type: TypeReference, Of: KindCase},
		{Name: "round", Type: TypeReference, Of: KindRound},
		{Name: "run", Type: TypeReference, Of: KindRun},
		{Name: "validator", Type: TypeReference, Of: KindValidator},
		{Name: "drawnAt", Type: TypeBigInt},
		{Name: "stake", Type: TypeBigInt},
		{Name: "ballot", Type: TypeReference, Of: KindBallot, Nullable: true},
		{Name: "settledAt", Type: TypeBigInt, Nullable: true},
		{Name: "fee", Type: TypeBigInt},
		{Name: "burned", Type: TypeBigInt},
	}},
	{Kind: KindBallot, Name: "Ballot", Immutable: false, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "juror", Type: TypeReference, Of: KindJuror},
		{Name: "courtCase", Type: TypeReference, Of: KindCase},
		{Name: "validator", Type: TypeReference, Of: KindValidator},
		{Name: "hash", Type: TypeBytes},
		{Name: "committedAt", Type: TypeBigInt},
		{Name: "revealedAt", Type: TypeBigInt, Nullable: true},
		{Name: "root", Type: TypeBytes, Nullable: true},
		{Name: "leakedBy", Type: TypeReference, Of: KindAccount, Nullable: true},
	}},
	{Kind: KindMatch, Name: "Match", Immutable: false, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "number", Type: TypeBigInt},
		{Name: "run", Type: TypeReference, Of: KindRun},
		{Name: "challenge", Type: TypeReference, Of: KindChallenge, Nullable: true},
		{Name: "duel", Type: TypeReference, Of: KindDuel, Nullable: true},
		{Name: "committer", Type: TypeReference, Of: KindAccount},
		{Name: "challenger", Type: TypeReference, Of: KindAccount},
		{Name: "steps", Type: TypeInt},
		{Name: "preRoot", Type: TypeBytes},
		{Name: "committerRoot", Type: TypeBytes},
		{Name: "challengerRoot", Type: TypeBytes},
		{Name: "startedAt", Type: TypeBigInt},
		{Name: "deadline", Type: TypeBigInt},
		{Name: "due", Type: TypeEnum, Enum: []string{"None", "Committer", "Challenger"}},
		{Name: "phase", Type: TypeEnum, Enum: []string{"None", "Start", "Steps", "Trace", "Bind", "Bound", "Tiles", "Element", "Folds", "Blocks", "Leaf", "Ended"}},
		{Name: "moves", Type: TypeInt},
		{Name: "step", Type: TypeBigInt, Nullable: true},
		{Name: "agreed", Type: TypeBytes, Nullable: true},
		{Name: "operator", Type: TypeBigInt, Nullable: true},
		{Name: "outcome", Type: TypeEnum, Enum: []string{"None", "Running", "CommitterConvicted", "ChallengerConvicted", "BothConvicted", "BothSilent", "Void", "Dismissed"}},
		{Name: "endedAt", Type: TypeBigInt, Nullable: true},
		{Name: "endedIn", Type: TypeEnum, Enum: []string{"None", "Start", "Steps", "Trace", "Bind", "Bound", "Tiles", "Element", "Folds", "Blocks", "Leaf", "Ended"}, Nullable: true},
		{Name: "byClock", Type: TypeBoolean},
		{Name: "truth", Type: TypeBytes, Nullable: true},
	}, Derived: []Field{
		{Name: "log", Type: TypeDerived, Of: KindMove, By: "match"},
	}},
	{Kind: KindMove, Name: "Move", Immutable: true, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "match", Type: TypeReference, Of: KindMatch},
		{Name: "number", Type: TypeInt},
		{Name: "kind", Type: TypeEnum, Enum: []string{"Answered", "Posted", "Awaits", "StepFound", "OperatorBound", "Ended"}},
		{Name: "side", Type: TypeEnum, Enum: []string{"None", "Committer", "Challenger"}},
		{Name: "phase", Type: TypeEnum, Enum: []string{"None", "Start", "Steps", "Trace", "Bind", "Bound", "Tiles", "Element", "Folds", "Blocks", "Leaf", "Ended"}},
		{Name: "place", Type: TypeBigInt, Nullable: true},
		{Name: "value", Type: TypeBytes, Nullable: true},
		{Name: "data", Type: TypeBytes, Nullable: true},
		{Name: "deadline", Type: TypeBigInt, Nullable: true},
		{Name: "at", Type: TypeBigInt},
		{Name: "block", Type: TypeBigInt},
		{Name: "tx", Type: TypeBytes},
	}},
	{Kind: KindDemand, Name: "Demand", Immutable: false, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "commitment", Type: TypeReference, Of: KindCommitment},
		{Name: "run", Type: TypeReference, Of: KindRun},
		{Name: "by", Type: TypeReference, Of: KindAccount},
		{Name: "kind", Type: TypeEnum, Enum: []string{"None", "Tiles", "Leaf"}},
		{Name: "index", Type: TypeBigInt},
		{Name: "deadline", Type: TypeBigInt},
		{Name: "fee", Type: TypeBigInt},
		{Name: "demandedAt", Type: TypeBigInt},
		{Name: "status", Type: TypeEnum, Enum: []string{"Open", "Answered", "Ended", "Rejected"}},
		{Name: "answeredBy", Type: TypeReference, Of: KindAccount, Nullable: true},
		{Name: "endedAt", Type: TypeBigInt, Nullable: true},
	}},
	{Kind: KindValidator, Name: "Validator", Immutable: false, BytesID: true, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "account", Type: TypeReference, Of: KindAccount},
		{Name: "index", Type: TypeInt},
		{Name: "stake", Type: TypeBigInt},
		{Name: "locked", Type: TypeBigInt},
		{Name: "leaving", Type: TypeBigInt},
		{Name: "leavingAt", Type: TypeBigInt, Nullable: true},
		{Name: "seats", Type: TypeInt},
		{Name: "committed", Type: TypeInt},
		{Name: "revealed", Type: TypeInt},
		{Name: "settled", Type: TypeInt},
		{Name: "fees", Type: TypeBigInt},
		{Name: "burned", Type: TypeBigInt},
		{Name: "joinedAt", Type: TypeBigInt},
	}, Derived: []Field{
		{Name: "stakeChanges", Type: TypeDerived, Of: KindStakeChange, By: "validator"},
		{Name: "juries", Type: TypeDerived, Of: KindJuror, By: "validator"},
		{Name: "ballots", Type: TypeDerived, Of: KindBallot, By: "validator"},
	}},
	{Kind: KindStakeChange, Name: "StakeChange", Immutable: true, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "validator", Type: TypeReference, Of: KindValidator},
		{Name: "kind", Type: TypeEnum, Enum: []string{"Staked", "UnstakeRequested", "Unstaked", "Locked", "Released"}},
		{Name: "amount", Type: TypeBigInt},
		{Name: "burned", Type: TypeBigInt},
		{Name: "paid", Type: TypeBigInt},
		{Name: "at", Type: TypeBigInt},
		{Name: "tx", Type: TypeBytes},
	}},
	{Kind: KindPledge, Name: "Pledge", Immutable: false, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "kind", Type: TypeEnum, Enum: []string{"Audit", "Canary", "Claim", "Contest"}},
		{Name: "number", Type: TypeBigInt},
		{Name: "run", Type: TypeReference, Of: KindRun},
		{Name: "commitment", Type: TypeReference, Of: KindCommitment, Nullable: true},
		{Name: "owner", Type: TypeReference, Of: KindAccount},
		{Name: "status", Type: TypeEnum, Enum: []string{"Sealed", "Standing", "Defeated", "Lapsed", "Settled"}},
		{Name: "sealHash", Type: TypeBytes, Nullable: true},
		{Name: "jackpot", Type: TypeBigInt},
		{Name: "jackpotShares", Type: TypeInt},
		{Name: "root", Type: TypeBytes, Nullable: true},
		{Name: "word", Type: TypeBigInt, Nullable: true},
		{Name: "pot", Type: TypeReference, Of: KindGoalPot, Nullable: true},
		{Name: "claim", Type: TypeReference, Of: KindPledge, Nullable: true},
		{Name: "until", Type: TypeBigInt, Nullable: true},
		{Name: "pledgedAt", Type: TypeBigInt},
		{Name: "openedAt", Type: TypeBigInt, Nullable: true},
		{Name: "endedAt", Type: TypeBigInt, Nullable: true},
		{Name: "pay", Type: TypeBigInt},
		{Name: "burned", Type: TypeBigInt},
		{Name: "toWinner", Type: TypeBigInt},
		{Name: "gasRepaid", Type: TypeBigInt},
	}},
	{Kind: KindDuel, Name: "Duel", Immutable: false, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "left", Type: TypeReference, Of: KindPledge},
		{Name: "right", Type: TypeReference, Of: KindPledge},
		{Name: "match", Type: TypeReference, Of: KindMatch},
		{Name: "outcome", Type: TypeEnum, Enum: []string{"None", "Running", "CommitterConvicted", "ChallengerConvicted", "BothConvicted", "BothSilent", "Void", "Dismissed"}},
		{Name: "moot", Type: TypeBoolean},
		{Name: "startedAt", Type: TypeBigInt},
		{Name: "concludedAt", Type: TypeBigInt, Nullable: true},
	}},
	{Kind: KindGoalPot, Name: "GoalPot", Immutable: false, BytesID: true, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "run", Type: TypeReference, Of: KindRun},
		{Name: "programRoot", Type: TypeBytes},
		{Name: "datasetRoot", Type: TypeBytes},
		{Name: "target", Type: TypeBigInt},
		{Name: "token", Type: TypeBytes},
		{Name: "locked", Type: TypeBigInt},
		{Name: "pulled", Type: TypeBigInt},
		{Name: "takenBack", Type: TypeBigInt},
		{Name: "status", Type: TypeEnum, Enum: []string{"Open", "Reached", "Returned"}},
		{Name: "reachedBy", Type: TypeReference, Of: KindPledge, Nullable: true},
		{Name: "reachedWindow", Type: TypeBigInt, Nullable: true},
		{Name: "reachedSteps", Type: TypeBigInt, Nullable: true},
		{Name: "reachedAt", Type: TypeBigInt, Nullable: true},
	}, Derived: []Field{
		{Name: "locks", Type: TypeDerived, Of: KindGoalLock, By: "pot"},
	}},
	{Kind: KindGoalLock, Name: "GoalLock", Immutable: true, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "pot", Type: TypeReference, Of: KindGoalPot},
		{Name: "account", Type: TypeReference, Of: KindAccount},
		{Name: "amount", Type: TypeBigInt},
		{Name: "window", Type: TypeBigInt, Nullable: true},
		{Name: "at", Type: TypeBigInt},
	}},
	{Kind: KindAccount, Name: "Account", Immutable: false, BytesID: true, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "namedKey", Type: TypeBytes, Nullable: true},
		{Name: "runs", Type: TypeInt},
		{Name: "leases", Type: TypeInt},
		{Name: "lapsedLeases", Type: TypeInt},
		{Name: "commitments", Type: TypeInt},
		{Name: "finalised", Type: TypeInt},
		{Name: "steps", Type: TypeBigInt},
		{Name: "rejected", Type: TypeInt},
		{Name: "challenges", Type: TypeInt},
		{Name: "challengesWon", Type: TypeInt},
		{Name: "challengesLost", Type: TypeInt},
		{Name: "firstSeen", Type: TypeBigInt},
	}, Derived: []Field{
		{Name: "balances", Type: TypeDerived, Of: KindBalance, By: "account"},
		{Name: "payments", Type: TypeDerived, Of: KindPayment, By: "account"},
		{Name: "log", Type: TypeDerived, Of: KindCommitment, By: "committer"},
	}},
	{Kind: KindBalance, Name: "Balance", Immutable: false, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "account", Type: TypeReference, Of: KindAccount},
		{Name: "token", Type: TypeBytes},
		{Name: "credited", Type: TypeBigInt},
		{Name: "withdrawn", Type: TypeBigInt},
		{Name: "credit", Type: TypeBigInt},
	}},
	{Kind: KindPayment, Name: "Payment", Immutable: true, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "kind", Type: TypeEnum, Enum: []string{"Credited", "Withdrawn"}},
		{Name: "account", Type: TypeReference, Of: KindAccount},
		{Name: "token", Type: TypeBytes},
		{Name: "amount", Type: TypeBigInt},
		{Name: "owner", Type: TypeBytes, Nullable: true},
		{Name: "key", Type: TypeBytes, Nullable: true},
		{Name: "at", Type: TypeBigInt},
		{Name: "tx", Type: TypeBytes},
	}},
	{Kind: KindLedger, Name: "Ledger", Immutable: false, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "owner", Type: TypeBytes},
		{Name: "key", Type: TypeBytes},
		{Name: "token", Type: TypeBytes},
		{Name: "balance", Type: TypeBigInt},
		{Name: "received", Type: TypeBigInt},
		{Name: "spent", Type: TypeBigInt},
	}},
	{Kind: KindReward, Name: "Reward", Immutable: true, BytesID: true, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "commitment", Type: TypeReference, Of: KindCommitment},
		{Name: "run", Type: TypeReference, Of: KindRun},
		{Name: "account", Type: TypeReference, Of: KindAccount},
		{Name: "window", Type: TypeBigInt},
		{Name: "steps", Type: TypeInt},
		{Name: "token", Type: TypeBytes},
		{Name: "amount", Type: TypeBigInt},
		{Name: "at", Type: TypeBigInt},
	}},
	{Kind: KindAsset, Name: "Asset", Immutable: false, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "kind", Type: TypeEnum, Enum: []string{"RunSpec", "Checkpoint"}},
		{Name: "run", Type: TypeReference, Of: KindRun},
		{Name: "cid", Type: TypeBytes},
		{Name: "root", Type: TypeBytes},
		{Name: "commitment", Type: TypeReference, Of: KindCommitment, Nullable: true},
		{Name: "window", Type: TypeBigInt, Nullable: true},
		{Name: "keyFrame", Type: TypeBoolean},
		{Name: "final", Type: TypeBoolean},
		{Name: "at", Type: TypeBigInt},
	}},
	{Kind: KindActivity, Name: "Activity", Immutable: true, BytesID: false, Fields: []Field{
		{Name: "id", Type: TypeID},
		{Name: "name", Type: TypeString},
		{Name: "contract", Type: TypeBytes},
		{Name: "run", Type: TypeReference, Of: KindRun, Nullable: true},
		{Name: "commitment", Type: TypeReference, Of: KindCommitment, Nullable: true},
		{Name: "challenge", Type: TypeReference, Of: KindChallenge, Nullable: true},
		{Name: "match", Type: TypeReference, Of: KindMatch, Nullable: true},
		{Name: "account", Type: TypeReference, Of: KindAccount, Nullable: true},
		{Name: "amount", Type: TypeBigInt, Nullable: true},
		{Name: "at", Type: TypeBigInt},
		{Name: "block", Type: TypeBigInt},
		{Name: "tx", Type: TypeBytes},
	}},
}
