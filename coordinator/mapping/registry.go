package mapping

import "github.com/commonweight/commonweight/internal/chain"

func registry(r *records, e chain.Event) bool { return false }
