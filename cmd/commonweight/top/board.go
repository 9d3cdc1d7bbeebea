package top

import (
	"encoding/json"
	"math"
)

// Board is what the page shows of one run. Times are seconds of block time.
type Board struct {
	Coordinator string `json:"coordinator"`
	Trouble     string `json:"trouble,omitempty"` // why what follows is old
	Block       uint64 `json:"block"`
	Now         uint64 `json:"now"`    // time of the newest block
	Faulty      bool   `json:"faulty"` // the coordinator says that its index has errors

	Run     uint64 `json:"run"`
	Windows uint64 `json:"windows"` // of the whole run
	Steps   uint64 `json:"steps"`
	Head    uint64 `json:"head"`  // windows committed
	Final   uint64 `json:"final"` // windows finalised

	Commitments int `json:"commitments"`
	Rejected    int `json:"rejected"`
	Voided      int `json:"voided"`
	Disputed    int `json:"disputed"`

	Lease    *Lease    `json:"lease"`
	Losses   []Loss    `json:"losses"` // in order of their windows
	NoLoss   string    `json:"noLoss,omitempty"`
	Disputes []Dispute `json:"disputes"` // the newest first
	Clocks   []Clock   `json:"clocks"`   // the next first
}

// Lease is who may commit the next window.
type Lease struct {
	Holder     string `json:"holder"`
	Window     uint64 `json:"window"`
	AcquiredAt uint64 `json:"acquiredAt"`
	Deadline   uint64 `json:"deadline"`
	Bond       string `json:"bond"` // coins
}

// Loss is what the checkpoint of a window says.
type Loss struct {
	Window uint64
	Loss   float64
	Final  bool
}

// MarshalJSON spells a loss that is no number as null.
func (l Loss) MarshalJSON() ([]byte, error) {
	value := &l.Loss
	if math.IsNaN(l.Loss) || math.IsInf(l.Loss, 0) {
		value = nil
	}
	return json.Marshal(map[string]any{"window": l.Window, "loss": value, "final": l.Final})
}

// Dispute is a challenge that isn't settled.
type Dispute struct {
	Number     uint64 `json:"number"`
	Window     uint64 `json:"window"`
	Committer  string `json:"committer"`
	Challenger string `json:"challenger"`
	Place      string `json:"place"` // where it has come to, in words
}

// Clock is a deadline.
type Clock struct {
	What     string `json:"what"`
	Deadline uint64 `json:"deadline"`
}
