package mapping

import "github.com/commonweight/commonweight/internal/chain"

func matches(r *records, e chain.Event) bool { return false }
