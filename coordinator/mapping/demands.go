package mapping

import "github.com/commonweight/commonweight/internal/chain"

func demands(r *records, e chain.Event) bool { return false }
